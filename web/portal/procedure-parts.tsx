import type { Body, Entry } from '#contract/procedures'
import { More, Papers } from '../kit/lists.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { papersByCase, type CasePaper } from './paper-cases.ts'

/** Where a procedure's page says what its facts were taken from. */
export const sourcesId = 'nguon'

/** Says beside a part of a procedure that its law could not be checked, and leads to what that means. Nothing when it was. */
export function Illustrative({ body, field }: { body: Body | Entry; field: string }) {
  const { portal: { procedure } } = useWords()
  const sources: Body['sources'] = body.sources
  return sources[field]?.status === 'illustrative' ? <> <a className="illustrative" href={`#${sourcesId}`} title={procedure.illustrativeHint}>{procedure.illustrative}</a></> : null
}

/** Which papers, by case: those of everybody first, each case behind its name. */
export function PapersOfCases({ body }: { body: Body }) {
  const { portal: { procedure } } = useWords()
  const locale = useLocale()
  const { always, cases } = papersByCase(body)
  const named = cases.flatMap(({ code, papers }) => {
    const option = body.cases.options.find((each) => each.code === code)
    return option && papers.length > 0 ? [{ code, papers, name: option.label[locale] }] : []
  })
  return (
    <section aria-labelledby="papers" className="stack">
      <h2 id="papers">{procedure.papers}<Illustrative body={body} field="papers" /></h2>
      {always.length === 0 ? <p>{procedure.papersNone}</p> : <PaperRows rows={always} atOnce={body.immediate} />}
      {named.map(({ code, papers, name }) => <More key={code} question={procedure.papersCase(name)}><PaperRows rows={papers} atOnce={body.immediate} /></More>)}
    </section>
  )
}

function PaperRows({ rows, atOnce }: { rows: readonly CasePaper[]; atOnce: boolean }) {
  const { portal: { procedure }, atOnce: words } = useWords()
  const locale = useLocale()
  const textOf = ({ paper, perhaps }: CasePaper): string => {
    const { source, form, count, note, database } = paper
    const how = source === 'form' ? procedure.paperForm : source === 'lookup' ? procedure.paperLookup(database?.[locale] ?? '') : source === 'shown' ? (atOnce ? words.paperShown : procedure.paperShown)
      : procedure.paperCount(procedure.paperUpload[form], count)
    // the note of what is written here or looked up says the same again
    return [how, ...(source === 'upload' && note ? [note[locale]] : []), ...(perhaps ? [procedure.paperPerhaps] : [])].join(' ')
  }
  return <Papers items={rows.map((row) => ({ title: row.paper.name[locale], text: textOf(row) }))} />
}

/** Where each part of the page comes from, and which parts could not be checked. */
export function Sources({ body }: { body: Body | Entry }) {
  const { portal: { procedure }, entries } = useWords()
  const parts = Object.entries(body.sources)
  if (parts.length === 0) return null
  return (
    <More question={procedure.sources}>
      <p id={sourcesId}>{procedure.illustrativeHint}</p>
      <dl className="sources">
        {parts.map(([field, { source }]) => (
          <div key={field}><dt>{procedure.sourceOf[field] ?? entries.sourceOf[field] ?? field}<Illustrative body={body} field={field} /></dt><dd lang="vi">{source}</dd></div>
        ))}
      </dl>
    </More>
  )
}
