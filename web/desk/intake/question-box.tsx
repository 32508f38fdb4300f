import type { Question } from '#contract/procedures'
import { Choices } from '../../kit/choices.tsx'
import { DateField, dateBoxes, MonthField } from '../../kit/date-field.tsx'
import { Field, Select, TextArea, widthOfNumber, type Option } from '../../kit/field.tsx'
import { useLocale, useWords } from '../../kit/words.ts'

export type Boxes = {
  /** what stands in a box */
  value(name: string, start?: string): string
  error(path: string): string | undefined
}

type Props = { question: Question; options: readonly Option[]; areas: readonly Option[]; boxes: Boxes; /** what an unanswered place begins with */ place?: string | undefined }

/** choices up to this many lie open; longer ones fold into a list */
const mostOpen = 3

/** One question of a form as a clerk fills it in: its short name and its box. */
export function QuestionBox({ question, options, areas, boxes, place }: Props) {
  const { dossier: { intake: words } } = useWords()
  const locale = useLocale()
  const name = `answers.${question.code}`
  const label = question.label[locale]
  const common = { name, label, optional: !question.required, error: boxes.error(name), value: boxes.value(name) }
  switch (question.kind) {
    case 'choice': return <Choice {...common} options={options} />
    case 'longText': return <TextArea {...common} maxLength={question.maxLength} rows={3} />
    case 'date': return <DateField {...common} value={dateBoxes(name, boxes.value)} />
    case 'months': return (
      <div className="pair">
        <Months {...common} part="from" label={words.fromOf(label)} boxes={boxes} />
        <Months {...common} part="to" label={words.toOf(label)} hint={words.toHint} boxes={boxes} />
      </div>
    )
    case 'area': return <Select {...common} value={boxes.value(name, place)} options={areas} />
    case 'address': return (
      <div className="pair">
        <Select {...common} name={`${name}.area`} label={words.areaOf(label)} value={boxes.value(`${name}.area`)} error={boxes.error(`${name}.area`) ?? boxes.error(name)} options={areas} />
        <Field {...common} name={`${name}.line`} label={words.lineOf(label)} value={boxes.value(`${name}.line`)} error={boxes.error(`${name}.line`)} maxLength={question.maxLength} />
      </div>
    )
    case 'number': return <Field {...common} kind="number" width={widthOfNumber(question.max)} value={boxes.value(`${name}~number`, question.min === 1 ? '1' : '')} />
    case 'year': return <Field {...common} kind="code" width={4} />
    case 'passport': return <Field {...common} width={10} />
    case 'personNumber': return <Field {...common} kind="code" width={10} />
    case 'phone': return <Field {...common} kind="tel" width={10} />
    case 'email': return <Field {...common} kind="email" />
    default: return <Field {...common} maxLength={question.maxLength} />
  }
}

type Common = { name: string; label: string; optional: boolean; error: string | undefined; value: string }

function Choice({ options, value, ...rest }: Common & { options: readonly Option[] }) {
  return options.length > mostOpen ? <Select {...rest} value={value} options={options} /> : <Choices {...rest} pick="one" options={options} chosen={[value]} />
}

function Months({ name, part, label, hint, optional, error, boxes }: Common & { part: 'from' | 'to'; hint?: string; boxes: Boxes }) {
  const own = `${name}.${part}`
  const value = { month: boxes.value(`${own}.month`), year: boxes.value(`${own}.year`) }
  return <MonthField name={own} label={label} hint={hint} error={boxes.error(own) ?? (part === 'from' ? error : undefined)} optional={optional || part === 'to'} value={value} />
}
