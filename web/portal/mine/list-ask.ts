import { myDossiers, type mineShows } from '#contract/dossiers'
import { mineAt } from '../places.ts'

export type Show = (typeof mineShows)[number]

/** What the list is asked for by its address: one kind, words, and where it goes on. */
export type MineAsk = { show?: Show; q?: string; after?: string }

const slugs: Record<Show, string> = { waiting: 'can-bo-sung', collect: 'cho-nhan', open: 'dang-giai-quyet', done: 'da-xong' }
const shows = Object.keys(slugs) as Show[]

/** What an address asks for. What cannot be asked is left out: an old link shows more, never an error. */
export function mineAskOf(search: URLSearchParams): MineAsk {
  const show = shows.find((each) => slugs[each] === search.get('loc'))
  const q = (search.get('q') ?? '').trim().slice(0, 60)
  const after = search.get('sau') ?? ''
  const ask = { ...(show && { show }), ...(q !== '' && { q }), ...(after !== '' && { after }) }
  return myDossiers.input.safeParse(ask).success ? ask : { ...(show && { show }), ...(q !== '' && { q }) }
}

/** The address of such a list. */
export function mineListAt({ show, q, after }: MineAsk): string {
  const search = new URLSearchParams([...(show ? [['loc', slugs[show]]] : []), ...(q ? [['q', q]] : []), ...(after ? [['sau', after]] : [])] as [string, string][])
  return search.size === 0 ? mineAt : `${mineAt}?${search}`
}
