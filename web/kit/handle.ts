/** What a page, or the frame around it, asks of the document. A page's word counts before its frame's. */
export type Handle = {
  /** false: no framework script, plain HTML with the enhancement script */
  scripts?: boolean
  /** `then` is black lacquer, for the wall */
  theme?: 'paper' | 'then'
  density?: 'desk' | 'wall'
}

/** The document of a page, from the handles of its frames and itself, outermost first. */
export function lookOf(handles: readonly unknown[]): { scripts: boolean; theme: Handle['theme']; density: Handle['density'] } {
  const look: Handle = {}
  for (const handle of handles) if (typeof handle === 'object' && handle !== null) Object.assign(look, handle)
  return { scripts: look.scripts ?? false, theme: look.theme, density: look.density }
}
