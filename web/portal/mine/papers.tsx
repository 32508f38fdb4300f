import './mine.css'
import { getDocument, getPaperFile, myPapers } from '#contract/dossiers'
import { session } from '#contract/identity'
import { formatBytes } from '#kernel/format'
import { Back, LinkButton } from '../../kit/button.tsx'
import { EmptyState, GoList } from '../../kit/lists.tsx'
import { stepUpAt } from '../../kit/places.ts'
import { Title } from '../../kit/title.tsx'
import { Typed } from '../../kit/typed.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { catalogueAt, dossierAt, mineAt, myPapersAt, routeAt } from '../places.ts'
import { sayWhen } from '../when.ts'
import type { Route } from './+types/papers.ts'

/** What was signed for me, to be fetched as often as it is wanted, and what I handed in. */
export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const { results, papers } = await app.call(myPapers, {})
  const when = (at: string): string => sayWhen(at, app.page.now, app.locale)
  return {
    results: results.map((result) => ({ ...result, when: when(result.at) })), papers: papers.map((paper) => ({ ...paper, when: when(paper.at) })),
    // whoever is not proven yet proves it first, and comes back here
    stepUp: results.length > 0 && (await app.call(session, {})).tooLowFor.includes('readResult'),
  }
}

type Data = Route.ComponentProps['loaderData']

export default function MyPapersPage({ loaderData: { results, papers, stepUp } }: Route.ComponentProps) {
  const { myPapers: words, mine: { list }, portal: { catalogue } } = useWords()
  return (
    <div className="wrap narrow stack-l">
      <div className="stack">
        <Title>{words.title}</Title>
        <Back href={mineAt}>{list.title}</Back>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      {results.length > 0 && <Results results={results} stepUp={stepUp} />}
      {papers.length > 0 && <HandedIn papers={papers} />}
      {results.length === 0 && papers.length === 0 && <><EmptyState title={words.none} level={2}>{words.noneText}</EmptyState><LinkButton href={catalogueAt}>{catalogue.showAll}</LinkButton></>}
    </div>
  )
}

function Results({ results, stepUp }: { results: Data['results']; stepUp: boolean }) {
  const { myPapers: words } = useWords()
  const locale = useLocale()
  return (
    <section className="stack">
      <h2>{words.results}</h2>
      <GoList items={results.map(({ dossier, document, title, number, when, principalName }) => ({
        href: stepUp ? stepUpAt(myPapersAt) : routeAt(getDocument.path, { id: dossier, document }), icon: 'download', label: title[locale],
        detail: <>{words.result(number, when)}{principalName !== null && <>, {words.forWhom(principalName)}</>}</>,
      }))} />
    </section>
  )
}

function HandedIn({ papers }: { papers: Data['papers'] }) {
  const { myPapers: words } = useWords()
  const locale = useLocale()
  return (
    <section className="stack">
      <h2>{words.papers}</h2>
      <ul className="told">
        {papers.map(({ dossier, number, code, title, paper, file, when, again }) => (
          <li key={`${dossier}${number}`}>
            <h3>{paper[locale]}</h3>
            <p className="small muted">{when} · <a href={dossierAt(dossier)}>{words.of(title[locale], code)}</a></p>
            <p><a href={routeAt(getPaperFile.path, { id: dossier, number })}><Typed>{file.name}</Typed></a> <span className="num muted">({formatBytes(file.size)})</span></p>
            <p className="small">{again ? words.again : words.onlyThere}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
