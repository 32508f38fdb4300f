import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { demonstrationPeople as contract } from '../contract.ts'
import { readAccountHolders, readPeople } from '../demonstration.ts'
import { allCapacities } from '../stores/officers.ts'

/** Everybody whom a visitor may become with `actAs`. */
export async function showDemonstrationPeople({ tx, province }: Call): Promise<z.input<typeof contract.output>> {
  const capacities = await allCapacities(tx, localDate(realNow()))
  return {
    capacities: capacities.map(({ id, name, role, agency, titleVi, titleEn }) => ({ id, name, role, agency, title: { vi: titleVi, en: titleEn } })),
    citizens: readAccountHolders(province.folder).map(({ subject, name, about, level }) => ({ subject, name, about, level })),
    visitors: readPeople(province.folder).filter(({ counterOnly }) => counterOnly === true).map(({ name, about }) => ({ name, about })),
  }
}
