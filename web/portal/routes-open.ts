import { index, route, type RouteConfigEntry } from '@react-router/dev/routes'

/** Pages that everybody may open: finding, reading, signing in, tracking, and the pages about the portal. */
export const open: RouteConfigEntry[] = [
  index('portal/home.tsx'),
  route('thu-tuc', 'portal/catalogue.tsx'),
  route('thu-tuc/goi-y', 'portal/suggest.ts'),
  route('thu-tuc/thiet-yeu', 'portal/programme.tsx'),
  route('thu-tuc/:code', 'portal/procedure.tsx'),
  route('dang-nhap', 'portal/sign-in/choose.tsx'),
  route('dang-nhap/bat-dau', 'portal/sign-in/begin.tsx'),
  route('dang-nhap/muc-2', 'portal/sign-in/step-up.tsx'),
  route('dang-nhap/vneid', 'portal/sign-in/complete.tsx'),
  route('dang-xuat', 'portal/sign-in/end.ts'),
  route('tai-khoan', 'portal/sign-in/account.tsx'),
  route('tra-cuu', 'portal/track.tsx'),
  route('don-vi', 'portal/units/find.tsx'),
  route('don-vi/:code', 'portal/units/unit.tsx'),
  route('tro-giup', 'portal/help.tsx'),
  route('kha-nang-tiep-can', 'portal/accessibility.tsx'),
  route('api', 'portal/api.tsx'),
]
