import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#kernel/app'
import { uuidv7 } from '#kernel/ids'
import { sql } from '#platform/db'
import { nobody, type Actor, type Route } from '#platform/http'
import { serviceScopes } from '#contract/identity'
import { pngBytes } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { overHttp, type Client, type Http } from '../over-http.ts'
import { withApp, type TestApp } from '../with-app.ts'

/** The columns: everybody there is, as a session. `ended` is an officer whose capacity is over, `locked` a clerk who left the desk. */
const columns = ['nobody', 'level 1', 'level 2', 'clerk', 'officer', 'leader', 'centre', 'administrator', 'ended', 'locked'] as const
type Column = (typeof columns)[number]

const id = '01900000-0000-7000-8000-000000000000'
const capacity = { role: 'clerk', agency: 'Z99.001.01', title: { vi: 'Công chức', en: 'Clerk' }, from: '2999-01-01' }
const picture = { name: 'giay.png', type: 'image/png', bytes: pngBytes }

const key = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' }
const assertion = { ...key, response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' } }
const attestation = { ...key, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } }

type Asked = {
  input?: Record<string, unknown>
  /** what those get who may: `ok`, or the refusal of somebody who was let in and asked for what is not there */
  gets?: string
  file?: true
}

/**
 * Every route with every column, written by hand: + is let in, ? is told to sign in (401), - is told that it may not (403), L is told to
 * unlock (401), 2 is told to prove the second level of the identity (403), 0 is told that there is no such thing (404). Beside it what is asked, and what those get who are let in.
 */
