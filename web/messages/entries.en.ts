import type { entries as vi } from './entries.vi.ts'

export const entries: typeof vi = {
  agency: {
    public_service_centre: 'Public service centre', police: 'Police', tax: 'Tax office', social_insurance: 'Social insurance', department: 'Department of the province', ministry: 'Ministry',
    company: 'Power, water and other companies',
  },
  narrow: {
    agency: 'Received by', level: 'Decided at', online: 'Online', fileable: 'On this site', yes: 'Can be filed',
    levels: { commune: 'Commune', province: 'Province', ministry: 'Ministry' },
    onlineLevels: { full: 'Wholly', partial: 'Partly', none: 'Not online' },
    counted: (name, count) => `${name} (${count})`,
    none: 'No procedure fits what was chosen', clear: 'Clear the filter', noneHint: 'Take one choice away to see more.',
  },
  notHere: 'Not filed here yet',
  handIn: {
    title: 'Where to hand it in',
    centre: 'Take the papers to the counter of any public service centre of the province.',
    agency: (agency) => `Hand it in at the receiving agency: ${agency}.`,
    national: 'Online at the National Public Service Portal',
    post: 'The papers may be sent by post.',
    text: 'This page says how it is done; it cannot be filed here online yet.',
  },
  immediate: 'You have the result at once.',
  sets: (count) => `Prepare ${count} sets of papers.`,
  partial: (reason) => `Why it is not wholly online: ${reason}`,
  agencyTitle: 'Who decides',
  receives: (agency) => `Received by: ${agency}.`,
  paperForm: (form) => `Request form, ${form}: filled in when you hand it in.`,
  paperShown: 'Bring it to show.',
  paperOptional: 'Only if you have it.',
  sourceOf: { agency: 'Who decides', onlineLevel: 'How far online' },
  programme: {
    link: (title) => `${title}: the numbered list`,
    title: 'The 25 essential services',
    basis: (decision) => `The list of ${decision}.`,
    counts: (open, all) => `${open} of ${all} services are open.`,
    status: { open: 'Open', pending: 'Not open yet' },
    number: (number) => `No. ${number}`,
    noCode: 'The catalogue has no page of this procedure yet.',
    note: 'Note',
  },
}
