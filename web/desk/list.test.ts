import { describe, expect, it } from 'vitest'
import { t } from '../messages/index.ts'
import { askOf, changed, fromOf, isFiltered, listAt } from './list-query.ts'
import { bucketsOf } from './list-strip.ts'
import { backOf, codeAt, signInWith } from './places.ts'

const ask = (query: string) => askOf(new URLSearchParams(query))

describe('the address of a list', () => {
  it('says what is asked for, and comes back as it was', () => {
    const asked = ask('ngay=2026-11-30&thu-tuc=1.004873&kenh=online&sau=x&la=1')
    expect(asked).toEqual({ day: '2026-11-30', procedure: '1.004873', channel: 'online', after: 'x' })
    expect(ask(listAt('mine', asked).split('?')[1] ?? '')).toEqual(asked)
  })
  it('leaves out what is empty, and what excludes each other', () => {
    expect(ask('ngay=&thu-tuc=&kenh=')).toEqual({})
    expect(ask('ngay=2026-11-30&tre=1')).toEqual({ late: '1' })
    expect(ask('ngay=2026-11-30&dung=1')).toEqual({ waiting: '1' })
  })
  it('begins again at the first page when a condition changes, and one time takes the place of another', () => {
    expect(changed(ask('ngay=2026-11-30&sau=x&kenh=online'), { late: '1' })).toEqual({ channel: 'online', late: '1' })
    expect(changed(ask('tre=1&kenh=online'), { channel: undefined })).toEqual({ late: '1' })
    expect(changed(ask('tre=1'), { late: undefined })).toEqual({})
  })
  it('knows the number of its first row', () => {
    expect(['sau=x&tu=51', 'tu=51', 'sau=x&tu=zwei', 'sau=x&tu=0'].map((query) => fromOf(new URLSearchParams(query)))).toEqual([51, 1, 1, 1])
    expect([isFiltered(ask('sau=x')), isFiltered(ask('sau=x&tre=1'))]).toEqual([false, true])
  })
})

describe('the strip of days', () => {
  const days = [{ day: '2026-11-24', late: true, count: 2 }, { day: '2026-11-25', late: true, count: 1 }, { day: '2026-11-26', late: false, count: 4 }, { day: '2026-11-30', late: false, count: 5 }]
  const strip = (query: string) => bucketsOf({ list: { queue: 'in_offices', days, waiting: 3 }, ask: ask(query), now: '2026-11-25T03:00:00Z' }, t('vi'))

  it('begins with what is late, names today and tomorrow, and ends with what waits', () => {
    expect(strip('').map(({ kind, label, detail, count }) => [kind, label, detail, count])).toEqual([
      ['late', 'Quá hạn', undefined, 3], ['near', 'Hôm nay', 'T4 25/11', 0], ['near', 'Ngày mai', 'T5 26/11', 4], ['far', 'T2', '30/11', 5], ['paused', 'Tạm dừng', 'chờ dân', 3],
    ])
  })
  it('keeps the other conditions, and takes the chosen one away', () => {
    const [late, , tomorrow] = strip('ngay=2026-11-26&kenh=online')
    expect(late).toMatchObject({ chosen: false, href: '/can-bo/hang-doi/dang-giai-quyet?tre=1&kenh=online' })
    expect(tomorrow).toMatchObject({ chosen: true, href: '/can-bo/hang-doi/dang-giai-quyet?kenh=online' })
  })
})

describe('the door', () => {
  it('leads back to pages of officers only, and never to itself', () => {
    expect(['/can-bo/tim', '/dieu-hanh?a=1', '/', '/tai-khoan', '//elsewhere', 'https://elsewhere', '/can-bo/dang-nhap?ve=x', '/can-bo/dang-nhap', '/can-bo/mo-khoa?ve=/can-bo', null].map(backOf))
      .toEqual(['/can-bo/tim', '/dieu-hanh?a=1', '/can-bo', '/can-bo', '/can-bo', '/can-bo', '/can-bo', '/can-bo', '/can-bo', '/can-bo'])
  })
  it('keeps where one wanted to go', () => {
    expect(codeAt('/can-bo/tim?a=1')).toBe('/can-bo/dang-nhap/ma?ve=%2Fcan-bo%2Ftim%3Fa%3D1')
    expect(signInWith('clerk.001', '/can-bo/tim')).toBe('/can-bo/dang-nhap?ve=%2Fcan-bo%2Ftim&ai=clerk.001')
  })
})
