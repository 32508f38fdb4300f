import type { z } from 'zod'
import type { Call } from '#platform/http'
import type { Version } from '#modules/procedures'
import { askingStates, standsAt, type Consultation } from '../consultation-rules.ts'
import type { ConsultationView, DossierView, FieldCheckView } from '../contract.ts'
import { checksOf, openCheck, type FieldCheck } from '../field-check-rules.ts'
import { isGranted } from '../rights.ts'
import type { Dossier } from '../stores/dossiers.ts'
import { listCheckSteps } from '../stores/field-checks.ts'
import { listRecordFiles } from '../stores/record-files.ts'
import { personOf } from './move.ts'
import { filesBeside, listedFiles, type ListedFile } from './record-files.ts'

type View = z.input<typeof DossierView>
type Named = (code: string) => { code: string; name: { vi: string; en: string } }
type Given = { dossier: Dossier; version: Version; consultations: readonly Consultation[]; named: Named }

/** What lies beside a dossier, as this person may see it: whom it was asked about, and the checks of the place. */
export async function besideOf({ tx, actor, clock }: Call, { dossier, version, consultations, named }: Given): Promise<Pick<View, 'consultations' | 'mayConsult' | 'fieldChecks' | 'mayCheckPlace' | 'fieldCheckRequired'>> {
  const { consulting, fieldCheck } = version.body
  const person = personOf(actor)
  const checks = fieldCheck ? checksOf(await listCheckSteps(tx, dossier.id)) : []
  const sees = isGranted('seeRecords', dossier, person)
  const files = sees && consultations.length + checks.length > 0 ? await listedFiles(tx, await listRecordFiles(tx, dossier.id)) : []
  const asks = isGranted('consult', dossier, person) && askingStates.includes(dossier.state)
  const goes = isGranted('checkPlace', dossier, person) && dossier.state === 'processing'
  const now = clock.now()
  return {
    consultations: consultations.map((each) => consultationView(each, { named, sees, files, mayWithdraw: asks, now })),
    mayConsult: asks && consulting !== undefined,
    fieldChecks: checks.map((each) => checkView(each, { files, goes, now })),
    mayCheckPlace: goes && fieldCheck !== undefined && openCheck(checks) === undefined, fieldCheckRequired: fieldCheck?.required === true,
  }
}

type Seen = { named: Named; /** the office reads what was written; everybody else that it was */ sees: boolean; files: readonly ListedFile[]; mayWithdraw: boolean; now: Date }

function consultationView({ number, agency, content, papers, askedAt, dueAt, askerName, end }: Consultation, { named, sees, files, mayWithdraw, now }: Seen): z.input<typeof ConsultationView> {
  const stands = standsAt({ dueAt, end }, now)
  return {
    number, agency: named(agency), content: sees ? content : null, papers, askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString(), askedBy: sees ? askerName : null, stands, endedAt: end?.at.toISOString() ?? null,
    opinion: sees ? (end?.opinion ?? null) : null, reasons: sees ? (end?.reasons ?? null) : null, answeredBy: sees && end?.kind === 'answered' ? { name: end.actorName, title: end.actorTitle } : null,
    // what lies beside an answer that is not given yet is nobody's but its author's
    files: end?.kind === 'answered' ? filesBeside(files, 'opinion', number) : [], mayWithdraw: mayWithdraw && stands === 'open',
  }
}

const checkView = ({ record, startsAt, ...check }: FieldCheck, { files, goes, now }: Pick<Seen, 'files' | 'now'> & { goes: boolean }): z.input<typeof FieldCheckView> => ({
  ...check, startsAt: startsAt.toISOString(), record: record && { ...record, at: record.at.toISOString() }, files: filesBeside(files, 'check', check.number),
  mayMove: goes && record === null, mayRecord: goes && record === null && now >= startsAt,
})
