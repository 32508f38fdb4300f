import { Form } from 'react-router'
import { Button } from '../kit/button.tsx'
import { Anchor } from '../kit/anchor.tsx'
import { Select } from '../kit/field.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { periodNames, periodWord, type Asked } from './asked.ts'

type Named = { code: string; name: { vi: string; en: string } }

/** Which time and which place the figures are of. It stays in the address, so that a page can be sent to somebody. */
export function Filter({ path, asked, agencies, areas }: { path: string; asked: Asked; agencies: readonly Named[]; areas: readonly Named[] }) {
  const { ioc } = useWords()
  const locale = useLocale()
  const options = (named: readonly Named[]) => named.map(({ code, name }) => ({ value: code, label: name[locale] }))
  const filtered = asked.agency !== undefined || asked.area !== undefined
  // a new key when the address changes: a box shows what the page shows
  return (
    <Form method="get" action={path} className="ioc-filter" aria-label={ioc.filter.name} key={`${asked.period} ${asked.agency} ${asked.area} ${asked.shown}`}>
      {asked.shown !== undefined && <input type="hidden" name="chi-so" value={asked.shown} />}
      {asked.step === 'month' && <input type="hidden" name="buoc" value="thang" />}
      {asked.by === 'agency' && <input type="hidden" name="theo" value="co-quan" />}
      <div className="ioc-filter__short"><Select name="ky" label={ioc.filter.period} none={ioc.periods.thirty} value={asked.period === 'thirty' ? '' : periodWord(asked.period)} options={periodNames.filter((name) => name !== 'thirty').map((name) => ({ value: periodWord(name), label: ioc.periods[name] }))} /></div>
      <Select name="xa" label={ioc.filter.area} none={ioc.filter.allAreas} value={asked.area} options={options(areas)} />
      <Select name="co-quan" label={ioc.filter.agency} none={ioc.filter.allAgencies} value={asked.agency} options={options(agencies)} />
      <Button kind="second">{ioc.filter.show}</Button>
      {filtered && <Anchor href={path}>{ioc.filter.clear}</Anchor>}
    </Form>
  )
}

/** A few ways to look at the same thing, one of them chosen. */
export function Ways({ label, ways }: { label: string; ways: readonly { href: string; label: string; current: boolean }[] }) {
  return (
    <nav className="ioc-ways" aria-label={label}>
      <ul>{ways.map(({ href, label: words, current }) => <li key={href}><Anchor href={href} aria-current={current ? 'true' : undefined}>{words}</Anchor></li>)}</ul>
    </nav>
  )
}
