import { Form, redirect } from 'react-router'
import { changeProgrammeItem, readProgrammeItem } from '#contract/procedures'
import { formatDateTime } from '#kernel/format'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { Table } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/programme-item.ts'
import { programmeAdminAt } from './menu.ts'
import { AdminPage } from './page.tsx'

const code = 'essential25'

export const loader = ({ context, params }: Route.LoaderArgs) => context.get(keys.app).call(readProgrammeItem, { programme: code, number: params.number })

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, changeProgrammeItem, { programme: code, number: params.number, status: text(form, 'status') ?? '', reason: text(form, 'reason') ?? '' })
  return done.ok ? redirect(`${programmeAdminAt}?xong=da-ghi`, 303) : refuseForm(form, done.refusal)
}

/** Opens or closes one service, with the reason that everybody then reads, and who did so before. */
export default function ProgrammeItem({ loaderData: { programme, item, acts, may }, actionData }: Route.ComponentProps) {
  const { admin, entries: { programme: words } } = useWords()
  const locale = useLocale()
  const form = viewForm(actionData, { reason: words.reasonIn }, locale)
  return (
    <AdminPage title={item.title[locale]} back={{ href: programmeAdminAt, words: programme.title[locale] }} summary={form.summary}>
      <div className="admin__form stack">
        <p><StateWord kind={item.status === 'open' ? 'done' : 'paused'}>{words.status[item.status]}</StateWord></p>
        {item.note && <p>{item.note[locale]}</p>}
        <Form method="post" noValidate>
          <FormGuard />
          <input type="hidden" name="status" value={may} />
          <TextArea name="reason" label={words.reason} hint={words.reasonHint} value={form.value('reason')} error={form.error('reason')} maxLength={1000} />
          <Acts><Button>{words.set[may]}</Button><LinkButton kind="quiet" href={programmeAdminAt}>{admin.give.cancel}</LinkButton></Acts>
        </Form>
      </div>
      {acts.length > 0 && (
        <Table
          caption={words.history}
          columns={[{ key: 'at', label: words.at }, { key: 'status', label: words.state }, { key: 'reason', label: words.reason }, { key: 'by', label: words.by }]}
          rows={acts.map(({ status, reason, by, at }) => ({ id: at, cells: { at: formatDateTime(new Date(at)), status: words.status[status], reason: <span lang="vi">{reason}</span>, by } }))}
        />
      )}
    </AdminPage>
  )
}
