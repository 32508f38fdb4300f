import { recentMessages, resendDeadMessage } from '#kernel/machine-contract'
import type { Route } from './+types/sent.ts'
import { Anchor } from '../kit/anchor.tsx'
import { Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { Time } from '../kit/figures.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { inputOf, refuseForm } from '../kit/form.ts'
import { EmptyState } from '../kit/lists.tsx'
import { StatusTag, type StateKind } from '../kit/status-tag.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { t } from '../messages/index.ts'
import { notice } from '../messages/notices.ts'
import { demonstrationApp } from './only-here.ts'
import { dossierAt } from './places.ts'
import { Raw, ToolPage } from './tool-page.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  return demonstrationApp(context).call(recentMessages, {})
}

export async function action({ request, context }: Route.ActionArgs) {
  const app = demonstrationApp(context)
  const form = await request.formData()
  const tried = await attempt(app, resendDeadMessage, inputOf(form))
  if (!tried.ok) return refuseForm(form, tried.refusal)
  const { resent, notDead } = t(app.locale).dev.messages
  return { done: tried.value.done ? resent : notDead }
}

const kinds: Record<'waiting' | 'sent' | 'dead', StateKind> = { waiting: 'new', sent: 'done', dead: 'late' }

/** What citizens would have been told, in the words they would have read. */
export default function Sent({ loaderData: { messages }, actionData }: Route.ComponentProps) {
  const { dev } = useWords()
  const words = dev.messages
  return (
    <ToolPage title={dev.pages.messages} intro={words.intro} answer={actionData}>
      {messages.length === 0 ? <EmptyState title={words.empty} level={2}>{words.emptyHint}</EmptyState> : <ul className="sent">{messages.map((message) => <Message key={message.id} message={message} />)}</ul>}
    </ToolPage>
  )
}

function Message({ message }: { message: Route.ComponentProps['loaderData']['messages'][number] }) {
  const { dev: { messages: words } } = useWords()
  const { title, text } = notice(message.template, message.facts, useLocale())
  const code = typeof message.facts['code'] === 'string' ? message.facts['code'] : null
  return (
    <li>
      <div className="sent__head"><h2>{title}</h2><StatusTag kind={kinds[message.state]}>{words.states[message.state]}{message.channel !== null && ` ${words.by(message.channel)}`}</StatusTag></div>
      <p>{text}</p>
      {message.error !== null && <p className="is-late">{message.error}</p>}
      <p className="small muted"><Time at={message.at} /> · {words.template} <Raw>{message.template}</Raw>{code !== null && <> · {words.about} <Anchor href={dossierAt(code)} className="code">{code}</Anchor></>}</p>
      {message.state === 'dead' && <form method="post"><FormGuard form={message.id} /><input type="hidden" name="id" value={message.id} /><Button kind="second">{words.resend}</Button></form>}
    </li>
  )
}
