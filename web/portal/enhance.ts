/**
 * The one script of plain pages: makes what works without it nicer. No framework, no dependency, at most 15 kB gzipped. Words come from the
 * page (`data-*`), so it speaks the page's language and carries none of its own.
 */
import { enhanceCopying } from './enhance/copy.ts'
import { enhancePasskeys } from '../kit/passkeys.ts'
import { enhanceFocus } from './enhance/focus.ts'
import { enhanceSending } from './enhance/sending.ts'
import { enhanceSuggestions } from './enhance/suggest.ts'
import { enhanceUploads } from './enhance/upload.ts'

const enhance = (root: ParentNode): void => {
  enhanceFocus(root)
  enhanceSuggestions(root)
  enhanceUploads(root, enhance)
  enhanceCopying(root)
  enhancePasskeys(root)
}

enhanceSending(document)
enhance(document)
