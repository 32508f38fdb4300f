import { defineModule } from '#platform/module'
import './failures.ts'
import { readCourseByCode } from './course.ts'
import { follows } from './follower.ts'
import { routes } from './http.ts'
import { jobs } from './jobs.ts'
import { measures } from './measures.ts'
import { seed } from './demonstration.ts'
import { subscriptions } from './subscriptions.ts'

/** Dossiers: from the empty form to the result in the person's hand. */
export default defineModule({ name: 'dossiers', needs: ['procedures', 'agencies', 'areas', 'identity', 'files', 'payments'], routes, subscriptions, jobs, measures, seed, follows, storedFiles: 'select file as hash from dossiers.document where file is not null', course: readCourseByCode })
