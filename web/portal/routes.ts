import { layout, route } from '@react-router/dev/routes'
import { formPages } from './routes-forms.ts'
import { open } from './routes-open.ts'

/** Pages for everybody: addresses are Vietnamese words without accents. */
export default [layout('portal/frame.tsx', [...open, ...formPages, route('*', 'portal/nowhere.tsx')])]
