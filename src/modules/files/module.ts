import { defineModule } from '#platform/module'
import { routes } from './http.ts'

export default defineModule({ name: 'files', needs: [], routes })
