import './catalogue.css'
import { facetsOf, lifeEvents, levels, listProcedures, narrowed, onlineLevels, ProcedureCode, searchProcedures, type Chosen } from '#contract/procedures'
import { formatNumber } from '#kernel/format'
import type { Route } from './+types/catalogue.ts'
import * as keys from '../context.ts'
import { Button } from '../kit/button.tsx'
import { Select, type Option } from '../kit/field.tsx'
import { EmptyState, Pager } from '../kit/lists.tsx'
import { useRoot } from '../kit/root-data.ts'
import { SearchForm } from '../kit/search-form.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { catalogueAt, programmeAt, searchAt, suggestAt } from './places.ts'
import { ProcedureList, type Listed } from './procedure-list.tsx'

const longest = 300

/** Names of the conditions in the address. */
const names = { field: 'linh-vuc', lifeEvent: 'viec', agency: 'co-quan', level: 'cap', onlineLevel: 'muc-do', fileable: 'nop-o-day' } as const satisfies Record<keyof Chosen, string>

type Asked = { q: string; chosen: Chosen; after: string | undefined }

// an address that somebody changed or an old link asks for less, never for an error
function asked(url: string): Asked {
  const query = new URL(url).searchParams
  const of = <T extends string>(list: readonly T[], name: keyof typeof names): T | undefined => list.find((code) => code === query.get(names[name]))
  const word = (name: keyof typeof names): string | undefined => query.get(names[name])?.slice(0, 60) || undefined
  const all = { field: word('field'), lifeEvent: of(lifeEvents, 'lifeEvent'), agency: word('agency'), level: of(levels, 'level'), onlineLevel: of(onlineLevels, 'onlineLevel'), fileable: of(['yes'], 'fileable') }
  const chosen = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Chosen
  return { q: (query.get('q') ?? '').trim().slice(0, longest), chosen, after: ProcedureCode.safeParse(query.get('sau')).data }
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const wanted = asked(request.url)
  const { q, chosen, after } = wanted
  if (q === '') {
    const { procedures, total, next, ...facets } = await app.call(listProcedures, { ...chosen, ...(after !== undefined && { after }) })
    return { ...wanted, facets, next, lines: procedures as Listed[], count: total }
  }
  const { hits } = await app.call(searchProcedures, { q, limit: 50 })
  const lines: Listed[] = narrowed(hits, chosen)
  return { ...wanted, facets: facetsOf(hits, chosen), next: null, lines, count: lines.length }
}

export default function Catalogue({ loaderData }: Route.ComponentProps) {
  const { q, chosen, next, lines, count } = loaderData
  const { portal, entries } = useWords()
  const { catalogue } = portal
  const heading = q !== '' ? catalogue.found(q) : chosen.lifeEvent !== undefined ? (portal.lifeEvents[chosen.lifeEvent] ?? catalogue.title) : catalogue.title
  const more = next === null ? null : `${catalogueAt}?${new URLSearchParams({ ...inAddress(chosen), sau: next }).toString()}`
  return (
    <div className="wrap narrow stack">
      <Title>{heading}</Title>
      <h1>{heading}</h1>
      <SearchForm action={catalogueAt} label={catalogue.search} value={q} suggest={suggestAt} />
      {q === '' && <p><a href={programmeAt}>{entries.programme.title}</a></p>}
      <Filters {...loaderData} />
      {lines.length === 0 ? <Nothing q={q} narrowedBy={Object.keys(chosen).length} /> : <><p className="muted" role="status">{catalogue.count(formatNumber(count))}</p><ProcedureList lines={lines} /><Pager previous={null} next={more} /></>}
    </div>
  )
}

const inAddress = (chosen: Chosen): Record<string, string> => Object.fromEntries(Object.entries(chosen).map(([name, value]) => [names[name as keyof Chosen], value]))

/** What the list may be narrowed by, each with how many would be left; without a script it is a form like any other. */
function Filters({ q, chosen, facets }: Route.ComponentProps['loaderData']) {
  const { portal, entries: { narrow, agency } } = useWords()
  const { catalogue } = portal
  const locale = useLocale()
  const options = (counts: readonly { code: string; count: number }[], nameOf: (code: string) => string): Option[] => counts.map(({ code, count }) => ({ value: code, label: narrow.counted(nameOf(code), formatNumber(count)) }))
  const fields = new Map(facets.fields.map(({ code, name }) => [code, name[locale]]))
  const selects: [name: keyof Chosen, label: string, options: Option[]][] = [
    ['field', catalogue.field, options(facets.fields, (code) => fields.get(code) ?? code)],
    ['lifeEvent', catalogue.life, options(facets.lifeEvents, (code) => portal.lifeEvents[code as keyof typeof portal.lifeEvents])],
    ['agency', narrow.agency, options(facets.agencies, (code) => agency[code] ?? code)],
    ['level', narrow.level, options(facets.levels, (code) => narrow.levels[code as keyof typeof narrow.levels])],
    ['onlineLevel', narrow.online, options(facets.onlineLevels, (code) => narrow.onlineLevels[code as keyof typeof narrow.onlineLevels])],
    ['fileable', narrow.fileable, options(facets.fileable === 0 ? [] : [{ code: 'yes', count: facets.fileable }], () => narrow.yes)],
  ]
  const clear = q === '' ? catalogueAt : searchAt(q)
  return (
    <details open={Object.keys(chosen).length > 0}>
      <summary><span>{catalogue.filters}</span></summary>
      <form action={catalogueAt} className="narrowing" aria-label={catalogue.filters}>
        {q !== '' && <input type="hidden" name="q" value={q} />}
        {selects.map(([name, label, list]) => <Select key={name} name={names[name]} label={label} value={chosen[name] ?? ''} options={list} none={catalogue.any} />)}
        <div className="narrowing__acts"><Button kind="second">{catalogue.filter}</Button>{Object.keys(chosen).length > 0 && <a href={clear}>{narrow.clear}</a>}</div>
      </form>
    </details>
  )
}

function Nothing({ q, narrowedBy }: { q: string; narrowedBy: number }) {
  const root = useRoot()
  const { portal: { catalogue }, entries: { narrow } } = useWords()
  if (narrowedBy > 0) return <EmptyState level={2} title={narrow.none}>{narrow.noneHint} <a href={q === '' ? catalogueAt : searchAt(q)}>{narrow.clear}</a></EmptyState>
  return (
    <EmptyState level={2} title={q === '' ? catalogue.noneHere : catalogue.none(q)}>
      {q !== '' && `${catalogue.tryThis} `}{root && `${catalogue.call(root.page.hotline.number)} `}<a href={catalogueAt}>{catalogue.showAll}</a>
    </EmptyState>
  )
}
