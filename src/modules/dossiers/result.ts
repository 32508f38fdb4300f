import { z } from 'zod'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { Sealer } from '#platform/sealer'
import { resultText, withOffice, type Answers, type Version } from '#modules/procedures'
import { fill, openForm, type KeptForm } from './form.ts'
import type { Dossier } from './stores/dossiers.ts'

/** What is fixed about a result when it is signed: sentences and facts from the form, citizen numbers sealed. */
export const ResultDraft = z.object({ facts: z.record(z.string(), z.unknown()), sentences: z.record(z.string(), z.string()), lines: z.array(z.object({ label: z.string(), text: z.string() })).default([]) })
export type ResultDraft = z.output<typeof ResultDraft>

/** What the result says, out of the form as it was handed in and judged on that day. Numbers are open: seal before it is kept. */
export async function resultDraft(call: Pick<Call, 'tx' | 'sealer'>, dossier: Dossier, version: Version): Promise<ResultDraft> {
  const body = withOffice(version.body)
  const kept = dossier.answers as KeptForm
  const form = openForm(call.sealer, body, { ...kept, answers: { ...kept.answers, ...(dossier.officeAnswers as Answers | null) } })
  const { filling, areaName } = await fill(call.tx, form, { case: dossier.procedureCase, today: localDate(dossier.submittedAt) })
  const { facts, sentences, lines } = resultText(body, filling, { area: (code) => areaName(code, 'vi') })
  const { area, line } = (facts['residence'] ?? {}) as { area?: string; line?: string }
  // the name of the commune as it is on the day of signing
  return { facts: { ...facts, requester: dossier.applicant.name, residence: [line, area && (areaName(area, 'vi') ?? area)].filter(Boolean).join(', ') }, sentences, lines }
}

/** Who signed, in which capacity and when: nobody's secret. */
export const Signer = z.object({ lines: z.array(z.string()).min(1), name: z.string(), signedAt: z.string() })
export type Signer = z.output<typeof Signer>

/** A result as it may lie in the database: what it says of a person is sealed whole, who signed is not. */
export const sealResult = (sealer: Sealer, draft: ResultDraft, signer: Signer): Record<string, unknown> => ({ draft: sealer.seal(JSON.stringify(draft)).toString('base64'), signer })

/** A signed result opened. Throws when it was not sealed here. */
export function openResult(sealer: Sealer, fixed: Record<string, unknown>): { draft: ResultDraft; signer: Signer } {
  const sealed = typeof fixed['draft'] === 'string' ? fixed['draft'] : ''
  return { draft: ResultDraft.parse(JSON.parse(sealer.open(Buffer.from(sealed, 'base64')))), signer: Signer.parse(fixed['signer']) }
}
