import { defineModule } from '#platform/module'
import { serviceScopes } from './contract-scopes.ts'
import './failures.ts'
import { follows } from './follower.ts'
import { health } from './health.ts'
import { routes } from './http.ts'
import { jobs } from './jobs.ts'
import { seed } from './seed.ts'

export default defineModule({ name: 'identity', needs: ['agencies'], routes, jobs, seed, follows, health, scopes: serviceScopes })
