import './catalogue.css'
import { lifeEvents, listProcedures, ProcedureCode, searchProcedures } from '#contract/procedures'
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
import { catalogueAt, suggestAt } from './places.ts'
import { ProcedureList, type Listed } from './procedure-list.tsx'

type Asked = { q: string; field: string; life: (typeof lifeEvents)[number] | ''; after: string | undefined }

const longest = 300

// an address that somebody changed or an old link asks for less, never for an error
function asked(url: string): Asked {
  const query = new URL(url).searchParams
  const life = lifeEvents.find((code) => code === query.get('viec'))
  return { q: (query.get('q') ?? '').trim().slice(0, longest), field: (query.get('linh-vuc') ?? '').slice(0, 60), life: life ?? '', after: ProcedureCode.safeParse(query.get('sau')).data }
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const wanted = asked(request.url)
  const { q, field, life, after } = wanted
  const list = await app.call(listProcedures, { ...(field !== '' && { field }), ...(life !== '' && { lifeEvent: life }), ...(after !== undefined && { after }) })
  if (q === '') return { ...wanted, list, lines: list.procedures as Listed[], count: list.total }
  const { hits } = await app.call(searchProcedures, { q, limit: 50 })
  const lines: Listed[] = hits.filter((hit) => (field === '' || hit.field.code === field) && (life === '' || hit.lifeEvent === life))
  return { ...wanted, list: { ...list, next: null }, lines, count: lines.length }
}

export default function Catalogue({ loaderData }: Route.ComponentProps) {
  const { q, life, field, list, lines, count } = loaderData
  const { portal } = useWords()
  const { catalogue } = portal
  const heading = q !== '' ? catalogue.found(q) : life !== '' ? (portal.lifeEvents[life] ?? catalogue.title) : catalogue.title
  const next = list.next === null ? null : `${catalogueAt}?${new URLSearchParams({ ...(field !== '' && { 'linh-vuc': field }), ...(life !== '' && { viec: life }), sau: list.next }).toString()}`
  return (
    <div className="wrap narrow stack">
      <Title>{heading}</Title>
      <h1>{heading}</h1>
      <SearchForm action={catalogueAt} label={catalogue.search} value={q} suggest={suggestAt} />
      <Filters {...loaderData} />
      {lines.length === 0 ? <Nothing q={q} /> : <><p className="muted" role="status">{catalogue.count(formatNumber(count))}</p><ProcedureList lines={lines} /><Pager previous={null} next={next} /></>}
    </div>
  )
}

function Filters({ q, field, life, list }: Route.ComponentProps['loaderData']) {
  const { portal } = useWords()
  const { catalogue } = portal
  const locale = useLocale()
  const fields: Option[] = list.fields.map(({ code, name, count }) => ({ value: code, label: `${name[locale]} (${formatNumber(count)})` }))
  const events: Option[] = list.lifeEvents.flatMap(({ code, count }) => (count > 0 ? [{ value: code, label: `${portal.lifeEvents[code]} (${formatNumber(count)})` }] : []))
  return (
    <details open={field !== '' || life !== ''}>
      <summary><span>{catalogue.filters}</span></summary>
      <form action={catalogueAt} className="narrowing" aria-label={catalogue.filters}>
        {q !== '' && <input type="hidden" name="q" value={q} />}
        <Select name="linh-vuc" label={catalogue.field} value={field} options={fields} none={catalogue.any} />
        <Select name="viec" label={catalogue.life} value={life} options={events} none={catalogue.any} />
        <Button kind="second" wide>{catalogue.filter}</Button>
      </form>
    </details>
  )
}

function Nothing({ q }: { q: string }) {
  const root = useRoot()
  const { portal: { catalogue } } = useWords()
  return (
    <EmptyState level={2} title={q === '' ? catalogue.noneHere : catalogue.none(q)}>
      {q !== '' && `${catalogue.tryThis} `}{root && `${catalogue.call(root.page.hotline.number)} `}<a href={catalogueAt}>{catalogue.showAll}</a>
    </EmptyState>
  )
}
