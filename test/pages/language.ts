import type { Page } from 'playwright-core'

/** Words of Vietnamese in running text: a letter that only Vietnamese has (café is English), in a word that does not begin with a capital as names do. */
const word = /(?<![\p{L}\p{M}])\p{Ll}*[ảãạăằắẳẵặầấẩẫậđẻẽẹềếểễệỉĩịỏõọồốổỗộơờớởỡợủũụưừứửữựỳỷỹỵ]\p{Ll}*/u.source

/**
 * The texts of a page that are Vietnamese sentences although the page is in English. Names of people and places are names in every language; what
 * is the law's own text or was typed by a person stands in an element that says so (`lang="vi"`); đ alone is the currency.
 */
export const vietnameseIn = (page: Page): Promise<string[]> => page.evaluate((pattern) => {
  const test = new RegExp(pattern, 'u')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = (node.textContent ?? '').replace(/(?<!\p{L})đ(?!\p{L})/gu, '').trim()
    if (!element || element.closest('[lang]')?.getAttribute('lang') !== 'en' || element.closest('script, style')) continue
    if (test.test(text)) found.push(text.slice(0, 120))
  }
  return found
}, word)
