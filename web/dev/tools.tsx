import { demonstrationProgress } from '#kernel/machine-contract'
import type { Route } from './+types/tools.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { GoList } from '../kit/lists.tsx'
import { ProgressBar } from '../kit/progress.tsx'
import { useRoot } from '../kit/root-data.ts'
import { useLocale, useWords } from '../kit/words.ts'
import { demonstrationApp } from './only-here.ts'
import { toolAt, tools } from './places.ts'
import { ToolPage } from './tool-page.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  return demonstrationApp(context).call(demonstrationProgress, {})
}

/** Where the tools begin. */
export default function Tools({ loaderData: { loading } }: Route.ComponentProps) {
  const { dev } = useWords()
  const locale = useLocale()
  const viewer = useRoot()?.viewer
  const name = viewer && viewer.kind !== 'nobody' ? [viewer.name, viewer.title?.[locale], viewer.agencyName?.[locale]].filter(Boolean).join(', ') : null
  return (
    <ToolPage title={dev.title} intro={dev.intro}>
      <p>{name === null ? dev.nobody : dev.now(name)}.</p>
      {loading.map(({ what, done, total }) => <ProgressBar key={what.vi} name={`${dev.loading}: ${what[locale]}`} done={done} total={total} />)}
      <GoList columns items={tools.map((tool) => ({ href: toolAt[tool], label: dev.pages[tool], detail: dev.details[tool] }))} />
      <section aria-labelledby="find" className="tools__find">
        <h2 id="find">{dev.findDossier.title}</h2>
        <form action="/dev/ho-so" className="tools__row"><Field name="ma" label={dev.findDossier.label} hint={dev.findDossier.hint} width={20} /><Button kind="second">{dev.findDossier.open}</Button></form>
      </section>
    </ToolPage>
  )
}
