import type { CalendarDay, CalendarDayKind } from './working-calendar.ts'

/**
 * The days on which Vietnamese administrative agencies depart from Monday to Friday, 2021 to 2027: what civil servants keep.
 * `sourced`: fixed by law or by the notice named in `legalBasis`. `illustrative`: follows from the law and from the moon, but the
 * yearly notice was not known when the row was written; replace it when the notice comes.
 * Weekly rest days around a holiday have no row: the weekly rest rule already covers them. A swap of 23/11/2026 had been proposed
 * and not decided, so that Monday is a working day here.
 */

const code = 'Bộ luật Lao động 2019, Điều 112'
const lieu = 'Bộ luật Lao động 2019, Điều 111 khoản 3'
const culture = 'Nghị quyết 28/2026/QH16, Điều 2'
const notice2021 = 'Thông báo 4875/TB-LĐTBXH'
const notice2022 = 'Thông báo 119/TB-LĐTBXH'
const notice2023 = 'Thông báo 5034/TB-LĐTBXH'
const notice2024 = 'Thông báo 5015/TB-LĐTBXH'
const swap2024 = 'Thông báo 1570/TB-LĐTBXH'
const notice2025 = 'Thông báo 6150/TB-BLĐTBXH'
const notice2026 = 'Thông báo 9441/TB-BNV'
const swapNewYear2026 = 'Công văn 12729/VPCP-KGVX'

const notes = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year' },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year' },
  kings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Day' },
  victory: { vi: 'Ngày Chiến thắng', en: 'Reunification Day' },
  labour: { vi: 'Quốc tế Lao động', en: 'Labour Day' },
  national: { vi: 'Quốc khánh', en: 'National Day' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' },
  lieu: { vi: 'Nghỉ bù', en: 'Day off in lieu' },
  swappedOff: { vi: 'Nghỉ hoán đổi', en: 'Day off, swapped' },
  swappedOn: { vi: 'Làm bù', en: 'Working day, swapped' },
} as const

type Note = keyof typeof notes

const rows =
  (kind: CalendarDayKind, status: CalendarDay['status'] = 'sourced') =>
  (note: Note, legalBasis: string, ...dates: string[]): CalendarDay[] =>
    dates.map((date) => ({ date, kind, legalBasis, status, note: notes[note] }))

const holiday = rows('holiday')
const off = rows('compensated_off')
const makeup = rows('makeup_working')
const likelyHoliday = rows('holiday', 'illustrative')
const likelyOff = rows('compensated_off', 'illustrative')

/** Every special day, in order of date. */
export const holidays: readonly CalendarDay[] = [
  ...holiday('newYear', code, '2021-01-01'),
  ...holiday('tet', notice2021, '2021-02-10', '2021-02-11', '2021-02-12', '2021-02-13', '2021-02-14'),
  ...off('lieu', notice2021, '2021-02-15', '2021-02-16'),
  ...holiday('kings', code, '2021-04-21'),
  ...holiday('victory', code, '2021-04-30'),
  ...holiday('labour', code, '2021-05-01'),
  ...off('lieu', lieu, '2021-05-03'),
  ...holiday('national', code, '2021-09-02'),
  ...holiday('national', notice2021, '2021-09-03'),

  ...holiday('newYear', code, '2022-01-01'),
  ...off('lieu', lieu, '2022-01-03'),
  ...holiday('tet', notice2022, '2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'),
  ...holiday('kings', code, '2022-04-10'),
  ...off('lieu', lieu, '2022-04-11'),
  ...holiday('victory', code, '2022-04-30'),
  ...holiday('labour', code, '2022-05-01'),
  ...off('lieu', lieu, '2022-05-02', '2022-05-03'),
  ...holiday('national', notice2022, '2022-09-01'),
  ...holiday('national', code, '2022-09-02'),

  ...holiday('newYear', code, '2023-01-01'),
  ...off('lieu', lieu, '2023-01-02'),
  ...holiday('tet', notice2023, '2023-01-20', '2023-01-21', '2023-01-22', '2023-01-23', '2023-01-24'),
  ...off('lieu', notice2023, '2023-01-25', '2023-01-26'),
  ...holiday('kings', code, '2023-04-29'),
  ...holiday('victory', code, '2023-04-30'),
  ...holiday('labour', code, '2023-05-01'),
  ...off('lieu', lieu, '2023-05-02', '2023-05-03'),
  ...holiday('national', notice2023, '2023-09-01'),
  ...holiday('national', code, '2023-09-02'),
  ...off('lieu', notice2023, '2023-09-04'),

  ...holiday('newYear', code, '2024-01-01'),
  ...holiday('tet', notice2024, '2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12'),
  ...off('lieu', notice2024, '2024-02-13', '2024-02-14'),
  ...holiday('kings', code, '2024-04-18'),
  ...off('swappedOff', swap2024, '2024-04-29'),
  ...holiday('victory', code, '2024-04-30'),
  ...holiday('labour', code, '2024-05-01'),
  ...makeup('swappedOn', swap2024, '2024-05-04'),
  ...holiday('national', code, '2024-09-02'),
  ...holiday('national', notice2024, '2024-09-03'),

  ...holiday('newYear', code, '2025-01-01'),
  ...holiday('tet', notice2025, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
  ...holiday('kings', code, '2025-04-07'),
  ...makeup('swappedOn', notice2025, '2025-04-26'),
  ...holiday('victory', code, '2025-04-30'),
  ...holiday('labour', code, '2025-05-01'),
  ...off('swappedOff', notice2025, '2025-05-02'),
  ...holiday('national', notice2025, '2025-09-01'),
  ...holiday('national', code, '2025-09-02'),

  ...holiday('newYear', code, '2026-01-01'),
  ...off('swappedOff', swapNewYear2026, '2026-01-02'),
  ...makeup('swappedOn', swapNewYear2026, '2026-01-10'),
  ...holiday('tet', notice2026, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  ...holiday('kings', code, '2026-04-26'),
  ...off('lieu', lieu, '2026-04-27'),
  ...holiday('victory', code, '2026-04-30'),
  ...holiday('labour', code, '2026-05-01'),
  ...makeup('swappedOn', notice2026, '2026-08-22'),
  ...off('swappedOff', notice2026, '2026-08-31'),
  ...holiday('national', notice2026, '2026-09-01'),
  ...holiday('national', code, '2026-09-02'),
  ...holiday('culture', culture, '2026-11-24'),

  ...holiday('newYear', code, '2027-01-01'),
  // The first day of the year Đinh Mùi is 06/02/2027 at UTC+7; two days before it and three from it, as in 2024 (also a Saturday).
  ...likelyHoliday('tet', code, '2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'),
  ...likelyOff('lieu', lieu, '2027-02-09', '2027-02-10'),
  ...likelyHoliday('kings', code, '2027-04-16'),
  ...holiday('victory', code, '2027-04-30'),
  ...holiday('labour', code, '2027-05-01'),
  ...likelyOff('lieu', lieu, '2027-05-03'),
  ...holiday('national', code, '2027-09-02'),
  ...likelyHoliday('national', code, '2027-09-03'),
  ...holiday('culture', culture, '2027-11-24'),
]
