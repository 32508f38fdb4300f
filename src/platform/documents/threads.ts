import type { Log } from '../log.ts'
import { startRenderer, unavailable, type Renderer } from './renderer.ts'

/** The thread at work and the one made ready to follow it. */
export type Threads = {
  /** the thread at work; starts one when there is none, or when it died while nobody asked. Failure('unavailable') after `stop`. */
  take(): Promise<Renderer>
  /** makes a follower ready, unless there is one */
  prepare(): void
  /** ends the thread at work; the next `take` gets the follower */
  leave(): void
  /** whether the thread at work has died or never started; it is left then */
  lost(): Promise<boolean>
  /** ends all and waits for their end */
  stop(): Promise<void>
}

/** Keeps the threads; nothing is started before it is asked for. */
export function openThreads(log?: Log): Threads {
  let current: Promise<Renderer> | undefined
  let follower: Promise<Renderer> | undefined
  let stopped = false
  const ending = new Set<Promise<void>>()

  const end = (renderer: Promise<Renderer> | undefined) => {
    if (!renderer) return
    const ended = renderer.then((one) => one.end(), () => undefined)
    ending.add(ended)
    void ended.finally(() => ending.delete(ended))
  }
  const leave = () => {
    end(current)
    current = undefined
  }
  const hasEnded = (renderer: Promise<Renderer>): Promise<boolean> => renderer.then((one) => one.ended(), () => true)
  const take = async (): Promise<Renderer> => {
    if (current && (await hasEnded(current))) leave()
    if (!current && follower && (await hasEnded(follower))) follower = undefined
    if (stopped) throw unavailable()
    if (!current) {
      current = follower ?? startRenderer()
      follower = undefined
    }
    return current
  }

  return {
    take,
    leave,
    prepare() {
      if (follower || stopped) return
      follower = startRenderer()
      follower.catch((error: unknown) => log?.warn({ error: String(error) }, 'the next document thread did not start'))
    },
    async lost() {
      if (!current || !(await hasEnded(current))) return false
      leave()
      return true
    },
    async stop() {
      stopped = true
      end(follower)
      follower = undefined
      leave()
      await Promise.all(ending)
    },
  }
}
