import { Form } from 'react-router'
import { Anchor } from '../kit/anchor.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { reach } from './list-keys.tsx'
import type { ListRow } from './list-query.ts'
import { documentAt, dossierAt } from './places.ts'
import { queuePlaces, type QueueName } from './queues.ts'

/** An act that a list has done: to which dossier, and what came of it. */
export type Done = { id: string; act: 'accept' | 'take'; code: string; due: string | null; receipt: string | null }

/** Asks before what cannot be taken back. `back`: the list without the question. */
export function ConfirmAccept({ row, queue, back }: { row: ListRow; queue: QueueName; back: string }) {
  const { desk: { list, act } } = useWords()
  const locale = useLocale()
  return (
    <Form method="post" className="list-answer" aria-labelledby="confirm-title">
      <FormGuard form="confirm" />
      <div>
        <h2 id="confirm-title">{list.confirm(row.code)}</h2>
        <p id="confirm-text">{list.confirmText(row.applicantName, row.title[locale])}</p>
      </div>
      <div className="row">
        <button id={reach.confirm} type="submit" name="accept" value={row.id} className="btn btn--primary" aria-describedby="confirm-text">{act.accept}</button>
        <Anchor href={dossierAt(row.id, { hang: queuePlaces[queue].slug })}>{list.confirmOpen}</Anchor>
        <Anchor href={back} id={reach.confirmNot}>{list.confirmNot}</Anchor>
      </div>
    </Form>
  )
}

/** Says what was done, with the paper to print. It stays until the person goes on. */
export function DoneNote({ done: { id, act, code, due, receipt }, queue }: { done: Done; queue: QueueName }) {
  const { desk: { list } } = useWords()
  return (
    <div className="list-answer list-answer--done">
      <p role="status">{act === 'accept' ? list.accepted(code, due ?? '') : list.taken(code)}</p>
      <div className="row">
        {act === 'accept' && receipt !== null && <a href={documentAt(id, receipt)} target="_blank" rel="noreferrer">{list.receipt}</a>}
        <Anchor href={dossierAt(id, { hang: queuePlaces[queue].slug })}>{list.open}</Anchor>
      </div>
    </div>
  )
}
