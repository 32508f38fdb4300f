/** The door of files: papers, and whose they are. Bytes lie in #platform/files. */
export { copyPaper, dropPaper, findPapers, getPaper, keepPaper, paperAnswer, type Owner, type Paper } from './papers.ts'
export { paperLimits, widestLimits } from './papers.ts'
