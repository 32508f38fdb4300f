import { defineModule } from '#platform/module'
import './failures.ts'
import { routes } from './http.ts'
import { seed } from './seed.ts'

/** The operations centre: boards over indicators. It knows no business and names no table of it. */
export default defineModule({ name: 'ioc', needs: ['indicators', 'areas'], routes, seed })
