import '../../kit/desk.css'
import '../papers/papers.css'
import { Form, redirect, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { handOverMany, samePerson } from '#contract/dossiers'
import { formatDateTime, formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm, type FormState, type FormView } from '../../kit/form.ts'
import { Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage, Done } from '../admin/page.tsx'
import { Payment } from '../fees/payment.tsx'
import { chargeAt } from '../fees/places.ts'
import { combinedReceiptAt, dossierAt, handOverSheetAt, intakeFor, samePersonAt } from '../places.ts'
import { run, text, texts } from '../run.ts'
import type { Route } from './+types/same-person.ts'

type Found = z.output<typeof samePerson.output>
type Line = Found['ready'][number]

export const loader = async ({ context, params }: Route.LoaderArgs) => ({ id: params.id, found: await context.get(keys.app).call(samePerson, { id: params.id }) })

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const method = text(form, 'payment.method')
  const input = { dossiers: texts(form, 'pick'), recipient: text(form, 'recipient'), relation: text(form, 'relation'), authority: text(form, 'authority'), oldPaper: text(form, 'oldPaper'), ...(method !== undefined && { payment: { method, reference: method === 'transfer' ? text(form, 'payment.reference') : undefined } }) }
  const done = await run({ app: context.get(keys.app), request, form }, handOverMany, input)
  return done.ok ? redirect(`${samePersonAt(params.id)}?xong=collected&luot=${done.value.id}`, 303) : refuseForm(form, done.refusal)
}

/** One person with many dossiers: what they handed in today on one receipt, and everything that is ready for them in one act. */
export default function SamePerson({ loaderData: { id, found }, actionData }: Route.ComponentProps) {
  const { after: { person: words, oldPaper }, atOnce: { pay }, dossier, fees: { charge } } = useWords()
  const { handOver } = dossier.act
  const form = viewForm(actionData as FormState | undefined, { recipient: handOver.recipientIn, relation: handOver.relationIn, authority: handOver.authorityIn, oldPaper: oldPaper.labelIn, dossiers: words.dossiersIn, 'payment.method': pay.methodIn, 'payment.reference': charge.reference }, useLocale(), { 'dossiers:too_small': words.none, 'oldPaper:required': oldPaper.choose })
  return (
    <AdminPage title={words.title(found.applicantName)} back={{ href: dossierAt(id), words: words.back }} summary={form.summary}>
      <Done said={words.done} />
      <Sheet />
      <section aria-labelledby="ready">
        <h2 id="ready">{words.ready}</h2>
        {found.ready.length === 0 ? <p className="muted">{words.noReady}</p> : <Collect found={found} form={form} typed={(actionData as FormState | undefined)?.typed ?? null} />}
        {found.underWay > 0 && <p className="muted num">{words.underWay(formatNumber(found.underWay))}</p>}
      </section>
      <section aria-labelledby="today">
        <h2 id="today">{words.today}</h2>
        {found.today.length === 0 ? <p className="muted">{words.noToday}</p> : <Today lines={found.today} />}
        <Acts>
          {found.today.length > 0 && <a className="btn btn--second" href={combinedReceiptAt(id)} target="_blank" rel="noreferrer">{words.receipt}</a>}
          <LinkButton kind="second" href={intakeFor(id)}>{words.another}</LinkButton>
        </Acts>
      </section>
    </AdminPage>
  )
}

/** After an act: the list that the person signs. */
function Sheet() {
  const { after: { person: words } } = useWords()
  const [search] = useSearchParams()
  const sheet = /^[0-9a-f-]{36}$/.exec(search.get('luot') ?? '')?.[0]
  return sheet === undefined ? null : <p><a className="btn btn--primary" href={handOverSheetAt(sheet)} target="_blank" rel="noreferrer">{words.sheet}</a></p>
}

function Today({ lines }: { lines: readonly Line[] }) {
  const { after: { person: words } } = useWords()
  const locale = useLocale()
  const columns = [{ key: 'code', label: words.code }, { key: 'what', label: words.what }, { key: 'whom', label: words.whom }, { key: 'due', label: words.due }]
  return (
    <Table
      caption={words.todayTable} hideCaption columns={columns}
      rows={lines.map((line) => ({ id: line.id, cells: { code: <Anchor href={dossierAt(line.id)}>{line.code}</Anchor>, what: line.title[locale], whom: line.principalName ?? '–', due: <span className="num">{line.dueAt === null ? '–' : formatDateTime(line.dueAt)}</span> } }))}
    />
  )
}

/** Everything that is ready, ticked, with what is owed for it taken by the same press; one recipient, one signature. */
function Collect({ found: { applicantName, ready }, form, typed }: { found: Found; form: FormView; typed: FormState['typed'] | null }) {
  const { after: { person: words, oldPaper }, dossier } = useWords()
  const { handOver } = dossier.act
  const locale = useLocale()
  const owed = ready.reduce((sum, { feeDue }) => sum + (feeDue ?? 0), 0)
  const columns = [{ key: 'pick', label: words.picked }, { key: 'code', label: words.code }, { key: 'what', label: words.what }, { key: 'whom', label: words.whom }, { key: 'shelf', label: words.shelf }, ...(owed > 0 ? [{ key: 'fee', label: words.fee }] : [])]
  const options = [{ value: 'self', label: handOver.self }, { value: 'relative', label: handOver.relative, hint: handOver.relativeHint }, { value: 'authorised', label: handOver.authorised, hint: handOver.authorisedHint }]
  return (
    <Form method="post" noValidate className="paper-place">
      <FormGuard form="collect" />
      <p>{words.collectText}</p>
      <Table
        caption={words.readyTable} hideCaption columns={columns}
        rows={ready.map((line) => ({
          id: line.id,
          cells: {
            pick: <label className="paper-tick"><input type="checkbox" name="pick" value={line.id} defaultChecked={typed === null || (typed['pick'] ?? []).includes(line.id)} aria-label={words.pick(line.code)} /></label>,
            fee: line.feeDue === null ? '–' : <Anchor href={chargeAt(line.id)}>{words.feeDue(formatMoney(dong(line.feeDue)))}</Anchor>,
            code: <Anchor href={dossierAt(line.id)}>{line.code}</Anchor>, what: <>{line.title[locale]}{line.oldPaperOut && <small className="paper-small">{words.oldPaper}</small>}</>, whom: line.principalName ?? '–', shelf: words.waits(line.shelf ?? words.noShelf, formatNumber(line.waitingDays ?? 0)),
          },
        }))}
      />
      <Choices name="relation" pick="one" label={handOver.relation} error={form.error('relation')} options={options} chosen={options.map(({ value }) => value).filter((value) => form.chosen('relation', value, ['self']))} />
      <Field name="recipient" label={handOver.recipient} value={form.value('recipient', applicantName)} error={form.error('recipient')} maxLength={120} width={20} />
      <Field name="authority" label={handOver.authority} hint={handOver.authorityHint} optional value={form.value('authority')} error={form.error('authority')} maxLength={300} />
      {ready.some(({ oldPaperOut }) => oldPaperOut) && <Choices name="oldPaper" pick="one" label={oldPaper.label} error={form.error('oldPaper')} options={[{ value: 'returned', label: oldPaper.returned }, { value: 'lost', label: oldPaper.lost }]} chosen={['returned', 'lost'].filter((value) => form.chosen('oldPaper', value, []))} />}
      {owed > 0 && <Payment owed={<b className="num">{words.owed(formatMoney(dong(owed)))}</b>} form={form} />}
      <Acts><Button>{owed > 0 ? words.payButton : words.button}</Button></Acts>
    </Form>
  )
}
