/** Where business code reads the time. Handed in, never global: a test and the demonstration move it. */
export type Clock = { now(): Date }

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() }

/** Real time, for sign-in, tokens, sessions and leases, which must not move with the business clock. */
export const realNow = (): Date => new Date()

/** A clock that stands still, for tests. */
export const fixedClock = (at: Date | string): Clock => {
  const time = new Date(at).getTime()
  return { now: () => new Date(time) }
}

/** A business clock that runs at the speed of `base`, shifted by an offset in milliseconds. */
export type MovableClock = Clock & {
  offset(): number
  /** sets the offset in whole milliseconds; 0 returns to real time */
  setOffset(milliseconds: number): void
  /** moves so that `now()` is this instant and runs on from there */
  moveTo(at: Date): void
}

/** Makes a movable clock over `base`. Throws a RangeError for an offset that is not a whole number or leaves the range of dates. */
export function makeMovableClock(base: Clock = systemClock, initialOffset = 0): MovableClock {
  let shift = 0
  const setOffset = (milliseconds: number): void => {
    const valid = Number.isSafeInteger(milliseconds) && !Number.isNaN(new Date(base.now().getTime() + milliseconds).getTime())
    if (!valid) throw new RangeError(`not a clock offset: ${milliseconds}`)
    shift = milliseconds
  }
  setOffset(initialOffset)
  return {
    now: () => new Date(base.now().getTime() + shift),
    offset: () => shift,
    setOffset,
    moveTo: (at) => setOffset(at.getTime() - base.now().getTime()),
  }
}
