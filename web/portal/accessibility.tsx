import './about.css'
import { useRoot } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'

/** What these pages do for everybody, how that is checked, and what is not good enough yet. */
export default function Accessibility() {
  const root = useRoot()
  const locale = useLocale()
  const { about: { accessibility: words, help } } = useWords()
  const list = (items: readonly string[]) => <ul className="plain">{items.map((item) => <li key={item}>{item}</li>)}</ul>
  return (
    <div className="wrap narrow about">
      <Title>{words.title}</Title>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <section className="about__topic"><h2>{words.can}</h2>{list(words.canList)}</section>
      <section className="about__topic"><h2>{words.standard}</h2><p>{words.standardText}</p></section>
      <section className="about__topic"><h2>{words.checked}</h2><p>{words.checkedText}</p></section>
      <section className="about__topic"><h2>{words.gaps}</h2>{list(words.gapsList)}</section>
      <section className="about__topic">
        <h2>{words.tell}</h2>
        <p>{words.tellText}</p>
        {root && <p><a href={`tel:${root.page.hotline.number.replace(/\s/g, '')}`}>{help.call(root.page.hotline.number, root.page.hotline.hours[locale])}</a></p>}
      </section>
    </div>
  )
}
