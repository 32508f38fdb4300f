import { fold } from '#kernel/text'
import type { Route } from './+types/sample-suggestions.ts'
import type { Suggestion } from '../kit/search-form.tsx'
import { demonstrationApp } from './only-here.ts'

const all: readonly Suggestion[] = [
  { label: 'Đăng ký khai sinh', detail: 'Xong trong ngày làm việc', href: '/dev/bo-mau?chon=khai-sinh' }, { label: 'Đăng ký khai tử', detail: 'Xong trong ngày làm việc', href: '/dev/bo-mau?chon=khai-tu' },
  { label: 'Đăng ký tạm trú', detail: '3 ngày làm việc' }, { label: 'Đường Mẫu', detail: 'Phường Mẫu Một', plate: '24/7' },
]

/** Suggestions for the search box of the gallery, as a real address answers them; the question's name differs for each ground. */
export function loader({ request, context }: Route.LoaderArgs): Response {
  demonstrationApp(context)
  const asked = fold([...new URL(request.url).searchParams.values()].join(' '))
  return Response.json({ suggestions: all.filter(({ label }) => fold(label).includes(asked)) })
}
