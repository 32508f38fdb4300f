import { redirect } from 'react-router'
import type { z } from 'zod'
import type { App } from '#kernel/app'
import type { Contract } from '#kernel/contract'
import { attempt, type Attempt } from '../kit/call.ts'
import { formKeyOf } from '../kit/form-guard.tsx'
import { keyOf } from '../kit/form.ts'
import { pathOf, signInAt, unlockAt } from '../kit/places.ts'

/** Where an act comes from. `of` tells apart the acts of one form, so that each has a key of its own. */
export type Asked = { app: App; request: Request; form: FormData; of?: string }

/**
 * Runs an act of a page. A refusal comes back to be shown; when the session has locked itself or ended, the person is sent to open it and
 * comes back to this page, where nothing has happened yet.
 */
export async function run<C extends Contract>({ app, request, form, of }: Asked, contract: C, input: unknown): Promise<Attempt<z.output<C['output']>>> {
  const given = keyOf(form)
  const key = given !== undefined && of !== undefined ? formKeyOf(given, of) : given
  const result = await attempt(app, contract, input, { key })
  if (!result.ok) {
    if (result.refusal.code === 'session_locked') throw redirect(unlockAt(pathOf(request.url)), 303)
    if (result.refusal.code === 'unauthenticated') throw redirect(signInAt(pathOf(request.url)), 303)
  }
  return result
}

/** The text of a field without outer space; undefined when it is empty or no text. */
export function text(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** The texts of a list of fields of one name. */
export const texts = (form: FormData, name: string): string[] => form.getAll(name).filter((value) => typeof value === 'string')
