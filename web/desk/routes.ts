import { layout, prefix, type RouteConfigEntry } from '@react-router/dev/routes'
import { dossierRoutes } from './routes-dossier.ts'

/** Pages for officers, all below /can-bo. */
const pages: RouteConfigEntry[] = [...dossierRoutes]

export default prefix('can-bo', [layout('desk/frame.tsx', pages)])
