import { getPaperFile, type DossierView } from '#contract/dossiers'
import { formatBytes } from '#kernel/format'
import { CopyButton } from '../../kit/button.tsx'
import { Code } from '../../kit/figures.tsx'
import { More } from '../../kit/lists.tsx'
import { SummaryList, type SummaryItem } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { routeAt } from '../places.ts'

/** What was stated and handed in, and the code for looking without signing in: there for who wants it. */
export function Content({ view }: { view: DossierView }) {
  const { mine: { dossier } } = useWords()
  const locale = useLocale()
  const answers: SummaryItem[] = [
    { term: dossier.case, value: view.procedureCase.label[locale] }, ...view.answers.map(({ label, text }) => ({ term: label[locale], value: text })),
  ]
  return (
    <section>
      <More question={dossier.content}>
        <h3>{dossier.answers}</h3>
        <SummaryList items={answers} />
        <h3>{dossier.papers}</h3>
        {view.papers.length === 0 ? <p>{dossier.noPapers}</p> : <SummaryList items={view.papers.map((paper) => paperItem(paper, view.id, dossier, locale))} />}
      </More>
      <More question={dossier.track}>
        <p><Code>{view.secret}</Code> <CopyButton text={view.secret} /></p>
        <p>{dossier.trackText}</p>
      </More>
    </section>
  )
}

type Words = ReturnType<typeof useWords>['mine']['dossier']

function paperItem(paper: DossierView['papers'][number], id: string, words: Words, locale: 'vi' | 'en'): SummaryItem {
  const { file } = paper
  const value = file ? <a href={routeAt(getPaperFile.path, { id, number: paper.number })}>{file.name} <span className="num">({formatBytes(file.size)})</span></a> : words.paperSeen
  return { term: paper.name[locale], value }
}
