import type { Body, Condition, Paper } from '#contract/procedures'

/** What can be said of a condition before the questions are answered: it holds, it does not, or the answers will tell. */
export type Chance = 'yes' | 'no' | 'perhaps'

const flip: Record<Chance, Chance> = { yes: 'no', no: 'yes', perhaps: 'perhaps' }

/** Judges a condition when only the case is known. */
export function chanceOf(condition: Condition | undefined, procedureCase: string): Chance {
  if (condition === undefined) return 'yes'
  switch (condition.op) {
    case 'not': return flip[chanceOf(condition.of, procedureCase)]
    case 'and': return joined(condition.of, procedureCase, 'no', 'yes')
    case 'or': return joined(condition.of, procedureCase, 'yes', 'no')
    case 'answered': return condition.field === 'case' ? 'yes' : 'perhaps'
    case 'olderThan': return 'perhaps'
    case 'is': return condition.field === 'case' ? sure(condition.value === procedureCase) : 'perhaps'
    case 'oneOf': return condition.field === 'case' ? sure(condition.values.includes(procedureCase)) : 'perhaps'
  }
}

const sure = (holds: boolean): Chance => (holds ? 'yes' : 'no')

// one part that says `decides` settles the whole; only when all say the other is it the other
function joined(parts: readonly Condition[], procedureCase: string, decides: Chance, otherwise: Chance): Chance {
  const chances = parts.map((part) => chanceOf(part, procedureCase))
  if (chances.includes(decides)) return decides
  return chances.every((chance) => chance === otherwise) ? otherwise : 'perhaps'
}

/** A paper as a case asks for it. */
export type CasePaper = { paper: Paper; perhaps: boolean }

/** The papers of a procedure: those of every case, and for each case those that it adds. */
export function papersByCase(body: Body): { always: CasePaper[]; cases: { code: string; papers: CasePaper[] }[] } {
  const { options } = body.cases
  const rows = body.papers.map((paper) => ({ paper, chances: options.map(({ code }) => chanceOf(paper.when, code)) }))
  // what depends on answers alone depends on them in every case
  const isAlways = ({ chances }: (typeof rows)[number]) => chances.every((chance) => chance !== 'no' && chance === chances[0])
  const entry = (paper: Paper, chance: Chance | undefined): CasePaper => ({ paper, perhaps: chance === 'perhaps' })
  return {
    always: rows.filter(isAlways).map(({ paper, chances }) => entry(paper, chances[0])),
    cases: options.map(({ code }, at) => ({
      code, papers: rows.filter((row) => !isAlways(row) && row.chances[at] !== 'no').map(({ paper, chances }) => entry(paper, chances[at])),
    })),
  }
}
