import type { DossierView } from '#contract/dossiers'
import { Note } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { sayWhen } from '../when.ts'

type Props = { view: DossierView; now: string }

const over: readonly DossierView['state'][] = ['withdrawn', 'refused', 'handed_over', 'archived']

/** The appointment to see the place that is still ahead: what the person has to know first. */
export function OpenCheck({ view, now }: Props) {
  const { consult: { mine: words } } = useWords()
  const locale = useLocale()
  const check = view.fieldChecks.find(({ record }) => record === null)
  if (!check || over.includes(view.state)) return null
  return (
    <section aria-labelledby="check">
      <h2 id="check">{words.check}</h2>
      <Note kind="near">
        <p><b>{words.at(sayWhen(check.startsAt, now, locale))}</b> {words.goes(check.goes)}</p>
        {check.preparation !== null && <p>{words.preparation(check.preparation)}</p>}
        {check.movedBecause !== null && <p>{words.moved(check.movedBecause)}</p>}
        <p>{words.busy}</p>
      </Note>
    </section>
  )
}

/** The checks that were made, and the agencies that were asked. */
export function Beside({ view, now }: Props) {
  const { consult: { mine: words, opinions } } = useWords()
  const locale = useLocale()
  const kept = view.fieldChecks.filter(({ record }) => record !== null)
  return (
    <>
      {kept.length > 0 && (
        <section aria-labelledby="checked">
          <h2 id="checked">{words.checked}</h2>
          <ul className="stack">
            {kept.map(({ number, startsAt, record }) => record && (
              <li key={number}><StateWord kind={record.conforms ? 'done' : 'late'}>{sayWhen(startsAt, now, locale)}</StateWord><br />{record.conforms ? words.good : words.bad} {record.findings}<br /><span className="muted">{words.on(sayWhen(record.at, now, locale))}</span></li>
            ))}
          </ul>
        </section>
      )}
      {view.consultations.length > 0 && (
        <section aria-labelledby="opinions">
          <h2 id="opinions">{words.opinions}</h2>
          <ul className="stack">
            {view.consultations.map(({ number, agency, stands, dueAt }) => <li key={number}><b>{agency.name[locale]}</b>: {opinions.stands[stands]}{stands === 'open' && `, ${words.until(sayWhen(dueAt, now, locale))}`}</li>)}
          </ul>
          <p className="hint">{words.opinionsText}</p>
        </section>
      )}
    </>
  )
}
