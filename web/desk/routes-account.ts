import { route } from '@react-router/dev/routes'

/** An officer's own sign-in: password, authenticator, recovery codes, passkeys, sessions. */
export const accountRoutes = [
  route('tai-khoan', 'desk/account/home.tsx'),
  route('tai-khoan/mat-khau', 'desk/account/password.tsx'),
  route('tai-khoan/ung-dung', 'desk/account/app.tsx'),
  route('tai-khoan/ma-du-phong', 'desk/account/codes.tsx'),
  route('tai-khoan/khoa-truy-cap', 'desk/account/passkey.tsx'),
]
