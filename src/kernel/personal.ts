import { z } from 'zod'

/** Kinds of personal data of a citizen, as a person is told which of them somebody saw. */
export const personalKinds = ['name', 'identity', 'number', 'answers', 'papers', 'result', 'readings'] as const
export type PersonalKind = (typeof personalKinds)[number]

/**
 * Why somebody reads personal data of another (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: for the purpose it was given for). The words are the web's.
 * handle: to work on the dossier; queue: it stood in the list of work; search: they looked for it; number: the whole citizen number; paper: a file; audit: to
 * look after how data are read.
 */
export const purposes = ['handle', 'queue', 'search', 'number', 'paper', 'consult', 'audit'] as const
export type Purpose = (typeof purposes)[number]

const registry = z.registry<{ kind: PersonalKind }>()

/** Marks a part of an answer as personal data of a citizen. A route whose answer holds one says so, or the program does not start. */
export function personal<S extends z.ZodType>(schema: S, kind: PersonalKind): S {
  registry.add(schema, { kind })
  return schema
}

type Def = { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; innerType?: z.ZodType; options?: readonly z.ZodType[]; valueType?: z.ZodType; in?: z.ZodType; out?: z.ZodType; left?: z.ZodType; right?: z.ZodType; items?: readonly z.ZodType[] }

/** The kinds of personal data that a schema's values hold, however deep. */
export function kindsIn(schema: z.ZodType, seen = new Set<z.ZodType>()): Set<PersonalKind> {
  const kinds = new Set<PersonalKind>()
  if (seen.has(schema)) return kinds
  seen.add(schema)
  const mine = registry.get(schema)
  if (mine) kinds.add(mine.kind)
  const { shape, element, innerType, options, valueType, in: before, out, left, right, items } = schema._zod.def as unknown as Def
  for (const part of [...Object.values(shape ?? {}), ...(options ?? []), ...(items ?? []), element, innerType, valueType, before, out, left, right]) {
    if (part) for (const kind of kindsIn(part, seen)) kinds.add(kind)
  }
  return kinds
}
