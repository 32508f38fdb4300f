/** One thing that happened to a check of the place: an appointment, another time for it, or its record. */
export type CheckStep = {
  check: number
  step: number
  kind: 'set' | 'moved' | 'done'
  at: Date
  startsAt: Date | null
  goes: string | null
  preparation: string | null
  reason: string | null
  present: string | null
  findings: string | null
  conforms: boolean | null
  actorName: string
  actorTitle: string | null
}

/** A check of the place (kiểm tra thực địa) as it stands. */
export type FieldCheck = {
  number: number
  startsAt: Date
  goes: string
  preparation: string | null
  /** how often the appointment was moved, and why the last time */
  moves: number
  movedBecause: string | null
  record: { at: Date; present: string; findings: string; conforms: boolean; by: string } | null
}

/** The checks that steps tell of, in their order. */
export function checksOf(steps: readonly CheckStep[]): FieldCheck[] {
  const checks = new Map<number, FieldCheck>()
  for (const step of steps.toSorted((a, b) => a.check - b.check || a.step - b.step)) {
    const known = checks.get(step.check)
    if (step.kind === 'done') {
      if (known) checks.set(step.check, { ...known, record: { at: step.at, present: step.present ?? '', findings: step.findings ?? '', conforms: step.conforms === true, by: step.actorName } })
    } else if (step.startsAt) {
      checks.set(step.check, {
        number: step.check, startsAt: step.startsAt, goes: step.goes ?? '', preparation: step.preparation, moves: known ? known.moves + 1 : 0, movedBecause: known ? step.reason : null, record: null,
      })
    }
  }
  return [...checks.values()]
}

/** The appointment that nobody has kept yet. */
export const openCheck = (checks: readonly FieldCheck[]): FieldCheck | undefined => checks.find(({ record }) => record === null)

/**
 * What of the checks stands against proposing the result: an appointment whose record is missing; where the version demands a check, that there was none, or
 * that the last one found the place not in order. Undefined when nothing does.
 */
export function checksAgainst(rule: { required: boolean } | undefined, checks: readonly FieldCheck[]): 'field_check_open' | 'field_check_missing' | 'field_check_not_conforming' | undefined {
  if (openCheck(checks)) return 'field_check_open'
  const last = checks.at(-1)?.record
  if (!rule?.required) return undefined
  return last === undefined || last === null ? 'field_check_missing' : last.conforms ? undefined : 'field_check_not_conforming'
}
