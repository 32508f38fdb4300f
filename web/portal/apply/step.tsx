import './apply.css'
import type { ReactNode } from 'react'
import { Back, Button } from '../../kit/button.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import type { SummaryLine } from '../../kit/form.ts'
import { FormGuard } from '../../kit/form-guard.tsx'
import { FormProgress } from '../../kit/progress.tsx'
import { Title } from '../../kit/title.tsx'
import { useWords } from '../../kit/words.ts'

type Props = {
  title: string
  /** name of the procedure */
  name: string
  back: string
  progress?: { at: number; total: number }
  errors?: readonly SummaryLine[]
  children: ReactNode
}

/** The frame of one step: the way back, how far one is, what is wrong. */
export function Step({ title, name, back, progress, errors = [], children }: Props) {
  return (
    <div className="wrap narrow page--form">
      <Title errors={errors.length}>{`${title} - ${name}`}</Title>
      <Back href={back} />
      {progress ? <FormProgress name={name} {...progress} /> : <p className="ask-progress"><b>{name}</b></p>}
      <div className="step">
        <ErrorSummary lines={errors} />
        {children}
      </div>
    </div>
  )
}

/** A form of one question: it is saved, and then goes on or is left for later. */
export function StepForm({ children }: { children: ReactNode }) {
  const { apply } = useWords()
  return (
    <form method="post" noValidate>
      <FormGuard />
      {children}
      <div className="acts">
        <Button wide>{apply.goOn}</Button>
        <Button kind="quiet" name="sau" value="1">{apply.later}</Button>
      </div>
    </form>
  )
}
