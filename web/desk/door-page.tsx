import type { ReactNode } from 'react'
import { ErrorSummary } from '../kit/error-summary.tsx'
import type { SummaryLine } from '../kit/form.ts'
import { Title } from '../kit/title.tsx'

/** A step at the door: what is wrong, the heading, one sentence, and the form. */
export function DoorPage({ title, text, summary = [], children }: { title: string; text: string; summary?: readonly SummaryLine[]; children: ReactNode }) {
  return (
    <div className="wrap narrow stack-l">
      <Title errors={summary.length}>{title}</Title>
      <div>
        <ErrorSummary lines={summary} />
        <h1>{title}</h1>
        <p className="lead">{text}</p>
      </div>
      {children}
    </div>
  )
}
