import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** A citizen's own pages: filling in and sending, and what became of it. */
export const formPages: RouteConfigEntry[] = [
  route('nop-ho-so/:code', 'portal/apply/begin.tsx'),
  route('ho-so-nhap/:draft', 'portal/apply/resume.ts'),
  route('ho-so-nhap/:draft/cho-ai', 'portal/apply/principal.tsx'),
  route('ho-so-nhap/:draft/nguoi-uy-quyen', 'portal/apply/authoriser.tsx'),
  route('ho-so-nhap/:draft/truong-hop', 'portal/apply/case.tsx'),
  route('ho-so-nhap/:draft/cau/:question', 'portal/apply/question.tsx'),
  route('ho-so-nhap/:draft/giay-to', 'portal/apply/papers.tsx'),
  route('ho-so-nhap/:draft/kiem-tra', 'portal/apply/check.tsx'),
  route('ho-so-nhap/:draft/xoa', 'portal/apply/discard.tsx'),
  route('ho-so', 'portal/mine/list.tsx'),
  route('ho-so/:id', 'portal/mine/dossier.tsx'),
  route('ho-so/:id/da-gui', 'portal/mine/sent.tsx'),
  route('ho-so/:id/bo-sung', 'portal/mine/supply.tsx'),
  route('ho-so/:id/rut', 'portal/mine/withdraw.tsx'),
  route('giay-to', 'portal/mine/papers.tsx'),
  route('thong-bao', 'portal/mine/notices.tsx'),
  route('ai-da-xem', 'portal/mine/readings.tsx'),
  route('ai-da-xem/:reading/hoi', 'portal/mine/reading-question.tsx'),
]
