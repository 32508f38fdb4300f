import { Icon } from './icons.tsx'
import { useWords } from './words.ts'

/** One suggestion as the address in `suggest` answers it: `{ suggestions: Suggestion[] }`. With `href` choosing it goes there. */
export type Suggestion = { label: string; detail?: string; href?: string; plate?: string }

type Props = {
  action: string
  /** name of the question in the address; the suggestions are asked for with the same name */
  name?: string
  label: string
  placeholder?: string
  value?: string
  /** address that answers suggestions as JSON; without it, and without scripts, it is a plain search form */
  suggest?: string
}

/** A search box. People type with and without accents; the server finds both. */
export function SearchForm({ action, name = 'q', label, placeholder, value, suggest }: Props) {
  const { kit } = useWords()
  return (
    <form role="search" aria-label={label} action={action} className="search" data-suggest={suggest} data-none={kit.suggestions.none} data-some={kit.suggestions.some}>
      <label className="vh" htmlFor={`search-${name}`}>{label}</label>
      <div className="search__box">
        <input className="in" id={`search-${name}`} name={name} type="search" defaultValue={value} placeholder={placeholder} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        <button type="submit" className="search__go"><span className="vh">{kit.search}</span><Icon name="search" size={26} strong /></button>
      </div>
    </form>
  )
}
