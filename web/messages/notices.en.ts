import { formatDate, formatTime } from '#kernel/format'
import type { NoticeFacts, SayNotice } from './notices.ts'

const at = (time: string): string => `${formatTime(time)} on ${formatDate(new Date(time))}`
const by = ({ officer, agency }: NoticeFacts): string => (officer === null ? `The ${agency}` : `${officer} of the ${agency}`)
const reason = (facts: NoticeFacts): string => (facts.reason === '' ? '' : ` Reason: ${facts.reason}`)
const promised = (facts: NoticeFacts): string => (facts.dueAt === null ? '' : ` The result is promised before ${at(facts.dueAt)}.`)

const visit = (facts: NoticeFacts): string => `${facts.startsAt === null ? '' : ` The officer comes at ${at(facts.startsAt)}.`}${facts.goes === '' ? '' : ` Who comes: ${facts.goes}.`}${facts.preparation === '' ? '' : ` Have ready: ${facts.preparation}`}`

export const notices: Record<string, SayNotice> = {
  'dossiers.submitted': (facts) => ({
    title: `Application ${facts.code} was sent`,
    text: `The ${facts.agency} got your application “${facts.title}” at ${at(facts.at)}.${facts.deskDueAt === null ? '' : ` You hear whether it is accepted before ${at(facts.deskDueAt)}.`}`,
  }),
  'dossiers.accepted': (facts) => ({
    title: `Application ${facts.code} was accepted`,
    text: `${by(facts)} accepted your application “${facts.title}” at ${at(facts.receivedAt ?? facts.at)}.${promised(facts)}`,
  }),
  'dossiers.refused': (facts) => ({
    title: `Application ${facts.code} was not accepted`,
    text: `${by(facts)} did not accept your application “${facts.title}” at ${at(facts.at)}.${reason(facts)}`,
  }),
  'dossiers.supplement_asked': (facts) => ({
    title: `Application ${facts.code} needs more papers`,
    text: `${by(facts)} looked at your application “${facts.title}” at ${at(facts.at)} and needs more papers.${reason(facts)} Open the application to see which ones and to send them.`,
  }),
  'dossiers.supplied': (facts) => ({
    title: `The papers for application ${facts.code} have arrived`,
    text: `The ${facts.agency} got the papers you added to “${facts.title}” at ${at(facts.at)}.${promised(facts)}`,
  }),
  'dossiers.taken': (facts) => ({
    title: `Application ${facts.code} is being worked on`,
    text: `${by(facts)} began to work on your application “${facts.title}” at ${at(facts.at)}.${promised(facts)}`,
  }),
  'dossiers.result_approved': (facts) => ({
    title: `Application ${facts.code} has its result`,
    text: `${by(facts)} signed the result of “${facts.title}” at ${at(facts.at)}. ${
      facts.electronic ? 'The electronic copy is sent to your account.' : `Bring the appointment slip to the ${facts.counter} to collect it.`
    }`,
  }),
  'dossiers.refusal_signed': (facts) => ({
    title: `Application ${facts.code} is not granted`,
    text: `${by(facts)} signed the notice that “${facts.title}” is not granted at ${at(facts.at)}.${reason(facts)} Open the application to read the notice. Apply again once the conditions are met; if you do not agree, you may complain within 90 days.`,
  }),
  'dossiers.result_handed_over': (facts) => (facts.notGranted ? {
    title: `The notice on application ${facts.code} was handed over`,
    text: facts.electronic ? `The notice that “${facts.title}” is not granted has been in your account since ${at(facts.at)}.` : `The notice that “${facts.title}” is not granted, and what you had handed in, were handed over by the ${facts.counter} at ${at(facts.at)}.`,
  } : {
    title: `The result of application ${facts.code} was handed over`,
    text: facts.electronic
      ? `The electronic result of “${facts.title}” has been in your account since ${at(facts.at)}.`
      : `The result of “${facts.title}” was handed over by the ${facts.counter} at ${at(facts.at)}.`,
  }),
  'dossiers.result_waiting': (facts) => (facts.notGranted ? {
    title: `The notice on application ${facts.code} waits for you`,
    text: `At ${at(facts.at)} the notice that “${facts.title}” is not granted, and what you handed in, still wait at the ${facts.counter}${facts.days === null ? '' : `, for ${facts.days} days now`}. Bring the appointment slip and your identity card to collect them.`,
  } : {
    title: `The result of application ${facts.code} waits for you`,
    text: `At ${at(facts.at)} the result of “${facts.title}” still waits at the ${facts.counter}${facts.days === null ? '' : `, for ${facts.days} days now`}. Bring the appointment slip and your identity card to collect it.`,
  }),
  'dossiers.result_archived': (facts) => (facts.notGranted ? {
    title: `The notice on application ${facts.code} went to the archive`,
    text: `Nobody collected the notice that “${facts.title}” is not granted, so it went to the archive at ${at(facts.at)}. You can still get it: ask the ${facts.counter}.`,
  } : {
    title: `The result of application ${facts.code} went to the archive`,
    text: `Nobody collected the result of “${facts.title}”, so it went to the archive at ${at(facts.at)}. You can still get it: ask the ${facts.counter}.`,
  }),
  'dossiers.result_voided': (facts) => (facts.notGranted ? {
    title: `The notice on application ${facts.code} has a slip of the pen and is written again`,
    text: `${by(facts)} voided the notice that “${facts.title}” is not granted at ${at(facts.at)} to correct it. The decision does not change.${reason(facts)} If you have the paper already, keep it: it is exchanged for the right one.`,
  } : {
    title: `The result of application ${facts.code} has a misprint and is made again`,
    text: `${by(facts)} voided the result of “${facts.title}” at ${at(facts.at)} to correct a misprint. The decision does not change.${reason(facts)} If you have the paper already, keep it: it is exchanged for the right one.`,
  }),
  'dossiers.withdrawn': (facts) => ({
    title: `Application ${facts.code} was withdrawn`,
    text: `The application “${facts.title}” was withdrawn at ${at(facts.at)}. The ${facts.agency} stops working on it.${reason(facts)}`,
  }),
  'dossiers.opinion_asked': (facts) => ({
    title: `Another agency was asked about application ${facts.code}`,
    text: `${by(facts)} asked ${facts.asked === '' ? 'another agency' : `the ${facts.asked}`} for its opinion on your application “${facts.title}” at ${at(facts.at)}. You need not do anything.${promised(facts)}`,
  }),
  'dossiers.field_check_set': (facts) => ({ title: `Site check for application ${facts.code}`, text: `${by(facts)} made an appointment at ${at(facts.at)} to check the site for your application “${facts.title}”.${visit(facts)}` }),
  'dossiers.field_check_moved': (facts) => ({ title: `Site check moved, application ${facts.code}`, text: `${by(facts)} moved the site check for your application “${facts.title}” at ${at(facts.at)}.${reason(facts)}${visit(facts)}` }),
  'dossiers.field_check_recorded': (facts) => ({
    title: `Site checked for application ${facts.code}`,
    text: `${by(facts)} checked the site for your application “${facts.title}” and wrote the record at ${at(facts.at)}. ${facts.conforms ? 'The site is in order.' : 'Something is not in order. Open the application to see what.'}`,
  }),
}

export const unknownNotice: SayNotice = (facts) => ({
  title: facts.code === '' ? 'Notice' : `Notice about application ${facts.code}`,
  text: 'There is news about your application. Open it to see what happened.',
})
