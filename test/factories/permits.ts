import type { Actor } from '#platform/http'
import { chooseCase, choosePrincipal, saveAnswers, startDraft, type DraftView } from '#contract/dossiers'
import type { TestApp } from '../with-app.ts'

export const buildingPermit = '1.013225'

/** A house of two storeys in the first commune of the sample province, whose permit is wanted on paper. */
export const houseAnswers: Record<string, unknown> = {
  site: { area: '99001', line: 'Khu phố 3' }, plotNumber: '215', mapSheet: '34', plotArea: '120', landUse: 'residential', nearWater: 'yes', floors: '2', footprint: '80', floorArea: '150', height: '8,4 m',
  basement: 'no', designer: 'Công ty Thiết kế Mẫu', receive: 'counter', collectAt: '99001', phone: '0999000202', email: '',
}

/** A draft of a building permit, filled in page by page; what is missing is the drawings. */
export async function permitDraft(app: TestApp, who: Actor, answers: Record<string, unknown> = {}): Promise<DraftView> {
  const { id } = await app.call(who, startDraft, { procedure: buildingPermit })
  await app.call(who, choosePrincipal, { draft: id, principal: { party: 'self' } })
  let view = await app.call(who, chooseCase, { draft: id, procedureCase: 'detached' })
  for (const [page, value] of Object.entries({ ...houseAnswers, ...answers })) view = await app.call(who, saveAnswers, { draft: id, page, answers: { [page]: value } })
  return view
}
