import type { Entry, EntryPage } from '#contract/procedures'
import { Back } from '../kit/button.tsx'
import { More, Note, Papers, Steps } from '../kit/lists.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { lifeEventAt, nationalPortal } from './places.ts'
import { Answers, Law, Notes } from './procedure-facts.tsx'
import { Illustrative, Sources } from './procedure-parts.tsx'
import { placesOf } from './where-to.ts'

/** A procedure that is described and cannot be filed here yet: the same answers, and where it is handed in today in place of the button. */
export function EntryView({ page: { entry, version } }: { page: EntryPage }) {
  const { portal, entries } = useWords()
  const locale = useLocale()
  const { procedure } = portal
  return (
    <div className="wrap proc">
      <Title>{entry.shortTitle[locale]}</Title>
      <Back href={lifeEventAt(entry.lifeEvent)}>{portal.lifeEvents[entry.lifeEvent] ?? portal.catalogue.title}</Back>
      <div className="proc__head">
        <h1>{entry.shortTitle[locale]}</h1>
        <p className="lead">{entry.summary[locale]}</p>
      </div>
      <aside className="proc__side" aria-label={procedure.howLong}>
        <Answers body={entry} />
        <HandIn entry={entry} />
      </aside>
      <div className="proc__body stack-l">
        <section aria-labelledby="papers" className="stack">
          <h2 id="papers">{procedure.papers}<Illustrative body={entry} field="papers" /></h2>
          {entry.sets > 1 && <p>{entries.sets(entry.sets)}</p>}
          <PaperRows entry={entry} />
        </section>
        <section aria-labelledby="steps"><h2 id="steps">{procedure.steps}<Illustrative body={entry} field="steps" /></h2><Steps items={entry.steps.map(({ title, text }) => ({ title: title[locale], text: text?.[locale] }))} /></section>
        <Notes body={entry} />
        <Where entry={entry} />
        <Law body={entry} version={version} />
        <Sources body={entry} />
      </div>
    </div>
  )
}

/** Where it is handed in today: it stands where the button of other procedures is. */
function HandIn({ entry }: { entry: Entry }) {
  const { entries: { handIn, agency } } = useWords()
  const words = { centre: handIn.centre, agency: handIn.agency(agency[entry.receivingAgencyKind] ?? entry.receivingAgencyKind), post: handIn.post }
  return (
    <section className="start" aria-labelledby="hand-in">
      <Note kind="plain">
        <h2 id="hand-in" className="handin__title">{handIn.title}</h2>
        <ul className="plain">
          {placesOf(entry).map((place) => <li key={place}>{place === 'national' ? <a href={nationalPortal}>{handIn.national}</a> : words[place]}</li>)}
        </ul>
      </Note>
      <p className="hint">{handIn.text}</p>
    </section>
  )
}

function PaperRows({ entry }: { entry: Entry }) {
  const { portal: { procedure }, entries } = useWords()
  const locale = useLocale()
  const textOf = ({ source, form, count, required, database, note }: Entry['papers'][number]): string => {
    const how = source === 'form' ? entries.paperForm(procedure.paperUpload[form].toLowerCase()) : source === 'lookup' ? procedure.paperLookup(database?.[locale] ?? '') : source === 'shown' ? entries.paperShown
      : procedure.paperCount(procedure.paperUpload[form], count)
    return [how, ...(required ? [] : [entries.paperOptional]), ...(note ? [note[locale]] : [])].join(' ')
  }
  return <Papers items={entry.papers.map((paper) => ({ title: paper.name[locale], text: textOf(paper) }))} />
}

function Where({ entry }: { entry: Entry }) {
  const { portal: { procedure }, entries } = useWords()
  const locale = useLocale()
  return (
    <section aria-labelledby="where" className="stack">
      <h2 id="where">{entries.agencyTitle}<Illustrative body={entry} field="agency" /></h2>
      <p>{entry.agency[locale]}</p>
      <p>{entries.receives(entries.agency[entry.receivingAgencyKind] ?? entry.receivingAgencyKind)}</p>
      {entry.partialReason && <p>{entries.partial(entry.partialReason.text[locale])}</p>}
      <More question={procedure.who}><ul className="plain">{entry.subjects.map((subject) => <li key={subject.vi}>{subject[locale]}</li>)}</ul></More>
      {entry.requirements.length > 0 && <More question={procedure.requirements}><ul className="plain">{entry.requirements.map((each) => <li key={each.vi}>{each[locale]}</li>)}</ul></More>}
    </section>
  )
}
