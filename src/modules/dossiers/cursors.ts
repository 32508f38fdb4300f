import { Failure } from '#kernel/failure'
import { isUuid } from '#kernel/ids'

/** The last row of a page, by which the next page begins: its time and its id. */
export type Cursor = { at: Date; id: string }

export const writeCursor = (at: Date, id: string): string => `${at.toISOString()}|${id}`

/** A place to go on from, as `writeCursor` gave it; null for the beginning. Throws `invalid_input` for what we never gave. */
export function readCursor(text: string | null | undefined): Cursor | null {
  if (text === undefined || text === null) return null
  const [time = '', id = '', ...more] = text.split('|')
  const at = new Date(time)
  if (more.length > 0 || Number.isNaN(at.getTime()) || at.toISOString() !== time || !isUuid(id)) throw new Failure('invalid_input', { fields: ['after'] }, { fields: { after: 'wrong_form' } })
  return { at, id }
}

/** The same in a queue, where what is given at once stands before everything else. */
export type QueueCursor = Cursor & { atOnce: boolean }

const mark = 'ngay|'

export const writeQueueCursor = ({ at, id, atOnce }: QueueCursor): string => `${atOnce ? mark : ''}${writeCursor(at, id)}`

/** A place in a queue to go on from, as `writeQueueCursor` gave it. Throws `invalid_input` for what we never gave. */
export function readQueueCursor(text: string | undefined): QueueCursor | null {
  const atOnce = text?.startsWith(mark) ?? false
  const cursor = readCursor(atOnce ? text?.slice(mark.length) : text)
  return cursor && { ...cursor, atOnce }
}
