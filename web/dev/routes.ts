import { layout, prefix, route } from '@react-router/dev/routes'

/** Pages for the people who build this, all below /dev; served in demonstration mode only. */
export default prefix('dev', [
  layout('dev/frame.tsx', [
    route('bo-mau', 'dev/gallery.tsx'),
    route('bo-mau/can-bo', 'dev/sample-worklist.tsx'),
    route('bo-mau/ho-so', 'dev/sample-dossier.tsx'),
    route('bo-mau/dieu-hanh', 'dev/sample-wall.tsx'),
    route('bo-mau/loi/:code', 'dev/sample-error.tsx'),
    route('goi-y', 'dev/sample-suggestions.ts'),
  ]),
])
