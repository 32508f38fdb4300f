import type { Body } from '#contract/procedures'
import { Choices, Tick } from '../../kit/choices.tsx'
import { DateField, dateBoxes } from '../../kit/date-field.tsx'
import { Field, Select, type Option } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.ts'
import type { Boxes } from './question-box.tsx'
import { isAskedInForm, isByName } from './visit.ts'

/** Who stands at the counter, from the identity card. What the form asks for itself has no second box here. */
export function ApplicantBoxes({ body, areas, boxes }: { body: Body; areas: readonly Option[]; boxes: Boxes }) {
  const { atOnce, dossier: { applicant: words, intake } } = useWords()
  const box = (name: string, start = '') => ({ name: `applicant.${name}`, value: boxes.value(`applicant.${name}`, start), error: boxes.error(`applicant.${name}`) })
  const paper = boxes.value('applicant.paper', 'card')
  if (isByName(body)) {
    return (
      <>
        <Field {...box('name')} label={words.name} hint={atOnce.intake.who} maxLength={120} />
        <Field {...box('number')} label={words.number} kind="code" width={10} maxLength={20} optional />
        <Field {...box('phone')} label={words.phone} kind="tel" width={10} optional />
      </>
    )
  }
  return (
    <>
      <Field {...box('name')} label={words.name} maxLength={120} />
      {body.applicantPapers.length > 1 && (
        <Choices {...box('paper', 'card')} label={intake.paper} pick="one" options={body.applicantPapers.map((value) => ({ value, label: intake.papersOfApplicant[value] }))} chosen={[paper]} />
      )}
      {paper === 'card' && <Field {...box('number')} label={words.number} hint={intake.numberHint} kind="code" width={10} maxLength={20} />}
      {paper === 'passport' && <Field {...box('passport')} label={intake.passport} hint={intake.passportHint} kind="code" width={10} maxLength={20} />}
      {paper === 'none' && <Field {...box('identifiedBy')} label={intake.identifiedBy} hint={intake.identifiedByHint} maxLength={300} />}
      <DateField {...box('born')} label={words.born} value={dateBoxes('applicant.born', boxes.value)} />
      <Choices {...box('gender')} label={words.gender} pick="one" options={[{ value: 'female', label: words.female }, { value: 'male', label: words.male }]} chosen={[boxes.value('applicant.gender')]} />
      <Field {...box('ethnicity')} label={words.ethnicity} maxLength={60} />
      <Field {...box('nationality', 'Việt Nam')} label={words.nationality} maxLength={60} />
      <Select {...box('area')} label={intake.area} options={areas} />
      <Field {...box('address')} label={intake.line} maxLength={300} />
      <Tick name="withoutPhone" label={intake.withoutPhone} hint={intake.withoutPhoneHint} checked={boxes.value('withoutPhone~boolean') === 'true'} />
      {!isAskedInForm(body, 'citizen.phone') && <Field {...box('phone')} label={words.phone} kind="tel" width={10} optional />}
      {!isAskedInForm(body, 'citizen.email') && <Field {...box('email')} label={words.email} kind="email" optional />}
    </>
  )
}
