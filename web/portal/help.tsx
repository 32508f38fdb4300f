import './about.css'
import { contacts } from '#contract/agencies'
import type { Route } from './+types/help.ts'
import * as keys from '../context.ts'
import { LinkButton } from '../kit/button.tsx'
import { useRoot } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { Typed } from '../kit/typed.tsx'
import { Hours, type Contacts } from './hours.tsx'
import { catalogueAt, unitAt, unitsAt } from './places.ts'

/** Where each topic stands on the page; other pages link to some of them. */
const anchors = { find: 'tim', apply: 'nop', counter: 'tai-quay', follow: 'theo-doi', supplement: 'bo-sung', vneid: 'vneid', facts: 'thong-tin', privacy: 'rieng-tu' } as const
const contactAnchor = 'lien-he'
const topics = Object.keys(anchors) as (keyof typeof anchors)[]

/** when the desks are open and where the centre is: data of the province */
export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(contacts, {})

export default function Help({ loaderData }: Route.ComponentProps) {
  const root = useRoot()
  const locale = useLocale()
  const { about: { help }, portal: { catalogue } } = useWords()
  return (
    <div className="wrap narrow about">
      <Title>{help.title}</Title>
      <h1>{help.title}</h1>
      <p className="lead">{help.lead}</p>
      {root && <p><a href={`tel:${root.page.hotline.number.replace(/\s/g, '')}`}>{help.call(root.page.hotline.number, root.page.hotline.hours[locale])}</a></p>}
      <nav aria-label={help.contents}><ul className="about__contents"><li><a href={`#${contactAnchor}`}>{help.contact}</a></li>{topics.map((topic) => <li key={topic}><a href={`#${anchors[topic]}`}>{help.topics[topic].title}</a></li>)}</ul></nav>
      <Contact contacts={loaderData} />
      {topics.map((topic) => (
        <section key={topic} id={anchors[topic]} aria-labelledby={`${anchors[topic]}-title`} className="about__topic">
          <h2 id={`${anchors[topic]}-title`}>{help.topics[topic].title}</h2>
          {help.topics[topic].text.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
        </section>
      ))}
      <div className="acts"><LinkButton wide kind="second" href={catalogueAt}>{catalogue.showAll}</LinkButton></div>
    </div>
  )
}

/** Whom to go to: hours, the centre of the province with what is known of it, and the way to the desk of one's own ward. */
function Contact({ contacts: given }: { contacts: Contacts }) {
  const { about: { help } } = useWords()
  const locale = useLocale()
  return (
    <section id={contactAnchor} aria-labelledby={`${contactAnchor}-title`} className="about__topic">
      <h2 id={`${contactAnchor}-title`}>{help.contact}</h2>
      <Hours contacts={given} />
      {given.centres.map(({ code, name, area, headOffice, phone }) => (
        <p key={code}>
          {help.centres}: <a href={unitAt(area)}>{name[locale]}</a>{headOffice !== null && <>, <Typed>{headOffice}</Typed></>}{phone !== null && <>, <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a></>}
        </p>
      ))}
      <p><a href={unitsAt}>{help.yours}</a></p>
    </section>
  )
}
