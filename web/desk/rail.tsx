import { Form, useLocation, useRouteLoaderData } from 'react-router'
import type { DossierView } from '#contract/dossiers'
import { formatNumber } from '#kernel/format'
import { Anchor } from '../kit/anchor.tsx'
import { Rail, type RailGroup } from '../kit/desk-shell.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { lockAt } from '../kit/places.ts'
import { usePath, useRoot } from '../kit/root-data.ts'
import { useLocale, useWords } from '../kit/words.ts'
import type { Messages } from '../messages/index.ts'
import type { Capacity, FrameData } from './frame.tsx'
import { dutyLinks } from './admin/menu.ts'
import { dueAt, tillAt } from './fees/places.ts'
import type { DossierState } from './looks.ts'
import { callsAt, capacityAt, intakeAt, ownAccountAt, paperListsAt, questionsAt, registerAt, searchAt } from './places.ts'
import { queueAt, queueOfSlug, queuePlaces } from './queues.ts'

/** The groups of the rail: the queues that the server gave this capacity, ways to a dossier that lies in none of them, and its other duties. */
export function railGroups({ queues, questions, papers, duties }: Pick<FrameData, 'queues' | 'questions' | 'papers' | 'duties'>, { pathname, search, state }: { pathname: string; search: string; /** of the dossier that is open */ state?: DossierState | undefined }, words: Messages): RailGroup[] {
  const { desk } = words
  // a dossier belongs to the queue it was opened from, until it has gone on
  const opened = queueOfSlug(new URLSearchParams(search).get('hang'))
  const left = opened !== undefined && state !== undefined && queuePlaces[opened].states?.includes(state) === false
  const from = left ? undefined : opened
  const item = ({ name, count, atOnce }: FrameData['queues'][number]) => ({ href: queueAt(name), label: desk.queue[name], ...(atOnce > 0 && { note: words.atOnce.waiting(formatNumber(atOnce)) }), count, current: pathname === queueAt(name) || from === name })
  const groups = (['own', 'around'] as const).map((group) => ({ title: desk.rail[group], items: queues.filter(({ name }) => queuePlaces[name].group === group).map(item) }))
  if (questions !== null) groups[0]?.items.push({ href: questionsAt, label: words.consult.list.link, count: questions, current: pathname.startsWith(questionsAt) })
  const more = queues.length === 0 ? [] : [
    ...(takesIn(queues) ? [{ href: intakeAt, label: desk.intake.link, count: null, current: pathname.startsWith(intakeAt) }, { href: dueAt, label: words.fees.link, count: null, current: pathname.startsWith(dueAt) }, { href: callsAt, label: words.calls.title, count: null, current: pathname === callsAt }] : [{ href: tillAt, label: words.fees.till.receiving, count: null, current: pathname === tillAt }]),
    { href: paperListsAt, label: words.after.lists.link, count: papers.toSend + papers.toReceive, current: pathname.startsWith(paperListsAt) },
    { href: registerAt, label: words.atOnce.register.link, count: null, current: pathname === registerAt },
    { href: searchAt, label: desk.find.link, count: null, current: pathname === searchAt },
  ]
  const office = dutyLinks(duties, words.admin).map(({ href, label }) => ({ href, label, count: null, current: pathname === href || pathname.startsWith(`${href}/`) }))
  return [...groups, { title: desk.rail.more, items: more }, { title: words.admin.rail, items: office }].filter(({ items }) => items.length > 0)
}

/** Whether this capacity stands at a counter: the server gives it the queue of what waits for an answer there. */
export const takesIn = (queues: FrameData['queues']): boolean => queues.some(({ name }) => name === 'to_answer')

/** The rail of the desk with the person at its foot. */
export function DeskRail({ data }: { data: FrameData }) {
  const root = useRoot()
  const locale = useLocale()
  const words = useWords()
  const open = useRouteLoaderData<{ view?: DossierView }>('desk/dossier/dossier')
  const groups = railGroups(data, { ...useLocation(), state: open?.view?.state }, words)
  const { agencyName, title } = root?.viewer ?? {}
  return <Rail root={root} groups={groups} place={agencyName?.[locale] ?? ''} duty={title?.[locale]} lock={<><Capacities list={data.capacities} /><Anchor href={ownAccountAt}>{words.credentials.account.link}</Anchor><Lock /></>} />
}

/** Locks the screen. A form, because a link would lock whoever only looked at it. */
function Lock() {
  const { shell } = useWords()
  return <form method="post" action={lockAt}><FormGuard form="lock" /><input type="hidden" name="back" value={usePath()} /><button type="submit">{shell.lock}</button></form>
}

/** The other capacities of the person: pressing one goes on in it, and the list closes. */
function Capacities({ list }: { list: readonly Capacity[] }) {
  const { desk } = useWords()
  const locale = useLocale()
  if (list.length === 0) return null
  return (
    <details className="capacities" key={list.map(({ id }) => id).join()}>
      <summary><span>{desk.capacity.change}</span></summary>
      <Form method="post" action={capacityAt}>
        <FormGuard form="capacity" />
        {list.map(({ id, title, agencyName }) => <button key={id} type="submit" name="capacity" value={id}>{title[locale]}<small>{agencyName[locale]}</small></button>)}
      </Form>
    </details>
  )
}
