import { data } from 'react-router'
import { listAreas } from '#contract/areas'
import { recallApplicant } from '#contract/dossiers'
import type { App } from '#kernel/app'
import { readCard, type CardFault } from '#kernel/card-qr'
import { fold } from '#kernel/text'
import { typedOf, type Typed } from '../../kit/form.ts'
import { run, text } from '../run.ts'

/** What a scan did: which of the two is told above the boxes. `key` is another for each scan, so that the boxes are filled anew. */
export type Scanned = { key: string; fault: CardFault | null; name: string | null; earlier: number }

/**
 * Fills the applicant's boxes from the card on the desk, and what the card does not say from the person's last dossier at this desk. The text of the card goes no further than
 * this function. What was typed before stays where the card says nothing.
 */
export async function scanned(app: App, request: Request, form: FormData) {
  const { facts, fault } = readCard(text(form, 'scan') ?? '')
  const typed = typedOf(form)
  delete typed['scan']
  delete typed['act']
  const key = crypto.randomUUID()
  if (!facts) return data<{ typed: Typed; scan: Scanned }>({ typed, scan: { key, fault: fault ?? 'empty', name: null, earlier: 0 } })
  const put = (name: string, value: string | null | undefined): void => {
    if (value) typed[name] = [value]
  }
  const known = facts.number === undefined ? undefined : await run({ app, request, form, of: 'recall' }, recallApplicant, { number: facts.number })
  const before = known?.ok ? known.value : { applicant: null, earlier: 0 }
  for (const name of ['phone', 'email', 'ethnicity', 'nationality', 'area', 'address'] as const) put(`applicant.${name}`, before.applicant?.[name])
  if (before.applicant?.phone) put('answers.phone', before.applicant.phone)
  put('applicant.name', facts.name)
  put('applicant.number', facts.number)
  put('applicant.gender', facts.gender)
  const [year, month, day] = facts.born?.split('-') ?? []
  put('applicant.born~day', day)
  put('applicant.born~month', month)
  put('applicant.born~year', year)
  await place(app, facts.address ?? null, put, before.applicant?.area ?? null)
  return data<{ typed: Typed; scan: Scanned }>({ typed, scan: { key, fault: fault ?? null, name: facts.name ?? null, earlier: before.earlier } })
}

/** The commune that the card's address names, when it is one of today's; the rest of the address. What the last dossier said of the place is newer than the card. */
async function place(app: App, address: string | null, put: (name: string, value: string | null) => void, known: string | null): Promise<void> {
  if (address === null || known !== null) return
  const { areas } = await app.call(listAreas, { level: 'commune' })
  const parts = address.split(',').map((part) => part.trim())
  const at = parts.findIndex((part) => areas.some(({ name }) => fold(name.vi) === fold(part)))
  put('applicant.area', areas.find(({ name }) => at >= 0 && fold(name.vi) === fold(parts[at] ?? ''))?.code ?? null)
  put('applicant.address', (at > 0 ? parts.slice(0, at) : parts).join(', '))
}
