import { index, layout, prefix, route } from '@react-router/dev/routes'

/** Pages of the operations centre, all below /dieu-hanh. */
export default prefix('dieu-hanh', [
  layout('ioc/frame.tsx', [
    index('ioc/board.tsx'),
    route('tuong', 'ioc/wall.tsx'),
    route('chi-so/:code', 'ioc/indicator.tsx'),
    route('chi-so/:code/ho-so', 'ioc/records.tsx'),
    route('ho-so/:id', 'ioc/course.tsx'),
  ]),
])
