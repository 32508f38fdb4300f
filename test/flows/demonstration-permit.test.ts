import { expect, it } from 'vitest'
import * as contract from '#contract/dossiers'
import { officer } from '../factories/people.ts'
import { withApp } from '../with-app.ts'
import { inventPermit } from '../../src/modules/dossiers/demonstration-permit.ts'

it('the demonstration has a permit about which a department is asked, made once however often it is loaded, and it can be answered', async () => {
  const app = await withApp({ at: '2026-11-25T02:00:00Z' })
  const { tools } = app.application
  const hand = await officer(app, 'officer.001')
  const places = [{ area: '99001', committee: 'Z99.001', centre: 'Z99.001.01', officer: { id: hand.id, name: hand.name, title: 'Công chức Địa chính - Xây dựng' } }]
  const load = () => inventPermit(tools, places, tools.clock.now())
  await load()
  await load()
  const asked = await officer(app, 'officer.11')
  const { questions } = await app.call(asked, contract.listQuestions, {})
  expect(questions).toHaveLength(1)
  const question = await app.call(asked, contract.getQuestion, { consultation: questions[0]?.id ?? '' })
  expect(question).toMatchObject({ papers: [{ number: 1, file: { type: 'application/pdf' } }], mayAnswer: true })
  const { rows } = await app.call(hand, contract.worklist, { queue: 'mine' })
  const view = await app.call(hand, contract.getDossier, { id: rows[0]?.id ?? '' })
  expect(view).toMatchObject({ simulated: true, state: 'processing', consultations: [{ stands: 'open' }], mayCheckPlace: true })
  expect(view.acts.map(({ action }) => action)).toEqual(['submit', 'accept', 'take', 'consult'])
  await app.call(asked, contract.answerQuestion, { consultation: question.id, opinion: 'agree', reasons: 'Ranh đúng hồ sơ địa chính' })
})
