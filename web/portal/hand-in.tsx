import type { ReactNode } from 'react'
import './apply/apply.css'
import { formatBytes, formatNumber } from '#kernel/format'
import type { Paper } from '#contract/procedures'
import { Anchor } from '../kit/anchor.tsx'
import { Button } from '../kit/button.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { Note } from '../kit/lists.tsx'
import { acceptOf, filesHint, isUsual } from '../kit/paper-files.ts'
import { useWords } from '../kit/words.ts'
import { UploadForm } from '../kit/upload-form.tsx'

export type HandedFile = { key: string; name: string; size: number; /** fields of the page's form that takes it away, when it may be */ remove?: Record<string, string> }

type Props = {
  code: string
  name: string
  note: ReactNode
  error: string | undefined
  /** what its files may be, when the version of the procedure says so */
  rules?: Pick<Paper, 'maxMegabytes' | 'files'> | undefined
  /** the upload route, and the page to come back to */
  action: string
  next: string
  files: readonly HandedFile[]
  /** what stands above the box: a file that is there already */
  before?: ReactNode
  words: { add: string; choose(paper: string, has: boolean): string; given(count: string): string; remove?: string }
}

/** One paper to hand in: what it is, the files there are, and a box for one more. */
export function HandIn({ code, name, note, error, rules = {}, action, next, files, before, words }: Props) {
  const { kit } = useWords()
  return (
    <section className="handin">
      <h2>{name}</h2>
      {note !== '' && <p className="hint">{note}</p>}
      {files.length > 0 && (
        <ul className="files" aria-label={words.given(formatNumber(files.length))}>
          {files.map((file) => (
            <li key={file.key}>
              <span>{file.name} <span className="muted num">{formatBytes(file.size)}</span></span>
              {file.remove && <Remove form={`remove-${file.key}`} fields={file.remove} name={file.name} word={words.remove ?? ''} />}
            </li>
          ))}
        </ul>
      )}
      {before}
      <UploadForm action={action} next={next} accept={acceptOf(rules)} hint={isUsual(rules) ? undefined : filesHint(rules, kit)} form={`upload-${code}`} name={code} label={words.choose(name, files.length > 0)} error={error} button={words.add} kind="second" />
    </section>
  )
}

function Remove({ form, fields, name, word }: { form: string; fields: Record<string, string>; name: string; word: string }) {
  return (
    <form method="post">
      <FormGuard form={form} />
      {Object.entries(fields).map(([field, value]) => <input key={field} type="hidden" name={field} value={value} />)}
      <Button kind="quiet">{word}<span className="vh"> {name}</span></Button>
    </form>
  )
}

/**
 * Goes on from a page with files. While a file is chosen and not sent yet, going on would lose it: then a sentence says what to press first, with or without scripts
 * (`:has(:valid)` in apply.css), and how to leave the file out.
 */
export function AfterFiles({ form, here, children }: { form: string; /** the page itself */ here: string; children: ReactNode }) {
  const { apply: { papers: words } } = useWords()
  return (
    <>
      <div className="chosen" role="status"><Note>{words.chosen} <Anchor href={here}>{words.unchoose}</Anchor></Note></div>
      <form method="post" className="after-files step__part">
        <FormGuard form={form} />
        {children}
      </form>
    </>
  )
}

/** Says that a file has arrived. */
export function HandInStatus({ arrived, words }: { arrived: boolean; words: string }) {
  return arrived ? <div className="step__part" role="status"><Note>{words}</Note></div> : null
}
