import { fileURLToPath } from 'node:url'
import { formatDateTime } from '#kernel/format'
import { dateInWords } from '#platform/documents/words'
import type { Tools } from '#platform/tools'
import type { Form01Facts } from './facts.ts'

const template = fileURLToPath(new URL('declaration.typ', import.meta.url))

/** What a declaration says: who asks whom for what, and every answer by group. `sentAt` is set when it was sent from home, where nobody signs by hand. */
export type DeclarationFacts = {
  heading: string
  to: string
  place: string
  code: string
  request: string
  case: string
  applicant: Form01Facts['applicant']
  principal?: Form01Facts['principal']
  groups: { title: string; lines: { label: string; text: string }[] }[]
  at: Date
  sentAt: Date | null
}

const applicantData = ({ name, identityNumber, address, phone, email }: Form01Facts['applicant']) => ({ name, identityNumber: identityNumber ?? null, address: address ?? null, phone: phone ?? null, email: email ?? null })

/** The declaration as a paper, made from the answers whenever it is asked for: the same answers give the same paper. */
export const makeDeclaration = ({ documents, config }: Pick<Tools, 'documents' | 'config'>, facts: DeclarationFacts): Promise<Uint8Array> =>
  documents.render(template, {
    agency: { parent: [], name: [facts.to] }, demonstration: config.mode === 'demonstration', heading: facts.heading, to: facts.to, place: facts.place, date: dateInWords(facts.at), code: facts.code, request: facts.request,
    case: facts.case, applicant: applicantData(facts.applicant), principal: facts.principal ? { ...applicantData(facts.principal), authorisation: facts.principal.authorisation } : null,
    groups: facts.groups, sent: facts.sentAt && formatDateTime(facts.sentAt),
  }, { date: facts.at })
