import { Form, redirect, useSearchParams } from 'react-router'
import { moveQueue, queueMoves, undoMoveQueue } from '#contract/dossiers'
import { formatDateTime, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Acts, Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { EmptyState, Note } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/move-queue.ts'
import { moveQueueAt } from './menu.ts'
import { AdminPage } from './page.tsx'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(queueMoves, {})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = { app: context.get(keys.app), request, form }
  const move = text(form, 'move')
  if (move !== undefined) {
    const back = await run(asked, undoMoveQueue, { move })
    return back.ok ? redirect(`${moveQueueAt}?ve=${back.value.moved}`, 303) : refuseForm(form, back.refusal)
  }
  const done = await run(asked, moveQueue, inputOf(form))
  return done.ok ? redirect(`${moveQueueAt}?da=${done.value.moved}&con=${done.value.left}`, 303) : refuseForm(form, done.refusal)
}

type Data = Route.ComponentProps['loaderData']

/** Gives an absent officer's whole queue to others, and gives it back. */
export default function MoveQueue({ loaderData: { officers, moves }, actionData }: Route.ComponentProps) {
  const { admin: { move: words } } = useWords()
  const form = viewForm(actionData, { from: words.whoIn, to: words.toIn, reason: words.reasonIn }, useLocale())
  return (
    <AdminPage title={words.title} summary={form.summary}>
      <Result />
      <p>{words.text}</p>
      {officers.some(({ open }) => open > 0) ? <MoveForm officers={officers} form={form} /> : <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState>}
      {moves.length > 0 && <Latest moves={moves} />}
    </AdminPage>
  )
}

/** What the last press did, from the address. */
function Result() {
  const { admin: { move: words } } = useWords()
  const [search] = useSearchParams()
  const count = (name: string): number | null => (/^\d{1,5}$/.test(search.get(name) ?? '') ? Number(search.get(name)) : null)
  const [moved, left, back] = [count('da'), count('con'), count('ve')]
  if (moved === null && back === null) return null
  return <div role="status"><Note>{moved === null ? words.back(formatNumber(back ?? 0)) : words.moved(formatNumber(moved))}{left !== null && left > 0 && ` ${words.left(formatNumber(left))}`}</Note></div>
}

function MoveForm({ officers, form }: { officers: Data['officers']; form: ReturnType<typeof viewForm> }) {
  const { admin: { move: words } } = useWords()
  const locale = useLocale()
  const held = ({ open, late, waiting }: Data['officers'][number]): string => words.holds(formatNumber(open), formatNumber(late), formatNumber(waiting))
  const takers = officers.filter(({ here }) => here)
  const error = (path: string): { error?: string } => {
    const said = form.error(path)
    return said === undefined ? {} : { error: said }
  }
  return (
    <section className="admin__form">
      {takers.length < 2 && !officers.some(({ here, open }) => !here && open > 0) ? <Note kind="near">{words.alone}</Note> : (
        <Form method="post" noValidate>
          <FormGuard form="move" />
          <Choices name="from" pick="one" label={words.who} {...error('from')} chosen={[form.value('from')]} options={officers.filter(({ open }) => open > 0).map((each) => ({ value: each.id, label: each.name, hint: each.here ? held(each) : `${held(each)} · ${words.gone}` }))} />
          <Choices name="to" pick="several" label={words.to} hint={words.toHint} {...error('to')} chosen={takers.map(({ id }) => id).filter((id) => form.chosen('to[]', id))} options={takers.map((each) => ({ value: each.id, label: each.name, hint: [each.title?.[locale], held(each)].filter(Boolean).join(' · ') }))} />
          <Field name="reason" label={words.reason} hint={words.reasonHint} value={form.value('reason')} {...error('reason')} maxLength={500} />
          <Acts><Button>{words.button}</Button></Acts>
        </Form>
      )}
    </section>
  )
}

function Latest({ moves }: { moves: Data['moves'] }) {
  const { admin: { move: words } } = useWords()
  return (
    <section>
      <h2>{words.latest}</h2>
      <ul className="admin__plain">
        {moves.map(({ id, at, from, to, by, reason, undoneAt, actions }) => (
          <li key={id}>
            <div className="admin__row">
              <b>{words.line(from.name, to.map(({ name, count }) => words.share(name, formatNumber(count))).join(', '))}</b>
              {undoneAt !== null && <span>{words.undone(formatDateTime(undoneAt))}</span>}
              {actions.includes('undo') && (
                <Form method="post"><FormGuard form={`undo ${id}`} /><input type="hidden" name="move" value={id} /><Button kind="second">{words.undo}<span className="vh">: {words.undoOf(from.name)}</span></Button></Form>
              )}
            </div>
            <small>{words.by(by, formatDateTime(at))} · {reason}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
