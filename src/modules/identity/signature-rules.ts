import { nfc } from '#kernel/text'

/**
 * In which name a person signs: `head` as the one in charge, `TM` for the collective that they lead, `Q` as acting head, `KT` as a deputy in
 * place of the head, `TL` by the head's order, `TUQ` by a written delegation of the head.
 */
export const signingModes = ['head', 'TM', 'Q', 'KT', 'TL', 'TUQ'] as const
export type SigningMode = (typeof signingModes)[number]

/** `head`: title of the one in charge (`Chủ tịch`); `own`: title of the one who signs (`Phó Chủ tịch`); `collective`: `Ủy ban nhân dân`. */
export type Signing = { head: string; own: string; collective?: string | undefined; mode: SigningMode }

/** What Nghị định 30/2020/NĐ-CP asks of each mode. */
export const signatureSource = 'Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II, khoản 7'

const capitals = (title: string): string => nfc(title).trim().replace(/\s+/g, ' ').toLocaleUpperCase('vi')

/** Which parts each mode shows: the collective when there is one, the head's title behind its letters, the signer's own title. */
const shows: Record<SigningMode, { collective: 'may' | 'must' | 'never'; letters: string; own: boolean }> = {
  head: { collective: 'never', letters: '', own: false },
  TM: { collective: 'must', letters: '', own: false },
  Q: { collective: 'may', letters: 'Q. ', own: false },
  KT: { collective: 'may', letters: 'KT. ', own: true },
  // what a single person gives on, order or delegation, is never the collective's
  TL: { collective: 'never', letters: 'TL. ', own: true },
  TUQ: { collective: 'never', letters: 'TUQ. ', own: true },
}

/** The lines above a signature, from top to bottom; undefined for what the decree does not know. */
export function signatureLines({ head, own, collective, mode }: Signing): string[] | undefined {
  const rule = shows[mode]
  const group = collective === undefined || collective.trim() === '' ? undefined : capitals(collective)
  if (capitals(head) === '' || (rule.own && capitals(own) === '')) return undefined
  if (rule.collective === 'must' && group === undefined) return undefined
  if (rule.collective === 'never' && group !== undefined) return undefined
  return [...(group === undefined ? [] : [`TM. ${group}`]), `${rule.letters}${capitals(head)}`, ...(rule.own ? [capitals(own)] : [])]
}

/** The lines above a signature as they are stored, one below the other; none for a capacity that signs nothing. */
export const linesOf = ({ signsAs }: { signsAs: string | null }): string[] => signsAs?.split('\n') ?? []

/** The head's title in lines of a head (`CHỦ TỊCH`, or `TM. ỦY BAN NHÂN DÂN` above it); undefined when they sign in somebody's place. */
export function headTitleOf(lines: readonly string[]): string | undefined {
  const [first, ...rest] = lines.filter((line) => !line.startsWith('TM. '))
  return first === undefined || rest.length > 0 || /^(KT|TL|TUQ)\. /.test(first) ? undefined : first.replace(/^Q\. /, '')
}

/** Whether lines are those of a deputy, who may sign in the head's place. */
export const isDeputy = (lines: readonly string[]): boolean => lines.some((line) => line.startsWith('KT. '))
