import type { z } from 'zod'
import type { DossierAction as Actions } from '#contract/dossiers'
import type { ButtonKind } from '../kit/button.tsx'

export type DossierAction = z.output<typeof Actions>

type ActPlace = {
  /** the page of the act; without one it is done by one press on the dossier */
  slug?: string
  /** the key that presses it, as KeyboardEvent.key says it */
  key: string
  /** how a danger or a second act looks when another one is the first */
  kind: Extract<ButtonKind, 'second' | 'danger'>
}

/** Every act on a dossier in the order of the toolbar: the first one that the server allows is the primary. */
export const actPlaces: Record<DossierAction, ActPlace> = {
  accept: { key: 'a', kind: 'second' },
  take: { key: 'a', kind: 'second' },
  propose: { slug: 'trinh-ky', key: 't', kind: 'second' },
  approve: { slug: 'ky', key: 's', kind: 'second' },
  handOver: { slug: 'tra-ket-qua', key: 'h', kind: 'second' },
  supply: { slug: 'bo-sung-tai-quay', key: 'u', kind: 'second' },
  shelve: { slug: 'xep-ke', key: 'x', kind: 'second' },
  // done by receiving a list: no role is ever offered it
  archive: { key: '', kind: 'second' },
  assign: { slug: 'giao-viec', key: 'c', kind: 'second' },
  askSupplement: { slug: 'yeu-cau-bo-sung', key: 'b', kind: 'second' },
  reroute: { slug: 'chuyen-co-quan', key: 'n', kind: 'second' },
  sendBack: { slug: 'tra-lai', key: 'l', kind: 'second' },
  refuse: { slug: 'tu-choi', key: 'R', kind: 'danger' },
  proposeRefusal: { slug: 'khong-giai-quyet', key: 'K', kind: 'danger' },
  voidResult: { slug: 'thu-hoi-ket-qua', key: 'V', kind: 'danger' },
  withdraw: { slug: 'rut-ho-so', key: 'W', kind: 'danger' },
}

/** The acts that are allowed, in the order of the toolbar. What is given at once is not taken first: it is written. */
export function inOrder(allowed: readonly DossierAction[], atOnce = false): DossierAction[] {
  const acts = (Object.keys(actPlaces) as DossierAction[]).filter((act) => allowed.includes(act))
  return atOnce && acts.includes('propose') ? ['propose', ...acts.filter((act) => act !== 'propose')] : acts
}

/** A key as it is written beside a button: `T`, `⇧R`. */
export const keyLabel = (key: string): string => (key.length === 1 && key !== key.toLowerCase() ? `⇧${key}` : key.length === 1 ? key.toUpperCase() : key)
