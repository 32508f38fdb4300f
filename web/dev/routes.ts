import { index, layout, prefix, route } from '@react-router/dev/routes'

/** Pages for the people who build and show this, all below /dev; served in demonstration mode only. */
export default prefix('dev', [
  layout('dev/frame.tsx', [
    layout('dev/tools-frame.tsx', [
      index('dev/tools.tsx'),
      route('su-kien', 'dev/events.tsx'),
      route('viec', 'dev/jobs.tsx'),
      route('tin-nhan', 'dev/sent.tsx'),
      route('dong-ho', 'dev/time-travel.tsx'),
      route('vai', 'dev/roles.tsx'),
      route('quyen', 'dev/rights.tsx'),
      route('ho-so', 'dev/find-dossier.ts'),
      route('ho-so/:code', 'dev/dossier-timeline.tsx'),
    ]),
    route('bo-mau', 'dev/gallery.tsx'),
    route('bo-mau/can-bo', 'dev/sample-worklist.tsx'),
    route('bo-mau/ho-so', 'dev/sample-dossier.tsx'),
    route('bo-mau/dieu-hanh', 'dev/sample-wall.tsx'),
    route('bo-mau/loi/:code', 'dev/sample-error.tsx'),
    route('goi-y', 'dev/sample-suggestions.ts'),
  ]),
])
