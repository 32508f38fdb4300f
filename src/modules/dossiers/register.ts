import type { Call } from '#platform/http'
import { localDate } from '#kernel/local-time'
import type { Version } from '#modules/procedures'
import type { ResultDraft, Signer } from './result.ts'
import { insertCertification } from './stores/certifications.ts'
import type { Dossier } from './stores/dossiers.ts'

/** The template whose results stand in the register of certified copies: its facts are `pages` and `copies`, its sentence `paper` says which original it was. */
export const copiesTemplate = 'certified-copies'

/** The volume of a year, as it is written beside a number: one volume a year, because an electronic register has no last page (Nghị định 23/2015/NĐ-CP, Điều 13). */
export const bookOf = (year: number): string => `01/${year} - SCT/BS`

const countOf = (facts: Record<string, unknown>, name: string): number => (typeof facts[name] === 'number' ? facts[name] : 1)

/** What the register says of a result: which original, how many pages and copies. */
export const copiesOf = ({ facts, sentences }: ResultDraft): { paper: string; pages: number; copies: number } => ({ paper: sentences['paper'] ?? '', pages: countOf(facts, 'pages'), copies: countOf(facts, 'copies') })

/** Enters a certification under the next number of the committee's year; resolves to the draft with number and volume in it. Every other result stays as it is. */
export async function enterInRegister({ tx }: Pick<Call, 'tx'>, dossier: Dossier, { body }: Version, draft: ResultDraft, signer: Signer): Promise<ResultDraft> {
  if (body.result.template !== copiesTemplate) return draft
  const at = new Date(signer.signedAt)
  const year = Number(localDate(at).slice(0, 4))
  const number = await insertCertification(tx, { dossier: dossier.id, agency: dossier.competentAgency, year, at, signer: signer.name, ...copiesOf(draft) })
  return { ...draft, sentences: { ...draft.sentences, number: String(number), book: bookOf(year) } }
}
