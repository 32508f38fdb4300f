import type { DossierView } from '#contract/dossiers'
import type { Locale, Messages } from '../../messages/index.ts'
import { documentAt, paperFileAt, resultDraftAt } from '../places.ts'

export type Paper = DossierView['papers'][number]

/** What stands beside the declaration: a paper (perhaps without a file), a document, or the draft of the result. */
export type Shown = { name: string; href: string | null; type: string; paper: Paper | null }

/** The word in the address that stands for the draft of the result. */
export const draftWord = 'du-thao'

const pdf = 'application/pdf'

/** A paper as it is shown beside something else. */
export const ofPaper = (view: DossierView, paper: Paper, locale: Locale): Shown =>
  ({ name: paper.name[locale], href: paper.file && paperFileAt(view.id, paper.number), type: paper.file?.type ?? '', paper })

/** The draft of the result, as it would be signed. */
export const draftOf = (view: DossierView, words: Messages['dossier']): Shown => ({ name: view.refusal ? words.documents.draftRefusal : words.documents.draft, href: resultDraftAt(view.id), type: pdf, paper: null })

/** A document; `copy` when it is shown as a print after the first one. */
const ofDocument = (view: DossierView, document: DossierView['documents'][number], words: Messages['dossier'], copy: string | null = null): Shown =>
  ({ name: words.documents.kinds[document.kind], href: documentAt(view.id, document.id, copy), type: pdf, paper: null })

/** Whoever has the dossier in hand now; null before somebody took it, and from the proposal on, when it is the leader's and the counter's. */
export const holderNow = ({ state, holder }: Pick<DossierView, 'state' | 'holder'>): DossierView['holder'] => (state === 'processing' || state === 'office_waiting' ? holder : null)

/** Whether a document is what the dossier comes to: its result, or the notice that it is not granted. */
export const isOutcome = ({ kind, voided }: DossierView['documents'][number]): boolean => (kind === 'result' || kind === 'refusal') && voided === null

/** The signed result of a dossier, or the notice instead of one; null before. */
export function resultOf(view: DossierView, words: Messages['dossier']): Shown | null {
  const result = view.documents.find(isOutcome)
  return result ? ofDocument(view, result, words) : null
}

/**
 * What the address asks to see; without a word of it, what is to be looked at next: the draft for whoever signs, a paper nobody has looked
 * at, any paper, the newest document.
 */
export function shownOf(view: DossierView, search: URLSearchParams, words: Messages['dossier'], locale: Locale): Shown | null {
  const wanted = search.get('xem')
  if (wanted === draftWord && view.mayPreview) return draftOf(view, words)
  const document = view.documents.find(({ id }) => id === wanted)
  if (document) return ofDocument(view, document, words, /^\d{1,4}$/.exec(search.get('lan') ?? '')?.[0] ?? null)
  const paper = view.papers.find(({ number }) => String(number) === search.get('giay'))
  if (paper) return ofPaper(view, paper, locale)
  if (view.actions.includes('approve') && view.mayPreview) return draftOf(view, words)
  const next = (view.mayCheckPapers ? firstUnseen(view) : undefined) ?? view.papers.find(({ file }) => file !== null) ?? view.papers[0]
  if (next) return ofPaper(view, next, locale)
  const newest = view.documents.at(-1)
  return newest ? ofDocument(view, newest, words) : null
}

/** Papers that a later one of their kind, handed in on request, replaces. */
export const isReplaced = (view: DossierView, paper: Paper): boolean =>
  paper.source !== 'supplement' && view.papers.some((other) => other.source === 'supplement' && other.code === paper.code)

/** Who at the counter had this paper before them when the dossier was taken in; null for what came online or was supplied later. */
export function clerkWhoSaw({ channel, acts }: Pick<DossierView, 'channel' | 'acts'>, { source }: Pick<Paper, 'source'>): string | null {
  if (channel !== 'counter' || source !== 'counter') return null
  return acts.find(({ action }) => action === 'accept')?.actor.name ?? null
}

const inForce = (view: DossierView): Paper[] => view.papers.filter((paper) => !isReplaced(view, paper))

/** The first paper that counts and has no verdict yet. */
export const firstUnseen = (view: DossierView): Paper | undefined => inForce(view).find(({ verdict }) => verdict === null)

/** How many papers count, how many of them were looked at, and how many are good. */
export function checkedOf(view: DossierView): { all: number; seen: number; good: number } {
  const papers = inForce(view)
  return { all: papers.length, seen: papers.filter(({ verdict }) => verdict !== null).length, good: papers.filter(({ verdict }) => verdict === 'good').length }
}
