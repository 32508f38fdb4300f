import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** The figures of this process. One per program, so that a test has its own. */
export type Metrics = {
  readonly contentType: string
  /** a count that only rises; the same name gives the same counter */
  counter<L extends string = never>(name: string, help: string, labels?: readonly L[]): Counter<L>
  /** durations in seconds; the buckets fit requests and jobs (5 ms to 60 s) unless given */
  histogram<L extends string = never>(name: string, help: string, labels?: readonly L[], buckets?: number[]): Histogram<L>
  /**
   * A figure read at the moment of asking. `read` may ask the database; when it fails the figure is left out of that answer, so one broken
   * question does not take the others down. Registering a name again replaces its question.
   */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  /** everything, in the text format of Prometheus */
  text(): Promise<string>
}

const defaultBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/** Makes a registry. All names get the prefix `tinhso_`; `process` adds the usual figures of the Node process (memory, event loop). */
export function createMetrics(options: { process?: boolean } = {}): Metrics {
  const registry = new Registry()
  const known = new Map<string, unknown>()
  const once = <T>(name: string, make: () => T): T => {
    if (!known.has(name)) known.set(name, make())
    return known.get(name) as T
  }
  if (options.process ?? true) collectDefaultMetrics({ register: registry })
  return {
    contentType: registry.contentType,
    counter: (name, help, labels = []) =>
      once(name, () => new Counter({ name: `tinhso_${name}`, help, labelNames: [...labels], registers: [registry] })),
    histogram: (name, help, labels = [], buckets = defaultBuckets) =>
      once(name, () => new Histogram({ name: `tinhso_${name}`, help, labelNames: [...labels], buckets, registers: [registry] })),
    gauge(name, help, read) {
      registry.removeSingleMetric(`tinhso_${name}`)
      new Gauge({
        name: `tinhso_${name}`, help, registers: [registry],
        async collect() {
          this.reset()
          try {
            this.set(await read())
          } catch {
            this.remove()
          }
        },
      })
    },
    text: () => registry.metrics(),
  }
}
