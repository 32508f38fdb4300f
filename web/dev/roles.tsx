import { redirect } from 'react-router'
import type { z } from 'zod'
import { actAs, demonstrationPeople } from '#contract/identity'
import { listAgencies } from '#contract/agencies'
import { roles as allRoles, type Role } from '#kernel/app'
import { formatNumber } from '#kernel/format'
import { fold } from '#kernel/text'
import type { Route } from './+types/roles.ts'
import { Anchor } from '../kit/anchor.tsx'
import { Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { Field } from '../kit/field.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { refuseForm } from '../kit/form.ts'
import { EmptyState, Table } from '../kit/lists.tsx'
import { homes } from '../kit/places.ts'
import { useLocale, useWords } from '../kit/words.ts'
import { demonstrationApp } from './only-here.ts'
import { toolAt } from './places.ts'
import { ToolPage } from './tool-page.tsx'

type Capacity = z.output<typeof demonstrationPeople.output>['capacities'][number] & { agencyName: { vi: string; en: string } }

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = demonstrationApp(context)
  const query = new URL(request.url).searchParams.get('q') ?? ''
  const { capacities, citizens, visitors } = await app.call(demonstrationPeople, {})
  const { agencies } = await app.call(listAgencies, {})
  const names = new Map(agencies.map(({ code, name }) => [code, name]))
  const known = capacities.map((each): Capacity => ({ ...each, agencyName: names.get(each.agency) ?? { vi: each.agency, en: each.agency } }))
  const words = fold(query).split(' ').filter(Boolean)
  const shown = known.filter(({ name, title, agencyName }) => words.every((word) => fold(`${name} ${title.vi} ${title.en} ${agencyName.vi} ${agencyName.en}`).includes(word)))
  const quick = allRoles.flatMap((role) => known.find((each) => each.role === role) ?? [])
  return { query, quick, shown, total: known.length, citizens, visitors }
}

/** Where a person begins; a service is none, and has no pages. */
const homeOf: Record<Role, string> = { nobody: homes.portal, citizen: homes.portal, clerk: homes.desk, officer: homes.desk, leader: homes.desk, centre: homes.ioc, administrator: homes.ioc, service: homes.portal }

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const [capacity, citizen] = [form.get('capacity'), form.get('citizen')]
  const tried = await attempt(demonstrationApp(context), actAs, capacity === null ? { citizen } : { capacity })
  return tried.ok ? redirect(homeOf[tried.value.role], 303) : refuseForm(form, tried.refusal)
}

/** Becomes somebody with one press. */
export default function Roles({ loaderData: { query, quick, shown, total, citizens, visitors }, actionData }: Route.ComponentProps) {
  const { dev, kit } = useWords()
  const words = dev.roles
  const locale = useLocale()
  return (
    <ToolPage title={dev.pages.roles} intro={words.intro} answer={actionData}>
      <section aria-labelledby="quick">
        <h2 id="quick">{words.quick}</h2>
        <form method="post" className="people"><FormGuard form="quick" />{quick.map(({ id, name, role, title, agencyName }) => <PersonButton key={id} field="capacity" value={id} name={name} lines={[`${dev.role[role]}: ${title[locale]}`, agencyName[locale]]} />)}</form>
      </section>
      <section aria-labelledby="citizens">
        <h2 id="citizens">{words.citizens}</h2>
        <form method="post" className="people"><FormGuard form="citizens" />{citizens.map(({ subject, name, about, level }) => <PersonButton key={subject} field="citizen" value={subject} name={name} lines={[about[locale], words.level(String(level))]} />)}</form>
      </section>
      {visitors.length > 0 && (
        <section aria-labelledby="visitors">
          <h2 id="visitors">{words.visitors}</h2>
          <ul className="plain">{visitors.map(({ name, about }) => <li key={name}><b>{name}</b>: {about[locale]}</li>)}</ul>
        </section>
      )}
      <section aria-labelledby="officers" className="stack">
        <h2 id="officers">{words.officers}</h2>
        <form className="tools__row" role="search"><Field name="q" kind="search" label={words.search} width={20} value={query} /><Button kind="second">{kit.search}</Button>{query !== '' && <Anchor href={toolAt.roles}>{words.all}</Anchor>}</form>
        {shown.length === 0 ? <EmptyState title={words.none}>{words.noneHint}</EmptyState> : <Officers shown={shown} total={total} />}
      </section>
    </ToolPage>
  )
}

/** A person as one button: the name, and who that is. */
function PersonButton({ field, value, name, lines }: { field: 'capacity' | 'citizen'; value: string; name: string; lines: readonly string[] }) {
  return <button type="submit" className="person" name={field} value={value}><b>{name}</b>{lines.map((line) => <small key={line}>{line}</small>)}</button>
}

function Officers({ shown, total }: { shown: readonly Capacity[]; total: number }) {
  const { dev } = useWords()
  const words = dev.roles
  const locale = useLocale()
  return (
    <form method="post">
      <FormGuard form="officers" />
      <Table
        caption={words.shown(formatNumber(shown.length), formatNumber(total))}
        columns={[{ key: 'person', label: words.person }, { key: 'role', label: words.role }, { key: 'title', label: words.title }, { key: 'agency', label: words.agency }]}
        rows={shown.map(({ id, name, role, title, agencyName }) => ({
          id,
          cells: { person: <button type="submit" className="linklike" name="capacity" value={id} aria-label={words.become(`${name}, ${title[locale]}, ${agencyName[locale]}`)}>{name}</button>, role: dev.role[role], title: title[locale], agency: agencyName[locale] },
        }))}
      />
    </form>
  )
}
