import { Group, type FieldProps } from './field.tsx'
import { useWords } from './words.ts'

type DatePart = 'day' | 'month' | 'year'

type Props = Pick<FieldProps, 'name' | 'label' | 'asHeading' | 'hint' | 'error' | 'optional'> & {
  /** what stands in each box */
  value?: Partial<Record<DatePart, string>>
  /** the box that is wrong; all of them when nobody can say */
  wrong?: DatePart
  /** a date of birth of the person who types: browsers may fill it in */
  birthday?: boolean
}

/** A date in three boxes, not a calendar: people know their dates. It sends `name~day`, `name~month` and `name~year`. */
export function DateField({ name, label, asHeading = false, hint, error, optional = false, value = {}, wrong, birthday = false }: Props) {
  const { kit } = useWords()
  const parts: { part: DatePart; word: string; width: 'w2' | 'w4' }[] = [
    { part: 'day', word: kit.day, width: 'w2' }, { part: 'month', word: kit.month, width: 'w2' }, { part: 'year', word: kit.year, width: 'w4' },
  ]
  // the link of the error summary must reach the box that is wrong
  const target = error !== undefined && wrong ? wrong : 'day'
  return (
    <Group {...{ name, label, asHeading, hint, error, optional }}>
      <div className="dates">
        {parts.map(({ part, word, width }) => {
          const id = part === target ? name : `${name}-${part}`
          const bad = error !== undefined && (wrong === undefined || wrong === part)
          return (
            <div key={part}>
              <label className="label" htmlFor={id}>{word}</label>
              <input
                id={id} name={`${name}~${part}`} className={`in in--data ${width}`} inputMode="numeric" maxLength={part === 'year' ? 4 : 2} defaultValue={value[part]}
                autoComplete={birthday ? `bday-${part}` : 'off'} aria-invalid={bad ? true : undefined} aria-describedby={bad ? `${name}-error` : undefined}
              />
            </div>
          )
        })}
      </div>
    </Group>
  )
}

/** A month in two boxes. It sends `name.month` and `name.year`, the two parts of an answer. */
export function MonthField({ name, label, hint, error, optional = false, value = {} }: Omit<Props, 'asHeading' | 'value' | 'wrong' | 'birthday'> & { value?: Partial<Record<'month' | 'year', string>> }) {
  const { kit } = useWords()
  const parts = [{ part: 'month', word: kit.month, width: 'w2' }, { part: 'year', word: kit.year, width: 'w4' }] as const
  return (
    <Group {...{ name, label, hint, error, optional }}>
      <div className="dates">
        {parts.map(({ part, word, width }) => {
          // the link of the error summary leads to the first box
          const id = part === 'month' ? name : `${name}-${part}`
          return (
            <div key={part}>
              <label className="label" htmlFor={id}>{word}</label>
              <input
                id={id} name={`${name}.${part}`} className={`in in--data ${width}`} inputMode="numeric" maxLength={part === 'year' ? 4 : 2} defaultValue={value[part]} autoComplete="off"
                aria-invalid={error === undefined ? undefined : true} aria-describedby={error === undefined ? undefined : `${name}-error`}
              />
            </div>
          )
        })}
      </div>
    </Group>
  )
}

/** The three boxes of a date that the form sent, to show them again. `read` is the `value` of a FormView. */
export const dateBoxes = (name: string, read: (name: string, start?: string) => string, start = ''): Record<DatePart, string> => ({
  day: read(`${name}~day`, start.slice(8, 10)),
  month: read(`${name}~month`, start.slice(5, 7)),
  year: read(`${name}~year`, start.slice(0, 4)),
})
