import { data, redirect } from 'react-router'
import { getDossier, type DossierView } from '#contract/dossiers'
import type { Contract } from '#kernel/contract'
import * as keys from '../../context.ts'
import { inputOf, refuseForm } from '../../kit/form.ts'
import { slugOf, type ActArgs } from '../dossier/act-frame.tsx'
import { dossierAt } from '../places.ts'
import { run } from '../run.ts'

/** What a page beside the acts is loaded with; 409 when it may not be used (any more). */
export async function loadBeside({ context, params, request }: ActArgs, allowed: (view: DossierView) => boolean) {
  const view = await context.get(keys.app).call(getDossier, { id: params.id })
  return data({ view, slug: slugOf(request), allowed: allowed(view) }, { status: allowed(view) ? 200 : 409 })
}

/** Does what a page beside the acts is for and goes back to the dossier, which says what happened; a refusal comes back to its form. */
export async function doBeside<C extends Contract>({ context, params, request }: ActArgs, did: string, contract: C, given: Record<string, unknown> = {}) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, contract, { ...inputOf(form), ...given, id: params.id })
  return done.ok ? redirect(dossierAt(params.id, { hang: slugOf(request), da: did }), 303) : refuseForm(form, done.refusal)
}
