import { layout, route } from '@react-router/dev/routes'
import { open } from './routes-open.ts'

/** Pages for everybody: addresses are Vietnamese words without accents. */
export default [layout('portal/frame.tsx', [...open, route('*', 'portal/nowhere.tsx')])]
