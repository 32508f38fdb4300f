import type { z } from 'zod'
import { localDate } from '#kernel/local-time'
import type { Call, FileAnswer } from '#platform/http'
import { getAgency, letterheadOf } from '#modules/agencies'
import { answerLines, getVersion, type Body } from '#modules/procedures'
import type { declaration } from '../contract.ts'
import { applicantOf, principalOf } from '../document-facts.ts'
import { makeDeclaration } from '../documents/declaration.ts'
import { fill, openForm, type KeptForm } from '../form.ts'
import { loadVisible, readsOf } from './move.ts'

/** What the declaration of a procedure is called: its paper that the form writes. */
const headingOf = (body: Body): string => body.papers.find(({ source }) => source === 'form')?.name.vi ?? 'Tờ khai'

/**
 * The declaration with everything that was answered, for whoever applies at a counter to read and sign by hand, and for the file. It is written from the answers
 * and changes nothing. Throws `dossier_not_found`.
 */
export async function printDeclaration(call: Call<z.output<typeof declaration.input>>): Promise<FileAnswer> {
  const { tx } = call
  const dossier = await loadVisible(call, call.input.id)
  call.reads(readsOf(dossier))
  const { body } = await getVersion(tx, dossier.procedureVersion)
  const form = openForm(call.sealer, body, dossier.answers as KeptForm)
  const { filling, areaName } = await fill(tx, form, { case: dossier.procedureCase, today: localDate(dossier.submittedAt) })
  const lines = answerLines(body, filling, { locale: 'vi', whole: true, area: (code) => areaName(code, 'vi') })
  const office = await getAgency(tx, dossier.competentAgency)
  const desk = await getAgency(tx, dossier.receivingAgency)
  const pdf = await makeDeclaration(call, {
    heading: headingOf(body), to: office.name.vi, place: (await letterheadOf(tx, desk, call.province)).place, code: dossier.code, request: body.title.vi,
    case: body.cases.options.find(({ code }) => code === dossier.procedureCase)?.label.vi ?? body.title.vi, applicant: await applicantOf(call, dossier), ...principalOf(call, dossier),
    groups: body.groups.flatMap(({ code, title }) => {
      const own = lines.filter(({ group }) => group === code).map(({ label, text }) => ({ label: label.vi, text }))
      return own.length === 0 ? [] : [{ title: title.vi, lines: own }]
    }),
    at: dossier.submittedAt, sentAt: dossier.channel === 'online' ? dossier.submittedAt : null,
  })
  const stored = await call.files.keep(pdf, 'application/pdf')
  return { file: stored.hash, size: stored.size, type: 'application/pdf', name: `to-khai-${dossier.code}.pdf`, inline: true }
}
