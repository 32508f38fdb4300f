type Suggestion = { label: string; detail?: string; href?: string; plate?: string }

const waitMilliseconds = 150
const fewest = 2
let lists = 0

/**
 * Search-as-you-type for forms with `data-suggest`: an accessible combobox over the plain search box. The address answers
 * `{ suggestions: [...] }`; whatever goes wrong, the form still searches.
 */
export function enhanceSuggestions(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
    const input = form.querySelector<HTMLInputElement>('input[type=search], input[type=text]')
    if (input) attach(form, input)
  }
}

type Box = { form: HTMLFormElement; input: HTMLInputElement; list: HTMLUListElement; status: HTMLElement; shown: Suggestion[]; at: number; typed: string }

function attach(form: HTMLFormElement, input: HTMLInputElement): void {
  const list = document.createElement('ul')
  list.id = `suggest-${(lists += 1)}`
  list.className = 'suggest'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.querySelector('label')?.textContent ?? '')
  list.hidden = true
  const status = document.createElement('div')
  status.className = 'vh'
  status.setAttribute('role', 'status')
  form.append(list, status)
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) input.setAttribute(name, value)
  const box: Box = { form, input, list, status, shown: [], at: -1, typed: input.value }
  const ask = asker(box)
  input.addEventListener('input', () => {
    box.typed = input.value
    ask(input.value.trim())
  })
  input.addEventListener('keydown', (event) => press(box, event))
  input.addEventListener('blur', () => close(box))
  // a press on the list must not take the focus away before it is a choice
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('li') : null
    if (option) choose(box, [...list.children].indexOf(option))
  })
}

/** Waits until the person pauses, gives up the question before, and remembers answers. */
function asker(box: Box): (text: string) => void {
  const known = new Map<string, Suggestion[]>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let going: AbortController | undefined
  return (text) => {
    clearTimeout(timer)
    going?.abort()
    if (text.length < fewest) return close(box)
    const found = known.get(text)
    if (found) return open(box, found)
    timer = setTimeout(() => {
      going = new AbortController()
      fetchSuggestions(box, text, going.signal).then(
        (suggestions) => {
          known.set(text, suggestions)
          open(box, suggestions)
        },
        () => {},
      )
    }, waitMilliseconds)
  }
}

async function fetchSuggestions({ form, input }: Box, text: string, signal: AbortSignal): Promise<Suggestion[]> {
  const address = new URL(form.dataset['suggest'] ?? '', location.href)
  address.searchParams.set(input.name, text)
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(String(response.status))
  const { suggestions } = (await response.json()) as { suggestions: Suggestion[] }
  return suggestions.slice(0, 8)
}

function open(box: Box, suggestions: Suggestion[]): void {
  // an answer that comes after the person has left is not shown
  if (document.activeElement !== box.input) return
  box.shown = suggestions
  box.at = -1
  box.list.replaceChildren(...suggestions.map((suggestion, index) => optionOf(box, suggestion, index)))
  box.list.hidden = suggestions.length === 0
  box.input.setAttribute('aria-expanded', String(suggestions.length > 0))
  box.input.removeAttribute('aria-activedescendant')
  const { none = '', some = '' } = box.form.dataset
  box.status.textContent = suggestions.length === 0 ? none : some.replace('#', String(suggestions.length))
}

function optionOf({ list }: Box, { label, detail, plate }: Suggestion, index: number): HTMLLIElement {
  const option = document.createElement('li')
  option.id = `${list.id}-${index}`
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  const words = document.createElement('span')
  words.append(element('b', label), ...(detail === undefined ? [] : [element('small', detail)]))
  if (plate !== undefined) {
    const sign = element('span', plate)
    sign.className = 'plate'
    option.append(sign)
  }
  option.append(words)
  return option
}

const element = (tag: string, text: string): HTMLElement => {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}

function close(box: Box): void {
  box.list.hidden = true
  box.at = -1
  box.input.setAttribute('aria-expanded', 'false')
  box.input.removeAttribute('aria-activedescendant')
  box.status.textContent = ''
}

function press(box: Box, event: KeyboardEvent): void {
  // while an input method puts a letter together, its keys are not ours
  if (event.isComposing || box.list.hidden) return
  const { key } = event
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    event.preventDefault()
    const count = box.shown.length
    // one place more than there are options: the text that was typed
    move(box, ((box.at + 1 + (key === 'ArrowDown' ? 1 : -1) + count + 1) % (count + 1)) - 1)
  } else if (key === 'Escape') {
    event.preventDefault()
    box.input.value = box.typed
    close(box)
  } else if (key === 'Enter' && box.at >= 0) {
    event.preventDefault()
    choose(box, box.at)
  }
}

function move(box: Box, to: number): void {
  box.at = to
  for (const [index, option] of [...box.list.children].entries()) {
    option.setAttribute('aria-selected', String(index === to))
    if (index === to) option.scrollIntoView({ block: 'nearest' })
  }
  if (to < 0) box.input.removeAttribute('aria-activedescendant')
  else box.input.setAttribute('aria-activedescendant', `${box.list.id}-${to}`)
  box.input.value = box.shown[to]?.label ?? box.typed
}

function choose(box: Box, index: number): void {
  const chosen = box.shown[index]
  if (!chosen) return
  close(box)
  if (chosen.href !== undefined) return location.assign(chosen.href)
  box.input.value = chosen.label
  box.form.requestSubmit()
}
