import type { z } from 'zod'
import type { Call } from '#platform/http'
import type { Version } from '#modules/procedures'
import { askingStates, standsAt, type Consultation } from '../consultation-rules.ts'
import type { ConsultationView, DossierView, FieldCheckView } from '../contract.ts'
import { checksOf, openCheck, type FieldCheck } from '../field-check-rules.ts'
import { isGranted } from '../rights.ts'
import type { Dossier } from '../stores/dossiers.ts'
import { listCheckSteps } from '../stores/field-checks.ts'
import { listRecordFiles, type RecordFile } from '../stores/record-files.ts'
import { personOf } from './move.ts'
import { filesOf } from './record-files.ts'

type View = z.input<typeof DossierView>
type Named = (code: string) => { code: string; name: { vi: string; en: string } }
type Given = { dossier: Dossier; version: Version; consultations: readonly Consultation[]; named: Named }

/** What lies beside a dossier, as this person may see it: whom it was asked about, and the checks of the place. */
export async function besideOf(call: Call, { dossier, version, consultations, named }: Given): Promise<Pick<View, 'consultations' | 'mayConsult' | 'fieldChecks' | 'mayCheckPlace' | 'fieldCheckRequired'>> {
  const person = personOf(call.actor)
  const checks = checksOf(await listCheckSteps(call.tx, dossier.id))
  const sees = isGranted('seeRecords', dossier, person)
  const files = sees ? await listRecordFiles(call.tx, dossier.id) : []
  const asks = isGranted('consult', dossier, person) && askingStates.includes(dossier.state)
  const goes = isGranted('checkPlace', dossier, person) && dossier.state === 'processing'
  const { consulting, fieldCheck } = version.body
  return {
    consultations: await Promise.all(consultations.map((each) => consultationView(call, each, { named, sees, files, mayWithdraw: asks }))),
    mayConsult: asks && consulting !== undefined,
    fieldChecks: await Promise.all(checks.map((each) => checkView(call, each, { files, goes }))),
    mayCheckPlace: goes && fieldCheck !== undefined && openCheck(checks) === undefined, fieldCheckRequired: fieldCheck?.required === true,
  }
}

const beside = (files: readonly RecordFile[], kind: RecordFile['record'], of: number): RecordFile[] => files.filter(({ record, recordNumber }) => record === kind && recordNumber === of)

type Seen = { named: Named; /** the office reads what was written; everybody else that it was */ sees: boolean; files: readonly RecordFile[]; mayWithdraw: boolean }

async function consultationView(call: Call, { number, agency, content, papers, askedAt, dueAt, askerName, end, ...rest }: Consultation, { named, sees, files, mayWithdraw }: Seen): Promise<z.input<typeof ConsultationView>> {
  const stands = standsAt({ ...rest, dueAt, end }, call.clock.now())
  return {
    number, agency: named(agency), content: sees ? content : null, papers, askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString(), askedBy: sees ? askerName : null, stands, endedAt: end?.at.toISOString() ?? null,
    opinion: sees ? (end?.opinion ?? null) : null, reasons: sees ? (end?.reasons ?? null) : null, answeredBy: sees && end?.kind === 'answered' ? { name: end.actorName, title: end.actorTitle } : null,
    // what lies beside an answer that is not given yet is nobody's but its author's
    files: end?.kind === 'answered' ? await filesOf(call.tx, beside(files, 'opinion', number)) : [], mayWithdraw: mayWithdraw && stands === 'open',
  }
}

async function checkView(call: Call, { record, startsAt, ...check }: FieldCheck, { files, goes }: { files: readonly RecordFile[]; goes: boolean }): Promise<z.input<typeof FieldCheckView>> {
  return {
    ...check, startsAt: startsAt.toISOString(), record: record && { ...record, at: record.at.toISOString() }, files: await filesOf(call.tx, beside(files, 'check', check.number)),
    mayMove: goes && record === null, mayRecord: goes && record === null && call.clock.now() >= startsAt,
  }
}
