/**
 * Calls `stop` once, when a person (Ctrl-C), the system (SIGTERM, SIGHUP) or the end of the launcher asks for it, and then exits: 0 after a
 * clean stop, 1 when `stop` failed. Ctrl-C pressed again after two seconds ends at once.
 */
export function onStop(stop: (reason: string) => Promise<void>): void {
  let since = 0
  const ask = (reason: string) => {
    if (since > 0) {
      // npm and the terminal may both deliver the same Ctrl-C
      if (reason === 'SIGINT' && Date.now() - since > 2000) process.exit(130)
      return
    }
    since = Date.now()
    stop(reason).then(
      () => process.exit(process.exitCode ?? 0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ask(signal))
  if (process.channel) process.once('disconnect', () => ask('the launcher has ended'))
}
