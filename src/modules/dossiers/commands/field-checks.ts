import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { fromLocal, localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { keepPaper } from '#modules/files'
import { getVersion } from '#modules/procedures'
import type { addCheckFile, moveFieldCheck, Recorded, recordFieldCheck, setFieldCheck } from '../contract.ts'
import { FieldCheckMoved, FieldCheckRecorded, FieldCheckSet } from '../events.ts'
import { checksOf, openCheck, type CheckStep, type FieldCheck } from '../field-check-rules.ts'
import { isGranted } from '../rights.ts'
import type { Dossier } from '../stores/dossiers.ts'
import { insertCheckStep, listCheckSteps } from '../stores/field-checks.ts'
import { insertRecordFile, listRecordFiles } from '../stores/record-files.ts'
import { actorOf, doneOf, lockVisible, personOf, writeNote } from './move.ts'
import { mostRecordFiles } from './record-files.ts'

type Held = { dossier: Dossier; steps: CheckStep[]; checks: FieldCheck[] }

/** The dossier in this officer's hand, with its checks. Throws `forbidden`, `action_not_allowed`, `no_field_check`. */
async function inHand(call: Call, id: string): Promise<Held> {
  const dossier = await lockVisible(call, id)
  if (!isGranted('checkPlace', dossier, personOf(call.actor))) throw new Failure('forbidden')
  if (dossier.state !== 'processing') throw new Failure('action_not_allowed', { state: dossier.state, action: 'fieldCheck' })
  if (!(await getVersion(call.tx, dossier.procedureVersion)).body.fieldCheck) throw new Failure('no_field_check')
  const steps = await listCheckSteps(call.tx, dossier.id)
  return { dossier, steps, checks: checksOf(steps) }
}

/** A check whose record is not written. Throws `field_check_not_found`, `field_check_recorded`. */
function unrecorded({ checks }: Held, number: number): FieldCheck {
  const check = checks.find((each) => each.number === number)
  if (!check) throw new Failure('field_check_not_found', { number })
  if (check.record) throw new Failure('field_check_recorded', { number })
  return check
}

/** The time of an appointment. Throws `invalid_input` for one that is over. */
function startOf(call: Call, { date, time }: { date: string; time: string }): Date {
  const at = fromLocal(date, time)
  const today = localDate(call.clock.now())
  if (date < today) throw new Failure('invalid_input', { fields: ['date'] }, { fields: { date: 'in_past' } })
  if (at <= call.clock.now()) throw new Failure('invalid_input', { fields: ['time'] }, { fields: { time: 'already_over' } })
  return at
}

const nothing = { startsAt: null, goes: null, preparation: null, reason: null, present: null, findings: null, conforms: null }

async function addStep(call: Call, { dossier, steps }: Held, given: Pick<CheckStep, 'check' | 'kind'> & Partial<CheckStep>): Promise<void> {
  const { actorName, actorTitle } = await actorOf(call.tx, call.actor)
  const step = steps.filter(({ check }) => check === given.check).length + 1
  await insertCheckStep(call.tx, dossier.id, { ...nothing, ...given, step, at: call.clock.now(), actor: call.actor.id ?? '', actorName, actorTitle })
}

/** Makes an appointment to see the place. Throws `field_check_open` while another one is not recorded. */
export async function setCheck(call: Call<z.output<typeof setFieldCheck.input>>): Promise<Recorded> {
  const { tx, actor, input } = call
  const held = await inHand(call, input.id)
  if (openCheck(held.checks)) throw new Failure('field_check_open')
  const startsAt = startOf(call, input)
  const number = held.checks.length + 1
  const told = { goes: input.goes, preparation: input.preparation ?? null }
  await addStep(call, held, { check: number, kind: 'set', startsAt, ...told })
  const noted = await writeNote(tx, held.dossier, actor, { action: 'setFieldCheck', event: FieldCheckSet, at: call.clock.now(), note: { number, startsAt: startsAt.toISOString(), ...told } })
  return { ...doneOf(noted, actor), number }
}

/** Moves the appointment, and says why. */
export async function moveCheck(call: Call<z.output<typeof moveFieldCheck.input>>): Promise<Recorded> {
  const { tx, actor, input } = call
  const held = await inHand(call, input.id)
  const { number, startsAt: before } = unrecorded(held, input.check)
  const startsAt = startOf(call, input)
  const told = { goes: input.goes, preparation: input.preparation ?? null, reason: input.reason }
  await addStep(call, held, { check: number, kind: 'moved', startsAt, ...told })
  const note = { number, startsAt: startsAt.toISOString(), before: before.toISOString(), ...told }
  const noted = await writeNote(tx, held.dossier, actor, { action: 'moveFieldCheck', event: FieldCheckMoved, at: call.clock.now(), note })
  return { ...doneOf(noted, actor), number }
}

/** The record of a check that was kept, once. Throws `field_check_ahead` before its time. */
export async function recordCheck(call: Call<z.output<typeof recordFieldCheck.input>>): Promise<Recorded> {
  const { tx, actor, input } = call
  const held = await inHand(call, input.id)
  const { number, startsAt } = unrecorded(held, input.check)
  const now = call.clock.now()
  if (now < startsAt) throw new Failure('field_check_ahead', { startsAt: startsAt.toISOString() })
  const found = { present: input.present, findings: input.findings, conforms: input.conforms === 'yes' }
  await addStep(call, held, { check: number, kind: 'done', ...found })
  const noted = await writeNote(tx, held.dossier, actor, { action: 'recordFieldCheck', event: FieldCheckRecorded, at: now, note: { number, ...found } })
  return { ...doneOf(noted, actor), number }
}

/** Puts a photograph or a paper to the record before it is written. Throws `too_many_files`. */
export async function putCheckFile(call: Call<z.output<typeof addCheckFile.input>>): Promise<Recorded> {
  const { tx, actor, upload, input } = call
  const held = await inHand(call, input.id)
  const { number } = unrecorded(held, input.check)
  if (!upload) throw new Failure('invalid_input', { fields: ['file'] }, { fields: { file: 'required' } })
  const there = (await listRecordFiles(tx, held.dossier.id)).filter(({ record, recordNumber }) => record === 'check' && recordNumber === number)
  if (there.length >= mostRecordFiles) throw new Failure('too_many_files', { most: mostRecordFiles })
  const at = call.clock.now()
  const paper = await keepPaper(tx, { upload, actor, at })
  await insertRecordFile(tx, held.dossier.id, { record: 'check', recordNumber: number, number: there.length + 1, file: paper.id, at })
  return { ...doneOf(held.dossier, actor), number }
}
