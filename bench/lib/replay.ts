// The peer of bench/submit.ts: reads scripts of statements from standard input and sends them to PostgreSQL as fast as it takes them, over so many
// connections, for so many seconds, with fresh ids each time. Prints { perSecond }.
import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import type { Script } from './capture.ts'

type Task = { url: string; connections: number; seconds: number; script: Script[] }
const task = JSON.parse(await text(process.stdin)) as Task

const revive = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if ('bytes' in value) return Buffer.from(String(value.bytes), 'base64')
  if ('time' in value) return new Date(String(value.time))
  return value
}
const scripts = task.script.map((script) => ({ ...script, statements: script.statements.map(({ text: statement, parameters }) => ({ statement, parameters: parameters.map(revive) })) }))

let done = 0
const until = performance.now() + task.seconds * 1000
await Promise.all(Array.from({ length: task.connections }, (_, i) => work(i)))
process.stdout.write(JSON.stringify({ perSecond: done / task.seconds }))

async function work(first: number): Promise<void> {
  const client = new pg.Client({ connectionString: task.url })
  await client.connect()
  for (let at = first; performance.now() < until; at += task.connections) {
    const script = scripts[at % scripts.length]
    const draft = script?.drafts.pop()
    if (!script || draft === undefined) throw new Error('there were too few drafts: raise their number')
    const fresh: [string, string][] = [[script.ids.draft, draft], [script.ids.key, randomUUID()], [script.ids.dossier, randomUUID()]]
    const change = (value: unknown): unknown => (typeof value === 'string' ? fresh.reduce((words, [old, other]) => words.replaceAll(old, other), value) : value)
    for (const { statement, parameters } of script.statements) await client.query(statement, parameters.map(change))
    done++
  }
  await client.end()
}
