import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import type { choosePrincipal } from '../contract.ts'
import { mayActFor, principalOfChild, principalOfOrganisation, principalWhoAuthorised, wordFor } from '../principals.ts'
import { change, type OpenDraft, type View } from './drafts.ts'

type Input = z.output<typeof choosePrincipal.input>
type Chosen = Input['principal']

/**
 * Says for whom the dossier is. Whom the person represents by law is chosen from what the national identity said; whoever authorised them is named. Throws
 * `invalid_input` for a party that the procedure does not know, a child of age, or somebody the person does not represent.
 */
export const choosePrincipalOf = (call: Call<Input>): View =>
  change(call, call.input.draft, async (open) => {
    const { principal: chosen } = call.input
    if (!open.version.body.parties.includes(chosen.party)) refuse('party', 'not_an_option')
    return { party: chosen.party, principal: principalOf(call, open, chosen) }
  })

function refuse(field: string, reason: string): never {
  throw new Failure('invalid_input', { fields: [field] }, { fields: { [field]: reason } })
}

function principalOf({ sealer }: Call, { citizen, version, filling }: OpenDraft, chosen: Chosen) {
  if (chosen.party === 'self') return null
  const { children, organisations } = mayActFor(citizen, version.body, filling.today)
  if (chosen.party === 'authorised') {
    if (chosen.number === citizen.number) refuse('number', 'own_number')
    return principalWhoAuthorised({ name: chosen.name, number: chosen.number, passport: chosen.passport })
  }
  const child = chosen.party === 'child' ? children.find(({ citizen_number: number }) => wordFor(sealer, number) === chosen.word) : undefined
  const organisation = chosen.party === 'organisation' ? organisations.find(({ code }) => wordFor(sealer, code) === chosen.word) : undefined
  if (child) return principalOfChild(child)
  return organisation ? principalOfOrganisation(organisation) : refuse('word', 'not_an_option')
}
