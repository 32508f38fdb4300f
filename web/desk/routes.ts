import { layout, prefix, type RouteConfigEntry } from '@react-router/dev/routes'

/** Pages for officers, all below /can-bo. */
const pages: RouteConfigEntry[] = []

export default prefix('can-bo', [layout('desk/frame.tsx', pages)])
