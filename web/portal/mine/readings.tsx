import './mine.css'
import { whoReadMine } from '#contract/identity'
import { formatDate, formatDateTime } from '#kernel/format'
import { Back } from '../../kit/button.tsx'
import { EmptyState, Note, Pager } from '../../kit/lists.tsx'
import { Title } from '../../kit/title.tsx'
import { Typed } from '../../kit/typed.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { dossierAt, mineAt, readingQuestionAt, readingsAt } from '../places.ts'
import type { Route } from './+types/readings.ts'

/** Who read my data: each reading in plain words, with the question I may ask about it and its answer. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const before = search.get('truoc') ?? undefined
  return { ...(await context.get(keys.app).call(whoReadMine, { before })), first: before === undefined, asked: search.get('xong') === 'hoi' }
}

type Data = Route.ComponentProps['loaderData']

export default function ReadingsPage({ loaderData: { rows, next, requests, first, asked } }: Route.ComponentProps) {
  const { readings: words, mine: { list } } = useWords()
  return (
    <div className="wrap narrow page--form stack">
      <Title>{words.title}</Title>
      <Back href={mineAt}>{list.title}</Back>
      <h1>{words.title}</h1>
      {asked && <div role="status"><Note>{words.question.done}</Note></div>}
      <p>{words.text}</p>
      {rows.length === 0 && <EmptyState title={words.none} level={2}>{words.noneText}</EmptyState>}
      {rows.length > 0 && (
        <ul className="told">
          {rows.map((row) => <Reading key={row.id} row={row} request={requests.find(({ reading }) => reading === row.id)} />)}
        </ul>
      )}
      <Pager previous={first ? null : readingsAt} next={next === null ? null : `${readingsAt}?truoc=${next}`} label={words.title} />
    </div>
  )
}

function Reading({ row, request }: { row: Data['rows'][number]; request: Data['requests'][number] | undefined }) {
  const { readings: words } = useWords()
  const locale = useLocale()
  const { reader } = row
  const who = [reader.name || words.someone, reader.title?.[locale], reader.agency?.[locale]].filter(Boolean).join(', ')
  const when = formatDateTime(row.at)
  return (
    <li>
      <h2>{words.purpose[row.purpose]}</h2>
      <p className="small muted"><time dateTime={row.at}>{when}</time></p>
      <p>{who}</p>
      <p className="small">{words.saw(row.what.map((kind) => words.what[kind]).join(', '))}</p>
      {row.dossier !== null && row.code !== null && <a href={dossierAt(row.dossier)}>{words.dossier(row.code)}</a>}
      {request ? <Question request={request} /> : <p><a href={readingQuestionAt(row.id)} aria-label={words.askOf(reader.name, when)}>{words.ask}</a></p>}
    </li>
  )
}

function Question({ request }: { request: Data['requests'][number] }) {
  const { readings: { question: words } } = useWords()
  return (
    <Note kind={request.late ? 'late' : 'plain'}>
      <p><b>{words.yours(formatDate(new Date(request.askedAt)))}:</b> <Typed>{request.text}</Typed></p>
      <p>{words.state[request.state]}{request.state !== 'answered' && <> · {words.due(formatDate(new Date(request.answerDue)))}</>}{request.late && <> {words.late}</>}</p>
      {request.answer !== null && <p><b>{words.answer}:</b> <Typed>{request.answer}</Typed></p>}
    </Note>
  )
}
