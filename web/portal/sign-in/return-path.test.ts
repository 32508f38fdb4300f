import { describe, expect, it } from 'vitest'
import { beginAt, returnPath } from './return-path.ts'

const asked = (path: string) => returnPath(`http://portal.test/dang-nhap?ve=${encodeURIComponent(path)}`)

describe('where somebody goes once signed in', () => {
  it('is the page they came from', () => expect(asked('/thu-tuc/1.004873?a=1#b')).toBe('/thu-tuc/1.004873?a=1#b'))
  it.each(['//elsewhere.example', '/\\elsewhere', 'https://elsewhere.example', 'javascript:alert(1)', '', '/a b', `/${'x'.repeat(600)}`])('is the first page for %s', (path) => expect(asked(path)).toBe('/'))
  it.each(['/dang-nhap', '/dang-nhap?ve=/', '/dang-nhap/vneid?code=1', '/dang-xuat'])('is never a page about signing in (%s)', (path) => expect(asked(path)).toBe('/'))
  it('survives the way there', () => expect(returnPath(`http://portal.test${beginAt('/thu-tuc?q=tạm&x=1')}`)).toBe('/thu-tuc?q=tạm&x=1'))
})
