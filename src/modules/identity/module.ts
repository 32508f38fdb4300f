import { defineModule } from '#platform/module'
import type { SealedColumn } from '#platform/reseal'
import { serviceScopes } from './contract-scopes.ts'
import './failures.ts'
import { follows } from './follower.ts'
import { health } from './health.ts'
import { routes } from './http.ts'
import { jobs } from './jobs.ts'
import { seed } from './seed.ts'

const citizen = { table: 'identity.citizen', key: 'id', form: 'bytes' } as const
const sealed = [
  { ...citizen, column: 'number_sealed' }, { ...citizen, column: 'passport_sealed' }, { ...citizen, column: 'represents_sealed' }, { ...citizen, table: 'identity.officer', column: 'totp_sealed' },
] as const satisfies readonly SealedColumn[]

export default defineModule({ name: 'identity', needs: ['agencies'], routes, jobs, seed, follows, health, sealed, scopes: serviceScopes })
