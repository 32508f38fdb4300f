import { defineModule } from '#platform/module'
import './failures.ts'
import { routes } from './http.ts'

export default defineModule({ name: 'files', needs: [], routes, storedFiles: 'select hash from files.paper' })
