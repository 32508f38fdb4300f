import { useState, useSyncExternalStore, type ChangeEvent } from 'react'
import { uploadPaper } from '#contract/files'
import type { Paper } from '#contract/procedures'
import { Tick } from '../../kit/choices.tsx'
import { Field, Select } from '../../kit/field.tsx'
import { formKeyOf } from '../../kit/form-guard.tsx'
import { acceptOf, filesHint } from '../../kit/paper-files.ts'
import { StateWord } from '../../kit/status-tag.tsx'
import { useRoot } from '../../kit/root-data.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Boxes } from './question-box.tsx'

/** The papers that this case asks for: shown or handed in, and scanned where there is a scanner (and scripts). */
export function PapersBox({ papers, boxes }: { papers: readonly Paper[]; boxes: Boxes }) {
  const { dossier: { intake: words, papers: { form } } } = useWords()
  const locale = useLocale()
  if (papers.length === 0) return <p className="muted">{words.papersNone}</p>
  return papers.map((paper) => {
    const name = `papers.${paper.code}`
    if (paper.source === 'shown') return <Seen key={paper.code} paper={paper} boxes={boxes} />
    return (
      <div className="paper-box" key={paper.code} id={name} tabIndex={-1}>
        <h3>{paper.name[locale]}</h3>
        <div className="paper-box__row">
          <Select
            name={`${name}.form`} label={words.paperForm} value={boxes.value(`${name}.form`)} error={boxes.error(name)} none={words.notSeen}
            options={[{ value: 'original', label: form.original }, { value: 'copy', label: form.copy }]}
          />
          <Field name={`${name}.copies`} label={words.copies} kind="number" width={2} value={boxes.value(`${name}.copies~number`, String(paper.count))} />
          <Scan name={`${name}.file`} paper={paper} />
        </div>
      </div>
    )
  })
}

/** A paper that is only looked at and given back: one tick says that it was. */
function Seen({ paper, boxes }: { paper: Paper; boxes: Boxes }) {
  const { atOnce: { intake: words } } = useWords()
  const locale = useLocale()
  const name = `papers.${paper.code}`
  return (
    <div className="paper-box" id={name} tabIndex={-1}>
      <Tick name={`${name}.form`} sends={paper.form} label={words.seen(paper.name[locale])} hint={words.seenHint} checked={boxes.value(`${name}.form`) === paper.form} error={boxes.error(name)} />
    </div>
  )
}

const never = () => () => undefined
const useHydrated = (): boolean => useSyncExternalStore(never, () => true, () => false)

type Scanned = { state: 'none' | 'sending' | 'failed' } | { state: 'there'; id: string; name: string }

/** Sends a scan at once and keeps its id in the form: a scan belongs to the desk until the dossier takes it. Needs scripts. */
function Scan({ name, paper }: { name: string; paper: Paper }) {
  const { kit, dossier: { intake: words } } = useWords()
  const root = useRoot()
  const [scanned, setScanned] = useState<Scanned>({ state: 'none' })
  const [tries, setTries] = useState(0)
  if (!useHydrated() || !root) return null
  const send = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0]
    if (!file) return
    setScanned({ state: 'sending' })
    setTries(tries + 1)
    const body = new FormData()
    body.append('csrf', root.csrf)
    body.append('key', formKeyOf(root.formKey, `${name}-${tries}`))
    body.append('file', file)
    const answer: unknown = await fetch(uploadPaper.path, { method: 'POST', body }).then((response) => (response.ok ? response.json() : null), () => null)
    const kept = uploadPaper.output.safeParse(answer)
    setScanned(kept.success ? { state: 'there', id: kept.data.id, name: kept.data.name } : { state: 'failed' })
  }
  return (
    <div className="field">
      <label className="label" htmlFor={name}>{words.scan} <span className="vh">{paper.name.vi}</span></label>
      <input id={name} type="file" className="in" accept={acceptOf(paper)} onChange={(event) => void send(event)} aria-describedby={`${name}-hint`} />
      {scanned.state === 'there' && <input type="hidden" name={name} value={scanned.id} />}
      <p className="hint" id={`${name}-hint`} role="status">
        {scanned.state === 'there' ? <StateWord kind="done" size={13}>{words.scanned(scanned.name)}</StateWord> : scanned.state === 'sending' ? words.scanning : scanned.state === 'failed' ? words.scanFailed : filesHint(paper, kit)}
      </p>
    </div>
  )
}
