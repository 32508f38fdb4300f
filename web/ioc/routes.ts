import { layout, prefix, type RouteConfigEntry } from '@react-router/dev/routes'

/** Pages of the operations centre, all below /dieu-hanh. */
const pages: RouteConfigEntry[] = []

export default prefix('dieu-hanh', [layout('ioc/frame.tsx', pages)])
