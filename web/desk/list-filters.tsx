import { Form, useNavigate } from 'react-router'
import { formatNumber } from '#kernel/format'
import { Anchor } from '../kit/anchor.tsx'
import { Icon } from '../kit/icons.tsx'
import { EmptyState } from '../kit/lists.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { ListKeys } from './list-keys.tsx'
import { askNames, changed, isFiltered, listAt, type Ask, type AskName, type List } from './list-query.ts'
import { queueAt, queuePlaces, type QueueName } from './queues.ts'

type Choice = { name: 'procedure' | 'holder' | 'channel'; label: string; any: string; options: readonly { value: string; label: string }[] }

/** The choices of a list. Each one acts at once; without scripts there is a button. A choice of one is none and is not shown. */
export function Filters({ list, ask }: { list: List; ask: Ask }) {
  const { shell, desk: { list: words, channel } } = useWords()
  const locale = useLocale()
  const navigate = useNavigate()
  const choose = (change: Parameters<typeof changed>[1]): void => void navigate(listAt(list.queue, changed(ask, change)))
  const choices: Choice[] = [
    { name: 'procedure', label: words.procedure, any: words.anyProcedure, options: list.procedures.map(({ code, title }) => ({ value: code, label: title[locale] })) },
    { name: 'holder', label: words.holder, any: words.anyHolder, options: list.holders.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'channel', label: words.channel, any: words.anyChannel, options: (['online', 'counter'] as const).map((value) => ({ value, label: channel[value] })) },
  ]
  return (
    <div className="filters">
      <Form method="get" action={queueAt(list.queue)} aria-label={words.filters}>
        <b>{words.filter}</b>
        {(['day', 'waiting'] as const).map((name) => ask[name] !== undefined && <input key={name} type="hidden" name={askNames[name]} value={ask[name]} />)}
        {choices.map(({ name, label, any, options }) => options.length > 0 && (
          <select key={name} className="chip" name={askNames[name]} aria-label={label} value={ask[name] ?? ''} onChange={(event) => choose({ [name]: event.target.value || undefined })}>
            <option value="">{any}</option>
            {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
          </select>
        ))}
        {queuePlaces[list.queue].running && (
          <label className="chip chip--tick">
            <input type="checkbox" name={askNames.late} value="1" checked={ask.late !== undefined} onChange={(event) => choose({ late: event.target.checked ? '1' : undefined })} /> {words.onlyLate}
          </label>
        )}
        <noscript><button type="submit" className="chip">{words.apply}</button></noscript>
        {isFiltered(ask) && <Anchor href={queueAt(list.queue)}>{words.all}</Anchor>}
      </Form>
      <p>{words.orders[queuePlaces[list.queue].order ?? 'due']}{list.rows.some(({ simulated }) => simulated) && ` · ${shell.simulatedShort.toLowerCase()}`}</p>
    </div>
  )
}

/** A queue with nothing in it, or a filter that nothing fits. */
export function ListEmpty({ queue, filtered }: { queue: QueueName; filtered: boolean }) {
  const { desk: { empty, list } } = useWords()
  return (
    <div className="desk__pad work-empty">
      {filtered ? <EmptyState level={2} title={empty.filtered}>{empty.filteredText} <Anchor href={queueAt(queue)}>{list.all}</Anchor></EmptyState> : <EmptyState level={2} title={empty.title}>{empty[queue]}</EmptyState>}
    </div>
  )
}

/** The foot of a list: which keys work, which rows these are, and the next ones. */
export function ListFoot({ list, ask, from, intake }: { list: List; ask: Ask; from: number; intake: boolean }) {
  const { kit, desk: { list: words } } = useWords()
  const last = from + list.rows.length - 1
  const [first, to] = [formatNumber(from), formatNumber(last)]
  const { after: _, ...start } = ask
  const total = totalOf(list, ask)
  return (
    <div className="keys">
      <ListKeys intake={intake} />
      {list.rows.length > 0 && (
        <div className="keys__end">
          <span className="num">{total === null ? words.range(first, to) : words.rangeOf(first, to, formatNumber(total))}</span>
          {(ask.after !== undefined || list.next !== null) && (
            <nav aria-label={kit.pages}>
              {ask.after !== undefined && <Anchor href={listAt(list.queue, start)}><Icon name="back" size={14} />{words.first}</Anchor>}
              {list.next !== null && <Anchor href={listAt(list.queue, { ...ask, after: list.next }, { from: last + 1 })} rel="next">{kit.next}<Icon name="forward" size={14} /></Anchor>}
            </nav>
          )}
        </div>
      )}
    </div>
  )
}

/** How many the list has in all, when the server has counted just that. */
function totalOf(list: List, ask: Ask): number | null {
  const asked = (Object.keys(ask) as AskName[]).filter((name) => name !== 'after')
  const [only] = asked
  if (only === undefined) return list.count
  if (asked.length > 1) return null
  if (only === 'waiting') return list.waiting
  if (only !== 'day' && only !== 'late') return null
  return list.days.filter(({ day, late }) => (only === 'late' ? late : !late && day === ask.day)).reduce((sum, { count }) => sum + count, 0)
}
