import type { DossierView } from '#contract/dossiers'
import { useWords } from '../../kit/words.ts'

/** Whose dossier it is, in bold: the applicant, or whoever they act for and through whom. */
export function Who({ view: { applicant, principal } }: { view: Pick<DossierView, 'applicant' | 'principal'> }) {
  const { dossier: words } = useWords()
  return <b>{principal ? words.forPrincipal(principal.name, applicant.name) : applicant.name}</b>
}
