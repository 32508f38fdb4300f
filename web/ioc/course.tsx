import { followDossier } from '#contract/dossiers'
import type { Route } from './+types/course.ts'
import * as keys from '../context.ts'
import { Back } from '../kit/button.tsx'
import { clockLook, type ClockFacts } from '../kit/clock.ts'
import { Time } from '../kit/figures.tsx'
import { Note } from '../kit/lists.tsx'
import { StatusTag, type StateKind } from '../kit/status-tag.tsx'
import { Clock } from '../kit/stone.tsx'
import { Facts } from '../kit/summary-list.tsx'
import { Timeline } from '../kit/timeline.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { boardAt } from './asked.ts'
import { CentrePage } from './bar.tsx'

/** The course of one dossier, without whose it is. */
export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  return context.get(keys.app).call(followDossier, { id })
}

type Course = Route.ComponentProps['loaderData']

/** The kind of each published state: its shape and colour. */
const kinds: Record<number, StateKind> = { 1: 'new', 2: 'new', 3: 'stopped', 4: 'doing', 5: 'paused', 6: 'paused', 7: 'stopped', 8: 'stopped', 9: 'done', 10: 'done' }

/** minutes of a working day, for saying "3 ngày" of many minutes */
const minutesPerDay = 480

function clockFacts({ kind, minutes, share }: NonNullable<Course['clock']>): ClockFacts {
  if (kind === 'waiting') return { state: 'paused' }
  if (kind === 'done') return { state: 'finished', minutesLeft: minutes, minutesPerDay }
  if (kind === 'late') return { state: 'running', minutesLeft: Math.min(-1, minutes), minutesTotal: minutesPerDay, minutesPerDay, due: 'today' }
  return { state: 'running', minutesLeft: minutes, minutesTotal: share < 1 ? minutes / (1 - share) : minutes, minutesPerDay, due: kind === 'near' ? 'tomorrow' : 'later' }
}

export default function CoursePage({ loaderData: course }: Route.ComponentProps) {
  const { ioc, kit } = useWords()
  const locale = useLocale()
  const words = ioc.course
  return (
    <CentrePage>
      <Title>{words.title(course.code)}</Title>
      <Back href={boardAt}>{ioc.nav.board}</Back>
      <div className="centre-head">
        <div><h1>{words.title(course.code)}</h1><p>{course.title[locale]}</p></div>
        <div className="row">
          <StatusTag kind={kinds[course.published] ?? 'doing'}>{words.published[course.published]}</StatusTag>
          {course.clock && <Clock look={clockLook(clockFacts(course.clock), kit)} />}
        </div>
      </div>
      <div className="course">
        <section aria-labelledby="way"><h2 id="way">{words.way}</h2><Way course={course} /></section>
        <section aria-labelledby="limits" className="stack">
          <h2 id="limits">{words.facts}</h2>
          <Facts items={[
            { term: words.desk, value: course.desk.name[locale] }, { term: words.office, value: course.office.name[locale] },
            ...([['submitted', course.submittedAt], ['accepted', course.acceptedAt], ['due', course.dueAt], ['finished', course.finishedAt]] as const)
              .map(([name, at]) => ({ term: words[name], value: at === null ? words.notYet : <Time at={at} /> })),
          ]} />
          <Note kind="plain"><p>{words.private}{course.simulated && ` ${words.simulated}.`}</p></Note>
        </section>
      </div>
    </CentrePage>
  )
}

/** Each act as it happened; what has come last is where the dossier stands, until it is at its end. */
function Way({ course: { acts, published } }: { course: Course }) {
  const { ioc: { course: words } } = useWords()
  const locale = useLocale()
  const ended = kinds[published] === 'stopped' || published === 10
  return (
    <Timeline size={26} steps={acts.map(({ action, at, agency }, place) => ({
      state: place < acts.length - 1 || ended ? 'done' : kinds[published] === 'paused' ? 'paused' : 'now', title: words.acts[action] ?? words.act,
      lines: [<Time key="at" at={at} />, agency?.name[locale] ?? words.citizen],
    }))} />
  )
}
