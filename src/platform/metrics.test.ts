import { expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

it('counts, times and asks, under one prefix', async () => {
  const metrics = createMetrics({ process: false })
  metrics.counter('requests_total', 'Requests', ['route']).inc({ route: '/a' })
  metrics.counter('requests_total', 'Requests', ['route']).inc({ route: '/a' })
  metrics.histogram('request_seconds', 'Time').observe(0.02)
  metrics.gauge('event_age_seconds', 'Age of the oldest event', async () => 7)
  const text = await metrics.text()
  expect(text).toContain('tinhso_requests_total{route="/a"} 2')
  expect(text).toContain('tinhso_request_seconds_count 1')
  expect(text).toContain('tinhso_event_age_seconds 7')
})

it('leaves out a figure whose question fails, and shows the others', async () => {
  const metrics = createMetrics({ process: false })
  metrics.gauge('broken', 'Broken', () => Promise.reject(new Error('no database')))
  metrics.gauge('whole', 'Whole', () => 1)
  const text = await metrics.text()
  expect(text).not.toMatch(/^tinhso_broken \d/m)
  expect(text).toContain('tinhso_whole 1')
})

it('takes a second question in place of the first', async () => {
  const metrics = createMetrics({ process: false })
  metrics.gauge('x', 'X', () => 1)
  metrics.gauge('x', 'X', () => 2)
  expect(await metrics.text()).toContain('tinhso_x 2')
})

it('tells of the process', async () => {
  expect(await createMetrics().text()).toContain('process_resident_memory_bytes')
})
