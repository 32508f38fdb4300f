/** The files of a new module; «name» and «purpose» stand for what they are called. */
const files: Readonly<Record<string, string>> = {
  'README.md': `# «name»

«purpose» What it keeps so far are entries, each with a title.

Called by: nobody yet. Calls: nobody. Publishes: \`«name».entry_added\`.
`,
  'module.ts': `import { defineModule } from '#platform/module'
import { routes } from './http.ts'

export default defineModule({ name: '«name»', needs: [], routes })
`,
  'index.ts': `export { findEntry, type Entry } from './store.ts'
`,
  'events.ts': `import { z } from 'zod'
import { defineEvent } from '#platform/events'

/** An entry was added; the subject is the entry. */
export const EntryAdded = defineEvent('«name».entry_added', z.object({ entry: z.uuid() }))
`,
  'contract.ts': `import { z } from 'zod'
import { defineContract } from '#kernel/contract'

/** An entry as it leaves the server. */
export const EntryView = z.object({ id: z.uuid(), title: z.string(), addedAt: z.iso.datetime() })

export const addEntry = defineContract({
  name: '«name».addEntry', method: 'POST', path: '/api/«name»/entries', summary: 'Add an entry',
  input: z.strictObject({ title: z.string().trim().min(2).max(200) }), output: EntryView,
})
`,
  'failures.ts': `import { defineFailures } from '#kernel/failure'

/** Refusals of this module, with the status each answers with; each has a sentence in web/messages in both languages. */
export const failures = defineFailures({})
`,
  'http.ts': `import { route } from '#platform/http'
import { addEntry } from './commands/add-entry.ts'
import * as contract from './contract.ts'
import './failures.ts'

/** Who may do what. */
export const routes = [route(contract.addEntry, { who: ['officer'] }, addEntry)]
`,
  'commands/add-entry.ts': `import type { z } from 'zod'
import { uuidv7 } from '#kernel/ids'
import { nfc } from '#kernel/text'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import type * as contract from '../contract.ts'
import { EntryAdded } from '../events.ts'
import { insertEntry } from '../store.ts'

/** Adds an entry under the title that was given. */
export async function addEntry(call: Call<z.output<typeof contract.addEntry.input>>): Promise<z.input<typeof contract.EntryView>> {
  const at = call.clock.now()
  const entry = { id: uuidv7(), title: nfc(call.input.title), addedAt: at }
  await insertEntry(call.tx, entry)
  await publish(call.tx, EntryAdded, { subject: entry.id, at, payload: { entry: entry.id } })
  return { ...entry, addedAt: at.toISOString() }
}
`,
  'store.ts': `import { sql, type Db, type Tx } from '#platform/db'

export type Entry = { id: string; title: string; addedAt: Date }

export async function insertEntry(tx: Tx, entry: Entry): Promise<void> {
  await sql\`insert into «name».entry (id, title, added_at) values (\${entry.id}, \${entry.title}, \${entry.addedAt})\`.execute(tx)
}

export async function findEntry(db: Db, id: string): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>\`select id, title, added_at as "addedAt" from «name».entry where id = \${id}\`.execute(db)
  return rows[0]
}
`,
  'migrations/0001-«name».sql': `create table «name».entry (
  id uuid primary key,
  title text not null,
  added_at timestamptz not null
);
comment on table «name».entry is 'What «name» keeps so far';
`,
  '«name».test.ts': `import { beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids'
import { nobody, type Actor } from '#platform/http'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { addEntry } from './contract.ts'
import { findEntry } from './index.ts'

const officer: Actor = { kind: 'officer', id: uuidv7(), role: 'officer', agency: 'Z99.001', capacityId: null, name: 'Một cán bộ', level: 0 }

let app: TestApp
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
})

it('an officer adds an entry, and it is there under the time of the act', async () => {
  const added = await app.call(officer, addEntry, { title: '  Việc đầu tiên ' })
  expect(added.title).toBe('Việc đầu tiên')
  expect(await findEntry(app.db, added.id)).toEqual({ id: added.id, title: 'Việc đầu tiên', addedAt: new Date(added.addedAt) })
})

it('nobody else does, and a title is needed', async () => {
  await expect(app.call(nobody, addEntry, { title: 'Việc đầu tiên' })).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(app.call(officer, addEntry, { title: ' ' })).rejects.toMatchObject({ code: 'invalid_input' })
})
`,
}

/** What the files of a new module say, by their path below the module's folder. `purpose` is one sentence with its full stop. */
export function filesOf(name: string, purpose: string): [path: string, text: string][] {
  const filled = (text: string) => text.replaceAll('«name»', name).replaceAll('«purpose»', purpose)
  return Object.entries(files).map(([path, text]) => [filled(path), filled(text)])
}
