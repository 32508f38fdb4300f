import { formatNumber } from '#kernel/format'
import { demonstrationSignIns } from '#modules/identity'
import type { Progress } from '#platform/seeds'
import { waitForWeb } from '#platform/web-build'
import type { Application } from './application.ts'

/** Prints, once the pages are built, where to go and with which demonstration sign-ins; nothing when `leaving` comes first. */
export async function welcome(application: Application, leaving: AbortSignal): Promise<void> {
  const { config, province } = application.tools
  if (!config.dev && !(await waitForWeb({ projectRoot: config.projectRoot, webStamp: config.webStamp }, leaving))) return
  const lines = [
    '', `  Tỉnh Số · ${province.name.vi}`, '',
    `  Cổng dịch vụ công · Portal          ${config.publicUrl}/`,
    `  Một cửa và cơ quan · Desk           ${config.publicUrl}/can-bo`,
    `  Trung tâm điều hành · Operations    ${config.publicUrl}/dieu-hanh`,
  ]
  if (config.mode === 'demonstration') lines.push(`  Trình diễn · Demonstration tools    ${config.publicUrl}/dev`, '', ...signInLines(application))
  console.log(`${lines.join('\n')}\n`)
}

function signInLines(application: Application): string[] {
  const signIns = demonstrationSignIns(application.tools)
  const width = Math.max(...signIns.map(({ username }) => username.length))
  return [
    '  Công dân đăng nhập bằng VNeID mô phỏng. Cán bộ · Citizens use the simulated VNeID; officers:',
    ...signIns.map(({ username, password, what }) => `    ${username.padEnd(width)}  ${password}   ${what}`),
    '  Mã 6 số hiện ngay trên trang đăng nhập của bản trình diễn. · The 6-digit code is shown on the sign-in page of the demonstration.',
  ]
}

let lastShown = 0

/** Shows the progress of a bulk load in the terminal: a line now and then, and one at the end of each. */
export function showProgress({ module, what, done, total }: Progress): void {
  if (done < total && Date.now() - lastShown < 1000) return
  lastShown = Date.now()
  const width = 24
  const full = Math.round((width * done) / Math.max(1, total))
  console.log(`  [${'#'.repeat(full)}${'.'.repeat(width - full)}] ${formatNumber(done)}/${formatNumber(total)} ${what.vi} · ${what.en} (${module})`)
}