const demonstration: Record<string, [cells: string, asked?: Asked]> = {
  //                                n 1 2 c o l e a x L
  'areas.list':                   ['+ + + + + + + + + +'],
  'areas.get':                    ['+ + + + + + + + + +', { input: { code: '99001' } }],
  'areas.unit':                   ['+ + + + + + + + + +', { input: { code: '99001' } }],
  'areas.outlines':               ['+ + + + + + + + + +'],
  'areas.find':                   ['+ + + + + + + + + +', { input: { q: 'mau' } }],
  'files.upload':                 ['? + + + + - - - - L', { file: true }],
  'files.download':               ['? + + + + + - - - L', { input: { id }, gets: 'file_not_found' }],
  'agencies.contacts':            ['+ + + + + + + + + +'],
  'agencies.list':                ['+ + + + + + + + + +'],
  'agencies.get':                 ['+ + + + + + + + + +', { input: { code: 'Z99.001' } }],
  'identity.breakGlass':          ['+ + + + + + + + + +', { input: { passcode: 'x', reason: 'một lý do đủ dài để thử' }, gets: 'wrong_paper' }],
  'identity.breakGlassUses':      ['? - - - - - - + - L'],
  'identity.reviewBreakGlass':    ['? - - - - - - + - L', { input: { id, review: 'đã xem xét kỹ' }, gets: 'emergency_not_found' }],
  'identity.whoReadMine':         ['? + + - - - - - - L'],
  'identity.askAboutReading':     ['? + + - - - - - - L', { input: { reading: '1', text: 'Vì sao xem?' }, gets: 'reading_not_found' }],
  'identity.readings':            ['? - - - - - - + - L'],
  'identity.dataRequests':        ['? - - - - - - + - L'],
  'identity.answerDataRequest':   ['? - - - - - - + - L', { input: { id }, gets: 'request_not_found' }],
  'dossiers.noteVisit':           ['? - - + - - - - - L', { input: { kind: 'advice' } }],
  'dossiers.visits':              ['? - - + - - - - - L'],
  'dossiers.reserveCodes':        ['? - - + - - - - - L', { input: { count: 1, reason: 'Mất điện cả phường' } }],
  'dossiers.certifiedCopies':     ['? - - + + + - - - L'],
  'dossiers.reservedCodes':       ['? - - + - - - - - L'],
  'dossiers.applicantAgain':      ['? - - + - - - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.recallApplicant':     ['? - - + - - - - - L', { input: { number: '999000000000' } }],
  'agencies.reforms':             ['? - - - - - - + - L'],
  'agencies.reformDrafts':        ['? - - - - - - + - L'],
  'agencies.reform':              ['? - - - - - - + - L', { input: { id: 'nothing' }, gets: 'reform_not_found' }],
  'agencies.rehearseReform':      ['? - - - - - - + - L', { input: { plan: '{}' }, gets: 'reform_unreadable' }],
  'agencies.applyReform':         ['? - - - - - - + - L', { input: { plan: '{}', hash: '0'.repeat(64) }, gets: 'reform_unreadable' }],
  'identity.beginSignIn':         ['+ + + + + + + + + +', { input: { returnTo: '/' } }],
  'identity.completeSignIn':      ['+ + + + + + + + + +', { input: {}, gets: 'sign_in_expired' }],
  'identity.checkPassword':       ['+ + + + + + + + + +', { input: { username: 'nobody', password: 'wrong' }, gets: 'wrong_credentials' }],
  'identity.checkCode':           ['+ + + + + + + + + +', { input: { code: '000000' }, gets: 'sign_in_expired' }],
  'identity.session':             ['+ + + + + + + + + +'],
  'identity.signOut':             ['+ + + + + + + + + +'],
  'identity.lock':                ['? - - + + + + + - L'],
  'identity.unlock':              ['? - - + + + + + - +', { input: { password: 'wrong' }, gets: 'wrong_credentials' }],
  'identity.act':                 ['? - - + + + + + - L', { input: { capacity: id }, gets: 'capacity_not_found' }],
  'identity.unlockOfficer':       ['? - - - - - - + - L', { input: { username: 'clerk.001' } }],
  'identity.administration':     ['? - - - - - - + - L'],
  'identity.officers':           ['? - - - - - - + - L'],
  'identity.officer':            ['? - - - - - - + - L', { input: { id }, gets: 'officer_not_found' }],
  'identity.createOfficer':      ['? - - - - - - + - L', { input: { username: 'clerk.001', name: 'Hồ Xuân Đạt', capacity }, gets: 'username_taken' }],
  'identity.giveCapacity':       ['? - - - - - - + - L', { input: { id, capacity }, gets: 'officer_not_found' }],
  'identity.endCapacity':        ['? - - - - - - + - L', { input: { capacity: id, reason: 'Chuyển công tác' }, gets: 'capacity_not_found' }],
  'identity.disableOfficer':     ['? - - - - - - + - L', { input: { id, reason: 'Nghỉ việc' }, gets: 'officer_not_found' }],
  'identity.enableOfficer':      ['? - - - - - - + - L', { input: { id }, gets: 'officer_not_found' }],
  'identity.delegations':        ['? - - + + + + + - L'],
  'identity.delegate':           ['? - - - - + - + - L', { input: { capacity: id, officer: id, mode: 'TUQ', from: '2999-01-01', to: '2999-01-02', document: '12/QĐ-UBND' }, gets: 'capacity_not_found' }],
  'identity.revokeDelegation':   ['? - - - - + - + - L', { input: { delegation: id, reason: 'Đã về' }, gets: 'delegation_not_found' }],
  'identity.reviews':            ['? - - - - - - + - L'],
  'identity.openReview':         ['? - - - - - - + - L', { input: { agency: 'Z98' }, gets: 'agency_not_yours' }],
  'identity.review':             ['? - - - - - - + - L', { input: { review: id }, gets: 'review_not_found' }],
  'identity.services':          ['? - - - - - - + - L'],
  'identity.service':           ['? - - - - - - + - L', { input: { id }, gets: 'service_not_found' }],
  'identity.createService':     ['? - - - - - - + - L', { input: { name: 'Cổng dữ liệu', agency: 'Z98', responsible: 'Lê An', purpose: 'Đọc danh mục thủ tục', scopes: ['catalogue.read'], until: '2999-01-01' }, gets: 'agency_not_yours' }],
  'identity.rotateService':     ['? - - - - - - + - L', { input: { id, overlapHours: 1 }, gets: 'service_not_found' }],
  'identity.revokeService':     ['? - - - - - - + - L', { input: { id, reason: 'Không dùng nữa' }, gets: 'service_not_found' }],
  'identity.unlockService':     ['? - - - - - - + - L', { input: { id }, gets: 'service_not_found' }],
  'identity.decideReview':       ['? - - - - - - + - L', { input: { review: id, capacities: [id], decision: 'keep' }, gets: 'review_not_found' }],
  'identity.finishReview':       ['? - - - - - - + - L', { input: { review: id }, gets: 'review_not_found' }],
  'identity.officerNotices':     ['? - - + + + + + - L'],
  'identity.askPasskey':         ['+ + + + + + + + + +'],
  'identity.checkPasskey':       ['+ + + + + + + + + +', { input: { credential: JSON.stringify(assertion) }, gets: 'sign_in_expired' }],
  'identity.checkRecoveryCode':  ['+ + + + + + + + + +', { input: { passcode: 'AAAA' }, gets: 'sign_in_expired' }],
  'identity.renewPassword':      ['+ + + + + + + + + +', { input: { newPassword: 'x', passwordAgain: 'x' }, gets: 'sign_in_expired' }],
  'identity.checkPaper':         ['+ + + + + + + + + +', { input: { username: 'nobody', passcode: 'AAAA' }, gets: 'wrong_paper' }],
  'identity.enrolment':          ['+ + + + + + + + + +'],
  'identity.choosePassword':     ['+ + + + + + + + + +', { input: { newPassword: 'x', passwordAgain: 'x' }, gets: 'sign_in_expired' }],
  'identity.enrol':              ['+ + + + + + + + + +', { input: { code: '000000' }, gets: 'sign_in_expired' }],
  'identity.unlockWithPasskey':  ['? - - + + + + + - +', { input: { credential: JSON.stringify(assertion) }, gets: 'sign_in_expired' }],
  'identity.account':            ['? - - + + + + + - L'],
  'identity.changePassword':     ['? - - + + + + + - L', { input: { password: 'wrong', newPassword: 'x', passwordAgain: 'x' }, gets: 'demonstration_account' }],
  'identity.beginAuthenticator': ['? - - + + + + + - L', { gets: 'demonstration_account' }],
  'identity.newAuthenticator':   ['? - - + + + + + - L', { gets: 'demonstration_account' }],
  'identity.changeAuthenticator':['? - - + + + + + - L', { input: { oldCode: '000000', code: '000000' }, gets: 'demonstration_account' }],
  'identity.renewRecoveryCodes': ['? - - + + + + + - L', { input: { password: 'wrong' }, gets: 'demonstration_account' }],
  'identity.beginNewPasskey':    ['? - - + + + + + - L'],
  'identity.addPasskey':         ['? - - + + + + + - L', { input: { name: 'x', password: 'wrong', credential: JSON.stringify(attestation) }, gets: 'wrong_credentials' }],
  'identity.removePasskey':      ['? - - + + + + + - L', { input: { id }, gets: 'passkey_not_found' }],
  'identity.endSession':         ['? - - + + + + + - L', { input: { id }, gets: 'session_not_found' }],
  'identity.endOtherSessions':   ['? - - + + + + + - L'],
  'identity.issuePaper':         ['? - - - - - - + - L', { input: { id }, gets: 'officer_not_found' }],
  'identity.demonstrationCodes':  ['+ + + + + + + + + +'],
  'identity.demonstrationPeople': ['+ + + + + + + + + +'],
  'identity.actAs':               ['+ + + + + + + + + +', { input: { capacity: id }, gets: 'capacity_not_found' }],
  'procedures.list':              ['+ + + + + + + + + +'],
  'procedures.search':            ['+ + + + + + + + + +', { input: { q: 'hon nhan' } }],
  'procedures.suggest':           ['+ + + + + + + + + +', { input: { q: 'hon nhan' } }],
  'procedures.get':               ['+ + + + + + + + + +', { input: { code: '1.004873' } }],
  'procedures.page':              ['+ + + + + + + + + +', { input: { code: '9.000101' } }],
  'procedures.drafts':           ['? - - - - - - + - L'],
  'procedures.programme':        ['+ + + + + + + + + +', { input: { programme: 'essential25' } }],
  'procedures.programmeItem':    ['? - - - - - - + - L', { input: { programme: 'essential25', number: 99 }, gets: 'programme_not_found' }],
  'procedures.changeProgrammeItem': ['? - - - - - - + - L', { input: { programme: 'essential25', number: 99, status: 'open', reason: 'Đã mở trên cả nước' }, gets: 'programme_not_found' }],
  'procedures.publish':           ['? - - - - - - + - L', { input: { code: '1.004873', number: 99 }, gets: 'procedure_version_not_found' }],
  'dossiers.startDraft':          ['? + + - - - - - - L', { input: { procedure: '1.004873' } }],
  'dossiers.myDrafts':            ['? + + - - - - - - L'],
  'dossiers.getDraft':            ['? + + - - - - - - L', { input: { draft: id }, gets: 'draft_not_found' }],
  'dossiers.choosePrincipal':     ['? + + - - - - - - L', { input: { draft: id, principal: { party: 'self' } }, gets: 'draft_not_found' }],
  'dossiers.chooseCase':          ['? + + - - - - - - L', { input: { draft: id, procedureCase: 'widowed' }, gets: 'draft_not_found' }],
  'dossiers.saveAnswers':         ['? + + - - - - - - L', { input: { draft: id, page: 'whom', answers: {} }, gets: 'draft_not_found' }],
  'dossiers.attachPaper':         ['? + + - - - - - - L', { input: { draft: id, paper: 'x' }, file: true, gets: 'draft_not_found' }],
  'dossiers.removePaper':         ['? + + - - - - - - L', { input: { draft: id, paper: 'x', file: id }, gets: 'draft_not_found' }],
  'dossiers.reusablePapers':      ['? + + - - - - - - L', { input: { draft: id }, gets: 'draft_not_found' }],
  'dossiers.reusePaper':          ['? + + - - - - - - L', { input: { draft: id, paper: 'x', dossier: id, number: 1 }, gets: 'draft_not_found' }],
  'dossiers.myPapers':            ['? + + - - - - - - L'],
  'dossiers.discardDraft':        ['? + + - - - - - - L', { input: { draft: id }, gets: 'draft_not_found' }],
  'dossiers.submit':              ['? 2 + - - - - - - L', { input: { draft: id, oath: true }, gets: 'draft_not_found' }],
  'dossiers.mine':                ['? + + - - - - - - L'],
  'dossiers.notices':             ['? + + - - - - - - L'],
  'dossiers.get':                 ['? + + + + + - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.track':               ['+ + + + + + + + + +', { input: { code: 'Z99.001.01-261125-0001', secret: 'AAAAAAAA' }, gets: 'dossier_not_found' }],
  'dossiers.withdraw':            ['? 2 + + - - - - - L', { input: { id, reason: 'Không cần nữa' }, gets: 'dossier_not_found' }],
  'dossiers.addPaper':            ['? + + + - - - - - L', { input: { id, paper: 'x' }, file: true, gets: 'dossier_not_found' }],
  'dossiers.supply':              ['? + + + - - - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.intake':              ['? - - + - - - - - L', { input: {}, gets: 'invalid_input' }],
  'dossiers.accept':              ['? - - + - - - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.refuse':              ['? - - + - + - - - L', { input: { id, reason: 'Không đúng nơi' }, gets: 'dossier_not_found' }],
  'dossiers.askSupplement':       ['? - - + + - - - - L', { input: { id, items: [{ paper: 'x', what: 'chụp lại' }], reason: 'Ảnh bị mờ' }, gets: 'dossier_not_found' }],
  'dossiers.take':                ['? - - - + - - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.assign':              ['? - - - - + - - - L', { input: { id, officer: id }, gets: 'dossier_not_found' }],
  'dossiers.checkPaper':          ['? - - + + - - - - L', { input: { id, number: 1, verdict: 'good' }, gets: 'dossier_not_found' }],
  'dossiers.proposeRefusal':      ['? - - - + - - - - L', { input: { id, reason: 'Không thuộc diện được cấp' }, gets: 'dossier_not_found' }],
  'dossiers.propose':             ['? - - - + - - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.draftResult':         ['? - - - + - - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.reroute':             ['? - - - + + - - - L', { input: { id, agency: 'Z99.002', reason: 'Gửi nhầm nơi' }, gets: 'dossier_not_found' }],
  'dossiers.sendBack':            ['? - - - - + - - - L', { input: { id, reason: 'Viết lại cho rõ' }, gets: 'dossier_not_found' }],
  'dossiers.approve':             ['? - - - - + - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.handOver':            ['? - - + - - - - - L', { input: { id, recipient: 'Nguyễn Thị An', relation: 'self' }, gets: 'dossier_not_found' }],
  'dossiers.shelve':             ['? - - + - - - - - L', { input: { id, place: 'A1' }, gets: 'dossier_not_found' }],
  'dossiers.shelfLabel':         ['? - - + - - - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.reprint':            ['? - - + + + - - - L', { input: { id, document: null }, gets: 'dossier_not_found' }],
  'dossiers.reprintPaperList':   ['? - - + + + - - - L', { input: { list: id }, gets: 'paper_list_not_found' }],
  'payments.reprint':            ['? - - + - - - - - L', { input: { receipt: id }, gets: 'receipt_not_found' }],
  'dossiers.voidResult':         ['? - - - + + - - - L', { input: { id, reason: 'Sai tên đệm' }, gets: 'dossier_not_found' }],
  'dossiers.samePerson':         ['? - - + - - - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.combinedReceipt':    ['? - - + - - - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.call':               ['? - - + - - - - - L', { input: { id, reached: true }, gets: 'dossier_not_found' }],
  'dossiers.calls':              ['? - - + - - - - - L'],
  'dossiers.handOverMany':       ['? - - + - - - - - L', { input: { dossiers: [id], recipient: 'Nguyễn Thị An', relation: 'self' }, gets: 'dossier_not_found' }],
  'dossiers.handOverSheet':      ['? - - + - - - - - L', { input: { handOver: id }, gets: 'hand_over_not_found' }],
  'dossiers.paperLists':         ['? - - + + + - - - L'],
  'dossiers.papersWaiting':      ['? - - + + + - - - L', { input: { kind: 'to_office' } }],
  'dossiers.makePaperList':      ['? - - + + + - - - L', { input: { kind: 'to_office', to: 'Z99.001', person: id, lines: [{ dossier: id, papers: 1 }] }, gets: 'papers_not_waiting' }],
  'dossiers.paperList':          ['? - - + + + - - - L', { input: { list: id }, gets: 'paper_list_not_found' }],
  'dossiers.receivePaperList':   ['? - - + + + - - - L', { input: { list: id, lines: [{ number: 1, outcome: 'received' }] }, gets: 'paper_list_not_found' }],
  'dossiers.cancelPaperList':    ['? - - + + + - - - L', { input: { list: id }, gets: 'paper_list_not_found' }],
  'dossiers.paperListDocument':  ['? - - + + + - - - L', { input: { list: id }, gets: 'paper_list_not_found' }],
  'dossiers.showNumber':          ['? - - + + + - - - L', { input: { id }, gets: 'dossier_not_found' }],
  //                                n 1 2 c o l e a x L
  'dossiers.askOpinion':          ['? - - - + - - - - L', { input: { id, agency: 'Z99.11', content: 'Đề nghị cho ý kiến về ranh đất', due: '2026-12-01' }, gets: 'dossier_not_found' }],
  'dossiers.withdrawQuestion':    ['? - - - + - - - - L', { input: { id, number: 1, reason: 'Hỏi nhầm cơ quan' }, gets: 'dossier_not_found' }],
  'dossiers.questions':           ['? - - - + + - - - L'],
  'dossiers.question':            ['? - - - + + - - - L', { input: { consultation: id }, gets: 'consultation_not_found' }],
  'dossiers.questionPaper':       ['? - - - + + - - - L', { input: { consultation: id, number: 1 }, gets: 'consultation_not_found' }],
  'dossiers.addOpinionPaper':     ['? - - - + - - - - L', { input: { consultation: id }, file: true, gets: 'consultation_not_found' }],
  'dossiers.answerQuestion':      ['? - - - + - - - - L', { input: { consultation: id, opinion: 'agree', reasons: 'Không có ý kiến khác' }, gets: 'consultation_not_found' }],
  'dossiers.setFieldCheck':       ['? - - - + - - - - L', { input: { id, date: '2026-12-01', time: '09:00', goes: 'Lê Thanh Uyên' }, gets: 'dossier_not_found' }],
  'dossiers.moveFieldCheck':      ['? - - - + - - - - L', { input: { id, check: 1, date: '2026-12-01', time: '09:00', goes: 'Lê Thanh Uyên', reason: 'Trời mưa lớn' }, gets: 'dossier_not_found' }],
  'dossiers.addCheckFile':        ['? - - - + - - - - L', { input: { id, check: 1 }, file: true, gets: 'dossier_not_found' }],
  'dossiers.recordFieldCheck':    ['? - - - + - - - - L', { input: { id, check: 1, present: 'Chủ nhà', findings: 'Đúng mốc ranh đất', conforms: 'yes' }, gets: 'dossier_not_found' }],
  'dossiers.recordFile':          ['? - - - + + - - - L', { input: { id, record: 'check', recordNumber: 1, number: 1 }, gets: 'dossier_not_found' }],
  'dossiers.queues':              ['? - - + + + - - - L'],
  'dossiers.worklist':            ['? - - - + + - - - L', { input: { queue: 'to_take' } }],
  'payments.charge':              ['? - - + - - - - - L', { input: { subject: id } }],
  'payments.due':                 ['? - - + - - - - - L'],
  'payments.collect':             ['? - - + - - - - - L', { input: { subject: id, method: 'cash' }, gets: 'charge_not_found' }],
  'payments.waive':               ['? - - + - - - - - L', { input: { subject: id, reason: 'Hộ nghèo' }, gets: 'charge_not_found' }],
  'payments.void':                ['? - - + - - - - - L', { input: { receipt: id, reason: 'In sai tên' }, gets: 'receipt_not_found' }],
  'payments.receipt':             ['? - - + - - - - - L', { input: { receipt: id }, gets: 'receipt_not_found' }],
  'payments.till':                ['? - - + - - - - - L'],
  'payments.close':               ['? - - + - - - - - L', { input: { counted: 0, papers: 0, outside: 'Kho bạc' }, gets: 'till_empty' }],
  'payments.receivers':           ['? - - + - - - - - L'],
  'payments.closings':            ['? - - + + + - - - L'],
  'payments.closingSheet':        ['? - - + + + - - - L', { input: { closing: id }, gets: 'closing_not_found' }],
  'payments.receive':             ['? - - + + + - - - L', { input: { closing: id }, gets: 'closing_not_found' }],
  'dossiers.find':                ['? - - + + + - - - L', { input: { q: 'an' } }],
  'dossiers.queueMoves':         ['? - - - - + - - - L'],
  'dossiers.workInHand':         ['? - - - - - - + - L', { input: { officer: id, agency: 'Z99.001' } }],
  'dossiers.moveQueue':          ['? - - - - + - - - L', { input: { from: id, to: [id], reason: 'Nghỉ ốm' }, gets: 'officer_not_here' }],
  'dossiers.undoMoveQueue':      ['? - - - - + - - - L', { input: { move: id }, gets: 'move_not_found' }],
  'dossiers.follow':              ['? - - - - + + + - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.declaration':         ['? + + + + + - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'dossiers.document':            ['? + + + + + - - - L', { input: { id, document: id }, gets: 'dossier_not_found' }],
  'dossiers.paperFile':           ['? + + + + + - - - L', { input: { id, number: 1 }, gets: 'dossier_not_found' }],
  'dossiers.previewResult':       ['? - - - + + - - - L', { input: { id }, gets: 'dossier_not_found' }],
  'indicators.list':              ['+ + + + + + + + + +'],
  'indicators.read':              ['+ + + + + + + + + +', { input: { code: 'dossiers-on-time' } }],
  'indicators.overview':          ['+ + + + + + + + + +'],
  'indicators.series':            ['+ + + + + + + + + +', { input: { code: 'dossiers-on-time' } }],
  'indicators.records':           ['? - - - - + + + - L', { input: { code: 'dossiers-on-time' } }],
  'ioc.boards':                   ['? - - - - + + + - L'],
  'ioc.board':                    ['? - - - - + + + - L', { input: { board: 'dich-vu-cong' } }],
  'machine.events':               ['+ + + + + + + + + +'],
  'machine.parked':               ['+ + + + + + + + + +'],
  'machine.replayEvents':         ['+ + + + + + + + + +', { input: { subscription: 'x', subject: 'x' } }],
  'machine.jobs':                 ['+ + + + + + + + + +'],
  'machine.retryDeadJobs':        ['+ + + + + + + + + +'],
  'machine.messages':             ['+ + + + + + + + + +'],
  'machine.resend':               ['+ + + + + + + + + +', { input: { id } }],
  'machine.clock':                ['+ + + + + + + + + +'],
  'machine.moveClock':            ['+ + + + + + + + + +', { input: { to: '2026-11-25T03:00:00Z' } }],
  'machine.routes':               ['+ + + + + + + + + +'],
  'machine.api':                  ['+ + + + + + + + + +'],
  'machine.progress':             ['+ + + + + + + + + +'],
  'machine.timeline':             ['+ + + + + + + + + +', { input: { code: 'Z99.001.01-261125-9999' }, gets: 'course_not_found' }],
}

/** What a real installation does otherwise: the machinery is the administrator's, and nothing of the demonstration is there. */
const production: Record<string, string> = {
  //                                n 1 2 c o l e a x L
  'identity.demonstrationCodes':   '0 0 0 0 0 0 0 0 0 0',
  'identity.demonstrationPeople':  '0 0 0 0 0 0 0 0 0 0',
  'identity.actAs':                '0 0 0 0 0 0 0 0 0 0',
  'machine.moveClock':             '0 0 0 0 0 0 0 0 0 0',
  'machine.progress':              '0 0 0 0 0 0 0 0 0 0',
  'machine.events':                '? - - - - - - + - L',
  'machine.parked':                '? - - - - - - + - L',
  'machine.replayEvents':          '? - - - - - - + - L',
  'machine.jobs':                  '? - - - - - - + - L',
  'machine.retryDeadJobs':         '? - - - - - - + - L',
  'machine.messages':              '? - - - - - - + - L',
  'machine.resend':                '? - - - - - - + - L',
  'machine.clock':                 '? - - - - - - + - L',
  'machine.routes':                '? - - - - - - + - L',
  'machine.timeline':              '? - - - - - - + - L',
}

/** A real installation has no simulated national identity beside it. */
const getsInProduction: Record<string, string> = {
  'identity.beginSignIn': 'sign_in_unavailable',
  // in a demonstration what everybody knows stays what it is
  'identity.changePassword': 'wrong_credentials', 'identity.beginAuthenticator': 'ok', 'identity.newAuthenticator': 'ok', 'identity.changeAuthenticator': 'sign_in_expired', 'identity.renewRecoveryCodes': 'wrong_credentials',
}

const sign = (code: string): string => ({ unauthenticated: '?', forbidden: '-', session_locked: 'L', not_found: '0', identity_level_too_low: '2' })[code] ?? '+'

/** The other side: what the route's own declaration says of a column. */
function declared(row: Route, column: Column, mode: 'demonstration' | 'production'): string {
  if (row.demonstration && mode !== 'demonstration') return '0'
  if (row.who === 'anyone') return '+'
  if (column === 'nobody') return '?'
  if (column === 'locked' && !row.whileLocked) return 'L'
  const role: Role = column === 'ended' ? 'nobody' : column === 'locked' ? 'clerk' : column === 'level 1' || column === 'level 2' ? 'citizen' : column
  if (row.level !== null && column === 'level 1') return row.who.includes(role) ? '2' : '-'
  return row.who.includes(role) ? '+' : '-'
}

/** The one cell that the command decides: a clerk may ask for a queue, but not for one of the officers. */
const decidedInside: Record<string, Partial<Record<Column, string>>> = { 'dossiers.worklist': { clerk: '-' } }

async function everybody(app: TestApp): Promise<Record<Column, Actor>> {
  const second = await officer(app, 'deputy.001', 'leader')
  await sql`update identity.capacity set valid_to = '2026-01-01' where id = ${second.capacityId}`.execute(app.db)
  const clerk = await officer(app, 'clerk.001')
  return {
    nobody, 'level 1': await citizen(app, 'dung'), 'level 2': await citizen(app, 'an'), clerk, officer: await officer(app, 'officer.001'), leader: await officer(app, 'leader.001'),
    centre: await officer(app, 'centre'), administrator: await officer(app, 'administrator'), ended: second, locked: clerk,
  }
}

describe.each(['demonstration', 'production'] as const)('in %s', (mode) => {
  let app: TestApp
  let http: Http
  let people: Record<Column, Actor>
  const table = Object.entries(demonstration).map(([name, [cells, asked]]) => [name, (mode === 'production' && production[name]) || cells, asked ?? {}] as const)
  let tested = 0
  let visits = 0

  beforeAll(async () => {
    app = await withApp({ at: '2026-11-25T02:00:00Z', config: { mode } })
    http = await overHttp(app)
    // the invented officers may not sign in to a real installation: here they stand for real ones
    if (mode === 'production') await sql`update identity.officer set demonstration = false`.execute(app.db)
    people = await everybody(app)
  })

  const routeOf = (name: string): Route => {
    const found = app.application.routes.find(({ contract }) => contract.name === name)
    if (!found) throw new Error(`${name} is in this table and is not served`)
    return found
  }

  const visitors = new Map<Column, Client>()
  async function visitor(column: Column): Promise<Client> {
    const client = visitors.get(column) ?? (await http.client(people[column], { locked: column === 'locked' }))
    visitors.set(column, client)
    return client
  }

  it.each(table)('%s  %s', async (name, cells, asked) => {
    const row = routeOf(name)
    const got: string[] = []
    for (const column of columns) {
      if (name.startsWith('identity.')) await sql`delete from identity.attempt`.execute(app.db)
      const client = await visitor(column)
      const answer = await client.ask(row.contract, asked.input, { from: `198.18.0.${(visits++ % 250) + 1}`, ...(asked.file && { files: [picture] }) })
      const cell = sign(answer.code)
      if (cell === '+') expect(answer.code, `${name} by ${column}: ${answer.text}`).toBe((mode === 'production' && getsInProduction[name]) || (asked.gets ?? 'ok'))
      got.push(cell)
    }
    // much of what is asked of identity changes the session or ends it
    if (name.startsWith('identity.')) visitors.clear()
    tested += 1
    expect(got.join(' '), 'what the server did, against what is written here').toBe(cells)
    expect(columns.map((column) => decidedInside[name]?.[column] ?? declared(row, column, mode)).join(' '), 'what the route declares, against what is written here').toBe(cells)
  })

  it('covers every route that is served, and no other', async () => {
    const served = app.application.routes.map(({ contract }) => contract.name)
    expect(table.map(([name]) => name).toSorted()).toEqual(served.toSorted())
    expect(tested).toBe(served.length)
    for (const { contract } of app.application.routes) expect(http.server.hasRoute({ method: contract.method, url: contract.path }), contract.name).toBe(true)
  })

  it('shows the same table on the page of the rights', async () => {
    const { body } = await (await visitor('administrator')).ask(routeOf('machine.routes').contract)
    const lines = body['routes'] as { name: string; who: string[] }[]
    const who = ['nobody', 'citizen', 'clerk', 'officer', 'leader', 'centre', 'administrator']
    const inScope = new Set<string>(Object.values(serviceScopes).flat())
    const columnOf = [0, 2, 3, 4, 5, 6, 7]
    for (const [name, cells] of table) {
      if (cells.startsWith('0')) continue
      const shown = lines.find((line) => line.name === name)?.who ?? []
      const written = who.filter((_role, i) => cells.split(' ')[columnOf[i] ?? 0] === '+' || (name in decidedInside && who[i] === 'clerk'))
      // services are let in by scopes, whatever is said of people (test/rights/service-scopes.test.ts)
      expect(shown, name).toEqual([...written, ...(inScope.has(name) ? ['service'] : [])])
    }
  })
})

it('gives no right for being signed in to nobody at all', async () => {
  const app = await withApp({ at: '2026-11-25T02:00:00Z' })
  const http = await overHttp(app)
  const gone = await http.client({ ...(await officer(app, 'administrator')), id: uuidv7() })
  expect((await gone.ask(app.application.routes.find(({ contract }) => contract.name === 'procedures.publish')?.contract as Route['contract'], { code: '1.004873', number: 1 })).code).toBe('unauthenticated')
})
