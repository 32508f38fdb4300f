import { redirect } from 'react-router'
import type { Route } from './+types/find-dossier.ts'
import { demonstrationApp } from './only-here.ts'
import { dossierAt, toolsAt } from './places.ts'

/** From the code that was typed to the page of that dossier. */
export function loader({ request, context }: Route.LoaderArgs): Response {
  demonstrationApp(context)
  const code = new URL(request.url).searchParams.get('ma')?.trim()
  return redirect(code ? dossierAt(code) : toolsAt)
}
