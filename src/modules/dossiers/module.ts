import { defineModule } from '#platform/module'
import type { SealedColumn } from '#platform/reseal'
import './failures.ts'
import { readCourseByCode } from './course.ts'
import { follows } from './follower.ts'
import { routes } from './http.ts'
import { jobs } from './jobs.ts'
import { measures } from './measures.ts'
import { seed } from './demonstration.ts'
import { subscriptions } from './subscriptions.ts'

const dossier = { table: 'dossiers.dossier', key: 'id' } as const
const draft = { table: 'dossiers.draft', key: 'id' } as const
const sealed = [
  { ...dossier, column: 'number_sealed', form: 'bytes' }, { ...dossier, column: 'principal_sealed', form: 'bytes' }, { ...dossier, column: 'answers', form: 'marked' },
  { ...dossier, column: 'office_answers', form: 'marked' }, { ...draft, column: 'principal_sealed', form: 'bytes' }, { ...draft, column: 'answers', form: 'marked' },
  { table: 'dossiers.document', key: 'id', column: 'facts', form: { member: 'draft' } },
] as const satisfies readonly SealedColumn[]

/** Dossiers: from the empty form to the result in the person's hand. */
export default defineModule({ name: 'dossiers', needs: ['procedures', 'agencies', 'areas', 'identity', 'files', 'payments'], routes, subscriptions, jobs, measures, seed, follows, sealed, storedFiles: 'select file as hash from dossiers.document where file is not null', course: readCourseByCode })
