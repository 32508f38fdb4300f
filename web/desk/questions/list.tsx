import '../../kit/desk.css'
import { listQuestions } from '#contract/dossiers'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { EmptyState, Pager, Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage, Done } from '../admin/page.tsx'
import { useWhen } from '../dossier/when.ts'
import { questionAt, questionsAt } from '../places.ts'
import type { Route } from './+types/list.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('sau') ?? undefined
  return { ...(await context.get(keys.app).call(listQuestions, after === undefined || after.length > 120 ? {} : { after })), first: after === undefined }
}

/** What other agencies ask this one, soonest due first. */
export default function Questions({ loaderData: { questions, count, next, first } }: Route.ComponentProps) {
  const { consult: { list: words } } = useWords()
  const locale = useLocale()
  const when = useWhen()
  return (
    <AdminPage title={words.title} count={count}>
      <Done said={{ answered: words.answered }} />
      {questions.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <Table
          caption={words.table} hideCaption columns={[{ key: 'due', label: words.due }, { key: 'what', label: words.what }, { key: 'question', label: words.question }, { key: 'from', label: words.from }]}
          rows={questions.map(({ id, code, title, from, askedBy, content, dueAt }) => ({
            id, cells: { due: <span className="num">{when(dueAt)}</span>, what: <><Anchor href={questionAt(id)}>{title[locale]}</Anchor><br /><span className="code">{code}</span></>, question: shortened(content), from: <>{from.name[locale]}<br /><span className="muted">{askedBy}</span></> },
          }))}
        />
      )}
      <Pager previous={first ? null : questionsAt} next={next === null ? null : `${questionsAt}?sau=${encodeURIComponent(next)}`} />
    </AdminPage>
  )
}

const shortened = (text: string): string => (text.length <= 160 ? text : `${text.slice(0, 157).trimEnd()}…`)
