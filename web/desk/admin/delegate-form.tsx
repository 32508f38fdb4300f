import { Form } from 'react-router'
import type { z } from 'zod'
import type { listDelegations } from '#contract/identity'
import { Acts, Button } from '../../kit/button.tsx'
import { Choices as Choice, Tick } from '../../kit/choices.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { Field, Select } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import type { viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Messages } from '../../messages/index.ts'
import { dayBoxes, type Choices } from './capacity-fields.tsx'

type Listed = z.output<typeof listDelegations.output>
type Data = Pick<Listed, 'to'> & Pick<Choices, 'fields' | 'procedures'> & { source: Listed['from'][number]; today: string }

/** What each box is called inside a sentence, in the form's order. */
export const delegateLabels = (words: Messages['admin']['delegations']): Record<string, string> => ({
  capacity: words.whoseIn, officer: words.whoIn, mode: words.modeIn, from: words.fromDayIn, to: words.toDayIn, document: words.document.toLowerCase(),
})

/** A new delegation: whose, to whom, how it is signed, for what, from when until when, and by which decision. */
export function DelegateForm({ data, form }: { data: Data; form: ReturnType<typeof viewForm> }) {
  const { admin: { delegations: words, give } } = useWords()
  const locale = useLocale()
  // a person of several capacities is there once: with the one of the delegator's own agency
  const order = (each: Data['to'][number]): number => (data.source.agency.code === each.agency.code ? 0 : 1)
  const people = data.to.toSorted((a, b) => order(a) - order(b)).filter(({ officer }, place, list) => list.findIndex((each) => each.officer === officer) === place)
  const error = (path: string): { error?: string } => {
    const text = form.error(path)
    return text === undefined ? {} : { error: text }
  }
  return (
    <section className="admin__form">
      <h2>{words.new}</h2>
      <p>{words.law}</p>
      <Form method="post" noValidate>
        <FormGuard form="delegate" />
        <input type="hidden" name="capacity" value={data.source.capacity} />
        <p>{words.whose}: <b>{data.source.name}</b>, {data.source.title[locale]}, {data.source.agency.name[locale]}</p>
        <Select name="officer" label={words.who} value={form.value('officer')} {...error('officer')} options={people.map((each) => ({ value: each.officer, label: `${each.name}, ${each.title[locale]}${each.deputy ? ` (${words.deputy})` : ''}` }))} />
        <Choice name="mode" pick="one" label={words.mode} {...error('mode')} chosen={[form.value('mode', 'TUQ')]} options={[{ value: 'TUQ', label: words.tuq, hint: words.tuqHint }, { value: 'KT', label: words.kt, hint: words.ktHint }]} />
        <div className="admin__two">
          <DateField name="from" label={words.fromDay} value={dayBoxes(form, 'from', data.today)} {...error('from')} />
          <DateField name="to" label={words.toDay} value={dayBoxes(form, 'to')} {...error('to')} />
          <Select name="field" label={give.field} optional none={words.everything} value={form.value('field')} options={data.fields.map(({ code, name }) => ({ value: code, label: name[locale] }))} />
          <Select name="procedure" label={give.procedure} optional none={words.everything} value={form.value('procedure')} options={data.procedures.map(({ code, title }) => ({ value: code, label: `${code} ${title[locale]}` }))} />
        </div>
        <Field name="document" label={give.document} value={form.value('document')} {...error('document')} maxLength={120} />
        <Tick name="replace" label={words.replace} checked={form.value('replace~boolean') === 'true'} />
        <Acts><Button>{words.button}</Button></Acts>
      </Form>
    </section>
  )
}

/** An administrator says first for whom: who may receive it follows from that. */
export function ChooseSource({ from }: { from: Listed['from'] }) {
  const { admin: { delegations: words } } = useWords()
  const locale = useLocale()
  return (
    <section className="admin__form">
      <h2>{words.new}</h2>
      <p>{words.law}</p>
      <Form method="get" className="admin__filter">
        <Select name="cua" label={words.whose} options={from.map((each) => ({ value: each.capacity, label: `${each.name}, ${each.title[locale]}, ${each.agency.name[locale]}` }))} />
        <Button kind="second">{words.go}</Button>
      </Form>
    </section>
  )
}
