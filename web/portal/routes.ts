import { layout, route, type RouteConfigEntry } from '@react-router/dev/routes'
import { formPages } from './routes-forms.ts'

/** Pages for everybody: addresses are Vietnamese words without accents. */
const pages: RouteConfigEntry[] = [...formPages]

export default [layout('portal/frame.tsx', [...pages, route('*', 'portal/nowhere.tsx')])]
