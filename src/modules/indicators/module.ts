import { defineModule } from '#platform/module'
import { routes } from './http.ts'
import './failures.ts'
import { seed } from './seed.ts'

/** Indicators: figures with definitions, counted from the measures of all modules and opened down to their records. */
export default defineModule({ name: 'indicators', needs: ['agencies', 'areas'], routes, seed })
