import './about.css'
import { LinkButton } from '../kit/button.tsx'
import { useRoot } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { catalogueAt } from './places.ts'

/** Where each topic stands on the page; other pages link to some of them. */
const anchors = { find: 'tim', apply: 'nop', counter: 'tai-quay', follow: 'theo-doi', supplement: 'bo-sung', vneid: 'vneid', facts: 'thong-tin', privacy: 'rieng-tu' } as const
const topics = Object.keys(anchors) as (keyof typeof anchors)[]

export default function Help() {
  const root = useRoot()
  const locale = useLocale()
  const { about: { help }, portal: { catalogue } } = useWords()
  return (
    <div className="wrap narrow about">
      <Title>{help.title}</Title>
      <h1>{help.title}</h1>
      <p className="lead">{help.lead}</p>
      {root && <p><a href={`tel:${root.page.hotline.number.replace(/\s/g, '')}`}>{help.call(root.page.hotline.number, root.page.hotline.hours[locale])}</a></p>}
      <nav aria-label={help.contents}><ul className="about__contents">{topics.map((topic) => <li key={topic}><a href={`#${anchors[topic]}`}>{help.topics[topic].title}</a></li>)}</ul></nav>
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
