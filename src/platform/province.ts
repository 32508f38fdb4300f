import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { holidays, makeCalendar, type Calendar } from '#kernel/working-time'
import { StartError } from './start-error.ts'

const Both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const Hour = z.string().regex(/^\d{2}:\d{2}$/)

/** Acts of a citizen that may ask for a person whose identity was proven in person (the second level of the national identity). */
export const levelActs = ['submit', 'withdraw', 'readResult'] as const
export type LevelAct = (typeof levelActs)[number]

/** What `provinces/<name>/province.json` says about the place this installation serves. */
export const ProvinceFacts = z.strictObject({
  /** as people call it in a masthead: `Tỉnh Mẫu` */
  name: Both,
  /** the body responsible for the pages */
  authority: Both,
  /** place name in the heading of documents: `Mẫu, ngày … tháng … năm …` */
  place: z.string().min(1),
  /** the area code of the whole territory */
  area: z.string().min(1),
  hotline: z.strictObject({ number: z.string().min(3), hours: Both }),
  /** hours of every administrative agency, and their basis */
  sessions: z.array(z.strictObject({ from: Hour, to: Hour })).min(1),
  sessionsBasis: z.string().min(1),
  /** ISO weekdays, 1 Monday to 7 Sunday */
  weeklyRest: z.array(z.number().int().min(1).max(7)),
  /** working hours in which a desk answers an online submission */
  deskAnswerHours: z.number().int().min(1).max(80),
  deskAnswerBasis: z.string().min(1),
  /** the account that fees are transferred to: six digits of the bank (NAPAS), number and holder; without it there is no code to scan */
  bank: z.strictObject({ bin: z.string().regex(/^\d{6}$/), account: z.string().regex(/^[0-9A-Z]{4,19}$/), holder: z.string().min(2) }).optional(),
  /** the level of the national identity that each of these acts asks of a citizen: 1 asks for nothing more than being signed in */
  identityLevel: z.strictObject(Object.fromEntries(levelActs.map((act) => [act, z.union([z.literal(1), z.literal(2)])])) as Record<LevelAct, z.ZodUnion<[z.ZodLiteral<1>, z.ZodLiteral<2>]>>),
  identityLevelBasis: z.string().min(1),
  /** after how many days each reminder of an uncollected result goes out, and after how many it may go to the archive */
  uncollected: z.strictObject({ remindAfterDays: z.array(z.number().int().min(1).max(3650)).max(10).refine((days) => days.every((day, i) => day > (days[i - 1] ?? 0)), 'must rise'), archiveAfterDays: z.number().int().min(1).max(3650), basis: z.string().min(1) })
    .default({ remindAfterDays: [7, 30], archiveAfterDays: 90, basis: 'Minh hoạ: chưa có quy định của địa phương' }),
})
export type ProvinceFacts = z.infer<typeof ProvinceFacts>

/** The province of this installation: its facts, its working calendar, and where its data lies. */
export type Province = ProvinceFacts & { folder: string; calendar: Calendar }

/** Reads the province's facts. Throws a StartError that names the file and the field. */
export function openProvince(folder: string): Province {
  const file = join(folder, 'province.json')
  if (!existsSync(file)) throw new StartError(`${file} is missing: a province needs it.`)
  const facts = readProvinceFile(file, ProvinceFacts)
  const { sessions, weeklyRest } = facts
  return { ...facts, folder, calendar: told(file, () => makeCalendar({ sessions, weeklyRest, days: holidays })) }
}

/** Reads one JSON file of a province. Throws a StartError of one sentence that names the file and, where it can, the field. */
export const readProvinceFile = <S extends z.ZodType>(file: string, schema: S): z.output<S> => told(file, () => schema.parse(JSON.parse(readFileSync(file, 'utf8'))))

function told<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new StartError(`${file}: ${error instanceof z.ZodError ? error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ') : (error as Error).message}`)
  }
}
