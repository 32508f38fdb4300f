import './desk.css'
import { useEffect, useRef } from 'react'
import { Outlet, redirect, useLocation, useSubmit } from 'react-router'
import { listQueues } from '#contract/dossiers'
import { getAgency } from '#contract/agencies'
import { session as readSession, type SessionView } from '#contract/identity'
import type { App } from '#kernel/app'
import type { Route } from './+types/frame.ts'
import * as keys from '../context.ts'
import { attempt } from '../kit/call.ts'
import { DeskShell } from '../kit/desk-shell.tsx'
import { formKeyOf } from '../kit/form-guard.tsx'
import type { Handle } from '../kit/handle.ts'
import { lockAt, pathOf, signInAt } from '../kit/places.ts'
import { usePath, useRoot } from '../kit/root-data.ts'
import { SiteName } from '../kit/title.tsx'
import { useWords } from '../kit/words.ts'
import { DeskRail } from './rail.tsx'
import type { QueueName } from './queues.ts'

export const handle: Handle = { scripts: true, density: 'desk' }

/** What stands in the rail: the queues of the capacity, how much its agency is asked by others (null where nothing is asked), its other duties, and the other capacities of the person. `idleMinutes`: when the screen locks itself. */
export type FrameData = { queues: { name: QueueName; count: number; atOnce: number }[]; papers: { toSend: number; toReceive: number }; questions: number | null; capacities: Capacity[]; duties: SessionView['duties']; idleMinutes: number }
export type Capacity = { id: string; title: { vi: string; en: string }; agencyName: { vi: string; en: string } }

/**
 * Everybody who is not an officer is sent to the door, whoever locked themselves out to the lock. A form that was posted is answered
 * first: a page that keeps what was typed still shows it, beside an empty rail.
 */
export async function loader({ context, request }: Route.LoaderArgs): Promise<FrameData> {
  const app = context.get(keys.app)
  const session = await app.call(readSession, {})
  if (session.kind === 'citizen') throw redirect(signInAt(pathOf(request.url)))
  // the centre and the administrator have no queues; a refusal is the business of the page
  const queues = await attempt(app, listQueues, {})
  return { queues: queues.ok ? queues.value.queues : [], papers: queues.ok ? queues.value.papers : { toSend: 0, toReceive: 0 }, questions: queues.ok ? queues.value.questions : null, capacities: await others(app, session), duties: session.duties, idleMinutes: session.idleMinutes }
}

/** The capacities that the person may change to, each with its agency's name. */
async function others(app: App, session: SessionView): Promise<Capacity[]> {
  const list = session.capacities.filter(({ current }) => !current)
  const codes = [...new Set(list.map(({ agency }) => agency))]
  const names = new Map(await Promise.all(codes.map(async (code) => [code, (await app.call(getAgency, { code })).name] as const)))
  return list.map(({ id, title, agency }) => ({ id, title, agencyName: names.get(agency) ?? { vi: agency, en: agency } }))
}

/** The same after a refusal: something has changed under the page, and its counters with it. */
export const shouldRevalidate = (): boolean => true

/** The desk: queues at the left, the work at the right. */
export default function DeskFrame({ loaderData }: Route.ComponentProps) {
  const root = useRoot()
  const { shell } = useWords()
  useIdleLock(loaderData.idleMinutes)
  const place = root?.page.provinceName[root.locale] ?? ''
  return (
    <SiteName value={place === '' ? shell.desk : `${shell.desk} ${place}`}>
      <DeskShell root={root} rail={<DeskRail data={loaderData} />}><Outlet /></DeskShell>
    </SiteName>
  )
}

/** no timer of a browser runs longer */
const longestTimer = 2 ** 31 - 1

/**
 * Locks the screen when nobody has touched mouse or keyboard for so long. The server locks the session by itself after as long without a
 * request; but a screen that nobody looks at must not go on showing people's data.
 */
function useIdleLock(minutes: number): void {
  const submit = useSubmit()
  const root = useRoot()
  const path = usePath()
  const { pathname } = useLocation()
  const latest = useRef(() => {})
  useEffect(() => {
    latest.current = () => void submit({ csrf: root?.csrf ?? '', key: formKeyOf(root?.formKey ?? '', 'idle'), back: path }, { method: 'post', action: lockAt })
  })
  useEffect(() => {
    let timer = 0
    const again = (): void => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => latest.current(), Math.min(minutes * 60_000, longestTimer))
    }
    const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
    for (const sign of signs) window.addEventListener(sign, again, { passive: true })
    again()
    return () => {
      window.clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, again)
    }
  }, [pathname, minutes])
}
