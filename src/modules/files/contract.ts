import { z } from 'zod'
import { defineContract } from '#kernel/contract'

/** A stored paper as its owner sees it. */
export const PaperFile = z.object({ id: z.uuid(), name: z.string(), size: z.number().int(), type: z.string() })
export type PaperFile = z.output<typeof PaperFile>

export const uploadPaper = defineContract({
  name: 'files.upload', method: 'POST', path: '/api/files', summary: 'Keep a paper: PDF, JPEG, PNG or WebP, at most 20 MB; of an officer, whose procedure says what it may be, a drawing too and at most 50 MB', input: z.strictObject({}), output: PaperFile,
})
export const downloadPaper = defineContract({
  name: 'files.download', method: 'GET', path: '/api/files/:id', summary: 'A paper of mine, or of my agency', input: z.strictObject({ id: z.uuid() }), output: z.object({}),
})
