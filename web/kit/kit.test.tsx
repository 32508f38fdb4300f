import { describe, expect, it } from 'vitest'
import { fromLocal } from '#kernel/local-time'
import { defaultCalendar, strip } from '#kernel/working-time'
import { draw, sampleRoot as root } from './draw-for-test.tsx'
import { DueStrip, type DueBucket } from './due-strip.tsx'
import { DateField, dateBoxes } from './date-field.tsx'
import { Choices } from './choices.tsx'
import { DemonstrationBanner, TopStrip } from './demonstration.tsx'
import { ErrorPage, pageOfStatus } from './error-page.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field, Select, TextArea, widthOfNumber } from './field.tsx'
import { GuardFields } from './form-guard.tsx'
import { Money, Num, Share, Time } from './figures.tsx'
import { lookOf } from './handle.ts'
import { Pager } from './lists.tsx'
import { ProgressBar } from './progress.tsx'
import { SearchForm } from './search-form.tsx'
import { Series } from './series.tsx'
import { stateKinds, StatusTag } from './status-tag.tsx'
import { Stone } from './stone.tsx'
import { SummaryList } from './summary-list.tsx'
import { SiteName, Title } from './title.tsx'
import { StripLegend, WorkingStrip } from './working-strip.tsx'

// 24 working hours, of which a wait of one and a half days stood still
const waited = strip(defaultCalendar, fromLocal('2022-11-23', '09:10'), fromLocal('2022-11-28', '10:58'), fromLocal('2022-11-29', '13:10'), [{ from: fromLocal('2022-11-24', '10:00'), to: fromLocal('2022-11-25', '14:00') }])
const months = [96.9, 97.2, 96.4, 98.6].map((value, at) => ({ label: `T${at + 1}`, value }))
const buckets: DueBucket[] = [
  { kind: 'late', label: 'Quá hạn', count: 3, href: '?1' }, { kind: 'near', label: 'Hôm nay', detail: 'T2 28/11', count: 38, href: '?2', chosen: true },
  { kind: 'far', label: 'T4', detail: '30/11', count: 64, href: '?3' }, { kind: 'paused', label: 'Tạm dừng', count: 46, href: '?4' },
]

describe('a field', () => {
  it('says its error before its box, and keeps what was typed', () => {
    const html = draw(<Field name="phone" label="Số điện thoại" kind="tel" value="0912" hint="Để báo kết quả" error="Nhập đủ 10 số" />)
    expect(html).toContain('<label class="label" for="phone">Số điện thoại</label><p class="hint" id="phone-hint">')
    expect(html).toContain('aria-invalid="true" aria-describedby="phone-hint phone-error"')
    expect(html).toContain('<span class="vh">Lỗi: </span>Nhập đủ 10 số')
    expect(html).toMatch(/type="tel" inputMode="tel".* value="0912"/)
  })
  it('has no error without one', () => expect(draw(<TextArea name="why" label="Lý do" optional />)).not.toMatch(/aria-invalid|is-wrong|aria-describedby/))
  it.each([[20, 4], [1000, 4], [100_000, 10], [1_000_000_000, 10], [100_000_000_000, 20]])('is wide enough for a number up to %i with its dots', (max, width) => expect(widthOfNumber(max)).toBe(width))

  it('can be the question of the page', () => expect(draw(<Field name="n" label="Tên bé?" asHeading />)).toContain('<h1><label class="question" for="n">Tên bé?</label></h1>'))
  it('marks only the box of a date that is wrong, and leads there', () => {
    const html = draw(<DateField name="born" label="Ngày sinh" wrong="year" error="Kiểm tra lại năm" value={dateBoxes('born', (name, start) => (name === 'born~year' ? '2032' : (start ?? '')), '2022-11-19')} />)
    expect(html.match(/<input[^>]*>/g)).toEqual([
      expect.stringMatching(/id="born-day".*value="19"/), expect.stringMatching(/id="born-month".*value="11"/), expect.stringMatching(/id="born" .*aria-invalid="true".*value="2032"/),
    ])
    expect(html.match(/aria-invalid/g)?.length).toBe(1)
  })
  it('marks a whole date when nobody can say which box', () => expect(draw(<DateField name="born" label="Ngày sinh" error="Điền ngày sinh" />).match(/aria-invalid/g)?.length).toBe(3))
  it('sends one or several choices', () => {
    const options = [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }]
    expect(draw(<Choices name="x" label="X" pick="one" options={options} chosen={['b']} />)).toMatch(/id="x" type="radio" name="x" value="a".*id="x-b" type="radio" name="x" checked="" value="b"/)
    expect(draw(<Choices name="x" label="X" pick="several" options={options} />)).toContain('type="checkbox" name="x[]" value="a"')
    expect(draw(<Select name="x" label="X" options={options} value="b" />)).toContain('<option value="b" selected="">')
  })
  it('carries the token and the key', () => expect(draw(<GuardFields csrf="c" formKey="k" />)).toBe('<input type="hidden" name="csrf" value="c"/><input type="hidden" name="key" value="k"/>'))
})

