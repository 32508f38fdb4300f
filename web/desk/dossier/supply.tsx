import { data, Form, useSearchParams } from 'react-router'
import { addPaper, supply, type DossierView } from '#contract/dossiers'
import { getProcedure, type Paper } from '#contract/procedures'
import * as keys from '../../context.ts'
import { Choices } from '../../kit/choices.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm } from '../../kit/form.ts'
import { acceptOf, filesHint } from '../../kit/paper-files.ts'
import { StateWord } from '../../kit/status-tag.tsx'
import { UploadForm } from '../../kit/upload-form.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { sentence } from '../../messages/index.ts'
import { actPlaces } from '../acts.ts'
import { actAt } from '../places.ts'
import type { Route } from './+types/supply.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'

/** The dossier, and what the files of its papers may be. */
export async function loader(args: Route.LoaderArgs) {
  const loaded = await loadAct(args, 'supply')
  const { view, slug } = loaded.data
  const { body } = await args.context.get(keys.app).call(getProcedure, { code: view.procedure.code, version: view.procedure.version })
  return data({ view, slug, rules: body.papers.map(({ code, maxMegabytes, files }) => ({ code, maxMegabytes, files })) }, loaded.init ?? undefined)
}
export const action = (args: Route.ActionArgs) => doAct(args, 'supply', supply, inputOf)
export const shouldRevalidate = revalidateAfterPost

type Item = NonNullable<DossierView['asked']>['items'][number]

/** The file that was put to an asked paper since it was asked for. */
const fileOf = (view: DossierView, { paper }: Item) => view.papers.findLast((each) => each.source === 'supplement' && each.code === paper)?.file ?? null

/** What was asked for comes in at the counter: scanned, or seen. */
export default function Supply({ loaderData: { view, slug, rules }, actionData }: Route.ComponentProps) {
  const { dossier: { act: { supply: words } } } = useWords()
  const locale = useLocale()
  const [search] = useSearchParams()
  const form = viewForm(actionData, { seen: words.seenLegend, note: words.noteIn }, locale)
  const failed = search.get('loi')
  const items = view.asked?.items ?? []
  const open = items.filter((item) => fileOf(view, item) === null)
  const summary = form.summary.length > 0 || failed === null ? form.summary : [{ href: null, text: sentence(failed, {}, locale) }]
  return (
    <ActFrame {...{ view, slug }} act="supply" state={actionData} title={words.title} text={words.text} summary={summary}>
      {items.map((item) => <Asked key={item.paper} item={item} view={view} slug={slug} rules={rules.find(({ code }) => code === item.paper) ?? {}} />)}
      <Form method="post" noValidate>
        <FormGuard />
        {open.length > 0 && (
          <Choices
            name="seen" pick="several" label={words.seen} error={form.error('seen')} options={open.map((item) => ({ value: item.paper, label: item.name[locale] }))}
            chosen={open.map(({ paper }) => paper).filter((paper) => form.chosen('seen[]', paper))}
          />
        )}
        <TextArea name="note" label={words.note} value={form.value('note')} error={form.error('note')} maxLength={2000} rows={2} optional />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}

function Asked({ item, view, slug, rules }: { item: Item; view: DossierView; slug: string | null; rules: Pick<Paper, 'maxMegabytes' | 'files'> }) {
  const { kit, dossier: { act: { supply: words } } } = useWords()
  const name = item.name[useLocale()]
  const file = fileOf(view, item)
  const path = addPaper.path.replace(':id', view.id).replace(':paper', encodeURIComponent(item.paper))
  return (
    <div className="asked asked__upload">
      <h2>{name}</h2>
      <p>{words.item(item.what)}</p>
      {file ? <p><StateWord kind="done" size={13}>{words.has(file.name)}</StateWord></p> : (
        <UploadForm
          action={path} next={actAt(view.id, actPlaces.supply.slug ?? '', slug)} accept={acceptOf(rules)} form={`upload-${item.paper}`} name={`file-${item.paper}`} label={words.file(name)}
          hint={filesHint(rules, kit)} button={words.upload} kind="second"
        />
      )}
    </div>
  )
}
