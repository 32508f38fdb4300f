import { fileKindsOf, fileTypesOf, megabytesOf, type Paper } from '#contract/procedures'
import { formatNumber } from '#kernel/format'
import type { Messages } from '../messages/index.ts'

type Rules = Pick<Paper, 'maxMegabytes' | 'files'>

/** What a paper may come as, as a browser's file box wants it. Browsers have no type for a drawing, only its ending; the server looks at the bytes. */
export const acceptOf = (rules: Rules): string => [...fileTypesOf(rules), ...(fileKindsOf(rules).includes('dwg') ? ['.dwg'] : [])].join(',')

/** Whether the version of the procedure says nothing of its own about the files of a paper. */
export const isUsual = ({ maxMegabytes, files }: Rules): boolean => maxMegabytes === undefined && files === undefined

/** Says of which kinds files may be, and how large. */
export const filesHint = (rules: Rules, { paperFiles }: Messages['kit']): string =>
  paperFiles.hint(fileKindsOf(rules).map((kind) => paperFiles.kinds[kind]).reduce(paperFiles.or), formatNumber(megabytesOf(rules)))
