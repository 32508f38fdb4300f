/** What is known of a file that was handed in with a dossier. */
export type HandedInBefore = {
  procedure: string
  /** which required paper it was */
  paper: string
  verdict: 'good' | 'bad' | null
  /** whether the dossier was for the person who handed it in */
  forSelf: boolean
}

/** Papers that are good for one matter only: somebody else's word that the applicant may act for them in it. */
const forOneMatter: ReadonlySet<string> = new Set(['authorisation'])

/** Whether a file may be offered again at all: nobody found it bad, it was about the person themselves, and it is not good for one matter only. */
export const canStandAgain = ({ paper, verdict, forSelf }: HandedInBefore): boolean => verdict !== 'bad' && forSelf && !forOneMatter.has(paper)

/** Whether it may stand for a required paper of a draft: the same paper of the same procedure, applied for by the same person for themselves. */
export const standsFor = (file: HandedInBefore, draft: { procedure: string; forSelf: boolean }, paper: string): boolean =>
  canStandAgain(file) && draft.forSelf && file.procedure === draft.procedure && file.paper === paper
