import { formatDateTime } from '#kernel/format'
import { issueFirstPaper, issuePaperOf } from '#modules/identity'
import { withApplication } from './open.ts'

const usage = 'npm run cli -- officer first USERNAME NAME\nnpm run cli -- officer paper USERNAME'

/**
 * At the machine itself: `first` makes the very first administrator, `paper` gives somebody who lost everything a new start when no administrator is left to do
 * it. Both print a one-time sign-in paper, this once. Code 2 for a line that is neither.
 */
export async function run([what, username, ...name]: string[]): Promise<number> {
  const known = (what === 'first' && name.length > 0) || (what === 'paper' && name.length === 0)
  if (username === undefined || !known) {
    console.error(usage)
    return 2
  }
  return withApplication(async ({ tools }, config) => {
    const paper = what === 'first' ? await issueFirstPaper(tools, { username, name: name.join(' ') }) : await issuePaperOf(tools, username)
    console.log(`One-time sign-in paper for ${paper.name}\n`)
    console.log(`  address    ${config.publicUrl}/can-bo/dang-nhap/phieu`)
    console.log(`  user name  ${paper.username}`)
    console.log(`  code       ${paper.code}`)
    console.log(`  until      ${formatDateTime(paper.expiresAt)}\n`)
    console.log('It is shown this once. Hand it over on paper or aloud, and send it to nobody.')
    return 0
  })
}
