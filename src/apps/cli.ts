import { pathToFileURL } from 'node:url'
import { StartError } from '#platform/start-error'
import { commands } from './cli/commands.ts'

/** Runs one command line. An unknown command is told with the list, code 2; a StartError is its sentence, code 1. */
export async function runCommand(line: string[]): Promise<number> {
  const [name = 'help', ...args] = line
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.error(`There is no command "${name}".`)
    await commands['help']?.load().then((help) => help.run([]))
    return 2
  }
  try {
    return await (await command.load()).run(args)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    console.error(error.message)
    return 1
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // whoever reads has seen enough: `| head`
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.exitCode = await runCommand(process.argv.slice(2))
}
