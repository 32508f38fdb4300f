import { describe, expect, it } from 'vitest'
import type { ReactNode } from 'react'
import { draw, sampleRoot } from '../kit/draw-for-test.tsx'
import { ErrorPage } from '../kit/error-page.tsx'
import { stateKinds } from '../kit/status-tag.tsx'
import Gallery from './gallery.tsx'
import SampleDossier from './sample-dossier.tsx'
import SampleWall from './sample-wall.tsx'
import SampleWorklist from './sample-worklist.tsx'
import { sampleStates } from './samples.ts'

const pages: [string, ReactNode, string][] = [
  ['the gallery', <Gallery key="g" />, '/dev/bo-mau'], ['the worklist', <SampleWorklist key="w" />, '/dev/bo-mau/can-bo'], ['the dossier', <SampleDossier key="d" />, '/dev/bo-mau/ho-so'],
  ['the wall', <SampleWall key="m" />, '/dev/bo-mau/dieu-hanh'], ['an error', <ErrorPage key="e" status={500} refusal={null} root={sampleRoot} path="/" />, '/'],
]

describe.each(['vi', 'en'] as const)('every part, drawn on the server (%s)', (locale) => {
  it.each(pages)('%s has no inline style and no script', (_name, page, path) => {
    const html = draw(page, { path, locale, data: sampleRoot })
    expect(html.length).toBeGreaterThan(300)
    expect(html).not.toMatch(/ style=|<script|javascript:| on\w+=/)
  })
  it.each(pages)('%s gives each id once and points at nothing that is not there', (_name, page, path) => {
    const html = draw(page, { path, locale, data: sampleRoot })
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const pointed = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' '))
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
  })
})

it('the samples show every kind of state', () => expect(sampleStates.map(({ kind }) => kind)).toEqual([...stateKinds]))
