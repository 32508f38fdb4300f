import { Form, redirect } from 'react-router'
import { listEntryDrafts, publishVersion, ready } from '#contract/procedures'
import { formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Select } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { EmptyState, Pager, Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/entry-drafts.ts'
import { adminAt, entryDraftsAt } from './menu.ts'
import { AdminPage, Done } from './page.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const lacks = search.get('thieu')?.slice(0, 60) || undefined
  const after = search.get('sau') || undefined
  return { lacks, after, ...(await context.get(keys.app).call(listEntryDrafts, { ...(lacks !== undefined && { lacks }), ...(after !== undefined && { after }) })) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const [code = '', number = ''] = (text(form, 'draft') ?? '').split('/')
  const done = await run({ app: context.get(keys.app), request, form }, publishVersion, { code, number, kind: 'entry' })
  return done.ok ? redirect(`${entryDraftsAt}?xong=cong-bo`, 303) : refuseForm(form, done.refusal)
}

/** Drafts of procedures that came from a table, with what each still lacks; one that lacks nothing can be published. */
export default function EntryDrafts({ loaderData, actionData }: Route.ComponentProps) {
  const { admin, entries: { drafts: words } } = useWords()
  const locale = useLocale()
  const { lacks, after, drafts, count, next, total, lacking, ready: whole } = loaderData
  const form = viewForm(actionData, {}, locale)
  const at = (sau?: string): string => `${entryDraftsAt}?${new URLSearchParams({ ...(lacks !== undefined && { thieu: lacks }), ...(sau !== undefined && { sau }) })}`
  const named = (part: string): string => {
    const [first = '', ...rest] = part.split('.')
    return rest.at(-1) === 'en' ? words.inEnglish(words.part[first] ?? first) : rest.includes('code') ? words.codeOf(words.part[first] ?? first) : (words.part[first] ?? part)
  }
  const options = [{ value: ready, label: words.counted(words.ready, formatNumber(whole)) }, ...lacking.map(({ part, count: many }) => ({ value: part, label: words.counted(named(part), formatNumber(many)) }))]
  return (
    <AdminPage title={words.title} back={{ href: adminAt, words: admin.home.title }} summary={form.summary} head={<p>{words.text(formatNumber(total), formatNumber(whole))}</p>}>
      <Done said={{ 'cong-bo': words.published }} />
      <Form method="get" className="admin__filter" role="search" key={lacks}>
        <Select name="thieu" label={words.lacks} none={words.any} value={lacks} options={options} />
        <Button kind="second">{words.apply}</Button>
        {lacks !== undefined && <LinkButton kind="quiet" href={entryDraftsAt}>{words.all}</LinkButton>}
      </Form>
      {drafts.length === 0 ? <EmptyState level={2} title={words.none}>{total === 0 ? words.noneText : words.noneHere}</EmptyState> : (
        <>
          <p className="muted" role="status">{words.count(formatNumber(count))}</p>
          <Table
            caption={words.title} hideCaption
            columns={[{ key: 'title', label: words.procedure }, { key: 'lacks', label: words.lacks }]}
            rows={drafts.map(({ code, number, title, field, lacks: missing, actions }) => ({
              id: code,
              cells: {
                title: <><span lang="vi">{title}</span><small className="raw">{code}</small>{field !== null && <small lang="vi">{field}</small>}</>,
                lacks: actions.includes('publish') ? <Form method="post"><FormGuard form={code} /><input type="hidden" name="draft" value={`${code}/${number}`} /><Button kind="second">{words.publish}<span className="vh"> {code}</span></Button></Form> : <details><summary><span>{words.parts(formatNumber(missing.length))}</span></summary><small>{missing.map(named).join(', ')}</small></details>,
              },
            }))}
          />
        </>
      )}
      <Pager previous={after === undefined ? null : at()} next={next === null ? null : at(next)} label={words.title} />
    </AdminPage>
  )
}
