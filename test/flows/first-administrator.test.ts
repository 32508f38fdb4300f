import { expect, test } from 'vitest'
import { openTown } from '../../src/apps/vneid/town.ts'
import { withApp } from '../with-app.ts'
import { realNow } from '#kernel/clock'
import { sql } from '#platform/db'
import { administration, checkPaper, choosePassword, enrol, enrolment, getOfficer, issuePaper, session } from '#contract/identity'
import { codeAt, issueFirstPaper, issuePaperOf } from '#modules/identity'

test('a real installation begins with one administrator, who signs in with a printed paper and makes all others', async () => {
  const app = await withApp({ at: '2026-11-25T02:00:00Z', config: { mode: 'production' } })
  const { tools } = app.application
  // as an installation is on its first day: no account at all
  await sql`truncate identity.officer cascade`.execute(app.db)
  await expect(issueFirstPaper(tools, { username: 'có dấu', name: 'Lê Văn Đầu' })).rejects.toThrow(/user name has 2 to 60/)
  const [a, b] = await Promise.all([issueFirstPaper(tools, { username: 'quantri', name: 'Lê Văn Đầu' }), issueFirstPaper(tools, { username: 'quantri', name: 'Lê Văn Đầu' })])
  expect([a.username, a.name, b.code === a.code]).toEqual(['quantri', 'Lê Văn Đầu', false])
  const paper = await issueFirstPaper(tools, { username: 'QuanTri', name: 'Lê Văn Đầu' })

  const town = await openTown(app.application)
  const visitor = town.visitor()
  expect((await visitor.call(checkPaper, { username: 'quantri', passcode: a.code })).code).toBe('wrong_paper')
  await visitor.call(checkPaper, { username: 'quantri', passcode: paper.code })
  await visitor.call(choosePassword, { newPassword: 'sông Đồng Nai 47', passwordAgain: 'sông Đồng Nai 47' })
  const secret = (await visitor.call(enrolment, {})).body.open?.key.replaceAll(' ', '') ?? ''
  expect((await visitor.call(enrol, { code: codeAt(secret, realNow()) })).body.role).toBe('administrator')
  expect((await visitor.call(administration, {})).body.agencies.length).toBeGreaterThan(5)
  expect((await visitor.call(session, {})).body.agency).toBe('Z99')

  await expect(issueFirstPaper(tools, { username: 'nguoi.khac', name: 'Người Khác' })).rejects.toThrow(/has an administrator/)
  const { rows } = await sql<{ id: string }>`select id from identity.officer where username = 'quantri'`.execute(app.db)
  expect((await visitor.call(issuePaper, { id: rows[0]?.id ?? '' })).code).toBe('own_rights')
  expect((await visitor.call(getOfficer, { id: rows[0]?.id ?? '' })).body.actions).not.toContain('issuePaper')

  // the only one lost everything: whoever works at the machine helps
  await expect(issuePaperOf(tools, 'khong.co')).rejects.toThrow(/no account/)
  const again = await issuePaperOf(tools, 'quantri')
  expect((await visitor.call(session, {})).body.kind).toBe('nobody')
  expect((await town.visitor().call(checkPaper, { username: 'quantri', passcode: again.code })).status).toBe(200)
  await town.close()
})

test('a demonstration has its administrator, and its passwords stay public', async () => {
  const { application: { tools } } = await withApp({ at: '2026-11-25T02:00:00Z' })
  await expect(issueFirstPaper(tools, { username: 'quantri', name: 'Lê Văn Đầu' })).rejects.toThrow(/has an administrator/)
  await expect(issuePaperOf(tools, 'clerk.001')).rejects.toThrow(/public/)
})
