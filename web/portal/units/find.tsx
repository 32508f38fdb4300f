import './units.css'
import { findUnits, listAreas } from '#contract/areas'
import { formatDate, formatShare } from '#kernel/format'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { EmptyState, GoList } from '../../kit/lists.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { unitAt } from '../places.ts'
import type { Route } from './+types/find.ts'

/** What somebody's ward is called now: the answer stands in the list, before anything is opened. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100)
  const { found } = q.length < 2 ? { found: [] } : await app.call(findUnits, { q })
  const { areas } = await app.call(listAreas, { level: 'commune' })
  return { q, found, areas: areas.map(({ code, name }) => ({ code, name })) }
}

type Found = Route.ComponentProps['loaderData']['found'][number]

export default function FindUnits({ loaderData: { q, found, areas } }: Route.ComponentProps) {
  const { units: words } = useWords()
  const locale = useLocale()
  return (
    <div className="wrap narrow stack units">
      <Title>{words.title}</Title>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <form method="get" role="search" className="units__find">
        <Field name="q" label={words.label} kind="search" value={q} maxLength={100} />
        <Button icon="search">{words.find}</Button>
      </form>
      {q.length >= 2 && (
        <section>
          <h2>{words.results}</h2>
          {found.length === 0 ? <EmptyState title={words.none(q)}>{words.noneText}</EmptyState> : <GoList items={found.map((unit) => ({ href: unitAt(unit.code, unit.validTo === null ? undefined : unit.validFrom), label: unit.name[locale], detail: <Now unit={unit} /> }))} />}
        </section>
      )}
      <section>
        <h2>{words.list}</h2>
        <ul className="units__list">{areas.map(({ code, name }) => <li key={code}><a href={unitAt(code)}>{name[locale]}</a></li>)}</ul>
      </section>
    </div>
  )
}

function Now({ unit }: { unit: Found }) {
  const { units: words } = useWords()
  const locale = useLocale()
  const parts = unit.now.map(({ name, share }) => words.part(formatShare(share, 0), name[locale])).join(', ')
  const now = unit.validTo === null ? words.still : unit.now.length === 1 ? words.nowIs(unit.now[0]?.name[locale] ?? '') : unit.now.length > 1 ? words.nowSplit(parts) : words.ended(formatDate(unit.validTo))
  return <>{unit.within && <>{words.within(unit.within[locale])}, </>}<b>{now}</b></>
}
