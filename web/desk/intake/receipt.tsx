import '../../kit/desk.css'
import '../dossier/dossier.css'
import './intake.css'
import { getDossier, type DossierView } from '#contract/dossiers'
import { formatDate, formatMoney, formatTime, formatWeekday } from '#kernel/format'
import { dong } from '#kernel/money'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { LinkButton } from '../../kit/button.tsx'
import { StateShape } from '../../kit/status-tag.tsx'
import { Facts } from '../../kit/summary-list.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { Viewer } from '../dossier/viewer.tsx'
import { declarationAt, documentAt, dossierAt, intakeAt, intakeFor, intakeOf, samePersonAt } from '../places.ts'
import { chargeAt } from '../fees/places.ts'
import { Who } from '../dossier/who.tsx'
import { Ticket } from './ticket.tsx'
import type { Route } from './+types/receipt.ts'

export const loader = async ({ context, params }: Route.LoaderArgs) => ({ view: await context.get(keys.app).call(getDossier, { id: params.id }) })

/** What a visit ends with: code, secret, the promised hour, and form 01 for the printer. */
export default function Receipt({ loaderData: { view } }: Route.ComponentProps) {
  return view.immediate === null ? <WithForm view={view} /> : <Ticket view={view} />
}

function WithForm({ view }: { view: DossierView }) {
  const { dossier, after } = useWords()
  const locale = useLocale()
  const { receipt: words } = dossier.intake
  const form = view.documents.find(({ kind }) => kind === 'form01')
  const href = form && documentAt(view.id, form.id)
  const where = view.receive === 'electronic' ? dossier.limits.electronic : view.counter.name[locale]
  return (
    <div className="intake">
      <Title>{`${words.title}: ${dossier.title(view.applicant.name, view.code)}`}</Title>
      <h1 className="receipt__head"><StateShape kind="done" size={24} />{words.title}</h1>
      <p><Who view={view} /> · {view.procedure.title[locale]}</p>
      <div className="receipt">
        <div className="stack">
          <Facts items={[
            { term: words.code, value: <span className="code">{view.code}</span> }, { term: words.secret, value: <span className="code">{view.secret}</span> },
            ...(view.dueAt === null ? [] : [{ term: words.due, value: `${formatTime(view.dueAt)}, ${formatWeekday(view.dueAt, locale)} ${formatDate(new Date(view.dueAt))}` }]), { term: words.where, value: where },
          ]} />
          <p>{words.text}</p>
          <div className="acts">
            {view.fee?.mayCollect && view.fee.state === 'due' && <LinkButton href={chargeAt(view.id)}>{words.collect(formatMoney(dong(view.fee.total)))}</LinkButton>}
            {href !== undefined && <a className={view.fee?.state === 'due' ? 'btn btn--second' : 'btn btn--primary'} href={href} target="_blank" rel="noreferrer">{words.print}</a>}
            <a className="btn btn--second" href={declarationAt(view.id)} target="_blank" rel="noreferrer">{words.declaration}</a>
            <LinkButton kind="second" href={intakeOf(view.procedure.code, view.id)}>{after.person.sameAgain}</LinkButton><LinkButton kind="second" href={intakeFor(view.id)}>{words.same}</LinkButton><LinkButton kind="second" href={intakeAt}>{words.another}</LinkButton><LinkButton kind="quiet" href={dossierAt(view.id)}>{words.open}</LinkButton>
          </div>
          <p><Anchor href={samePersonAt(view.id)}>{after.person.link}</Anchor></p>
        </div>
        {href !== undefined && <div className="viewer"><Viewer shown={{ name: dossier.documents.kinds.form01, href, type: 'application/pdf', paper: null }} /></div>}
      </div>
    </div>
  )
}
