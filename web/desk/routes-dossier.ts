import type { RouteConfigEntry } from '@react-router/dev/routes'

/** The pages of one dossier, its acts, and the intake at the counter. */
export const dossierRoutes: RouteConfigEntry[] = []
