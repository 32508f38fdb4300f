import './procedure.css'
import './programme.css'
import { readProgramme } from '#contract/procedures'
import { formatDate, formatNumber } from '#kernel/format'
import type { Route } from './+types/programme.ts'
import * as keys from '../context.ts'
import { Back } from '../kit/button.tsx'
import { StateWord } from '../kit/status-tag.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { catalogueAt, procedureAt } from './places.ts'

/** The programme that this page shows. */
const code = 'essential25'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(readProgramme, { programme: code })

/** The essential services by their numbers: which are open, and where each is done. */
export default function ProgrammePage({ loaderData: { title, decision, source, items, open } }: Route.ComponentProps) {
  const { entries: { programme }, portal } = useWords()
  const locale = useLocale()
  return (
    <div className="wrap narrow stack">
      <Title>{title[locale]}</Title>
      <Back href={catalogueAt}>{portal.catalogue.title}</Back>
      <h1>{title[locale]}</h1>
      <p className="lead">{programme.counts(formatNumber(open), formatNumber(items.length))}</p>
      <p>{programme.basis} <span lang="vi">{decision}</span>{source.status === 'illustrative' && <> <small className="illustrative" title={portal.procedure.illustrativeHint}>{portal.procedure.illustrative}</small></>}</p>
      <ol className="programme">
        {items.map((item) => <li key={item.number}><span className="programme__number num"><span className="vh">{programme.number}</span> {item.number}</span><Item item={item} /></li>)}
      </ol>
      <p className="small muted" lang="vi">{source.source}</p>
    </div>
  )
}

function Item({ item: { title, status, note, changed, procedures } }: { item: Route.ComponentProps['loaderData']['items'][number] }) {
  const { entries: { programme, notHere } } = useWords()
  const locale = useLocale()
  return (
    <div>
      <h2>{title[locale]}</h2>
      <p><StateWord kind={status === 'open' ? 'done' : 'paused'}>{programme.status[status]}</StateWord></p>
      {changed !== null ? <p className="small">{programme.changed(formatDate(new Date(changed.at)))} <span lang="vi">{changed.reason}</span></p> : note && <p className="small">{note[locale]}</p>}
      {procedures.length === 0 ? <p className="small muted">{programme.noCode}</p> : procedures.map(({ code: each, shortTitle, fileable }) => <p key={each}><a href={procedureAt(each)}>{shortTitle[locale]}</a>{!fileable && <small className="muted"> · {notHere}</small>}</p>)}
    </div>
  )
}
