import type { z } from 'zod'
import { reusablePapers, reusePaper } from '#contract/dossiers'
import type { App } from '#kernel/app'
import { formatBytes } from '#kernel/format'
import { Button } from '../../kit/button.tsx'
import { attempt, type Refusal } from '../../kit/call.ts'
import { FormGuard } from '../../kit/form-guard.tsx'
import { Typed } from '../../kit/typed.tsx'
import { useWords } from '../../kit/words.ts'
import { keyOf } from '../../kit/form.ts'
import { sayWhen } from '../when.ts'

type Found = z.output<typeof reusablePapers.output>['papers'][number]
export type Reusable = Found & { when: string }

/** Files of earlier dossiers that this draft may have again, for papers that have none yet. */
export async function reusableFor(app: App, draft: string, given: readonly { code: string }[]): Promise<Reusable[]> {
  const { papers } = await app.call(reusablePapers, { draft })
  return papers.filter(({ paper }) => !given.some(({ code }) => code === paper)).map((found) => ({ ...found, when: sayWhen(found.at, app.page.now, app.locale) }))
}

/** Takes one of them, when the form is about one. Undefined when it is about something else; null when it is done. */
export async function reused(app: App, draft: string, form: FormData): Promise<Refusal | null | undefined> {
  const [paper, dossier, number] = ['reuse', 'dossier', 'number'].map((name) => form.get(name))
  if (typeof paper !== 'string' || typeof dossier !== 'string' || typeof number !== 'string') return undefined
  const done = await attempt(app, reusePaper, { draft, paper, dossier, number }, { key: keyOf(form) })
  return done.ok ? null : done.refusal
}

/** One press in place of taking a picture again. */
export function Reuse({ files }: { files: readonly Reusable[] }) {
  const { myPapers: words } = useWords()
  if (files.length === 0) return null
  return (
    <div className="reuse">
      <p><b>{words.reuse}</b> <span className="hint">{words.reuseStill}</span></p>
      <ul className="files">
        {files.map(({ paper, dossier, number, name, size, when, code }) => (
          <li key={`${dossier}${number}`}>
            <span><Typed>{name}</Typed> <span className="muted num">{formatBytes(size)}</span><br /><small className="muted">{words.reuseFrom(when, code)}</small></span>
            <form method="post">
              <FormGuard form={`reuse-${dossier}-${number}`} />
              <input type="hidden" name="reuse" value={paper} /><input type="hidden" name="dossier" value={dossier} /><input type="hidden" name="number" value={number} />
              <Button kind="second">{words.reuseButton}<span className="vh"> {name}</span></Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  )
}
