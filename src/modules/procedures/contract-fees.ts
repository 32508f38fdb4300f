import { holds } from './contract-conditions.ts'
import { readingOf, valueOf, type Filling } from './contract-form.ts'
import type { Body, Fee } from './contract-body.ts'

/** The fees that apply. */
export function feesOf(body: Body, filling: Filling): Fee[] {
  const read = readingOf(body, filling)
  return body.fees.filter((fee) => holds(fee.when, read))
}

/** What one thing of this size costs, in đồng: each part of it by the step it falls into, and never more than the most for one. */
export function scaled({ amount, scale }: Pick<Fee, 'amount' | 'scale'>, size: number): number {
  if (scale === undefined) return amount
  const steps = [{ from: 1, amount }, ...scale.steps]
  // how many parts lie in a step: from its first one up to the next step's
  const inStep = steps.map(({ from }, at) => Math.max(0, Math.min(size, (steps[at + 1]?.from ?? Number.POSITIVE_INFINITY) - 1) - from + 1))
  const sum = steps.reduce((total, step, at) => total + step.amount * (inStep[at] ?? 0), 0)
  return scale.most === undefined ? sum : Math.min(sum, scale.most)
}

/** A fee as this form makes it: what one costs, how many times, and the sum in đồng. */
export type FeeLine = { fee: Fee; each: number; times: number; total: number }

/** The fees that apply, counted: those that depend on a number (so many copies, so many pages) once that is answered, until then once. What is wanted no time costs nothing and is no line. */
export const feeLinesOf = (body: Body, filling: Filling): FeeLine[] => feesOf(body, filling).map((fee) => {
  const numberOf = (question: string | undefined): number => {
    const given = question === undefined ? 1 : valueOf(body, filling, question)
    return typeof given === 'number' ? given : 1
  }
  const [each, times] = [scaled(fee, numberOf(fee.scale?.question)), numberOf(fee.per)]
  return { fee, each, times, total: each * times }
}).filter(({ times }) => times > 0)
