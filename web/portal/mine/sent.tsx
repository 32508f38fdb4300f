import './mine.css'
import { getDossier, type DossierView } from '#contract/dossiers'
import { formatTime } from '#kernel/format'
import { CopyButton } from '../../kit/button.tsx'
import { Code } from '../../kit/figures.tsx'
import { GoList, Note, Steps } from '../../kit/lists.tsx'
import { Stone } from '../../kit/stone.tsx'
import { Facts } from '../../kit/summary-list.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { dossierAt, noticesAt } from '../places.ts'
import { priceText, sumText } from '../prices.ts'
import { sayDay, sayWhen } from '../when.ts'
import type { Route } from './+types/sent.ts'

/** The acknowledgement: proof that the dossier is stored, by when somebody answers, and what happens next. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const { id, code, secret, submittedAt, deskDueAt, desk, office, counter, receive, procedure, papers, prices, notices } = await app.call(getDossier, { id: params.id })
  const { now } = app.page
  return {
    id, code, secret, desk: desk.name, office: office.name, counter: counter.name, receive, title: procedure.shortTitle, inPerson: procedure.collectedBy === 'applicant',
    originals: papers.flatMap(({ file, name }) => (file ? [name] : [])), prices, notices, sent: sayWhen(submittedAt, now, app.locale),
    answer: { time: formatTime(deskDueAt), day: sayDay(deskDueAt, now, app.locale), when: sayWhen(deskDueAt, now, app.locale) },
  }
}

export default function SentPage({ loaderData }: Route.ComponentProps) {
  const { id, code, secret, desk, office, counter, receive, title, inPerson, originals, prices, notices, sent, answer } = loaderData
  const { apply: { sent: words } } = useWords()
  const locale = useLocale()
  const { steps } = words
  const collecting = inPerson ? { title: steps.inPerson.title, text: steps.inPerson.text(counter[locale], originals.map((name) => name[locale]).join(', ')) } : { title: steps.counter.title, text: steps.counter.text(counter[locale]) }
  return (
    <div className="wrap narrow page--form stack">
      <Title>{`${words.title} ${code}`}</Title>
      <div className="sent__head">
        <div><h1>{words.title}</h1><p className="hint">{title[locale]}</p></div>
        <Stone kind="answer" figure={answer.time} unit={answer.day} label={words.stone(answer.when)} />
      </div>
      <p>{words.lead(desk[locale])}</p>
      <Facts items={[
        { term: words.code, value: <Code>{code}</Code>, more: <CopyButton text={code} /> },
        { term: words.secret, value: <Code>{secret}</Code>, more: <>{words.secretHint}<br /><CopyButton text={secret} /></> },
        { term: words.at, value: <span className="num">{sent}</span> },
        { term: words.answer, value: <span className="num">{answer.when}</span> },
        { term: words.fee, value: <b className="num">{sumText(prices, locale)}</b>, ...(prices.length > 0 && { more: <FeeMore prices={prices} where={receive === 'electronic' ? desk[locale] : counter[locale]} /> }) },
      ]} />
      {notices.map((notice) => <Note key={notice.vi} kind="near">{notice[locale]}</Note>)}
      <section>
        <h2>{words.next}</h2>
        <Steps items={[
          { title: steps.desk.title, text: steps.desk.text(desk[locale], answer.when) }, { title: steps.office.title, text: steps.office.text(office[locale]) },
          receive === 'electronic' ? steps.electronic : collecting,
        ]} />
      </section>
      <GoList items={[{ href: dossierAt(id), label: words.follow, detail: code, icon: 'eye' }, { href: noticesAt, label: words.notices, detail: words.noticesDetail, icon: 'paper' }]} />
    </div>
  )
}

/** What the sum is made of, and where it is paid: nothing is to be paid before the acceptance. */
function FeeMore({ prices, where }: { prices: DossierView['prices']; where: string }) {
  const { apply: { sent: words } } = useWords()
  const locale = useLocale()
  return <>{prices.map((price) => <span key={price.name.vi} className="num">{price.name[locale]}: {priceText(price, locale)}<br /></span>)}{words.payAt(where)}</>
}
