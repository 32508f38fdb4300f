import { Field } from '../kit/field.tsx'
import type { FormView } from '../kit/form.ts'
import { useWords } from '../kit/words.ts'
import type { Messages } from '../messages/index.ts'

/** What the two boxes are called inside a sentence. */
export const newPasswordLabels = ({ credentials: { rules } }: Messages): Record<string, string> => ({ newPassword: rules.newPasswordInside, passwordAgain: rules.againInside })

/** A new password, and the same again. */
export function NewPasswordFields({ view }: { view: FormView }) {
  const { credentials: { rules } } = useWords()
  return (
    <>
      <Field name="newPassword" kind="password" label={rules.newPassword} hint={rules.hint} error={view.error('newPassword')} width={20} maxLength={200} autoComplete="new-password" />
      <Field name="passwordAgain" kind="password" label={rules.again} error={view.error('passwordAgain')} width={20} maxLength={200} autoComplete="new-password" />
    </>
  )
}
