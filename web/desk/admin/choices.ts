import { administration } from '#contract/identity'
import { listProcedures } from '#contract/procedures'
import type { App } from '#kernel/app'
import { localDate } from '#kernel/local-time'
import type { Choices } from './capacity-fields.tsx'

/** What a capacity may be given for: agencies of the scope, fields and procedures of the catalogue; and the day that it is. */
export async function loadChoices(app: App): Promise<{ choices: Choices; today: string }> {
  const { agencies } = await app.call(administration, {})
  return { choices: { agencies, ...(await loadCatalogue(app)) }, today: localDate(new Date()) }
}

/** Fields and procedures of the catalogue. */
export async function loadCatalogue(app: App): Promise<Pick<Choices, 'fields' | 'procedures'>> {
  const { fields, procedures } = await app.call(listProcedures, { fileable: 'yes' })
  return { fields, procedures: procedures.map(({ code, title }) => ({ code, title })) }
}
