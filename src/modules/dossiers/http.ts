import { paperLimits, widestLimits } from '#modules/files'
import { route } from '#platform/http'
import * as contract from './contract.ts'
import { acceptDossier } from './commands/accept-dossier.ts'
import { acknowledgeAgain } from './commands/acknowledge.ts'
import { addAskedPaper, limitsOfAsked, readPaperFile } from './commands/add-paper.ts'
import { approveResult } from './commands/approve-result.ts'
import { askForSupplement } from './commands/ask-supplement.ts'
import { checkPaperOf } from './commands/check-paper.ts'
import { answer, attach, beginDraft, detach, discard, draftAgain, limitsOfAttached, readDraft, readMyDrafts, setCase } from './commands/drafts.ts'
import { choosePrincipalOf } from './commands/choose-principal.ts'
import { askForOpinion, takeQuestionBack } from './commands/consultations.ts'
import { moveCheck, putCheckFile, recordCheck, setCheck } from './commands/field-checks.ts'
import { handResultOver } from './commands/hand-over-result.ts'
import { findDossiers, readMyDossiers, readMyNotices, readQueues, readWorklist } from './commands/list-dossiers.ts'
import { previewOfResult, readDocument } from './commands/make-document.ts'
import { moveQueue, readQueueMoves } from './commands/move-queue.ts'
import { readMyPapers, readReusable, reuse } from './commands/my-papers.ts'
import { printDeclaration } from './commands/print-declaration.ts'
import { proposeRefusalOf } from './commands/propose-refusal.ts'
import { keepDraftOfResult, proposeResult, sendResultBack } from './commands/propose-result.ts'
import { giveOpinion, putOpinionPaper, readQuestion, readQuestionPaper, readQuestions } from './commands/questions.ts'
import { readRecordFile } from './commands/record-files.ts'
import { readDossier } from './commands/read-dossier.ts'
import { readRegister } from './commands/read-register.ts'
import { refuseDossier } from './commands/refuse-dossier.ts'
import { rerouteDossier } from './commands/reroute-dossier.ts'
import { handOverTogether, readHandOverSheet } from './commands/hand-over-many.ts'
import { makeList } from './commands/make-paper-list.ts'
import { readPaperList, readPaperListDocument, readPaperLists, readPapersWaiting, reprintList } from './commands/read-paper-lists.ts'
import { cancelList, receiveList } from './commands/receive-paper-list.ts'
import { reprintOf } from './commands/reprint.ts'
import { readCombinedReceipt, readSamePerson } from './commands/same-person.ts'
import { callApplicant, readCalls } from './commands/call-applicant.ts'
import { readShelfLabel, shelveResult } from './commands/shelve-result.ts'
import { voidResultOf } from './commands/void-result.ts'
import { submit } from './commands/submit-dossier.ts'
import { supplyPapers } from './commands/supply-papers.ts'
import { readReserved, reserve } from './commands/reserve-codes.ts'
import { noteVisitAtDesk, readVisits } from './commands/visits.ts'
import { readApplicantAgain, recallApplicant, takeInAtCounter } from './commands/take-in-at-counter.ts'
import { assignDossier, takeDossier } from './commands/take-dossier.ts'
import { readCourse, readNumber, trackDossier } from './commands/track-dossier.ts'
import { undoMoveQueue } from './commands/undo-move-queue.ts'
import { withdrawDossier } from './commands/withdraw-dossier.ts'
import { readWorkInHand } from './commands/work-in-hand.ts'

const citizen = ['citizen'] as const
const desk = ['clerk', 'officer', 'leader'] as const
const parties = [...citizen, ...desk] as const
const own = 'own' as const

/** guesses at a secret of eight letters: forty a minute from one address would take thousands of years */
const guesses = { by: 'address', most: 40, seconds: 60 } as const

