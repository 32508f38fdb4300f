import { reading, type Db } from '#platform/db'
import type { Actor } from '#platform/http'
import type { Session } from '#platform/sessions'
import { actorOf as personOf } from '#modules/identity'
import { codesOfField } from '#modules/procedures'

/** The person behind a session. A capacity may be limited to a field, and which procedures lie in it only the catalogue knows. */
export const actorOf = (db: Db, session: Session | null): Promise<Actor> => personOf(db, session, (field) => codesOfField(reading(db), field))
