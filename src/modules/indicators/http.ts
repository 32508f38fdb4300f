import { route } from '#platform/http'
import { listDefinitions } from './commands/list-indicators.ts'
import { readOne, readRecords, readSeries } from './commands/read-indicators.ts'
import { readOverview } from './commands/read-overview.ts'
import { listIndicators, overview, readIndicator, recordsOfIndicator, seriesOfIndicator } from './contract.ts'

const viewers = ['leader', 'centre', 'administrator'] as const

/** Who may look at figures, and at the records behind them (which carry no personal data). */
export const routes = [
  route(listIndicators, { who: 'anyone' }, listDefinitions),
  route(readIndicator, { who: 'anyone' }, readOne),
  route(overview, { who: 'anyone' }, readOverview),
  route(seriesOfIndicator, { who: 'anyone' }, readSeries),
  route(recordsOfIndicator, { who: viewers }, readRecords),
]
