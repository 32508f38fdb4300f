import type { Body } from '#contract/procedures'
import { Choices } from '../../kit/choices.tsx'
import { DateField, dateBoxes } from '../../kit/date-field.tsx'
import { Field, Select, type Option } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.ts'
import { parties } from './persons.ts'
import type { Boxes } from './question-box.tsx'

/** For whom it is, when the procedure may be done for somebody else: the choice, and the boxes of that person or organisation. */
export function PrincipalBoxes({ body, areas, boxes }: { body: Body; areas: readonly Option[]; boxes: Boxes }) {
  const { dossier: { principal, intake } } = useWords()
  const { principal: here } = intake
  const box: Box = (name) => ({ name: `principal.${name}`, value: boxes.value(`principal.${name}`), error: boxes.error(`principal.${name}`) })
  const start = body.parties.includes('self') ? 'self' : ''
  const chosen = boxes.value('principal.party', start)
  return (
    <>
      <Choices {...box('party')} label={here.party} pick="one" options={parties.filter((party) => body.parties.includes(party)).map((value) => ({ value, label: here.parties[value] }))} chosen={[chosen]} />
      {chosen !== 'self' && chosen !== '' && (
        <>
          <Field {...box('name')} label={here.name} maxLength={300} />
          {chosen === 'organisation' ? <Field {...box('code')} label={here.code} kind="code" width={10} /> : <Field {...box('number')} label={here.number} hint={intake.numberHint} kind="code" width={10} optional={chosen === 'child'} />}
          {chosen === 'authorised' && <Field {...box('passport')} label={here.passport} hint={intake.passportHint} kind="code" width={10} optional />}
          {chosen !== 'organisation' && <Person box={box} boxes={boxes} bornOptional={chosen === 'authorised'} />}
          <Select {...box('area')} label={intake.area} options={areas} optional />
          <Field {...box('address')} label={intake.line} maxLength={300} optional />
          {chosen === 'child' && <Choices {...box('relation')} label={here.relation} pick="one" options={[{ value: 'parent', label: principal.relations.parent }, { value: 'guardian', label: principal.relations.guardian }]} chosen={[boxes.value('principal.relation', 'parent')]} />}
          {chosen === 'organisation' && <Field {...box('title')} label={here.titleOf} maxLength={120} />}
          <Field {...box('authority')} label={here.authority} hint={here.authorityHint} maxLength={300} />
        </>
      )}
      <noscript><p className="hint">{here.refresh}</p></noscript>
    </>
  )
}

type Box = (name: string) => { name: string; value: string; error: string | undefined }

/** A person of flesh and blood: what a certificate about them would say. */
function Person({ box, boxes, bornOptional }: { box: Box; boxes: Boxes; bornOptional: boolean }) {
  const { dossier: { applicant: words } } = useWords()
  return (
    <>
      <DateField {...box('born')} label={words.born} value={dateBoxes('principal.born', boxes.value)} optional={bornOptional} />
      <Choices {...box('gender')} label={words.gender} pick="one" optional options={[{ value: 'female', label: words.female }, { value: 'male', label: words.male }]} chosen={[boxes.value('principal.gender')]} />
      <Field {...box('ethnicity')} label={words.ethnicity} maxLength={60} optional />
      <Field {...box('nationality')} label={words.nationality} maxLength={60} optional />
    </>
  )
}
