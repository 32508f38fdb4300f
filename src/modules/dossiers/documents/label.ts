import { fileURLToPath } from 'node:url'
import type { Tools } from '#platform/tools'

const template = fileURLToPath(new URL('label.typ', import.meta.url))

/** What a label says: the place in large letters, and enough to find the right paper there. */
export type LabelFacts = { place: string; code: string; name: string; title: string; ready: string; at: Date; reprint?: number }

/** The label of a result on a shelf, for a printer of labels (70 × 40 mm). */
export const makeLabel = ({ documents, config }: Pick<Tools, 'documents' | 'config'>, { at, reprint, ...facts }: LabelFacts): Promise<Uint8Array> =>
  documents.render(template, { ...facts, reprint: reprint === undefined ? null : String(reprint), demonstration: config.mode === 'demonstration' }, { date: at })
