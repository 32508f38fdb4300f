/** after this a form may be sent again: the connection may have died without a word */
const patienceMilliseconds = 10_000

type Sent = { button: HTMLElement | null; words: string; timer: ReturnType<typeof setTimeout> | undefined }
const sent = new Map<HTMLFormElement, Sent>()

/**
 * A form that is on its way says so and is not sent twice. The server would take a second sending as the first anyway, by its key; this only
 * spares the person the doubt.
 */
export function enhanceSending(page: Document): void {
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (!hold(form, event.submitter, patienceMilliseconds)) event.preventDefault()
  })
  // a page that comes back by the browser's own way back was left in the middle of sending
  addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of [...sent.keys()]) release(form)
  })
}

/** Takes note that a form is on its way, for so long or until it is released. False when it is already. */
export function hold(form: HTMLFormElement, button: HTMLElement | null, milliseconds?: number): boolean {
  if (sent.has(form)) return false
  const timer = milliseconds === undefined ? undefined : setTimeout(() => release(form), milliseconds)
  sent.set(form, { button, words: button?.innerHTML ?? '', timer })
  button?.setAttribute('aria-disabled', 'true')
  // after this turn: the browser still reads the button's name and value for this sending
  setTimeout(() => {
    if (button?.dataset['working'] && sent.has(form)) button.textContent = button.dataset['working']
  })
  return true
}

/** Lets a form be sent again, with its button as it was. */
export function release(form: HTMLFormElement): void {
  const known = sent.get(form)
  sent.delete(form)
  clearTimeout(known?.timer)
  if (!known?.button) return
  known.button.removeAttribute('aria-disabled')
  known.button.innerHTML = known.words
}
