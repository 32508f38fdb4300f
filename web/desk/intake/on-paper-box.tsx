import { formatDate } from '#kernel/format'
import { Field, Select } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.ts'
import type { Boxes } from './question-box.tsx'

/** A visit that was written on paper: which reserved number, and at what time it really was. */
export function OnPaperBox({ reserved, boxes }: { reserved: readonly { code: string; day: string }[]; boxes: Boxes }) {
  const { dossier: { intake: { onPaper: words } } } = useWords()
  const box = (name: string) => ({ name: `onPaper.${name}`, value: boxes.value(`onPaper.${name}`), error: boxes.error(`onPaper.${name}`) })
  return (
    <>
      <Select {...box('code')} label={words.code} none={words.none} options={reserved.map(({ code, day }) => ({ value: `${code} ${day}`, label: words.day(code, formatDate(day)) }))} />
      <Field {...box('at')} label={words.at} hint={words.atHint} optional kind="code" width={4} maxLength={5} />
    </>
  )
}
