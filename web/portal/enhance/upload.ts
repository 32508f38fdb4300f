import { hold, release } from './sending.ts'

type Parts = { form: HTMLFormElement; bar: HTMLProgressElement; note: HTMLParagraphElement }

/**
 * Forms with a file show how much has arrived. The answer is either a redirect, and the person goes where it led, or a page that says what is
 * wrong, and it is shown in place. When the connection breaks, the next press sends the form the plain way.
 */
export function enhanceUploads(root: ParentNode, enhance: (root: ParentNode) => void): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
    const listener = (event: SubmitEvent): void => {
      if (event.defaultPrevented || !hasFile(form)) return
      event.preventDefault()
      if (!hold(form, event.submitter)) return
      const parts = { form, ...progressOf(form) }
      send(parts, event.submitter, {
        arrived: (request) => show(request, parts, enhance),
        broken: () => {
          form.removeEventListener('submit', listener)
          parts.note.textContent = form.dataset['uploadFailed'] ?? ''
          parts.bar.hidden = true
          release(form)
        },
      })
    }
    form.addEventListener('submit', listener)
  }
}

const hasFile = (form: HTMLFormElement): boolean => [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some((input) => (input.files?.length ?? 0) > 0)

function progressOf(form: HTMLFormElement): Omit<Parts, 'form'> {
  const known = form.querySelector<HTMLElement>('[data-progress]')
  const box = known ?? document.createElement('div')
  if (!known) {
    box.dataset['progress'] = ''
    box.append(document.createElement('progress'), document.createElement('p'))
    form.append(box)
  }
  const bar = box.querySelector('progress') ?? document.createElement('progress')
  const note = box.querySelector('p') ?? document.createElement('p')
  bar.hidden = false
  bar.max = 1
  bar.setAttribute('aria-label', form.dataset['upload'] ?? '')
  note.setAttribute('role', 'status')
  note.textContent = form.dataset['upload'] ?? ''
  return { bar, note }
}

function send({ form, bar }: Parts, submitter: HTMLElement | null, on: { arrived(request: XMLHttpRequest): void; broken(): void }): void {
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total
  })
  request.addEventListener('load', () => on.arrived(request))
  request.addEventListener('error', on.broken)
  request.addEventListener('abort', on.broken)
  request.send(new FormData(form, submitter))
}

function show(request: XMLHttpRequest, { form, note, bar }: Parts, enhance: (root: ParentNode) => void): void {
  if (request.responseURL !== form.action) return location.assign(request.responseURL)
  const page = new DOMParser().parseFromString(request.responseText, 'text/html')
  const next = page.querySelector('main')
  if (!next || !(request.getResponseHeader('content-type') ?? '').startsWith('text/html')) {
    note.textContent = form.dataset['uploadFailed'] ?? ''
    bar.hidden = true
    return release(form)
  }
  document.title = page.title
  document.querySelector('main')?.replaceWith(next)
  enhance(next)
}
