import '../app-key.css'
import { Form, redirect } from 'react-router'
import { account, endOtherSessions, endSession, removePasskey } from '#contract/identity'
import { formatDate, formatDateTime, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { Note, Table } from '../../kit/lists.tsx'
import { Declared } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage, Done } from '../admin/page.tsx'
import { ownAccountAt, ownAccountPages } from '../places.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/home.ts'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(account, {})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = { app: context.get(keys.app), request, form }
  const passkey = text(form, 'passkey')
  const session = text(form, 'session')
  const done = passkey !== undefined ? await run(asked, removePasskey, { id: passkey }) : session !== undefined ? await run(asked, endSession, { id: session }) : await run(asked, endOtherSessions, {})
  return done.ok ? redirect(`${ownAccountAt}?xong=${passkey === undefined ? 'ket-thuc' : 'xoa-khoa'}`, 303) : refuseForm(form, done.refusal)
}

type View = Route.ComponentProps['loaderData']

/** How one signs in, and where one is signed in. */
export default function OwnAccount({ loaderData: view, actionData }: Route.ComponentProps) {
  const { credentials: { account: words } } = useWords()
  const form = viewForm(actionData, {}, useLocale())
  return (
    <AdminPage title={words.title} summary={form.summary}>
      <Done said={words.done} />
      {view.demonstration && <Note kind="plain"><p>{words.demonstration}</p></Note>}
      <Factors view={view} />
      <section>
        <h2>{words.passkeys}</h2>
        <p>{words.passkeysText}</p>
        {view.passkeys.length === 0 ? <p>{words.passkeysNone}</p> : <Passkeys view={view} />}
        {view.actions.includes('addPasskey') && <Acts><LinkButton kind="second" href={ownAccountPages.passkey}>{words.add}</LinkButton></Acts>}
      </section>
      <section>
        <h2>{words.sessions}</h2>
        <p>{words.stranger}</p>
        <Sessions view={view} />
        {view.actions.includes('endOtherSessions') && <Acts><Form method="post"><FormGuard form="end-others" /><Button kind="danger">{words.endOthers}</Button></Form></Acts>}
      </section>
    </AdminPage>
  )
}

/** Password, app and recovery codes, each with the page of its change when the server allows it. */
function Factors({ view }: { view: View }) {
  const { credentials: { account: words } } = useWords()
  const { passwordSetAt, passwordDue, authenticatorSetAt, recoveryCodes: { left, madeAt }, actions } = view
  return (
    <section>
      <Declared items={[
        { term: words.password, value: passwordSetAt === null ? words.passwordPublic : words.passwordSet(formatDateTime(passwordSetAt)), ...(passwordDue !== null && { more: <small>{words.passwordDue(formatDate(new Date(passwordDue)))}</small> }) },
        { term: words.app, value: authenticatorSetAt === null ? words.appPublic : words.appSet(formatDateTime(authenticatorSetAt)) },
        { term: words.codes, value: madeAt === null ? words.codesNone : words.codesLeft(formatNumber(left), formatDateTime(madeAt)) },
      ]} />
      {actions.includes('changePassword') && (
        <Acts>
          <LinkButton kind="second" href={ownAccountPages.password}>{words.changePassword}</LinkButton>
          {actions.includes('changeAuthenticator') && <LinkButton kind="second" href={ownAccountPages.app}>{words.changeApp}</LinkButton>}
          {actions.includes('renewRecoveryCodes') && <LinkButton kind="second" href={ownAccountPages.codes}>{words.renewCodes}</LinkButton>}
        </Acts>
      )}
    </section>
  )
}

function Passkeys({ view }: { view: View }) {
  const { credentials: { account: words } } = useWords()
  return (
    <Table
      caption={words.passkeys} hideCaption
      columns={[{ key: 'name', label: words.passkeyName }, { key: 'added', label: words.added }, { key: 'used', label: words.used }, { key: 'act', label: words.act }]}
      rows={view.passkeys.map(({ id, name, addedAt, usedAt, synced }) => ({
        id,
        cells: {
          name: <><b>{name}</b>{synced && <small>{words.synced}</small>}</>, added: formatDateTime(addedAt), used: usedAt === null ? words.never : formatDateTime(usedAt),
          act: <Form method="post"><FormGuard form={`remove-${id}`} /><button type="submit" className="btn btn--quiet" name="passkey" value={id}>{words.remove}<span className="vh"> {words.removeOf(name)}</span></button></Form>,
        },
      }))}
    />
  )
}

function Sessions({ view }: { view: View }) {
  const { credentials: { account: words } } = useWords()
  const mayEnd = view.actions.includes('endOtherSessions')
  const nameOf = ({ browser, system }: View['sessions'][number]): string => (browser !== null && system !== null ? words.on(browser, system) : (browser ?? system ?? words.unknown))
  return (
    <Table
      caption={words.sessions} hideCaption
      columns={[{ key: 'device', label: words.device }, { key: 'address', label: words.address }, { key: 'began', label: words.began }, { key: 'seen', label: words.seen }, ...(mayEnd ? [{ key: 'act', label: words.act }] : [])]}
      rows={view.sessions.map((each, at) => ({
        id: each.id ?? String(at),
        cells: {
          device: <><b>{nameOf(each)}</b>{(each.current || each.locked) && <small>{[each.current && words.here, each.locked && words.locked].filter(Boolean).join(' · ')}</small>}</>,
          address: each.address, began: formatDateTime(each.beganAt), seen: formatDateTime(each.seenAt),
          act: !each.current && each.id !== null && <Form method="post"><FormGuard form={`end-${each.id}`} /><button type="submit" className="btn btn--quiet" name="session" value={each.id}>{words.end}<span className="vh"> {words.endOf(nameOf(each))}</span></button></Form>,
        },
      }))}
    />
  )
}
