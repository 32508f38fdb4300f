import { suggestProcedures } from '#contract/procedures'
import type { Route } from './+types/suggest.ts'
import * as keys from '../context.ts'
import type { Suggestion } from '../kit/search-form.tsx'
import { procedureAt } from './places.ts'

const longest = 300

/** Names of procedures while somebody types, as the search box wants them; choosing one opens its page. */
export async function loader({ request, context }: Route.LoaderArgs): Promise<Response> {
  const q = new URL(request.url).searchParams.get('q')?.trim().slice(0, longest) ?? ''
  const hits = q === '' ? [] : (await context.get(keys.app).call(suggestProcedures, { q })).hits
  return Response.json({ suggestions: hits.map(({ code, title }): Suggestion => ({ label: title, href: procedureAt(code) })) })
}
