import { getReform } from '#contract/agencies'
import { formatDate } from '#kernel/format'
import * as keys from '../../context.ts'
import { ProgressBar } from '../../kit/progress.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/reform.ts'
import { reformsAt } from './menu.ts'
import { AdminPage } from './page.tsx'
import { PrintButton } from './print.tsx'
import { ReformReport } from './reform-report.tsx'

export const loader = ({ context, params }: Route.LoaderArgs) => context.get(keys.app).call(getReform, { id: params.id })

/** A reform that is in force: how far records have followed, and what was decided. */
export default function ReformPage({ loaderData: { reform, rehearsal } }: Route.ComponentProps) {
  const { reform: words } = useWords()
  const locale = useLocale()
  return (
    <AdminPage title={reform.title[locale]} back={{ href: reformsAt, words: words.back }} head={<PrintButton>{words.print}</PrintButton>}>
      <p>{words.states[reform.state]} · {reform.appliedBy === reform.basis ? words.recorded(formatDate(new Date(reform.appliedAt))) : words.by(reform.appliedBy, formatDate(new Date(reform.appliedAt)))}</p>
      {reform.progress.map(({ module, what, done, total }) => <ProgressBar key={module} name={what[locale]} done={done} total={Math.max(done, total)} />)}
      <ReformReport rehearsal={rehearsal} />
    </AdminPage>
  )
}
