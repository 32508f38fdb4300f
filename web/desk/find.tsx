import { Form } from 'react-router'
import { find, type Row } from '#contract/dossiers'
import { formatNumber } from '#kernel/format'
import type { Route } from './+types/find.ts'
import * as keys from '../context.ts'
import { Button } from '../kit/button.tsx'
import { DeskHead } from '../kit/desk-shell.tsx'
import { ErrorSummary } from '../kit/error-summary.tsx'
import { Field } from '../kit/field.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { refuseForm, viewForm, type FormState } from '../kit/form.ts'
import { EmptyState } from '../kit/lists.tsx'
import { useRoot } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { Worklist } from '../kit/worklist.tsx'
import { useTrouble } from './keys.ts'
import { NowHere } from './list-head.tsx'
import { useListKeys } from './list-keys.tsx'
import { workRows } from './list-rows.tsx'
import { run, text } from './run.ts'

/** as many as the server gives at once */
const most = 50

type Found = { q: string; rows: Row[] }
const isFound = (state: Found | FormState | undefined): state is Found => state !== undefined && 'rows' in state

/** Finds dossiers. Posted, never in an address: what is typed may be a citizen's number. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const q = text(form, 'q')
  // asking again from an older page is another question, not the same act
  const done = await run({ app: context.get(keys.app), request, form, of: `find ${q ?? ''}` }, find, { q })
  return done.ok ? { q: q ?? '', rows: done.value.rows } satisfies Found : refuseForm(form, done.refusal)
}

export default function Find({ actionData }: Route.ComponentProps) {
  const state: Found | FormState | undefined = actionData
  const { desk: { find: words } } = useWords()
  const root = useRoot()
  const found = isFound(state) ? state : null
  const view = viewForm(isFound(state) ? undefined : state, { q: words.inside }, useLocale())
  useListKeys('q')
  useTrouble(view.summary.length > 0 ? state : undefined)
  return (
    <>
      <Title errors={view.summary.length}>{words.title}</Title>
      <DeskHead title={words.title}><NowHere now={root?.page.now ?? ''} /></DeskHead>
      <div className="desk__pad find">
        <ErrorSummary lines={view.summary} />
        <Form method="post" role="search" aria-label={words.label}>
          <FormGuard form="find" />
          <Field name="q" label={words.label} hint={words.hint} value={found?.q ?? view.value('q')} error={view.error('q')} maxLength={120} width={20} />
          <Button>{words.button}</Button>
        </Form>
        {found && found.rows.length > 0 && <p role="status">{words.count(formatNumber(found.rows.length))}{found.rows.length >= most && ` · ${words.most}`}</p>}
        {found?.rows.length === 0 && <div role="status"><EmptyState level={2} title={words.none(found.q)}>{words.noneText}</EmptyState></div>}
      </div>
      {found && found.rows.length > 0 && <Results rows={found.rows} now={root?.page.now ?? ''} />}
    </>
  )
}

function Results({ rows, now }: { rows: readonly Row[]; now: string }) {
  const words = useWords()
  const { codePrefix, rows: drawn } = workRows(rows, { now, locale: useLocale(), words })
  return <Worklist caption={words.desk.find.results} codePrefix={codePrefix} rows={drawn} columns={['channel', 'holder', 'state']} sorted={false} />
}
