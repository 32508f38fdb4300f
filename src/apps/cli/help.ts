import { commands } from './commands.ts'

/** Prints every command with its arguments and what it does. */
export async function run(_args: string[]): Promise<number> {
  const lines = Object.entries(commands).map(([name, { usage, summary }]) => [`${name} ${usage}`.trim(), summary] as const)
  const width = Math.max(...lines.map(([call]) => call.length))
  console.log('npm run cli -- COMMAND\n')
  for (const [call, summary] of lines) console.log(`  ${call.padEnd(width)}  ${summary}`)
  return 0
}
