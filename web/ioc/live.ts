import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'

/** how often a wall counts again */
const everySeconds = 20

/**
 * Loads the page's data again and again. Before each time it asks whether the server is there at all: a wall whose network is gone keeps
 * its last figures instead of becoming an error page. Says whether the connection is lost.
 */
export function useLiveBoard(): boolean {
  const { revalidate } = useRevalidator()
  const again = useRef(revalidate)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    again.current = revalidate
  }, [revalidate])
  useEffect(() => {
    const tick = async (): Promise<void> => {
      const alive = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(5000) }).then(({ ok }) => ok, () => false)
      setLost(!alive)
      if (alive) await again.current()
    }
    const now = (): void => void tick()
    const timer = setInterval(now, everySeconds * 1000)
    // the browser knows first that a cable was pulled or put back
    window.addEventListener('online', now)
    window.addEventListener('offline', now)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', now)
      window.removeEventListener('offline', now)
    }
  }, [])
  return lost
}
