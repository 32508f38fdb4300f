import type { ReactNode } from 'react'
import type { Question } from '#contract/procedures'
import { Choices } from '../../kit/choices.tsx'
import { DateField, MonthField, dateBoxes } from '../../kit/date-field.tsx'
import { Field, Group, Select, TextArea, widthOfNumber, type FieldKind, type FieldProps, type FieldWidth, type Option } from '../../kit/field.tsx'
import type { FormView } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { wrongPart } from './answer.ts'

type Props = {
  question: Question
  /** the choices as things stand, or the communes */
  options: readonly Option[]
  view: FormView
  /** what the boxes hold at first */
  start: Record<string, string>
  /** the start value is what identity suggests */
  suggested: boolean
  /** why the answer was refused, by the question's code */
  reason: string | undefined
}

/** more choices than this are a list to open */
const mostInSight = 7

/** The boxes of one question, whatever its kind: it is the heading of the page. */
export function AnswerField(props: Props) {
  const { question, options, view, start } = props
  const locale = useLocale()
  const { code } = question
  const value = (name: string): string => view.value(name, start[name])
  const field = { name: code, label: question.question[locale], asHeading: true, hint: useHint(props), optional: !question.required, error: view.error(code) }
  switch (question.kind) {
    case 'longText': return <TextArea {...field} value={value(code)} maxLength={question.maxLength} />
    case 'date': return <DateField {...withoutHint(field)} value={dateBoxes(code, view.value, start[code])} {...partOf(props)} />
    case 'months': return <Months {...props} field={withoutHint(field)} />
    case 'address': return <Address {...props} field={withoutHint(field)} maxLength={question.maxLength} />
    case 'choice': {
      if (options.length > mostInSight) return <Select {...field} options={options} value={value(code)} />
      return <Choices {...withoutHint(field)} pick="one" options={options} chosen={[value(code)]} />
    }
    case 'area': return <Select {...field} options={options} value={value(code)} />
    default: return <Line {...props} field={{ ...field, value: value(code) }} />
  }
}

type Named = Pick<FieldProps, 'name' | 'label' | 'asHeading' | 'hint' | 'optional' | 'error'>

const withoutHint = ({ hint, ...field }: Named): Named => (hint === undefined ? field : { ...field, hint })

const partOf = ({ reason }: Props): { wrong?: 'year' } => {
  const wrong = wrongPart(reason)
  return wrong ? { wrong } : {}
}

/** The hint with an example, or where a suggested answer came from: that one is the better example. */
function useHint({ question, suggested }: Props): ReactNode | undefined {
  const { apply } = useWords()
  const locale = useLocale()
  const sentences = [question.hint?.[locale], question.example === undefined || suggested ? undefined : apply.example(question.example), suggested ? apply.fromVneid : undefined]
  const text = sentences.filter((sentence) => sentence !== undefined).join(' ')
  return text === '' ? undefined : text
}

const lines: Partial<Record<Question['kind'], { kind: FieldKind; width: FieldWidth; autoComplete?: 'tel' | 'email' }>> = {
  year: { kind: 'code', width: 4 }, personNumber: { kind: 'code', width: 20 }, passport: { kind: 'text', width: 20 }, phone: { kind: 'tel', width: 20, autoComplete: 'tel' },
  email: { kind: 'email', width: 'full', autoComplete: 'email' },
}

function Line({ question, field }: Props & { field: FieldProps }) {
  if (question.kind === 'number') return <Field {...field} kind="code" width={widthOfNumber(question.max)} />
  return <Field {...field} {...lines[question.kind]} {...(question.kind === 'text' && { maxLength: question.maxLength })} />
}

function Months({ question: { code }, view, start, field }: Props & { field: Named }) {
  const { apply } = useWords()
  const boxes = (part: 'from' | 'to') => ({ month: view.value(`${code}.${part}.month`, start[`${code}.${part}.month`]), year: view.value(`${code}.${part}.year`, start[`${code}.${part}.year`]) })
  return (
    <Group {...field}>
      <div className="parts">
        <MonthField name={`${code}.from`} label={apply.part.from} value={boxes('from')} error={view.error(`${code}.from`)} />
        <MonthField name={`${code}.to`} label={apply.part.to} value={boxes('to')} error={view.error(`${code}.to`)} optional />
      </div>
    </Group>
  )
}

function Address({ question: { code }, view, start, options, field, maxLength }: Props & { field: Named; maxLength: number }) {
  const { apply } = useWords()
  const [area, line] = [`${code}.area`, `${code}.line`]
  return (
    <Group {...field}>
      <div className="parts">
        <Select name={area} label={apply.part.area} options={options} value={view.value(area, start[area])} error={view.error(area)} />
        <Field name={line} label={apply.part.line} value={view.value(line, start[line])} error={view.error(line)} maxLength={maxLength} />
      </div>
    </Group>
  )
}
