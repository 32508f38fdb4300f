import { DateField } from '../../kit/date-field.tsx'
import { Field, TextArea } from '../../kit/field.tsx'
import type { FormView } from '../../kit/form.ts'
import { useWords } from '../../kit/words.ts'

/** What stands in the boxes at first. */
export type Appointment = { date: string; time: string; goes: string; preparation: string }

/** When, who goes, and what to have ready: the boxes of an appointment. */
export function CheckFields({ form, start }: { form: FormView; start: Appointment }) {
  const { consult: { set: words } } = useWords()
  const [year = '', month = '', day = ''] = start.date.split('-')
  return (
    <>
      <DateField name="date" label={words.date} error={form.error('date')} value={{ day: form.value('date~day', day), month: form.value('date~month', month), year: form.value('date~year', year) }} />
      <Field name="time" label={words.time} hint={words.timeHint} kind="code" width={4} value={form.value('time', start.time)} error={form.error('time')} maxLength={5} />
      <Field name="goes" label={words.goes} value={form.value('goes', start.goes)} error={form.error('goes')} maxLength={300} />
      <TextArea name="preparation" label={words.preparation} hint={words.preparationHint} value={form.value('preparation', start.preparation)} error={form.error('preparation')} maxLength={1000} rows={2} optional />
    </>
  )
}

/** How the fields are called inside a sentence, in the page's order. */
export const useCheckLabels = () => {
  const { consult: { set: words } } = useWords()
  return { labels: { date: words.dateIn, time: words.timeIn, goes: words.goesIn, preparation: words.preparationIn }, sentences: { 'time:wrong_form': words.timeWrong } }
}
