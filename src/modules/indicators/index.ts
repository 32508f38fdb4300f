/** Door of the indicators: a figure with its definition, for boards and reports. */
export { readOne as readIndicator, readSeries as readIndicatorSeries } from './commands/read-indicators.ts'
