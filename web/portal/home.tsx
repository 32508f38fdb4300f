import './home.css'
import { overview } from '#contract/indicators'
import { listProcedures } from '#contract/procedures'
import { formatNumber } from '#kernel/format'
import { fold } from '#kernel/text'
import type { Route } from './+types/home.ts'
import * as keys from '../context.ts'
import { attempt } from '../kit/call.ts'
import type { IconName } from '../kit/icons.tsx'
import { GoList, type GoItem } from '../kit/lists.tsx'
import { useRoot } from '../kit/root-data.ts'
import { SearchForm } from '../kit/search-form.tsx'
import { StoneGlyph } from '../kit/stone.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { HomeFigures } from './home-figures.tsx'
import { catalogueAt, lifeEventAt, mineAt, procedureAt, searchAt, suggestAt, trackAt } from './places.ts'

/** how many procedures the first page names before it sends to the catalogue */
const named = 8

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const [{ total, lifeEvents }, { procedures }, figures] = await Promise.all([app.call(listProcedures, {}), app.call(listProcedures, { fileable: 'yes' }), attempt(app, overview, {})])
  const events = lifeEvents.map(({ code, first }) => ({ code, titles: first }))
  return { procedures: procedures.slice(0, named), total, events, /** the first page must stand without them */ figures: figures.ok ? figures.value : null }
}

const icons: Partial<Record<string, IconName>> = { birth: 'family', study: 'paper', marriage: 'rings', home: 'house', business: 'shop', health: 'heart', death: 'heart', vehicle: 'locate', work: 'shop', retirement: 'family' }

export default function Home({ loaderData: { procedures, total, events, figures } }: Route.ComponentProps) {
  const { portal } = useWords()
  const locale = useLocale()
  const { home } = portal
  // accents are a matter of Vietnamese
  const example = locale === 'vi' ? procedures[0] && fold(procedures[0].shortTitle.vi) : undefined
  return (
    <div className="wrap home">
      <HomeTitle />
      <section className="home__ask">
        <h1>{home.title}</h1>
        <SearchForm action={catalogueAt} label={home.search} placeholder={home.placeholder} suggest={suggestAt} />
        {example !== undefined && <p className="hint">{home.unaccented} <a href={searchAt(example)}>{example}</a></p>}
      </section>
      <Handed />
      {events.length > 0 && (
        <section className="home__life" aria-labelledby="life">
          <h2 id="life">{home.life}</h2>
          <GoList columns={events.length > 1} items={events.map(({ code, titles }) => ({
            href: lifeEventAt(code), label: portal.lifeEvents[code], detail: titles.map((title) => title[locale]).join(', '), ...(icons[code] && { icon: icons[code] }),
          }))} />
        </section>
      )}
      {figures && <HomeFigures overview={figures} />}
      <section className="home__most" aria-labelledby="most">
        <h2 id="most">{home.procedures}</h2>
        <GoList columns={procedures.length > 1} items={procedures.map((line) => ({ href: procedureAt(line.code), label: line.shortTitle[locale], detail: line.summary[locale] }))} />
        <p><a href={catalogueAt}>{total > procedures.length ? home.all(formatNumber(total)) : home.catalogue}</a></p>
      </section>
    </div>
  )
}

/** The first page is called what the site is called, and nothing twice. */
function HomeTitle() {
  const root = useRoot()
  const locale = useLocale()
  const { shell } = useWords()
  return <title>{root ? `${shell.portal} - ${root.page.provinceName[locale]}` : shell.portal}</title>
}

function Handed() {
  const root = useRoot()
  const { portal: { home } } = useWords()
  const track: GoItem = { href: trackAt, label: home.track, detail: home.trackDetail, before: <StoneGlyph cap={0.35} tone="act" height={34} /> }
  const mine: GoItem = { href: mineAt, label: home.mine, detail: home.mineDetail, icon: 'paper' }
  return <section className="home__handed" aria-label={home.handedIn}><GoList items={root?.viewer.kind === 'citizen' ? [mine, track] : [track]} /></section>
}
