import { Form } from 'react-router'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button } from '../../kit/button.tsx'
import { FileField } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { useWords } from '../../kit/words.ts'
import { rehearsalAt, samplePlanAt } from './menu.ts'

/** A plan of one's own, to rehearse; with a sample to begin from. */
export function PlanFile({ error }: { error?: string | undefined }) {
  const { reform: words } = useWords()
  return (
    <Form method="post" action={rehearsalAt} encType="multipart/form-data" noValidate className="admin__form stack">
      <FormGuard form="rehearse" />
      <FileField name="file" label={words.file} hint={<>{words.fileHint} <Anchor href={samplePlanAt} download="">{words.sample}</Anchor></>} accept="application/json,.json" error={error} />
      <Acts><Button kind="second" name="what" value="rehearse">{words.rehearse}</Button></Acts>
    </Form>
  )
}
