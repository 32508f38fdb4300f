/** What the web and the outside may ask of dossiers, and the shapes of it. */
export { Applicant, DossierAction, DossierState, Passport, PersonNumber, Principal } from './contract-shapes.ts'
export * from './contract-drafts.ts'
export * from './contract-one.ts'
export * from './contract-acts.ts'
export * from './contract-lists.ts'
export * from './contract-moves.ts'
export * from './contract-counter.ts'
export * from './contract-my-papers.ts'
