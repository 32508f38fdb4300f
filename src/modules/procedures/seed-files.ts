import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartError } from '#platform/start-error'

/** A file of the province's data. Throws a StartError that names it. */
export function readData<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new StartError(`${path}: ${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`)
  }
}

/** The JSON files of a folder, by name; none when it is not there. */
export const jsonFiles = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => join(folder, name)) : [])
