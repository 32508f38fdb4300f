import { usualMegabytes, type Paper } from './contract-body.ts'

/** What the bytes of each kind of file show themselves to be. */
const typesOf: Record<NonNullable<Paper['files']>[number], readonly string[]> = {
  pdf: ['application/pdf'], picture: ['image/jpeg', 'image/png', 'image/webp'], dwg: ['image/vnd.dwg'],
}

type Given = Pick<Paper, 'maxMegabytes' | 'files'>

/** The kinds of files that a paper may come in. */
export const fileKindsOf = ({ files }: Given): NonNullable<Paper['files']> => files ?? ['pdf', 'picture']

/** The types of files that a paper may come in. */
export const fileTypesOf = (paper: Given): string[] => fileKindsOf(paper).flatMap((kind) => typesOf[kind])

/** Most megabytes of one file of a paper. */
export const megabytesOf = ({ maxMegabytes }: Given): number => maxMegabytes ?? usualMegabytes
