import { layout, route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Pages for everybody: addresses are Vietnamese words without accents. */
const pages: RouteConfigEntry[] = []

export default [layout('portal/frame.tsx', [...pages, route('*', 'portal/nowhere.tsx')])]
