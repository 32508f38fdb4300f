import { makeBreakGlass } from '#modules/identity'
import { withApplication } from './open.ts'

/** Makes the sealed paper for an emergency, which replaces the one before, and prints its code this once. */
export async function run([what]: string[]): Promise<number> {
  if (what !== 'make') {
    console.error('npm run cli -- break-glass make')
    return 2
  }
  return withApplication(async ({ tools }, config) => {
    const { code } = await makeBreakGlass(tools.db)
    console.log(`Emergency access\n\n  address    ${config.publicUrl}/can-bo/dang-nhap/khan-cap\n  code       ${code}\n`)
    console.log('It is shown this once, works once, for an hour, and every administrator and leader is told at once. Seal it in an envelope and lock it away; the paper before it is worth nothing.')
    return 0
  })
}
