import { redirect } from 'react-router'
import { listQueues } from '#contract/dossiers'
import type { Route } from './+types/start.ts'
import * as keys from '../context.ts'
import { homes } from '../kit/places.ts'
import { adminAt } from './admin/menu.ts'
import { queueAt, queuePlaces } from './queues.ts'

/** The desk begins with the queue in which somebody at a counter waits, else with the first of the capacity that holds something to do, else with its first; an administrator has none and begins with what needs attention, the centre has its boards. */
export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const app = context.get(keys.app)
  if (app.viewer.role === 'administrator') return redirect(adminAt)
  if (app.viewer.role === 'centre') return redirect(homes.ioc)
  const { queues } = await app.call(listQueues, {})
  const first = queues.find(({ atOnce }) => atOnce > 0) ?? queues.find(({ name, count }) => count > 0 && queuePlaces[name].group === 'own') ?? queues[0]
  return redirect(first ? queueAt(first.name) : homes.ioc)
}

export default function Start() {
  return null
}