describe('a page that came back', () => {
  it('counts what is wrong, links to it, and takes the focus', () => {
    const html = draw(<ErrorSummary lines={[{ href: '#a', text: 'Điền A' }, { href: '#b', text: 'Điền B' }, { href: null, text: 'Và nữa' }]} />)
    expect(html).toContain('role="alert" tabindex="-1" data-focus=""')
    expect(html).toContain('<h2>Có 2 chỗ cần sửa</h2><ul><li><a href="#a">Điền A</a></li>')
  })
  it('is nothing when nothing is wrong', () => expect(draw(<ErrorSummary lines={[]} />)).toBe(''))
  it.each([[0, 'vi', 'Ngày sinh - Dịch vụ công'], [2, 'vi', 'Lỗi: Ngày sinh - Dịch vụ công'], [1, 'en', 'Error: Ngày sinh - Dịch vụ công']] as const)('with %i errors is titled in %s: %s', (errors, locale, title) => {
    expect(draw(<SiteName value="Dịch vụ công"><Title errors={errors}>Ngày sinh</Title></SiteName>, { locale })).toContain(`<title>${title}</title>`)
  })
})

describe('what a state looks like', () => {
  it('is another shape for each kind, never colour alone', () => {
    const shapes = stateKinds.map((kind) => /<svg.*<\/svg>/.exec(draw(<StatusTag kind={kind}>x</StatusTag>))?.[0])
    expect(new Set(shapes).size).toBe(stateKinds.length)
  })
  it('says the whole sentence of a stone to a screen reader', () => expect(draw(<Stone kind="near" figure="8:42" unit="giờ làm việc" label="Còn 8 giờ 42 phút làm việc" />)).toContain('role="img" aria-label="Còn 8 giờ 42 phút làm việc"><span class="stone__cap">CÒN</span>'))
})

describe('figures', () => {
  it('are written the Vietnamese way', () => {
    expect(draw(<><Num value={286_947} /><Share value={0.9998} /><Money amount={150_000} /><Time at="2022-11-28T10:00:00Z" /><Time at="2022-11-28" show="date" /></>).replace(/<[^>]+>/g, '|')).toBe('|286.947||99,9 %||150.000 đ||17:00 · 28/11/2022||28/11/2022|')
  })
  it('show how far a job is', () => expect(draw(<ProgressBar name="Đang nạp" done={1500} total={2000} minutesLeft={0} />)).toMatch(/1\.500 trên 2\.000.*<progress max="2000" value="1500" aria-label="Đang nạp">.*Còn chưa tới 1 phút\. Bạn có thể làm việc khác\./))
  it('sum up a series for those who do not see it', () => {
    const html = draw(<Series name="Đúng hẹn, %" points={months} decimals={1} limit={{ value: 95 }} />)
    expect(html).toContain('Đúng hẹn, %: T1 là 96,9, T4 là 98,6</desc>')
    expect(html).toContain('>ngưỡng 95</text>')
    expect(html).not.toContain('NaN')
  })
  it.each([[[]], [[{ label: 'T1', value: 1 }]]])('draw no series of %j', (points) => expect(draw(<Series name="x" points={points} />)).toBe(''))
  it('draw the law of a working strip', () => {
    const html = draw(<><WorkingStrip strip={waited} /><StripLegend strip={waited} /></>)
    expect(html).toContain('aria-label="Giờ làm việc đã dùng 15:18, tạm dừng 10:30, còn lại 8:42, quá hạn 0:00. Hẹn trả 13:10 29/11/2022."')
    expect(html).toContain('T4 23/11')
    expect(html).toMatch(/10:58.*13:10/)
    expect(html).not.toMatch(/NaN|quá hạn<\/li>/)
  })
  it('draw each due day with its count, also nought', () => {
    const html = draw(<DueStrip buckets={[...buckets, { kind: 'far', label: 'T2', detail: '12/12', count: 0, href: '?0' }]} />)
    expect(html.match(/<li /g)?.length).toBe(buckets.length + 1)
    expect(html).toContain('aria-current="true"')
    expect(html).toContain('height="0"')
  })
})

