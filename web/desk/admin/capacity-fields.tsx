import { DateField } from '../../kit/date-field.tsx'
import { Field, Group, Select } from '../../kit/field.tsx'
import type { viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Messages } from '../../messages/index.ts'

type Both = { vi: string; en: string }
export type Choices = { agencies: readonly { code: string; name: Both }[]; fields: readonly { code: string; name: Both }[]; procedures: readonly { code: string; title: Both }[] }

const roles = ['clerk', 'officer', 'leader', 'centre', 'administrator'] as const

/** What each box of a capacity is called inside a sentence, in the page's order. */
export const capacityLabels = ({ give }: Messages['admin']): Record<string, string> => ({
  'capacity.role': give.roleIn, 'capacity.agency': give.agencyIn, 'capacity.title.vi': give.titleViIn, 'capacity.title.en': give.titleEnIn, 'capacity.field': give.fieldIn, 'capacity.procedure': give.procedureIn,
  'capacity.from': give.fromIn, 'capacity.to': give.toIn, 'capacity.document': give.documentIn, 'capacity.signing.mode': give.modeIn, 'capacity.signing.head': give.headIn, 'capacity.signing.collective': give.collectiveIn,
})

/** What stands in the three boxes of a day. */
export const dayBoxes = (form: ReturnType<typeof viewForm>, name: string, start?: string): { day: string; month: string; year: string } => {
  const [year = '', month = '', day = ''] = start?.split('-') ?? []
  return { day: form.value(`${name}~day`, day), month: form.value(`${name}~month`, month), year: form.value(`${name}~year`, year) }
}

/** The boxes of a capacity: role, agency, title, limits, days, and how a leader signs. */
export function CapacityFields({ form, choices, today }: { form: ReturnType<typeof viewForm>; choices: Choices; today: string }) {
  const { admin: { give: words, role } } = useWords()
  const locale = useLocale()
  const box = (path: string, start?: string) => ({ name: `capacity.${path}`, value: form.value(`capacity.${path}`, start), error: form.error(`capacity.${path}`) })
  const [only] = choices.agencies.length === 1 ? choices.agencies : []
  return (
    <>
      <div className="admin__two">
        <Select {...box('role')} label={words.role} options={roles.map((value) => ({ value, label: role[value] }))} />
        <Select {...box('agency', only?.code)} label={words.agency} options={choices.agencies.map(({ code, name }) => ({ value: code, label: name[locale] }))} />
        <Field {...box('title.vi')} label={words.titleVi} maxLength={120} />
        <Field {...box('title.en')} label={words.titleEn} maxLength={120} />
        <Select {...box('field')} label={words.field} optional none={words.all} options={choices.fields.map(({ code, name }) => ({ value: code, label: name[locale] }))} />
        <Select {...box('procedure')} label={words.procedure} optional none={words.all} options={choices.procedures.map(({ code, title }) => ({ value: code, label: `${code} ${title[locale]}` }))} />
        <DateField name="capacity.from" label={words.from} value={dayBoxes(form, 'capacity.from', today)} {...withError(form.error('capacity.from'))} />
        <DateField name="capacity.to" label={words.to} optional hint={words.toHint} value={dayBoxes(form, 'capacity.to')} {...withError(form.error('capacity.to'))} />
        <Field {...box('document')} label={words.document} optional maxLength={120} />
      </div>
      <Group name="signing" label={words.signing} hint={words.signingHint}>
        <div className="admin__two">
          <Select {...box('signing.mode')} label={words.mode} options={Object.entries(words.modes).map(([value, label]) => ({ value, label }))} />
          <Field {...box('signing.head')} label={words.head} hint={words.headHint} maxLength={120} />
          <Field {...box('signing.collective')} label={words.collective} optional hint={words.collectiveHint} maxLength={120} />
        </div>
      </Group>
    </>
  )
}

const withError = (error: string | undefined): { error?: string } => (error === undefined ? {} : { error })
