import { formatTime, maskCitizenNumber } from '#kernel/format'
import { fromLocal } from '#kernel/local-time'
import { defaultCalendar, strip, type Strip } from '#kernel/working-time'
import { clockLook, type ClockFacts } from '../kit/clock.ts'
import type { DueBucket } from '../kit/due-strip.tsx'
import type { RailGroup } from '../kit/desk-shell.tsx'
import type { StateKind } from '../kit/status-tag.tsx'
import type { WorkRow } from '../kit/worklist.tsx'
import type { Messages } from '../messages/index.ts'

/** Invented people, agencies and figures for the sample pages; nobody and nothing here exists. */

export const sampleNow = fromLocal('2022-11-28', '10:58')

/** Twenty-four working hours, of which a wait of one and a half days stood still. */
export const sampleStrip = (): Strip =>
  strip(defaultCalendar, fromLocal('2022-11-23', '09:10'), sampleNow, fromLocal('2022-11-29', '13:10'), [{ from: fromLocal('2022-11-24', '10:00'), to: fromLocal('2022-11-25', '14:00') }])

/** A short limit that has run out. */
export const lateStrip = (): Strip => strip(defaultCalendar, fromLocal('2022-11-25', '08:00'), sampleNow, fromLocal('2022-11-28', '08:00'))

const perDay = 480
const running = (minutesLeft: number, due: 'today' | 'tomorrow' | 'later', minutesTotal = 5 * perDay): ClockFacts => ({ state: 'running', minutesLeft, minutesTotal, minutesPerDay: perDay, due })

export const sampleClocks: readonly ClockFacts[] = [
  running(5 * perDay, 'later', 10 * perDay), running(perDay, 'tomorrow'), running(125, 'today'), running(32, 'today'), running(-310, 'later'),
  { state: 'paused' }, { state: 'finished', minutesLeft: 73, minutesPerDay: perDay }, { state: 'finished', minutesLeft: -90, minutesPerDay: perDay },
]

export const sampleStates: readonly { kind: StateKind; label: string }[] = [
  { kind: 'new', label: 'Mới đăng ký' }, { kind: 'doing', label: 'Đang xử lý' }, { kind: 'paused', label: 'Chờ bổ sung' }, { kind: 'near', label: 'Sắp đến hạn' },
  { kind: 'late', label: 'Quá hạn' }, { kind: 'done', label: 'Đã xử lý xong' }, { kind: 'stopped', label: 'Không tiếp nhận' },
]

export const sampleNumber = maskCitizenNumber('999195001212')

const people = ['Trần Gia Tuấn', 'Phạm Hữu Lộc', 'Dương Minh Long', 'Nguyễn Thanh Đạt', 'Lý Mỹ Thảo', 'Nguyễn Thị Trang', 'Phạm Thị Yến', 'Huỳnh Hữu Tuấn', 'Nguyễn Đức Lộc', 'Hồ Ngọc Yến']
const holders = ['Trần Thị Thu Hà', 'Lê Quốc Bảo', 'Phạm Minh Trí', 'Võ Ngọc Diễm']
const procedures = ['Cấp Giấy xác nhận tình trạng hôn nhân', 'Cấp bản sao trích lục hộ tịch', 'Thay đổi, cải chính hộ tịch', 'Chứng thực bản sao từ bản chính', 'Đăng ký tạm trú', 'Đăng ký khai sinh', 'Đăng ký thành lập hộ kinh doanh']
const channels = ['Trực tuyến', 'Tại quầy', 'Bưu điện']
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** minutes left, due in words, for each of the sample rows */
const times: readonly [ClockFacts, string][] = [
  [running(-490, 'later'), '25/11 9:15'], [running(-310, 'later'), '25/11 15:00'], [running(-150, 'later'), '28/11 8:30'],
  ...[32, 32, 32, 62, 62, 92, 132, 132, 182, 182, 242].map((minutes): [ClockFacts, string] => [running(minutes, 'today'), `hôm nay ${formatTime(new Date(sampleNow.getTime() + (minutes + (minutes > 32 ? 90 : 0)) * 60_000))}`]),
  [running(perDay, 'tomorrow'), '29/11 8:00'], [running(perDay + 60, 'tomorrow'), '29/11 9:00'], [{ state: 'paused' }, '30/11 9:10'], [{ state: 'paused' }, '30/11 14:00'],
  ...[2, 3, 3, 4, 5, 6].map((days): [ClockFacts, string] => [running(days * perDay, 'later'), `${String(days).padStart(2, '0')}/12 10:00`]),
]

export const sampleRows = (kit: Messages['kit']): WorkRow[] =>
  times.map(([facts, due], at) => ({
    id: `sample-${at}`, href: '/dev/bo-mau/ho-so', clock: clockLook(facts, kit), due, code: `2211${22 + (at % 5)}-${String((at * 37 + 13) % 200).padStart(4, '0')}`,
    procedure: pick(procedures, at), applicant: pick(people, at * 3), channel: pick(channels, at), holder: pick(holders, at * 7),
    state: facts.state === 'paused' ? { kind: 'paused', label: 'Chờ bổ sung' } : at % 9 === 8 ? { kind: 'doing', label: 'Trình ký' } : { kind: 'doing', label: 'Đang xử lý' },
    chosen: at === 4,
  }))

export const sampleBuckets: readonly DueBucket[] = [
  { kind: 'late', label: 'Quá hạn', count: 3, href: '?han=qua' },
  { kind: 'near', label: 'Hôm nay', detail: 'T2 28/11', count: 38, href: '?han=1', chosen: true },
  { kind: 'near', label: 'Ngày mai', detail: 'T3 29/11', count: 57, href: '?han=2' },
  ...([['T4', '30/11', 64], ['T5', '01/12', 71], ['T6', '02/12', 58], ['T2', '05/12', 49], ['T3', '06/12', 41], ['T4', '07/12', 33]] as const)
    .map(([label, detail, count], at): DueBucket => ({ kind: 'far', label, detail, count, href: `?han=${at + 3}` })),
  { kind: 'far', label: 'Sau đó', detail: 'từ 08/12', count: 52, href: '?han=sau' },
  { kind: 'paused', label: 'Tạm dừng', detail: 'chờ dân', count: 46, href: '?han=dung' },
]

const queue = (label: string, count: number | null, current = false) => ({ href: `/dev/bo-mau/can-bo?${encodeURIComponent(label)}`, label, count, current })

export const sampleRail: readonly RailGroup[] = [
  { title: 'Việc của tôi', items: [queue('Của tôi', 37), queue('Cần tiếp nhận', 14), queue('Đang giải quyết', 512, true), queue('Chờ tôi ký', 0)] },
  { title: 'Bộ phận', items: [queue('Chờ dân bổ sung', 33), queue('Chờ nộp phí', 13), queue('Chờ trả kết quả', 88), queue('Đã trả hôm nay', 61)] },
  { title: 'Tra cứu', items: [queue('Tất cả hồ sơ', null), queue('Sổ theo dõi', null), queue('Bàn giao', null)] },
]

export const sampleMonths = [96.9, 97.2, 96.4, 97, 97.6, 97.1, 97.9, 98.1, 97.8, 98.3, 98.6].map((value, at) => ({ label: `T${at + 1}`, value }))
