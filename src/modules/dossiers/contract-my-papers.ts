import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { DraftView } from './contract-drafts.ts'
import { Both, Id, Instant } from './contract-shapes.ts'

/** A result that was signed for me: fetched again as often as it is wanted. */
const ResultOfMine = z.object({ dossier: Id, code: z.string(), title: Both, document: Id, number: z.string(), at: Instant, /** for whom, when it was not for me */ principalName: personal(z.string(), 'name').nullable() })

/** A file I handed in: where it lies, which required paper it was, and whether it can stand in a new dossier. */
const HandedIn = z.object({ dossier: Id, code: z.string(), title: Both, number: z.number().int(), paper: Both, file: z.object({ name: z.string(), size: z.number().int() }), at: Instant, again: z.boolean() })

export const myPapers = defineContract({
  name: 'dossiers.myPapers', method: 'GET', path: '/api/my-papers', summary: 'Results that were signed for me and files I handed in, the newest first', input: z.strictObject({}),
  output: z.object({ results: z.array(ResultOfMine), papers: z.array(HandedIn) }),
})

/** Files of earlier dossiers that answer what a draft asks for. */
export const reusablePapers = defineContract({
  name: 'dossiers.reusablePapers', method: 'GET', path: '/api/drafts/:draft/reusable', summary: 'Files I handed in before that can stand for a paper of this draft', input: z.strictObject({ draft: Id }),
  output: z.object({ papers: z.array(z.object({ paper: z.string(), dossier: Id, number: z.number().int(), code: z.string(), name: z.string(), size: z.number().int(), at: Instant })) }),
})
export const reusePaper = defineContract({
  name: 'dossiers.reusePaper', method: 'POST', path: '/api/drafts/:draft/papers/:paper/reuse', summary: 'Put a file of an earlier dossier of mine to a required paper of a draft',
  input: z.strictObject({ draft: Id, paper: z.string().min(1).max(60), dossier: Id, number: z.coerce.number().int().min(1).max(1000) }), output: DraftView,
})
