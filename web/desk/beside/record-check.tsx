import { Form, useSearchParams } from 'react-router'
import { addCheckFile, recordFieldCheck, type DossierView } from '#contract/dossiers'
import { Choices } from '../../kit/choices.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { viewForm } from '../../kit/form.ts'
import { acceptOf } from '../../kit/paper-files.ts'
import { UploadForm } from '../../kit/upload-form.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { sentence } from '../../messages/index.ts'
import { ActButtons, ActFrame, revalidateAfterPost } from '../dossier/act-frame.tsx'
import { useWhen } from '../dossier/when.ts'
import { besideAt, recordFileAt } from '../places.ts'
import type { Route } from './+types/record-check.ts'
import { doBeside, loadBeside } from './side.ts'

const checkOf = ({ fieldChecks }: DossierView, number: string) => fieldChecks.find((each) => String(each.number) === number)

export const loader = (args: Route.LoaderArgs) => loadBeside(args, (view) => checkOf(view, args.params.check)?.mayRecord === true)
export const action = (args: Route.ActionArgs) => doBeside(args, 'recordCheck', recordFieldCheck, { check: args.params.check })
export const shouldRevalidate = revalidateAfterPost

/** The record of a check that was kept: photographs first, then what was found. */
export default function RecordCheck({ loaderData: { view, slug, allowed }, actionData, params }: Route.ComponentProps) {
  const { consult: { record: words } } = useWords()
  const locale = useLocale()
  const when = useWhen()
  const [search] = useSearchParams()
  const form = viewForm(actionData, { present: words.presentIn, findings: words.findingsIn, conforms: words.conformsIn }, locale)
  const failed = search.get('loi')
  const summary = form.summary.length > 0 || failed === null ? form.summary : [{ href: null, text: sentence(failed, {}, locale) }]
  const check = checkOf(view, params.check)
  const files = check?.files ?? []
  return (
    <ActFrame {...{ view, slug, allowed }} state={actionData} title={words.title} text={words.text(check ? when(check.startsAt) : '')} summary={summary}>
      <UploadForm
        action={addCheckFile.path.replace(':id', view.id).replace(':check', params.check)} next={besideAt(view.id, 'record', Number(params.check), slug)} accept={acceptOf({})} form={`photo-${files.length}`} name="photo"
        label={words.photo} button={words.add} kind="second"
      />
      <section aria-labelledby="photos">
        <h2 id="photos">{words.photos}</h2>
        {files.length === 0 ? <p className="muted">{words.none}</p> : (
          <ul className="files">{files.map(({ number, name }) => <li key={number}><a href={recordFileAt(view.id, 'check', Number(params.check), number)} target="_blank" rel="noreferrer">{name}</a></li>)}</ul>
        )}
      </section>
      <Form method="post" noValidate>
        <FormGuard />
        <TextArea name="present" label={words.present} value={form.value('present')} error={form.error('present')} maxLength={1000} rows={2} />
        <TextArea name="findings" label={words.findings} hint={words.findingsHint} value={form.value('findings')} error={form.error('findings')} maxLength={4000} />
        <Choices name="conforms" pick="one" label={words.conforms} error={form.error('conforms')} options={[{ value: 'yes', label: words.yes }, { value: 'no', label: words.no, hint: words.noHint }]} chosen={[form.value('conforms')]} />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}
