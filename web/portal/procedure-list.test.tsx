import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Marked } from './procedure-list.tsx'

const marked = (ranges: [number, number][]) => renderToStaticMarkup(<Marked text="khai sinh" ranges={ranges} />)

describe('a title with the words that were looked for', () => {
  it('is the title when nothing matched', () => expect(marked([])).toBe('khai sinh'))
  it('marks words', () => expect(marked([[0, 4], [5, 9]])).toBe('<mark>khai</mark> <mark>sinh</mark>'))
  it('writes no letter twice when ranges overlap', () => expect(marked([[0, 6], [5, 9], [2, 3]])).toBe('<mark>khai s</mark><mark>inh</mark>'))
})
