import type { ReactNode } from 'react'
import { FormGuard } from './form-guard.tsx'
import { FileField, type FieldProps } from './field.tsx'
import { Button, type ButtonKind } from './button.tsx'
import { useWords } from './words.ts'

type Props = Pick<FieldProps, 'label' | 'hint' | 'error'> & {
  /** the address that takes the file: the path of an upload contract */
  action: string
  /** where the person is sent afterwards; with `?loi=<code>` when the file was refused */
  next: string
  accept: string
  /** name of this form within its page */
  form: string
  /** other fields of the contract, before the file */
  fields?: Record<string, string>
  button: ReactNode
  /** a page with several such forms has its primary button elsewhere */
  kind?: ButtonKind
  /** name of the file's box, when a page has several such forms */
  name?: string
}

/** Sends one file, with a progress bar where scripts run. */
export function UploadForm({ action, next, accept, form, fields = {}, label, hint, error, button, kind = 'primary', name = 'file' }: Props) {
  const { kit } = useWords()
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate data-upload={kit.uploading} data-upload-failed={kit.uploadFailed}>
      <FormGuard form={form} />
      <input type="hidden" name="next" value={next} />
      {Object.entries(fields).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
      <FileField name={name} label={label} hint={hint} error={error} accept={accept} required />
      <div className="acts"><Button kind={kind} working={kit.uploading}>{button}</Button></div>
    </form>
  )
}