describe('links and forms around', () => {
  it('search without a script', () => expect(draw(<SearchForm action="/thu-tuc" label="Tìm thủ tục" value="khai sinh" suggest="/api/x" />)).toMatch(/<form role="search" aria-label="Tìm thủ tục".* data-suggest="\/api\/x".* action="\/thu-tuc">.*type="search".* name="q" value="khai sinh"/))
  it('change a value where it can be changed, and say where one came from', () => {
    const html = draw(<SummaryList items={[{ term: 'Họ tên', value: 'An', change: '/ten' }, { term: 'Số định danh', value: '•••', register: 'dữ liệu dân cư' }]} />)
    expect(html).toContain('<a href="/ten">Sửa<span class="vh"> Họ tên</span></a>')
    expect(html).toContain('Lấy từ dữ liệu dân cư')
    expect(html.match(/Sửa/g)?.length).toBe(1)
  })
  it('page by what was seen last', () => expect([draw(<Pager previous={null} next={null} />), draw(<Pager previous={null} next="?sau=x" />)]).toEqual(['', expect.stringContaining('href="?sau=x" rel="next"')]))
})

describe('the strip above a page', () => {
  it('claims to be official only where it is', () => {
    expect(draw(<TopStrip page={{ ...root.page, mode: 'production' }} />)).toContain('Trang chính thức của Nhà nước Việt Nam')
    expect(draw(<TopStrip page={root.page} />)).toMatch(/Bản trình diễn.*mô phỏng.*10:58 · 28\/11\/2022/)
    expect(draw(<DemonstrationBanner clockMovedTo={null} />)).not.toContain('Đồng hồ')
  })
})

describe('an error page', () => {
  it.each([[400, 404], [401, 401], [403, 403], [404, 404], [405, 409], [409, 409], [410, 404], [413, 413], [422, 404], [429, 429], [500, 500], [502, 500], [503, 503], [504, 500]])('of status %i is that of %i', (status, page) => expect(pageOfStatus(status)).toBe(page))
  it('says the incident only when the fault is ours', () => {
    expect(draw(<ErrorPage status={500} refusal={null} root={root} path="/x" />)).toContain('Mã sự cố: <span class="num">i</span>')
    expect(draw(<ErrorPage status={404} refusal={null} root={root} path="/x" />)).not.toContain('Mã sự cố')
  })
  it('says a refusal in its own words', () => expect(draw(<ErrorPage status={409} refusal={{ code: 'idempotency_mismatch', status: 409, values: {}, fields: {} }} root={root} path="/x" />)).toContain('Biểu mẫu này đã được gửi một lần'))
  it('leads home, to the home of its part', () => expect([draw(<ErrorPage status={403} refusal={null} root={root} path="/can-bo/1" />), draw(<ErrorPage status={403} refusal={null} root={root} path="/thu-tuc" />)]).toEqual([expect.stringContaining('href="/can-bo"'), expect.stringContaining('href="/"')]))
})

describe('what a page asks of the document', () => {
  it('is plain unless it says so, and the page counts before its frame', () => {
    expect(lookOf([undefined, null, 'x'])).toEqual({ scripts: false, theme: undefined, density: undefined })
    expect(lookOf([{ scripts: true, theme: 'then' }, { density: 'wall' }])).toEqual({ scripts: true, theme: 'then', density: 'wall' })
    expect(lookOf([{ scripts: true }, { scripts: false }]).scripts).toBe(false)
  })
})
