/**
 * The browser's part of passkeys, for plain pages and for the desk. A form `data-passkey` holds a hidden field `credential`; pressing its button asks the
 * server for a challenge (`data-passkey` is the address), the device for an answer, and then sends the form the plain way. Words come from the page.
 */

type Challenge = { options: PublicKeyCredentialRequestOptionsJSON & PublicKeyCredentialCreationOptionsJSON }

/** Whether this browser can speak to a device in the JSON of WebAuthn level 3. */
const isAble = (): boolean => typeof PublicKeyCredential === 'function' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' && typeof navigator.credentials?.get === 'function'

/** Shows the forms that a device may answer, and makes them ask it. Where no device can be asked, what stands in `data-passkey-none` is shown instead. */
export function enhancePasskeys(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = !isAble()
    for (const instead of root.querySelectorAll<HTMLElement>('[data-passkey-none]')) instead.hidden = isAble()
    if (isAble()) form.addEventListener('submit', (event) => void answer(form, event))
  }
}

async function answer(form: HTMLFormElement, event: SubmitEvent): Promise<void> {
  const field = form.elements.namedItem('credential')
  if (!(field instanceof HTMLInputElement) || field.value !== '') return
  event.preventDefault()
  event.stopPropagation()
  const said = form.querySelector<HTMLElement>('[data-passkey-said]')
  say(said, form.dataset['passkeyWaiting'])
  try {
    field.value = JSON.stringify(await askDevice(form, await challengeFor(form)))
  } catch {
    // refused, cancelled, too late, or no device: the browser tells no more, on purpose
    say(said, form.dataset['passkeyFailed'])
    return
  }
  form.requestSubmit(event.submitter)
}

const say = (place: HTMLElement | null, words: string | undefined): void => {
  if (place) place.textContent = words ?? ''
}

async function challengeFor(form: HTMLFormElement): Promise<Challenge> {
  const csrf = form.elements.namedItem('csrf')
  const answered = await fetch(form.dataset['passkey'] ?? '', {
    method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'x-csrf-token': csrf instanceof HTMLInputElement ? csrf.value : '' },
  })
  if (!answered.ok) throw new Error(`no challenge: ${answered.status}`)
  return (await answered.json()) as Challenge
}

async function askDevice(form: HTMLFormElement, { options }: Challenge): Promise<unknown> {
  const made = form.dataset['passkeyMakes'] === 'true'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  if (!(made instanceof PublicKeyCredential)) throw new Error('no passkey')
  return made.toJSON()
}
