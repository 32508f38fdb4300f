import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { formatNumber } from '#kernel/format'
import { StateShape } from './status-tag.tsx'
import { classes, useWords } from './words.ts'

/** How long the answer is expected to be: the box says so. */
export type FieldWidth = 'full' | 2 | 4 | 10 | 20

export type FieldProps = {
  /** path of the input that it fills: `applicant.name` */
  name: string
  /** when several boxes of a page have one name; else the name */
  id?: string
  label: string
  /** the label is the page's question and its heading: for pages with one question */
  asHeading?: boolean
  hint?: ReactNode
  value?: string | undefined
  /** one sentence that says what to do */
  error?: string | undefined
  optional?: boolean
  width?: FieldWidth
  autoComplete?: HTMLInputAutoCompleteAttribute
  maxLength?: number
}

export type FieldKind = 'text' | 'tel' | 'email' | 'number' | 'code' | 'password' | 'search'

/** How wide the box of a number must be, so that its biggest value is read whole, dots and all. */
export const widthOfNumber = (max: number): FieldWidth => {
  const signs = formatNumber(max).length
  return signs <= 5 ? 4 : signs <= 13 ? 10 : 20
}

/** The sentence under a question that was not answered rightly: octagon, "Lỗi:" for ears, what to do. */
export function ErrorMessage({ id, children }: { id: string; children: ReactNode }) {
  const { kit } = useWords()
  return <p className="wrong" id={id}><StateShape kind="late" size={20} /><span><span className="vh">{kit.errorPrefix}</span>{children}</span></p>
}

/** Ids of what describes a field, for aria-describedby. */
export const described = (name: string, hint: unknown, error: unknown): string | undefined => classes(hint ? `${name}-hint` : null, error ? `${name}-error` : null)

/** The label of a field: a heading when it is the page's question. */
export function FieldLabel({ name, label, asHeading = false, optional = false }: { name: string; label: string; asHeading?: boolean; optional?: boolean }) {
  const { kit } = useWords()
  const text = <>{label}{optional && <span className="muted"> ({kit.optional})</span>}</>
  return asHeading ? <h1><label className="question" htmlFor={name}>{text}</label></h1> : <label className="label" htmlFor={name}>{text}</label>
}

/** What surrounds every box: label, hint, error, plum bar. */
export function FieldFrame(props: FieldProps & { children: ReactNode }) {
  const { id = props.name, hint, error, children } = props
  return (
    <div className={classes('field', error !== undefined && 'is-wrong')}>
      <FieldLabel {...props} name={id} />
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {error !== undefined && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children}
    </div>
  )
}

/** Several boxes that answer one question. The bar of an error stands outside: a fieldset breaks its own border at the legend. */
export function Group({ name, label, asHeading = false, hint, error, optional = false, children }: Pick<FieldProps, 'name' | 'label' | 'asHeading' | 'hint' | 'error' | 'optional'> & { children: ReactNode }) {
  const { kit } = useWords()
  return (
    <div className={classes('group', error !== undefined && 'is-wrong')}>
      <fieldset aria-describedby={described(name, hint, error)}>
        <legend>
          {asHeading ? <h1 className="question">{label}</h1> : <span className="label">{label}{optional && <span className="muted"> ({kit.optional})</span>}</span>}
        </legend>
        {hint !== undefined && <p className="hint" id={`${name}-hint`}>{hint}</p>}
        {error !== undefined && <ErrorMessage id={`${name}-error`}>{error}</ErrorMessage>}
        {children}
      </fieldset>
    </div>
  )
}

const widthClass = (width: FieldWidth = 'full'): string | false => width !== 'full' && `w${width}`

const inputModes: Partial<Record<FieldKind, 'tel' | 'email' | 'numeric' | 'search'>> = { tel: 'tel', email: 'email', number: 'numeric', code: 'numeric', search: 'search' }

/**
 * One line of text. `number` reads `1.500` as a number; `code` is digits that are no number (a citizen's number, a one-time code): both are
 * plain boxes, because a number field of a browser loses zeros and changes at the turn of a wheel.
 */
export function Field(props: FieldProps & { kind?: FieldKind }) {
  const { name, id = name, kind = 'text', value, error, width, autoComplete, maxLength } = props
  const type = kind === 'tel' || kind === 'email' || kind === 'password' || kind === 'search' ? kind : 'text'
  return (
    <FieldFrame {...props}>
      <input
        id={id} name={kind === 'number' ? `${name}~number` : name} type={type} inputMode={inputModes[kind]} defaultValue={value} autoComplete={autoComplete ?? 'off'}
        className={classes('in', widthClass(width), (kind === 'number' || kind === 'code' || kind === 'tel') && 'in--data')}
        maxLength={maxLength} spellCheck={kind === 'text' ? undefined : false}
        aria-invalid={error === undefined ? undefined : true} aria-describedby={described(id, props.hint, error)}
      />
    </FieldFrame>
  )
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  const { name, id = name, value, error, maxLength, rows = 5 } = props
  return (
    <FieldFrame {...props}>
      <textarea
        id={id} name={name} rows={rows} className="in" defaultValue={value} maxLength={maxLength}
        aria-invalid={error === undefined ? undefined : true} aria-describedby={described(id, props.hint, error)}
      />
    </FieldFrame>
  )
}

export type Option = { value: string; label: string; hint?: string }

/** A choice from a list too long to show; with up to seven options prefer Choices. */
export function Select(props: FieldProps & { options: readonly Option[]; /** words of the empty choice, when it is one ("Tất cả") */ none?: string }) {
  const { kit } = useWords()
  const { name, value = '', error, width, options } = props
  return (
    <FieldFrame {...props}>
      <select
        id={name} name={name} className={classes('in', widthClass(width))} defaultValue={value}
        aria-invalid={error === undefined ? undefined : true} aria-describedby={described(name, props.hint, error)}
      >
        <option value="">{props.none ?? kit.choose}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </FieldFrame>
  )
}

/**
 * One file. `accept` as the browser wants it (`application/pdf,image/jpeg`); the server looks at the bytes whatever the name says. `required` lets a
 * page's styles tell by `:valid` that something is chosen and not sent yet; the form around it must not let the browser complain then (`noValidate`).
 */
export function FileField(props: FieldProps & { accept: string; required?: boolean }) {
  const { name, accept, required, error } = props
  return (
    <FieldFrame {...props}>
      <input
        id={name} name={name} type="file" className="in" accept={accept} required={required}
        aria-invalid={error === undefined ? undefined : true} aria-describedby={described(name, props.hint, error)}
      />
    </FieldFrame>
  )
}
