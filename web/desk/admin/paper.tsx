import '../app-key.css'
import { Form } from 'react-router'
import { getOfficer, issuePaper } from '#contract/identity'
import { formatDateTime } from '#kernel/format'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { Note } from '../../kit/lists.tsx'
import { useRoot } from '../../kit/root-data.ts'
import { Declared } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run } from '../run.ts'
import type { Route } from './+types/paper.ts'
import { officerAt } from './menu.ts'
import { AdminPage } from './page.tsx'

export const loader = ({ context, params }: Route.LoaderArgs) => context.get(keys.app).call(getOfficer, { id: params.id })

/** The answer is the page with the code: it is shown this once, at no address. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, issuePaper, { id: params.id })
  return done.ok ? { paper: done.value } : refuseForm(form, done.refusal)
}

/** A one-time sign-in paper for an officer: first what it does, then the paper itself. */
export default function IssuePaper({ loaderData: officer, actionData }: Route.ComponentProps) {
  const { credentials: { paper: words }, admin } = useWords()
  const view = viewForm(actionData && 'refusal' in actionData ? actionData : undefined, {}, useLocale())
  return (
    <AdminPage title={words.title(officer.name)} back={{ href: officerAt(officer.id), words: officer.name }} summary={view.summary}>
      {actionData && 'paper' in actionData ? <Paper paper={actionData.paper} /> : (
        <div className="admin__form">
          <Form method="post">
            <FormGuard />
            <p>{words.text}</p>
            <Acts><Button>{words.button}</Button><LinkButton kind="quiet" href={officerAt(officer.id)}>{admin.give.cancel}</LinkButton></Acts>
          </Form>
        </div>
      )}
    </AdminPage>
  )
}

function Paper({ paper: { username, name, code, expiresAt } }: { paper: { username: string; name: string; code: string; expiresAt: string } }) {
  const { credentials: { paper: words, codes } } = useWords()
  const root = useRoot()
  return (
    <section>
      <Note kind="near"><p role="status">{words.shown}</p></Note>
      <Declared items={[
        { term: words.owner, value: name }, { term: words.address, value: <span className="raw">{root?.page.publicUrl}/can-bo/dang-nhap/phieu</span> }, { term: words.username, value: <span className="raw">{username}</span> },
        { term: words.code, value: <b className="num app-key__text" translate="no">{code}</b> }, { term: words.until, value: formatDateTime(expiresAt) },
      ]} />
      <p>{words.how}</p>
      <p className="how-to-print muted">{codes.print}</p>
    </section>
  )
}
