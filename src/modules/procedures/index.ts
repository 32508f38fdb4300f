/** The door of procedures: the catalogue, and the rules of its forms (pure, the same as the web's). */
export { currentVersion, getVersion, hasCurrentVersion, titleOf, titlesOf, type Version } from './catalogue.ts'
export { codesOfField } from './store.ts'
export { importLimits, takeInTable, type ImportLine, type ImportReport } from './import-entries.ts'
export { holds, type Condition } from './contract-conditions.ts'
export type { Body, Both, Fee, Paper, Party, PrincipalKind, ProcedureCase, Question } from './contract-body.ts'
export {
  answerPage, checkAnswers, choicesOf, withOffice, competentArea, deliveryOf, factsOf, knownValue, lookedAtOf, neighboursOf, nextQuestion, noticesOf, pagesOf, papersOf, sealedQuestions, uploadsOf, valueOf, withoutPhone,
  type Answers, type Checked, type Filling, type Known,
} from './contract-form.ts'
export { feeLinesOf, feesOf, scaled, type FeeLine } from './contract-fees.ts'
export { fileTypesOf, megabytesOf } from './contract-files.ts'
export { answerLines, answerText, resultText, type AnswerLine, type ResultLine, type Writing } from './contract-text.ts'
