import type { myPapers as vi } from './my-papers.vi.ts'

export const myPapers: typeof vi = {
  title: 'My papers',
  link: 'My papers',
  linkDetail: 'Results you were given, papers you handed in',
  lead: 'Only you, and the office that handles the application, can open these papers.',
  results: 'Results you were given',
  result: (number, when) => `Number ${number}, signed ${when}`,
  forWhom: (name) => `for ${name}`,
  papers: 'Papers you handed in',
  again: 'Can be used again: when a new application needs this very paper, choose it at the step for papers instead of taking a picture.',
  onlyThere: 'Good for that application only.',
  of: (title, code) => `${title}, application ${code}`,
  none: 'No papers yet',
  noneText: 'Results that are signed for you and papers you hand in here will be on this page.',
  reuse: 'You handed this paper in before',
  reuseFrom: (when, code) => `handed in ${when}, application ${code}`,
  reuseButton: 'Use again',
  reuseStill: 'Check that the paper is still right before you use it.',
}
