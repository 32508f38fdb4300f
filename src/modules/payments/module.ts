import { defineModule } from '#platform/module'
import './failures.ts'
import { follows } from './follower.ts'
import { routes } from './http.ts'

/** Money owed for a service, and what was given for it: charges, receipts, the end of a clerk's day. */
export default defineModule({ name: 'payments', needs: ['agencies', 'identity'], routes, follows })
