import { Form, redirect } from 'react-router'
import { answerDataRequest, listDataRequests } from '#contract/identity'
import { formatDate, formatDateTime } from '#kernel/format'
import * as keys from '../../context.ts'
import { Acts, Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { EmptyState, Table } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/data-requests.ts'
import { dataRequestsAt, readingsLogAt } from './menu.ts'
import { AdminPage, Done } from './page.tsx'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(listDataRequests, {})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const answering = text(form, 'what') === 'answer'
  const done = await run({ app: context.get(keys.app), request, form, of: text(form, 'what') ?? '' }, answerDataRequest, { id: text(form, 'request') ?? '', ...(answering && { answer: text(form, 'answer') ?? '' }) })
  return done.ok ? redirect(`${dataRequestsAt}?xong=${answering ? 'tra-loi' : 'xac-nhan'}`, 303) : refuseForm(form, done.refusal)
}

type Request = Route.ComponentProps['loaderData']['requests'][number]

/** What people asked about readings of their data, what is due soonest first. */
export default function DataRequests({ loaderData: { requests }, actionData }: Route.ComponentProps) {
  const { readings: words } = useWords()
  const locale = useLocale()
  const form = viewForm(actionData, { answer: words.requests.answerIn }, locale)
  return (
    <AdminPage title={words.requests.title} back={{ href: readingsLogAt, words: words.log.title }} summary={form.summary}>
      <Done said={words.requests.done} />
      <p>{words.requests.text}</p>
      {requests.length === 0 ? <EmptyState level={2} title={words.requests.none}>{words.requests.noneText}</EmptyState> : (
        <Table
          caption={words.requests.title} hideCaption
          columns={[{ key: 'who', label: words.requests.who }, { key: 'about', label: words.requests.about }, { key: 'text', label: words.requests.text1 }, { key: 'due', label: words.requests.due }, { key: 'act', label: words.requests.act }]}
          rows={requests.map((request) => ({
            id: request.id,
            cells: {
              who: request.citizen,
              about: request.about && <>{words.purpose[request.about.purpose]}<small>{formatDateTime(request.about.at)} · {request.about.reader.name}</small>{request.about.code !== null && <small className="raw">{request.about.code}</small>}</>,
              text: request.text,
              due: <>{formatDate(new Date(request.answerDue))}<StateWord kind={request.late ? 'late' : request.state === 'answered' ? 'done' : 'near'}>{request.late ? words.requests.late : words.question.state[request.state]}</StateWord></>,
              act: request.state === 'answered' ? request.answer : <Answer request={request} form={form} />,
            },
          }))}
        />
      )}
    </AdminPage>
  )
}

function Answer({ request, form }: { request: Request; form: ReturnType<typeof viewForm> }) {
  const { readings: { requests: words } } = useWords()
  const mine = form.value('request') === request.id
  return (
    <>
      {request.state === 'asked' && <Form method="post"><FormGuard form={`seen ${request.id}`} /><input type="hidden" name="request" value={request.id} /><Button kind="second" name="what" value="acknowledge">{words.acknowledge}</Button></Form>}
      <details className="admin__more" open={mine}>
        <summary><span>{words.answer}<span className="vh">: {words.answerOf(request.citizen)}</span></span></summary>
        <Form method="post" noValidate>
          <FormGuard form={`answer ${request.id}`} />
          <input type="hidden" name="request" value={request.id} />
          <TextArea name="answer" id={mine ? 'answer' : `answer-${request.id}`} label={words.answer} hint={words.answerHint} rows={4} maxLength={4000} value={mine ? form.value('answer') : ''} error={mine ? form.error('answer') : undefined} />
          <Acts><Button name="what" value="answer">{words.answer}</Button></Acts>
        </Form>
      </details>
    </>
  )
}
