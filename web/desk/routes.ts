import { index, layout, prefix, route } from '@react-router/dev/routes'
import { adminRoutes } from './routes-admin.ts'
import { accountRoutes } from './routes-account.ts'
import { dossierRoutes } from './routes-dossier.ts'
import { feeRoutes } from './routes-fees.ts'

/** The door: pages before the desk, without its rail. */
const door = [
  route('dang-nhap', 'desk/sign-in.tsx'),
  route('dang-nhap/ma', 'desk/sign-in-code.tsx'),
  route('dang-nhap/ma-du-phong', 'desk/sign-in-recovery.tsx'),
  route('dang-nhap/mat-khau-moi', 'desk/sign-in-renew.tsx'),
  route('dang-nhap/khan-cap', 'desk/sign-in-emergency.tsx'),
  route('dang-nhap/phieu', 'desk/sign-in-paper.tsx'),
  route('dang-nhap/phieu/mat-khau', 'desk/sign-in-paper-password.tsx'),
  route('dang-nhap/phieu/ung-dung', 'desk/sign-in-paper-app.tsx'),
  route('mo-khoa', 'desk/unlock.tsx'),
]

/** Pages for officers, all below /can-bo. */
export default prefix('can-bo', [
  layout('desk/door.tsx', door),
  route('khoa', 'desk/lock.ts'),
  route('vai-tro', 'desk/capacity.ts'),
  layout('desk/frame.tsx', [
    layout('desk/pages.tsx', [
      index('desk/start.tsx'),
      route('hang-doi/:queue', 'desk/worklist.tsx'),
      route('tim', 'desk/find.tsx'),
      ...dossierRoutes,
      ...feeRoutes,
      ...accountRoutes,
      ...adminRoutes,
      route('*', 'desk/nowhere.tsx'),
    ]),
  ]),
])
