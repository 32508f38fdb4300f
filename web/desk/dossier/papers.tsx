import { Form } from 'react-router'
import type { DossierView } from '#contract/dossiers'
import { formatNumber } from '#kernel/format'
import { Anchor } from '../../kit/anchor.tsx'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { Table } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { dossierAt } from '../places.ts'
import { checkedOf, clerkWhoSaw, isReplaced, type Paper } from './shown.ts'
import { useWhen } from './when.ts'

/** The papers with where each came from and what was said of it; a name opens the paper beside the list. */
export function PaperList({ view, shown, slug }: { view: DossierView; shown: Paper | null; slug: string | null }) {
  const { dossier: { papers: words } } = useWords()
  const locale = useLocale()
  const when = useWhen()
  const { all, seen } = checkedOf(view)
  return (
    <>
      <h2>{words.title}{all > 0 && <span className="num muted">{words.checked(formatNumber(seen), formatNumber(all))}</span>}</h2>
      {all === 0 ? <p className="muted">{words.none}</p> : (
        <Table
          hideCaption caption={words.title} columns={[{ key: 'at', label: words.at }, { key: 'name', label: words.name }, { key: 'source', label: words.source }, { key: 'check', label: words.check }]}
          rows={view.papers.map((paper) => ({
            id: String(paper.number), chosen: paper.number === shown?.number,
            cells: {
              at: paper.number, check: <Verdict paper={paper} replaced={isReplaced(view, paper)} clerk={clerkWhoSaw(view, paper)} />,
              name: <Anchor href={`${dossierAt(view.id, { giay: paper.number, hang: slug })}#xem`} aria-current={paper.number === shown?.number ? 'true' : undefined}>{paper.name[locale]}</Anchor>,
              source: <>{words.from[paper.source]}<small className="papers__more">{words.form[paper.form]} · {when(paper.addedAt)}</small></>,
            },
          }))}
        />
      )}
    </>
  )
}

/** What the office says of a paper; that the counter has seen it stands below, and is no verdict of the office. */
function Verdict({ paper: { verdict, remark }, replaced, clerk }: { paper: Paper; replaced: boolean; clerk: string | null }) {
  const { dossier: { papers: words } } = useWords()
  if (verdict === 'good') return <StateWord kind="done" size={13}>{words.good}</StateWord>
  if (verdict === 'bad') return <><StateWord kind="late" size={13}>{words.bad}</StateWord>{remark !== null && <small className="papers__remark">{remark}</small>}</>
  if (replaced) return <StateWord kind="stopped" size={13}>{words.replaced}</StateWord>
  if (clerk !== null) return <><StateWord kind="new" size={13}>{words.officeNot}</StateWord><small className="papers__more">{words.deskSaw(clerk)}</small></>
  return <b><StateWord kind="new" size={13}>{words.unseen}</StateWord></b>
}

/** Says of the paper in view that it is good, or why not. Two forms, so that Enter in the remark never says "good". */
export function CheckForms({ paper }: { paper: Paper }) {
  const { dossier: { papers: words } } = useWords()
  const locale = useLocale()
  const hidden = <><input type="hidden" name="act" value="check" /><input type="hidden" name="number" value={paper.number} /></>
  return (
    <div className="checks" role="group" aria-label={words.checking(paper.name[locale])}>
      <Form method="post" preventScrollReset>
        <FormGuard form={`good-${paper.number}`} />{hidden}
        <Button name="verdict" value="good" kind="second" hotkey="1">{words.markGood}</Button>
      </Form>
      <Form method="post" preventScrollReset key={paper.number} className="checks__bad">
        <FormGuard form={`bad-${paper.number}`} />{hidden}
        <Field name="remark" label={words.remark} hint={words.remarkHint} value={paper.verdict === 'bad' ? (paper.remark ?? '') : ''} maxLength={500} optional />
        <Button name="verdict" value="bad" kind="second" hotkey="2">{words.markBad}</Button>
      </Form>
    </div>
  )
}