/** Who may call what. Whose dossier it may be is the table in rights.ts. */
export const routes = [
  route(contract.startDraft, { reads: own, who: citizen, replay: draftAgain }, beginDraft),
  route(contract.myDrafts, { reads: own, who: citizen }, readMyDrafts),
  route(contract.getDraft, { reads: own, who: citizen }, readDraft),
  route(contract.choosePrincipal, { reads: own, who: citizen, repeatable: 'says the same again' }, choosePrincipalOf),
  route(contract.chooseCase, { reads: own, who: citizen, repeatable: 'says the same again' }, setCase),
  route(contract.saveAnswers, { reads: own, who: citizen, repeatable: 'says the same again' }, answer),
  route(contract.attachPaper, { reads: own, who: citizen, kind: 'upload', accepts: widestLimits, acceptsHere: limitsOfAttached, replay: draftAgain }, attach),
  route(contract.removePaper, { reads: own, who: citizen, replay: draftAgain }, detach),
  route(contract.discardDraft, { who: citizen }, discard),
  route(contract.submitDossier, { who: citizen, level: 'submit', replay: acknowledgeAgain }, submit),

  route(contract.reusablePapers, { reads: own, who: citizen }, readReusable),
  route(contract.reusePaper, { reads: own, who: citizen, replay: draftAgain }, reuse),

  route(contract.myPapers, { reads: own, who: citizen }, readMyPapers),
  route(contract.myDossiers, { reads: own, who: citizen }, readMyDossiers),
  route(contract.myNotices, { reads: own, who: citizen }, readMyNotices),
  route(contract.getDossier, { reads: { purpose: 'handle' }, who: parties }, readDossier),
  route(contract.track, { who: 'anyone', repeatable: 'changes nothing', limit: guesses }, trackDossier),
  route(contract.withdraw, { who: ['citizen', 'clerk'], level: 'withdraw' }, withdrawDossier),
  route(contract.addPaper, { who: ['citizen', 'clerk'], kind: 'upload', accepts: widestLimits, acceptsHere: limitsOfAsked }, addAskedPaper),
  route(contract.supply, { who: ['citizen', 'clerk'] }, supplyPapers),

  route(contract.intake, { who: ['clerk'], replay: acknowledgeAgain }, takeInAtCounter),
  route(contract.noteVisit, { who: ['clerk'] }, noteVisitAtDesk),
  route(contract.countVisits, { who: ['clerk'] }, readVisits),
  route(contract.reserveCodes, { who: ['clerk'] }, reserve),
  route(contract.listReservedCodes, { who: ['clerk'] }, readReserved),
  route(contract.applicantAgain, { reads: { purpose: 'number' }, who: ['clerk'] }, readApplicantAgain),
  route(contract.recallApplicant, { who: ['clerk'], repeatable: 'changes nothing', reads: { purpose: 'search' } }, recallApplicant),
  route(contract.accept, { who: ['clerk'] }, acceptDossier),
  route(contract.refuse, { who: ['clerk', 'leader'] }, refuseDossier),
  route(contract.askSupplement, { who: ['clerk', 'officer'] }, askForSupplement),
  route(contract.take, { who: ['officer'] }, takeDossier),
  route(contract.assign, { who: ['leader'] }, assignDossier),
  route(contract.checkPaper, { who: ['clerk', 'officer'], repeatable: 'says the same again' }, checkPaperOf),
  route(contract.propose, { who: ['officer'] }, proposeResult),
  route(contract.proposeRefusal, { who: ['officer'] }, proposeRefusalOf),
  route(contract.draftResult, { who: ['officer'] }, keepDraftOfResult),
  route(contract.reroute, { who: ['officer', 'leader'] }, rerouteDossier),
  route(contract.sendBack, { who: ['leader'] }, sendResultBack),
  route(contract.approve, { who: ['leader'] }, approveResult),
  route(contract.handOver, { who: ['clerk'] }, handResultOver),
  route(contract.shelve, { who: ['clerk'] }, shelveResult),
  route(contract.recordCall, { who: ['clerk'] }, callApplicant),
  route(contract.listCalls, { reads: { purpose: 'queue', what: ['identity', 'name'], list: true }, who: ['clerk'] }, readCalls),
  route(contract.shelfLabel, { reads: { purpose: 'paper', what: ['name'] }, who: ['clerk'], kind: 'download' }, readShelfLabel),
  route(contract.reprint, { who: desk }, reprintOf),
  route(contract.voidResult, { who: ['officer', 'leader'] }, voidResultOf),
  route(contract.samePerson, { reads: { purpose: 'search' }, who: ['clerk'] }, readSamePerson),
  route(contract.combinedReceipt, { reads: { purpose: 'paper', what: ['name'] }, who: ['clerk'], kind: 'download' }, readCombinedReceipt),
  route(contract.handOverMany, { who: ['clerk'] }, handOverTogether),
  route(contract.handOverSheet, { reads: { purpose: 'paper', what: ['name'] }, who: ['clerk'], kind: 'download' }, readHandOverSheet),
  route(contract.paperLists, { who: desk }, readPaperLists),
  route(contract.papersWaiting, { reads: { purpose: 'queue', list: true }, who: desk }, readPapersWaiting),
  route(contract.makePaperList, { who: desk }, makeList),
  route(contract.getPaperList, { reads: { purpose: 'queue', list: true }, who: desk }, readPaperList),
  route(contract.receivePaperList, { who: desk }, receiveList),
  route(contract.cancelPaperList, { who: desk }, cancelList),
  route(contract.reprintPaperList, { who: desk }, reprintList),
  route(contract.paperListDocument, { reads: { purpose: 'paper', what: ['name'] }, who: desk, kind: 'download' }, readPaperListDocument),
  route(contract.showNumber, { reads: { purpose: 'number' }, who: desk, repeatable: 'each reading is written down' }, readNumber),

  route(contract.askOpinion, { who: ['officer'] }, askForOpinion),
  route(contract.withdrawQuestion, { who: ['officer'] }, takeQuestionBack),
  route(contract.listQuestions, { reads: { purpose: 'consult', list: true }, who: ['officer', 'leader'] }, readQuestions),
  route(contract.getQuestion, { reads: { purpose: 'consult' }, who: ['officer', 'leader'] }, readQuestion),
  route(contract.getQuestionPaper, { reads: { purpose: 'consult', what: ['papers'] }, who: ['officer', 'leader'], kind: 'download' }, readQuestionPaper),
  route(contract.addOpinionPaper, { who: ['officer'], kind: 'upload', accepts: paperLimits }, putOpinionPaper),
  route(contract.answerQuestion, { who: ['officer'] }, giveOpinion),
  route(contract.setFieldCheck, { who: ['officer'] }, setCheck),
  route(contract.moveFieldCheck, { who: ['officer'] }, moveCheck),
  route(contract.addCheckFile, { who: ['officer'], kind: 'upload', accepts: paperLimits }, putCheckFile),
  route(contract.recordFieldCheck, { who: ['officer'] }, recordCheck),
  route(contract.getRecordFile, { reads: { purpose: 'paper', what: ['papers'] }, who: ['officer', 'leader'], kind: 'download' }, readRecordFile),

  route(contract.listQueues, { who: desk }, readQueues),
  route(contract.worklist, { reads: { purpose: 'queue', list: true }, who: desk }, readWorklist),
  route(contract.find, { reads: { purpose: 'search' }, who: desk, repeatable: 'changes nothing' }, findDossiers),
  route(contract.certifiedCopies, { reads: { purpose: 'queue', list: true }, who: desk }, readRegister),
  route(contract.queueMoves, { who: ['leader'] }, readQueueMoves),
  route(contract.workInHand, { who: ['administrator'] }, readWorkInHand),
  route(contract.moveQueue, { who: ['leader'] }, moveQueue),
  route(contract.undoMoveQueue, { who: ['leader'] }, undoMoveQueue),
  route(contract.followDossier, { who: ['centre', 'leader', 'administrator'] }, readCourse),

  route(contract.getDocument, { reads: { purpose: 'paper', what: ['result'] }, who: parties, kind: 'download' }, readDocument),
  route(contract.declaration, { reads: { purpose: 'paper', what: ['answers'] }, who: parties, kind: 'download' }, printDeclaration),
  route(contract.getPaperFile, { reads: { purpose: 'paper', what: ['papers'] }, who: parties, kind: 'download' }, readPaperFile),
  route(contract.previewResult, { reads: { purpose: 'paper', what: ['result'] }, who: ['officer', 'leader'], kind: 'download' }, previewOfResult),
]
