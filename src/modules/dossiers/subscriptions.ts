import { on, type Fact, type Subscription } from '#platform/events'
import { system } from '#platform/http'
import { notify } from '#platform/notify'
import type { Reaction } from '#platform/tools'
import type { z } from 'zod'
import { ReceiptReprinted, Settled } from '#events/payments'
import { noteActs } from './stores/acts.ts'
import { lockDossier } from './stores/dossiers.ts'
import { handOverElectronically } from './commands/hand-over-result.ts'
import { factsOfNotice, type NoticeTemplate } from './notices.ts'
import {
  DossierAccepted, type DossierFact, DossierRefused, DossierSubmitted, DossierSupplied, DossierTaken, DossierWithdrawn, FieldCheckMoved, FieldCheckRecorded, FieldCheckSet, OpinionAsked, RefusalSigned, ResultApproved, ResultArchived, ResultHandedOver, ResultVoided, SupplementAsked,
} from './events.ts'

type Told = Fact<z.output<typeof DossierFact>>

// One notice per act: the key is the act, so an event that is handled twice tells it once.
const tell = (template: NoticeTemplate) => async (reaction: Reaction, fact: Told): Promise<void> => {
  const { citizen, dossier, act } = fact.payload
  if (citizen === null) return
  const facts = await factsOfNotice(reaction, dossier, act)
  if (facts) await notify(reaction.tx, { key: `dossiers:${dossier}:${act}`, person: citizen, subject: dossier, template: `dossiers.${template}`, facts, at: fact.at })
}

/** What the citizen is told of: every act that concerns them. */
const notices: Subscription<Reaction> = {
  name: 'dossiers.notices',
  handlers: {
    ...on(DossierSubmitted, tell('submitted')),
    ...on(DossierAccepted, tell('accepted')),
    ...on(DossierRefused, tell('refused')),
    ...on(SupplementAsked, tell('supplement_asked')),
    ...on(DossierSupplied, tell('supplied')),
    ...on(DossierTaken, tell('taken')),
    ...on(ResultApproved, tell('result_approved')),
    ...on(RefusalSigned, tell('refusal_signed')),
    ...on(ResultHandedOver, tell('result_handed_over')),
    ...on(ResultArchived, tell('result_archived')),
    ...on(ResultVoided, tell('result_voided')),
    ...on(DossierWithdrawn, tell('withdrawn')),
    ...on(OpinionAsked, tell('opinion_asked')),
    ...on(FieldCheckSet, tell('field_check_set')),
    ...on(FieldCheckMoved, tell('field_check_moved')),
    ...on(FieldCheckRecorded, tell('field_check_recorded')),
  },
}

/** A result wanted electronically is handed over as soon as it is signed and nothing is owed for it: it lies in the person's account. */
const electronicHandOver: Subscription<Reaction> = {
  name: 'dossiers.electronic-hand-over',
  handlers: {
    ...on(ResultApproved, (reaction: Reaction, fact: Told) => handOverElectronically(reaction, fact.payload.dossier, system)),
    ...on(RefusalSigned, (reaction: Reaction, fact: Told) => handOverElectronically(reaction, fact.payload.dossier, system)),
    ...on(Settled, (reaction: Reaction, fact) => handOverElectronically(reaction, fact.payload.subject, system)),
  },
}

/** A receipt that is printed again stands in the course of its dossier like every other print, under who printed it. */
const reprints: Subscription<Reaction> = {
  name: 'dossiers.reprints',
  handlers: {
    ...on(ReceiptReprinted, async ({ tx }: Reaction, { payload, at }) => {
      const dossier = await lockDossier(tx, payload.subject)
      if (!dossier) return
      await noteActs(tx, [{ dossier, note: { of: payload.receipt, copy: payload.copy, receipt: payload.number } }], {
        action: 'reprint', at, actorKind: 'officer', actor: payload.officer, actorName: payload.officerName, actorTitle: null, agency: payload.agency, capacity: payload.capacity,
      })
    }),
  },
}

export const subscriptions = [notices, electronicHandOver, reprints]
