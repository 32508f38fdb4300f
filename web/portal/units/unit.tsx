import './units.css'
import { contacts, listAgencies } from '#contract/agencies'
import { getUnit, listAreas, listOutlines, type Unit } from '#contract/areas'
import { formatDate, formatNumber, formatShare } from '#kernel/format'
import { addDays } from '#kernel/local-time'
import { Back } from '../../kit/button.tsx'
import { Note } from '../../kit/lists.tsx'
import { SummaryList } from '../../kit/summary-list.tsx'
import { Title } from '../../kit/title.tsx'
import { Typed } from '../../kit/typed.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { Hours } from '../hours.tsx'
import { unitAt, unitsAt } from '../places.ts'
import type { Route } from './+types/unit.ts'
import { UnitMap, type MapUnit } from './map.tsx'

/** One unit on a day: its facts, who serves it, what it was and became, and where it lies on both maps. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const on = new URL(request.url).searchParams.get('ngay') ?? undefined
  const view = await app.call(getUnit, { code: params.code, on })
  const { agencies } = await app.call(listAgencies, { on: view.on, area: view.unit.code })
  const maps = []
  for (const day of [view.days.before, view.days.after]) {
    const { areas } = await app.call(listAreas, { on: day, level: 'commune' })
    const { outlines, sources } = await app.call(listOutlines, { on: day })
    maps.push({ outlines, sources, units: areas.flatMap(({ code, name, lon, lat, areaKm2, parent }): MapUnit[] => (lon === null || lat === null ? [] : [{ code, name, lon, lat, km2: areaKm2, parent }])) })
  }
  const today = view.on === view.today ? await app.call(contacts, {}) : null
  return { view, hours: today, agencies: agencies.map(({ code, name, headOffice, phone }) => ({ code, name, headOffice, phone })), maps }
}

type Data = Route.ComponentProps['loaderData']

export default function UnitPage({ loaderData: { view, hours, agencies, maps } }: Route.ComponentProps) {
  const { units: words } = useWords()
  const locale = useLocale()
  const { unit, on, today } = view
  return (
    <div className="wrap narrow stack units">
      <Title>{unit.name[locale]}</Title>
      <Back href={unitsAt}>{words.back}</Back>
      <h1>{unit.name[locale]}</h1>
      {on !== today && <p>{words.asOf(formatDate(on))}{unit.validTo !== null && <> · {words.was}</>}</p>}
      {view.after.length > 0 && <Kin title={words.after} kin={view.after} of={unit} day={undefined} />}
      <Facts view={view} />
      <section>
        <h2>{words.agencies}</h2>
        {agencies.length === 0 ? <p>{words.agenciesNone}</p> : <ul className="units__agencies">{agencies.map(({ code, name, headOffice, phone }) => <li key={code}><b>{name[locale]}</b>{headOffice !== null && <span><Typed>{headOffice}</Typed></span>}{phone !== null && <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>}</li>)}</ul>}
        {hours && agencies.length > 0 && <Hours contacts={hours} />}
      </section>
      {view.before.length > 0 && <Kin title={words.before} kin={view.before} of={unit} day={addDays(unit.validFrom, -1)} />}
      {view.contains.length > 0 && <section><h2>{words.contains}</h2><ul className="units__list">{view.contains.map(({ code, name }) => <li key={code}><a href={unitAt(code, on === today ? undefined : on)}>{name[locale]}</a></li>)}</ul></section>}
      <Maps view={view} maps={maps} />
    </div>
  )
}

function Facts({ view: { unit, within, on, today } }: { view: Unit }) {
  const { units: words } = useWords()
  const locale = useLocale()
  return (
    <SummaryList items={[
      { term: words.kind, value: words.kinds[unit.kind] ?? unit.kind }, { term: words.code, value: <span className="code">{unit.code}</span> },
      ...(within.length > 0 ? [{ term: words.lies, value: within.map(({ code, name }, i) => <span key={code}>{i > 0 && ', '}<a href={unitAt(code, on === today ? undefined : on)}>{name[locale]}</a></span>) }] : []),
      { term: words.since, value: formatDate(unit.validFrom) }, ...(unit.validTo === null ? [] : [{ term: words.until, value: formatDate(addDays(unit.validTo, -1)) }]),
      { term: words.area, value: unit.areaKm2 === null ? words.unknown : words.km2(formatNumber(unit.areaKm2)) }, { term: words.population, value: unit.population === null ? words.unknown : words.people(formatNumber(unit.population)) },
      ...(unit.headOffice === null ? [] : [{ term: words.office, value: unit.headOffice }]), { term: words.source, value: unit.source },
    ]} />
  )
}

function Kin({ title, kin, of, day }: { title: string; kin: Data['view']['after']; of: Unit['unit']; day: string | undefined }) {
  const { units: words } = useWords()
  const locale = useLocale()
  return (
    <section>
      <h2>{title}</h2>
      <ul className="units__kin">
        {kin.map(({ code, name, share, main }) => <li key={`${code} ${of.code}`}><a href={unitAt(code, day)}>{name[locale]}</a> <span>{share >= 0.9995 ? words.whole : words.share(formatShare(share, 0))}{day === undefined && kin.length > 1 && main && <> · {words.goes}</>}</span></li>)}
      </ul>
      {kin.some(({ share }) => share < 0.9995) && <p className="small muted">{words.split}</p>}
    </section>
  )
}

function Maps({ view, maps: [before, after] }: { view: Unit; maps: Data['maps'] }) {
  const { units: words } = useWords()
  const { unit, days } = view
  // on the map of another time: what it was, or what it became
  const old = unit.validFrom <= days.before ? [unit.code] : view.before.map(({ code }) => code)
  const now = unit.validTo === null ? [unit.code] : view.after.map(({ code }) => code)
  return (
    <section>
      <h2>{words.maps}</h2>
      {[before, after].some((map) => map?.outlines.length === 0) && <Note kind="plain">{words.illustrative}</Note>}
      <div className="units__maps">
        {before && <UnitMap title={words.mapBefore(formatDate(days.before))} units={before.units} outlines={before.outlines} marked={old} day={days.before} />}
        {after && <UnitMap title={words.mapAfter} units={after.units} outlines={after.outlines} marked={now} day={undefined} />}
      </div>
      {[...new Set([before, after].flatMap((map) => map?.sources ?? []))].map((source) => <p key={source} className="small muted">{words.source}: <Typed>{source}</Typed></p>)}
    </section>
  )
}
