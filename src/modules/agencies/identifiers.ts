/**
 * The two styles in which agencies have been identified. From the root, `H09.13` (Quyết định 20/2020/QĐ-TTg), groups of two or three digits or letters from the left; and to the
 * root, `000.00.13.H09` (QCVN 102:2016/BTTTT as used by Thông tư 01/2018/TT-VPCP, Điều 19): always four groups, the last the root, empty levels written as zeros.
 */
const fromRoot = /^[A-Z]\d{2}(\.[0-9A-Z]{2,5})*$/
const toRoot = /^([0-9A-Z]{3})\.([0-9A-Z]{2})\.([0-9A-Z]{2})\.([A-Z]\d{2})$/

/** How people write it, made one: capitals, no spaces around, a dot for whatever stood between. */
export const tidyIdentifier = (text: string): string => text.trim().toUpperCase().replaceAll(/[\s_–—-]+|\.{2,}/g, '.').replace(/^\.|\.$/g, '')

/** The older form of a code, undefined when it has no room for it: more than three groups after the root, or groups of other lengths. */
export function toOldStyle(code: string): string | undefined {
  if (!fromRoot.test(code)) return undefined
  const [root = '', second = '00', third = '00', fourth = '000', ...more] = code.split('.')
  const old = `${fourth}.${third}.${second}.${root}`
  // an empty level in the middle would come back as nothing
  const filled = code.split('.').slice(1).every((group) => !/^0+$/.test(group))
  return more.length === 0 && filled && toRoot.test(old) ? old : undefined
}

/** The code that an older form stands for, undefined when it is none. */
export function fromOldStyle(text: string): string | undefined {
  const [, fourth = '', third = '', second = '', root = ''] = toRoot.exec(tidyIdentifier(text)) ?? []
  const groups = [second, third, fourth]
  const last = groups.findLastIndex((group) => !/^0+$/.test(group))
  if (root === '' || groups.slice(0, last + 1).some((group) => /^0+$/.test(group))) return undefined
  return [root, ...groups.slice(0, last + 1)].join('.')
}
