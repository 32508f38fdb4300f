import { useRoot } from './root-data.ts'

/**
 * The idempotency key of one form of a page: the page's key with the form's name mixed into its last twelve digits (FNV-1a). The same on
 * server and browser, another for each form, so that two forms of a page never claim one act.
 */
export function formKeyOf(pageKey: string, form: string): string {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (const character of form) {
    high = Math.imul(high ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
    low = Math.imul(low ^ high, 0x85ebca6b) >>> 0
  }
  const mix = (digits: string, by: number): string => ((Number.parseInt(digits, 16) ^ by) >>> 0).toString(16).padStart(digits.length, '0')
  const tail = pageKey.slice(24)
  return `${pageKey.slice(0, 24)}${mix(tail.slice(0, 4), high & 0xffff)}${mix(tail.slice(4), low)}`
}

/** The two hidden fields: the session's token and the act's key. */
export function GuardFields({ csrf, formKey }: { csrf: string; formKey: string }) {
  return <><input type="hidden" name="csrf" value={csrf} /><input type="hidden" name="key" value={formKey} /></>
}

/**
 * Stands in every form that posts. With it a form is taken from our own pages only, and is done once however often it is sent.
 * `form` names the form within its page. For a form with a file it must stand before the file.
 */
export function FormGuard({ form = 'page' }: { form?: string }) {
  const root = useRoot()
  return root ? <GuardFields csrf={root.csrf} formKey={formKeyOf(root.formKey, form)} /> : null
}
