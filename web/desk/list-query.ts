import type { z } from 'zod'
import type { worklist } from '#contract/dossiers'
import { queueAt, type QueueName } from './queues.ts'

/** What of a queue is looked at, as its address says it. */
export type Ask = { day?: string; late?: '1'; waiting?: '1'; procedure?: string; holder?: string; channel?: 'online' | 'counter'; after?: string }
export type AskName = keyof Ask

/** Names in the address. */
export const askNames: Record<AskName, string> = { day: 'ngay', late: 'tre', waiting: 'dung', procedure: 'thu-tuc', holder: 'nguoi-giu', channel: 'kenh', after: 'sau' }

const order = Object.keys(askNames) as AskName[]

/** What an address asks for. Whether it can be asked is the server's answer. */
export const askOf = (search: URLSearchParams): Ask => alone(Object.fromEntries(order.map((name) => [name, search.get(askNames[name]) ?? '']).filter(([, text]) => text !== '')) as Ask)

/** Late, waiting and due on a day exclude each other: the first of them counts. */
function alone(ask: Ask): Ask {
  const { day, late, waiting, ...rest } = ask
  return late ? { late, ...rest } : waiting ? { waiting, ...rest } : day === undefined ? rest : { day, ...rest }
}

/** The same list asked in another way, from its beginning; `undefined` takes a condition away. */
export function changed(ask: Ask, change: { [Name in AskName]?: Ask[Name] | undefined }): Ask {
  const { after: _, ...kept } = ask
  const times = 'day' in change || 'late' in change || 'waiting' in change ? { day: undefined, late: undefined, waiting: undefined } : {}
  return Object.fromEntries(Object.entries({ ...kept, ...times, ...change }).filter(([, value]) => value !== undefined)) as Ask
}

/** Whether anything but the page is asked for. */
export const isFiltered = (ask: Ask): boolean => Object.keys(ask).some((name) => name !== 'after')

/** What else an address may say: the row of the page's first dossier, the dossier that is asked about, and what has just been done. */
export type Besides = { from?: number | undefined; ask?: string | undefined; done?: string | undefined; act?: string | undefined }
export const besideNames: Record<keyof Besides, string> = { from: 'tu', ask: 'hoi', done: 'xong', act: 'viec' }

/** The address of a list. */
export function listAt(queue: QueueName, ask: Ask = {}, besides: Besides = {}): string {
  const search = new URLSearchParams()
  for (const name of order) if (ask[name] !== undefined) search.set(askNames[name], ask[name])
  for (const [name, value] of Object.entries(besides)) if (value !== undefined) search.set(besideNames[name as keyof Besides], String(value))
  return `${queueAt(queue)}${search.size > 0 ? `?${search}` : ''}`
}

/** The number of the page's first row, 1 when the address says nothing sensible. */
export const fromOf = (search: URLSearchParams): number => (/^\d{1,6}$/.test(search.get(besideNames.from) ?? '') && search.has(askNames.after) ? Math.max(1, Number(search.get(besideNames.from))) : 1)

export type List = z.output<typeof worklist.output>
export type ListRow = List['rows'][number]
