import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import type { RootData } from './root-data.ts'
import { LocaleContext } from './words.ts'

/** What the root would have loaded for an officer of the sample province; for tests. */
export const sampleRoot: RootData = {
  viewer: { kind: 'officer', role: 'officer', name: 'Trần Thị Thu Hà', agency: 'x', agencyName: { vi: 'UBND phường Mẫu', en: 'Sample Ward' }, title: { vi: 'Công chức', en: 'Officer' } }, locale: 'vi', csrf: 'c', incident: 'i', formKey: '01930000-0000-7000-8000-000000000000',
  page: {
    mode: 'demonstration', provinceName: { vi: 'Tỉnh Mẫu', en: 'Sample Province' }, authority: { vi: 'UBND tỉnh Mẫu', en: 'People\'s Committee of Sample Province' }, hotline: { number: '1900 0000', hours: { vi: '7:00 – 22:00', en: '7:00 – 22:00' } }, publicUrl: 'http://localhost:8080', now: '2022-11-28T03:58:00.000Z', clockMoved: true,
  },
}

/** Draws as the server does, inside a router as every page is; for tests. No-break spaces come back as plain ones. */
export function draw(node: ReactNode, options: { path?: string; locale?: 'vi' | 'en'; data?: RootData } = {}): string {
  const { path = '/', locale = 'vi', data } = options
  const router = createMemoryRouter([{ id: 'root', path: '*', loader: () => data, element: <LocaleContext value={locale}>{node}</LocaleContext> }], {
    initialEntries: [path], hydrationData: { loaderData: { root: data ?? null } },
  })
  const html = renderToStaticMarkup(<RouterProvider router={router} />).replaceAll('\u00a0', ' ')
  router.dispose()
  return html
}
