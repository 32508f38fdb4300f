import type { DossierView } from '#contract/dossiers'
import type { Messages } from '../../messages/index.ts'

/** What of consultations and checks stands against proposing the result now, in words. */
export function needsOf(view: DossierView, { needs }: Messages['consult']): string[] {
  const open = view.consultations.some(({ stands }) => stands === 'open')
  const last = view.fieldChecks.at(-1)
  return [
    ...(open ? [needs.open] : []),
    ...(last && last.record === null ? [needs.unrecorded] : view.fieldCheckRequired && !last ? [needs.missing] : view.fieldCheckRequired && last?.record?.conforms === false ? [needs.notGood] : []),
  ]
}
