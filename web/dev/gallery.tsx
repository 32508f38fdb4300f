import './gallery.css'
import type { ReactNode } from 'react'
import { Anchor } from '../kit/anchor.tsx'
import { PortalShell } from '../kit/portal-shell.tsx'
import { useRoot } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { useWords } from '../kit/words.ts'
import { Fields, WrongFields } from './gallery-fields.tsx'
import { Addresses, Buttons, Clocks, Colours, Drawings, Figures, Notices, ProgressParts, Rows, States, Strips, Summaries, Ways } from './gallery-parts.tsx'

const pages = ['worklist', 'dossier', 'wall'] as const
const addresses = { worklist: '/dev/bo-mau/can-bo', dossier: '/dev/bo-mau/ho-so', wall: '/dev/bo-mau/dieu-hanh' }
const errorCodes = ['401', '403', '404', '409', '413', '429', '500', '503', 'idempotency_mismatch']

/** Every part of the kit in every state, on paper and on lacquer. */
export default function Gallery() {
  const { gallery } = useWords()
  return (
    <PortalShell root={useRoot()}>
      <div className="wrap stack">
        <Title>{gallery.title}</Title>
        <h1>{gallery.title}</h1>
        <p className="lead">{gallery.intro}</p>
        <nav aria-label={gallery.pages}>
          <ul className="row">{pages.map((page) => <li key={page}><Anchor href={addresses[page]}>{gallery[page]}</Anchor></li>)}</ul>
        </nav>
        <nav aria-label={gallery.errors}>
          <ul className="row">{errorCodes.map((code) => <li key={code}><Anchor href={`/dev/bo-mau/loi/${code}`}>{code}</Anchor></li>)}</ul>
        </nav>
      </div>
      <Ground theme="paper" name={gallery.paper} />
      <Ground theme="then" name={gallery.lacquer} />
    </PortalShell>
  )
}

function Ground({ theme, name }: { theme: 'paper' | 'then'; name: string }) {
  const { gallery } = useWords()
  const id = `${theme}-ground`
  const sections: [string, ReactNode][] = [
    [gallery.buttons, <Buttons key="a" />], [gallery.states, <States key="b" />], [gallery.clocks, <Clocks key="c" />], [gallery.strips, <Strips key="d" />],
    [gallery.address, <Addresses key="e" ground={name} />], [gallery.fields, <Fields key="f" prefix={theme} />], [gallery.wrong, <WrongFields key="g" prefix={`${theme}-wrong`} />],
    [gallery.summaries, <Summaries key="h" />], [gallery.ways, <Ways key="i" />], [gallery.rows, <Rows key="j" ground={name} />], [gallery.progress, <ProgressParts key="k" />],
    [gallery.notices, <Notices key="l" />], [gallery.figures, <Figures key="m" />], [gallery.drawings, <Drawings key="n" ground={name} />], [gallery.colours, <Colours key="o" />],
  ]
  return (
    <section className="ground gallery" data-theme={theme} aria-labelledby={id}>
      <div className="wrap">
        <h2 id={id} className="gallery__ground">{name}</h2>
        <div lang="vi">{sections.map(([title, parts]) => <div className="gallery__part" key={title}><h3>{title}</h3>{parts}</div>)}</div>
      </div>
    </section>
  )
}
