import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import { StateShape, StateWord, type StateKind } from './status-tag.tsx'
import { classes, useWords } from './words.ts'

export type TileProps = {
  name: string
  figure: string
  /** written smaller beside the figure: `%` */
  unit?: string
  /** numerator and denominator, or what the figure is made of, in words; a figure without it is not shown */
  of: ReactNode
  /** where it is counted, and how old it is: "sổ hồ sơ", "4 giây trước" */
  source: string
  age: string
  /** how it stands to its threshold, with the sentence that says so; a late tile is lit up */
  standing?: { kind: StateKind; text: string }
  /** the records that it was counted from */
  href?: string
  hero?: boolean
  level?: 2 | 3
}

/** One figure of the centre: name, figure, what it is made of, threshold by shape, source and age. The whole tile opens its records. */
export function Tile({ name, figure, unit, of, source, age, standing, href, hero = false, level = 2 }: TileProps) {
  const { kit } = useWords()
  const Heading = level === 2 ? 'h2' : 'h3'
  const loud = standing?.kind === 'late' || standing?.kind === 'near' ? standing.kind : null
  return (
    <article className={classes('tile', hero && 'tile--hero', loud && `tile--${loud}`)}>
      <Heading className="tile__name">
        {loud && <StateShape kind={loud} size={22} />}
        {href === undefined ? name : <Anchor href={href} className="tile__link">{name}</Anchor>}
      </Heading>
      <p className="tile__figure">{figure}{unit !== undefined && <small>{unit}</small>}</p>
      <p className="tile__of">{of}</p>
      {standing && <p className="tile__mark"><StateWord kind={standing.kind} size={18}>{standing.text}</StateWord></p>}
      <p className="tile__source">{kit.source(source, age)}</p>
    </article>
  )
}
