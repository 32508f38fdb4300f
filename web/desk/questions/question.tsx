import '../../kit/desk.css'
import '../dossier/dossier.css'
import '../beside/beside.css'
import { Form, redirect, useSearchParams } from 'react-router'
import { addOpinionPaper, answerQuestion, getQuestion, type QuestionView } from '#contract/dossiers'
import { formatDateTime } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Back, Button } from '../../kit/button.tsx'
import { attempt } from '../../kit/call.ts'
import { Choices } from '../../kit/choices.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm, type FormState, type FormView } from '../../kit/form.ts'
import { Note } from '../../kit/lists.tsx'
import { acceptOf } from '../../kit/paper-files.ts'
import { Title } from '../../kit/title.tsx'
import { UploadForm } from '../../kit/upload-form.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { sentence } from '../../messages/index.ts'
import type { Shown } from '../dossier/shown.ts'
import { Viewer } from '../dossier/viewer.tsx'
import { useTrouble } from '../keys.ts'
import { questionAt, questionPaperAt, questionsAt } from '../places.ts'
import { run } from '../run.ts'
import type { Route } from './+types/question.ts'

/** The question as long as it is asked; what became of it when it is closed. A stranger’s is not found. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const asked = await attempt(app, getQuestion, { consultation: params.id })
  if (asked.ok) return { question: asked.value, over: null }
  if (asked.refusal.code !== 'consultation_over') await app.call(getQuestion, { consultation: params.id })
  return { question: null, over: sentence('consultation_over', asked.ok ? {} : asked.refusal.values, app.locale) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, answerQuestion, { ...inputOf(form), consultation: params.id })
  return done.ok ? redirect(`${questionsAt}?xong=answered`, 303) : refuseForm(form, done.refusal)
}

export default function Question({ loaderData: { question, over }, actionData }: Route.ComponentProps) {
  const { consult: { question: words } } = useWords()
  const locale = useLocale()
  const [search] = useSearchParams()
  const state = actionData as FormState | undefined
  const form = viewForm(state, { opinion: words.opinionIn, reasons: words.reasonsIn }, locale)
  const failed = search.get('loi')
  const summary = form.summary.length > 0 || failed === null ? form.summary : [{ href: null, text: sentence(failed, {}, locale) }]
  useTrouble(summary.length > 0 ? summary : undefined)
  const title = question ? words.title(question.procedure.shortTitle[locale]) : words.over
  return (
    <div className="opinion-page">
      <Title errors={summary.length}>{title}</Title>
      <Back href={questionsAt}>{words.back}</Back>
      <h1>{title}</h1>
      {question === null ? <Note kind="plain">{over}</Note> : (
        <>
          <p className="act-page__sub"><span className="code">{question.code}</span><span>{question.from.name[locale]}</span></p>
          <div className="opinion-page__body">
            <div>
              <ErrorSummary lines={summary} />
              <Asked question={question} />
              {question.mayAnswer ? <Answer question={question} form={form} /> : <Note kind="plain">{words.readOnly}</Note>}
            </div>
            <div className="opinion-page__side"><Viewer shown={shownOf(question, search.get('giay'), locale)} /></div>
          </div>
        </>
      )}
    </div>
  )
}

/** The paper that is looked at: the one of the address, else the first with a file. */
function shownOf(question: QuestionView, wanted: string | null, locale: 'vi' | 'en'): Shown | null {
  const paper = question.papers.find(({ number, file }) => file !== null && String(number) === wanted) ?? question.papers.find(({ file }) => file !== null)
  return paper ? { name: paper.name[locale], href: questionPaperAt(question.id, paper.number), type: paper.file?.type ?? '', paper: null } : null
}

function Asked({ question }: { question: QuestionView }) {
  const { consult: { question: words } } = useWords()
  const locale = useLocale()
  const who = [question.askedBy.name, question.askedBy.title].filter(Boolean).join(', ')
  return (
    <>
      <p><b>{words.due(formatDateTime(question.dueAt))}.</b> {words.silence[question.silence]}</p>
      <p className="muted">{words.asked(who, formatDateTime(question.askedAt))}</p>
      <h2>{words.content}</h2>
      <p className="opinion-page__content">{question.content}</p>
      <h2>{words.papers}</h2>
      {question.papers.length === 0 ? <p className="muted">{words.noPapers}</p> : (
        <ul className="files">
          {question.papers.map(({ number, name, file }) => <li key={number}>{file ? <Anchor href={questionAt(question.id, number)}>{name[locale]}</Anchor> : <>{name[locale]} <span className="muted">({words.noFile})</span></>}</li>)}
        </ul>
      )}
      <h2>{words.declared}</h2>
      <dl className="places">{question.answers.map(({ code, label, text }) => <div key={code}><dt>{label[locale]}</dt><dd>{text}</dd></div>)}</dl>
    </>
  )
}

/** The opinion with its reasons, and papers beside it, which come first. */
function Answer({ question, form }: { question: QuestionView; form: FormView }) {
  const { consult: { question: words, opinions } } = useWords()
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{words.answer}</h2>
      <UploadForm
        action={addOpinionPaper.path.replace(':consultation', question.id)} next={questionAt(question.id)} accept={acceptOf({})} form={`file-${question.files.length}`} name="paper" label={words.file} hint={words.fileHint}
        button={words.add} kind="second"
      />
      {question.files.length > 0 && <p>{words.files}: {question.files.map(({ name }) => name).join(', ')}</p>}
      <Form method="post" noValidate>
        <FormGuard />
        <Choices name="opinion" pick="one" label={words.opinion} error={form.error('opinion')} options={(['agree', 'disagree', 'other'] as const).map((value) => ({ value, label: opinions.opinion[value] }))} chosen={[form.value('opinion')]} />
        <TextArea name="reasons" label={words.reasons} hint={words.reasonsHint} value={form.value('reasons')} error={form.error('reasons')} maxLength={4000} />
        <Acts><Button>{words.button}</Button></Acts>
      </Form>
    </section>
  )
}
