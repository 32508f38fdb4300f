import { expect, it } from 'vitest'
import { placeInSentence } from './portal-shell.tsx'

it.each([['Tỉnh Mẫu', 'vi', 'tỉnh Mẫu'], ['Thành phố Mẫu', 'vi', 'thành phố Mẫu'], ['Mẫu Lớn', 'vi', 'Mẫu Lớn'], ['Sample Province', 'en', 'Sample Province']] as const)(
  'a place called %s (%s) is written %s inside a sentence', (name, locale, written) => expect(placeInSentence(name, locale)).toBe(written),
)
