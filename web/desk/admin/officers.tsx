import { Form } from 'react-router'
import type { z } from 'zod'
import { administration, listOfficers } from '#contract/identity'
import { formatDateTime } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Field, Select } from '../../kit/field.tsx'
import { EmptyState, Pager, Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/officers.ts'
import { adminAt, newOfficerAt, officerAt, officersAt } from './menu.ts'
import { AccountState, AdminPage } from './page.tsx'

/** Names of the conditions in the address. */
const names = { q: 'ten', agency: 'co-quan', role: 'vai-tro', state: 'trang-thai', after: 'sau' } as const

type Ask = z.input<typeof listOfficers.input>

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const search = new URL(request.url).searchParams
  // whether it can be asked is the server's answer
  const ask = Object.fromEntries(Object.entries(names).flatMap(([name, word]) => (search.get(word) ? [[name, search.get(word)]] : []))) as Ask
  const { agencies, states } = await app.call(administration, {})
  return { ask, agencies, states: Object.keys(states), ...(await app.call(listOfficers, ask)) }
}

const roles = ['clerk', 'officer', 'leader', 'centre', 'administrator'] as const

/** Officers of the scope, by name, with what they hold today. */
export default function Officers({ loaderData: { ask, agencies, states, officers, next } }: Route.ComponentProps) {
  const { admin } = useWords()
  const locale = useLocale()
  const words = admin.officers
  const at = (change: Record<string, string | undefined>): string => {
    const given = Object.entries({ ...ask, ...change }).flatMap(([name, value]) => (value ? [[names[name as keyof typeof names], value]] : []))
    return `${officersAt}${given.length > 0 ? `?${new URLSearchParams(Object.fromEntries(given) as Record<string, string>)}` : ''}`
  }
  return (
    <AdminPage title={words.title} back={{ href: adminAt, words: admin.home.title }} head={<LinkButton href={newOfficerAt}>{admin.menu.newOfficer}</LinkButton>}>
      <Form method="get" className="admin__filter" role="search" key={JSON.stringify(ask)}>
        <Field name="ten" label={words.search} value={ask.q} maxLength={80} />
        <Select name="co-quan" label={words.agency} none={words.anyAgency} value={ask.agency} options={agencies.map(({ code, name }) => ({ value: code, label: name[locale] }))} />
        <Select name="vai-tro" label={words.role} none={words.anyRole} value={ask.role} options={roles.map((role) => ({ value: role, label: admin.role[role] }))} />
        <Select name="trang-thai" label={words.state} none={words.anyState} value={ask.state} options={states.map((state) => ({ value: state, label: admin.state[state as keyof typeof admin.state] }))} />
        <Button kind="second">{words.apply}</Button>
        {Object.keys(ask).length > 0 && <LinkButton kind="quiet" href={officersAt}>{words.all}</LinkButton>}
      </Form>
      {officers.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <Table
          caption={words.title} hideCaption
          columns={[{ key: 'name', label: words.name }, { key: 'duties', label: words.duties }, { key: 'state', label: words.state }, { key: 'seen', label: words.seen }]}
          rows={officers.map(({ id, name, username, state, seenAt, duties }) => ({
            id,
            cells: {
              name: <><Anchor href={officerAt(id)}>{name}</Anchor><small className="raw">{username}</small></>,
              duties: duties.length === 0 ? words.noDuty : duties.map((duty) => <span key={`${duty.role}${duty.agency.code}${duty.title.vi}`}>{duty.title[locale]}<small>{duty.agency.name[locale]}</small></span>),
              state: <AccountState state={state} />, seen: seenAt === null ? admin.when.never : formatDateTime(seenAt),
            },
          }))}
        />
      )}
      <Pager previous={ask.after === undefined ? null : at({ after: undefined })} next={next === null ? null : at({ after: next })} label={words.title} />
    </AdminPage>
  )
}
