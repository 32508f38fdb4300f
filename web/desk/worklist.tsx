import { data, Form, redirect, useLocation, useNavigation, useRouteLoaderData } from 'react-router'
import { useEffect } from 'react'
import { accept, getDossier, take, worklist } from '#contract/dossiers'
import type { App } from '#kernel/app'
import { formatDateTime } from '#kernel/format'
import type { Route } from './+types/worklist.ts'
import * as keys from '../context.ts'
import { attempt, type Refusal } from '../kit/call.ts'
import { DeskHead } from '../kit/desk-shell.tsx'
import { DueStrip } from '../kit/due-strip.tsx'
import { ErrorSummary } from '../kit/error-summary.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { useRoot } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { Worklist } from '../kit/worklist.tsx'
import { sentence } from '../messages/index.ts'
import type { FrameData } from './frame.tsx'
import { focusOn, useTrouble } from './keys.ts'
import { ConfirmAccept, DoneNote, type Done } from './list-answers.tsx'
import { Filters, ListEmpty, ListFoot } from './list-filters.tsx'
import { HeadSearch, IntakeButton, NowHere } from './list-head.tsx'
import { reach, useListKeys } from './list-keys.tsx'
import { askOf, besideNames, fromOf, isFiltered, listAt, type Ask, type List, type ListRow } from './list-query.ts'
import { RowAct, workRows } from './list-rows.tsx'
import { bucketsOf } from './list-strip.ts'
import { queueOfSlug, queuePlaces, type QueueName } from './queues.ts'
import { takesIn } from './rail.tsx'
import { run, text } from './run.ts'

type Loaded = { list: List; ask: Ask; from: number; confirm: ListRow | null; done: Done | null }

const queueOf = (slug: string): QueueName => {
  const queue = queueOfSlug(slug)
  if (queue === undefined) throw data({ code: 'not_found', status: 404 }, { status: 404, statusText: 'not_found' })
  return queue
}

/** A queue as its address asks for it. What cannot be asked leads to the whole queue. */
export async function loader({ context, request, params }: Route.LoaderArgs): Promise<Loaded> {
  const app = context.get(keys.app)
  const search = new URL(request.url).searchParams
  const queue = queueOf(params.queue)
  const ask = askOf(search)
  if (!worklist.input.safeParse({ queue, ...ask }).success) throw redirect(listAt(queue))
  const list = await app.call(worklist, { queue, ...ask })
  const asked = search.get(besideNames.ask)
  return { list, ask, from: fromOf(search), confirm: list.rows.find(({ id, actions }) => id === asked && actions.includes('accept')) ?? null, done: await doneOf(app, search) }
}

/** What the act before this page has led to, as it stands now; null when there was none. */
async function doneOf(app: App, search: URLSearchParams): Promise<Done | null> {
  const [id, act] = [search.get(besideNames.done), search.get(besideNames.act)]
  if (id === null || (act !== 'accept' && act !== 'take') || !getDossier.input.safeParse({ id }).success) return null
  const tried = await attempt(app, getDossier, { id })
  if (!tried.ok || tried.value.acceptedAt === null) return null
  const { code, dueAt, documents } = tried.value
  return { id, act, code, due: dueAt && formatDateTime(dueAt), receipt: documents.find(({ kind }) => kind === 'form01')?.id ?? null }
}

/** The acts that a list does by itself. What cannot be done any more says why, and the list is fresh below it. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const queue = queueOf(params.queue)
  const form = await request.formData()
  const act = form.has('take') ? 'take' : 'accept'
  const id = text(form, act) ?? ''
  const done = await run({ app: context.get(keys.app), request, form, of: `${act} ${id}` }, act === 'take' ? take : accept, { id })
  if (!done.ok) return data<{ refusal: Refusal }>({ refusal: done.refusal }, { status: done.refusal.status })
  const search = new URL(request.url).searchParams
  const from = fromOf(search)
  return redirect(listAt(queue, askOf(search), { from: from > 1 ? from : undefined, done: id, act }), 303)
}

export default function WorklistPage({ loaderData: { list, ask, from, confirm, done }, actionData }: Route.ComponentProps) {
  const root = useRoot()
  const locale = useLocale()
  const words = useWords()
  const frame = useRouteLoaderData<FrameData>('desk/frame')
  const intake = frame !== undefined && takesIn(frame.queues)
  const now = root?.page.now ?? ''
  const { queue, count } = list
  const title = words.desk.queue[queue]
  const { codePrefix, rows } = workRows(list.rows, { now, locale, words, from: queue })
  const shown = useShownAsk(ask)
  useListKeys()
  useTrouble(actionData)
  useEffect(() => {
    if (confirm) focusOn(reach.confirm)
  }, [confirm])
  return (
    <>
      <Title errors={actionData ? 1 : 0}>{`${title} (${count})`}</Title>
      <DeskHead title={title} count={count}>
        <HeadSearch />
        <NowHere now={now} />
        {intake && <IntakeButton />}
      </DeskHead>
      {actionData && <div className="desk__pad"><ErrorSummary lines={[{ href: null, text: sentence(actionData.refusal.code, actionData.refusal.values, locale) }]} /></div>}
      {confirm ? <ConfirmAccept row={confirm} queue={queue} back={listAt(queue, ask, { from: from > 1 ? from : undefined })} /> : done && !actionData && <DoneNote done={done} queue={queue} />}
      {queuePlaces[queue].running && count > 0 && <DueStrip buckets={bucketsOf({ list, ask: shown, now }, words)} />}
      {(count > 0 || isFiltered(ask)) && <Filters list={list} ask={shown} />}
      {rows.length === 0 ? <ListEmpty queue={queue} filtered={isFiltered(ask)} /> : (
        <Form method="post" className="work-form">
          <FormGuard form="list" />
          <Worklist
            caption={title} codePrefix={codePrefix} columns={queuePlaces[queue].columns} dueLabel={queuePlaces[queue].answer && words.desk.list.answerBy} sorted={queuePlaces[queue].order === undefined}
            rows={rows.map((row, at) => ({ ...row, chosen: row.id === confirm?.id, acts: <RowAct row={list.rows[at] as ListRow} queue={queue} ask={ask} from={from} words={words} /> }))}
          />
        </Form>
      )}
      <ListFoot list={list} ask={ask} from={from} intake={intake} />
    </>
  )
}

/** What the person asked for, already while the answer is on its way: a choice must not jump back under the hand. */
function useShownAsk(ask: Ask): Ask {
  const here = useLocation()
  const { location } = useNavigation()
  return location && location.pathname === here.pathname ? askOf(new URLSearchParams(location.search)) : ask
}
