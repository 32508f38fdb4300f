import { ErrorMessage, Group, described, type FieldProps, type Option } from './field.tsx'
import { classes } from './words.ts'

type Props = Pick<FieldProps, 'name' | 'label' | 'asHeading' | 'hint' | 'error' | 'optional'> & {
  options: readonly Option[]
  /** `one`: radio buttons, sent as `name`; `several`: check boxes, sent as `name[]` */
  pick: 'one' | 'several'
  chosen?: readonly string[]
}

/** A few answers to choose from, all in sight; a whole row is the target. */
export function Choices({ name, label, asHeading = false, hint, error, optional = false, options, pick, chosen = [] }: Props) {
  return (
    <Group {...{ name, label, asHeading, hint, error, optional }}>
      <div className="choices">
        {options.map((option, at) => (
          <label className="choice" key={option.value}>
            <input
              id={at === 0 ? name : `${name}-${option.value}`} type={pick === 'one' ? 'radio' : 'checkbox'} name={pick === 'one' ? name : `${name}[]`}
              value={option.value} defaultChecked={chosen.includes(option.value)}
            />
            <span><b>{option.label}</b>{option.hint !== undefined && <small>{option.hint}</small>}</span>
          </label>
        ))}
      </div>
    </Group>
  )
}

/** One thing to agree to or to switch on; sent as a boolean, or as the word `sends`. */
export function Tick({ name, label, hint, checked = false, error, sends }: { name: string; label: string; hint?: string; checked?: boolean; error?: string | undefined; sends?: string }) {
  return (
    <div className={classes('group', error !== undefined && 'is-wrong')}>
      {error !== undefined && <ErrorMessage id={`${name}-error`}>{error}</ErrorMessage>}
      <label className="choice">
        <input id={name} type="checkbox" name={sends === undefined ? `${name}~boolean` : name} value={sends ?? 'true'} defaultChecked={checked} aria-invalid={error === undefined ? undefined : true} aria-describedby={described(name, null, error)} />
        <span><b>{label}</b>{hint !== undefined && <small>{hint}</small>}</span>
      </label>
    </div>
  )
}
