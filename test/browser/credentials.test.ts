import { beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import type { Actor } from '#platform/http'
import { codeAt } from '#modules/identity'
import { accountWithPaper, type Account } from '../factories/accounts.ts'
import { officer } from '../factories/people.ts'
import { openTown, sizes, type Town, type Visitor } from './town.ts'

let town: Town
let root: Actor
let account: Account
const password = 'sông Đồng Nai 47'

beforeAll(async () => {
  town = await openTown({ at: realNow().toISOString() })
  root = await officer(town.app, 'administrator')
  account = await accountWithPaper(town.app, root, 'moi.001', { name: 'Đỗ Thị Mới' })
})

/** axe and overflow at both sizes, on the page as it stands. */
async function fits(visitor: Visitor, note: string): Promise<void> {
  for (const size of ['desktop', 'phone'] as const) {
    await visitor.page.setViewportSize(sizes[size])
    await visitor.check(`${note} ${size}`)
  }
  await visitor.page.setViewportSize(sizes.desktop)
}

/** A device with a fingerprint in this browser: it makes and answers passkeys, and the person is always verified. */
async function device(visitor: Visitor): Promise<void> {
  const devtools = await visitor.context.newCDPSession(visitor.page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
}

const fill = async ({ page }: Visitor, fields: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).first().fill(value)
}
const press = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const signOut = async (visitor: Visitor): Promise<void> => {
  await press(visitor, 'Đăng xuất')
  await visitor.page.waitForURL((url) => !url.pathname.includes('tai-khoan'))
  await visitor.open('/can-bo/dang-nhap')
}

describe('an officer’s own sign-in', () => {
  let codes: string[] = []
  let visitor: Visitor
  it('begins with a paper: a password, an app, ten recovery codes, and the desk', async () => {
    visitor = await town.visit()
    await device(visitor)
    const { page } = visitor
    await visitor.open('/can-bo/dang-nhap')
    await fits(visitor, 'sign in')
    await page.getByRole('link', { name: /phiếu đăng nhập một lần/ }).click()
    await fits(visitor, 'paper')
    await fill(visitor, { username: account.username, passcode: account.code })
    await press(visitor, 'Tiếp tục')
    await page.getByRole('heading', { name: 'Đặt mật khẩu của bạn' }).waitFor()
    await fill(visitor, { newPassword: '12345678', passwordAgain: '12345678' })
    await press(visitor, 'Tiếp tục')
    await page.getByRole('alert').waitFor()
    await fits(visitor, 'a password that is refused')
    await fill(visitor, { newPassword: password, passwordAgain: password })
    await press(visitor, 'Tiếp tục')
    await page.getByRole('heading', { name: 'Nối ứng dụng xác thực' }).waitFor()
    await fits(visitor, 'authenticator')
    const key = (await page.locator('main').innerText()).match(/\b(?:[A-Z2-7]{4} ){3,}[A-Z2-7]{1,4}\b/)?.[0].replaceAll(' ', '') ?? ''
    await fill(visitor, { code: codeAt(key, realNow()) })
    await press(visitor, 'Hoàn thành và đăng nhập')
    await page.getByRole('heading', { name: 'Mã dự phòng của bạn' }).waitFor()
    await fits(visitor, 'recovery codes')
    codes = (await page.locator('main').innerText()).match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/g) ?? []
    expect(new Set(codes).size).toBe(10)
    await page.getByRole('link', { name: /vào bàn làm việc/ }).click()
    await page.locator('.rail__who').getByText('Đỗ Thị Mới').waitFor()
  })

  it('goes on with a passkey of this machine, which stands for both factors', async () => {
    const { page } = visitor
    await visitor.open('/can-bo/tai-khoan')
    await fits(visitor, 'own account')
    await page.getByRole('link', { name: 'Thêm khóa truy cập' }).click()
    await page.locator('form[data-passkey]:not([hidden])').waitFor()
    await fits(visitor, 'new passkey')
    await fill(visitor, { name: 'Máy ở quầy 3', password })
    await press(visitor, 'Tạo khóa trên thiết bị này')
    await page.getByText('Đã thêm khóa truy cập.', { exact: false }).waitFor()
    expect(await page.locator('main').innerText()).toContain('Máy ở quầy 3')
    await fits(visitor, 'own account with a passkey')
    await signOut(visitor)
    await press(visitor, 'Đăng nhập bằng khóa truy cập')
    await page.locator('.rail__who').getByText('Đỗ Thị Mới').waitFor()
  })

  it('without the telephone a recovery code does, once; five wrong passwords lock, and an administrator unlocks', async () => {
    const { page } = visitor
    await visitor.open('/can-bo/tai-khoan')
    await signOut(visitor)
    const password1 = async (given: string) => {
      await visitor.open('/can-bo/dang-nhap')
      await fill(visitor, { username: account.username, password: given })
      await press(visitor, 'Tiếp tục')
    }
    await password1(password)
    await page.getByRole('link', { name: 'Không có điện thoại? Dùng mã dự phòng' }).click()
    await fits(visitor, 'recovery')
    await fill(visitor, { passcode: codes[0] ?? '' })
    await press(visitor, 'Đăng nhập')
    await page.locator('.rail__who').getByText('Đỗ Thị Mới').waitFor()
    await visitor.open('/can-bo/tai-khoan')
    expect(await page.locator('main').innerText()).toContain('Còn 9 mã')
    await signOut(visitor)
    for (let tries = 0; tries < 5; tries += 1) {
      await password1('sai')
      await page.getByRole('alert').waitFor()
    }
    expect(await page.getByRole('alert').innerText()).toContain('tạm khóa đăng nhập')
    await password1(password)
    expect(await page.getByRole('alert').innerText()).toContain('tạm khóa đăng nhập')
    const helper = await town.visit()
    await helper.signIn('administrator')
    await helper.open(`/can-bo/quan-tri/can-bo/${account.id}`)
    await press(helper, 'Bỏ khóa đăng nhập')
    await helper.page.getByText('Đã mở lại', { exact: false }).first().waitFor()
    await password1(password)
    await page.waitForURL(/\/dang-nhap\/ma/)
    // who lost everything gets a paper, after being recognised in person
    await helper.page.getByRole('link', { name: 'Cấp phiếu đăng nhập' }).click()
    await fits(helper, 'a paper is given')
    await press(helper, 'Cấp phiếu')
    await helper.page.getByText(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/).first().waitFor()
    await fits(helper, 'the paper')
  })
})
