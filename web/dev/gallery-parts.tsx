import { BarList, RankList } from '../kit/bar-list.tsx'
import { Acts, Back, Button, CopyButton, LinkButton } from '../kit/button.tsx'
import { clockLook } from '../kit/clock.ts'
import { Code, Money, Num, Share, Time } from '../kit/figures.tsx'
import { Icon, iconNames } from '../kit/icons.tsx'
import { KeyHint } from '../kit/key-hint.tsx'
import { EmptyState, GoList, More, Note, Pager, Papers, Steps, Table } from '../kit/lists.tsx'
import { Mark } from '../kit/mark.tsx'
import { Plate, Seal, SealedResult } from '../kit/plate.tsx'
import { FormProgress, ProgressBar } from '../kit/progress.tsx'
import { Series } from '../kit/series.tsx'
import { StateWord, StatusTag } from '../kit/status-tag.tsx'
import { Clock, Stone, StoneGlyph } from '../kit/stone.tsx'
import { Facts, SummaryList } from '../kit/summary-list.tsx'
import { Tile } from '../kit/tile.tsx'
import { Timeline } from '../kit/timeline.tsx'
import { UndoBanner } from '../kit/undo.tsx'
import { useWords } from '../kit/words.ts'
import { StripLegend, WorkingStrip } from '../kit/working-strip.tsx'
import { lateStrip, sampleClocks, sampleMonths, sampleNow, sampleNumber, sampleStates, sampleStrip } from './samples.ts'

export function Buttons() {
  return (
    <div className="row">
      <Button>Tiếp tục</Button><Button focused>Đang chọn</Button><Button kind="second">Lưu nháp</Button><Button kind="danger">Rút hồ sơ</Button><Button kind="quiet">Quay lại</Button>
      <LinkButton href="/dev/bo-mau" icon="download" kind="second">Tải bản điện tử (PDF)</LinkButton><CopyButton text="H99.99-221128-0047" />
      <span data-density="desk" className="row"><Button hotkey="T" type="button">Trình lãnh đạo ký</Button><Button kind="second" hotkey="C" type="button">Chuyển</Button><Button kind="danger" hotkey="⇧R" type="button">Từ chối</Button></span>
      <Back href="/dev/bo-mau" /><KeyHint>Enter</KeyHint>
    </div>
  )
}

export function States() {
  return <div className="stack"><p className="row">{sampleStates.map(({ kind, label }) => <StatusTag key={kind} kind={kind}>{label}</StatusTag>)}</p><p className="row">{sampleStates.map(({ kind }) => <StateWord key={kind} kind={kind} />)}</p></div>
}

export function Clocks() {
  const { kit } = useWords()
  return (
    <div className="stack">
      <p className="row">{sampleClocks.map((facts) => clockLook(facts, kit)).map((look) => <Clock key={look.text} look={look} />)}</p>
      <div className="row">
        <Stone kind="promise" figure="17:00" unit="hôm nay 28/11" label="Hẹn trả 17:00 hôm nay, thứ Hai 28/11/2022" />
        <Stone kind="answer" figure="10:30" unit="ngày mai 29/11" label="Trả lời trước 10:30 ngày mai, thứ Ba 29/11/2022" />
        <Stone kind="left" figure="26:10" unit="giờ làm việc" label="Còn 26 giờ 10 phút làm việc" />
        <Stone kind="near" figure="8:42" unit="giờ làm việc" label="Còn 8 giờ 42 phút làm việc" />
        <Stone kind="late" figure="5:28" unit="giờ làm việc" label="Quá 5 giờ 28 phút làm việc" />
        <Stone kind="paused" figure="15:18" unit="giờ đã dùng" label="Tạm dừng, đã dùng 15 giờ 18 phút" />
        <Stone kind="done" figure="15:47" unit="hôm nay 28/11" label="Xong lúc 15:47 hôm nay" />
      </div>
    </div>
  )
}

export function Strips() {
  const strips = [sampleStrip(), lateStrip()]
  return <div className="gallery__half">{strips.map((strip) => <div key={strip.late}><WorkingStrip strip={strip} /><StripLegend strip={strip} /></div>)}</div>
}

export function Addresses({ ground }: { ground: string }) {
  return (
    <div className="stack">
      <p className="row"><Plate size="small">24</Plate><Plate>24/7</Plate><Plate size="large">1806/127/2A</Plate><Seal size={84} /><Mark /></p>
      <SealedResult title={`Giấy khai sinh (${ground})`} signer="Chủ tịch UBND phường Mẫu Một" at={<Time at={sampleNow.toISOString()} />}><p>Nguyễn Minh An<br /><span className="num">Số 412/2022</span></p></SealedResult>
    </div>
  )
}

export function Summaries() {
  return (
    <div className="gallery__half">
      <SummaryList items={[
        { term: 'Họ, chữ đệm, tên', value: 'Nguyễn Minh An', change: '/dev/bo-mau?ten' }, { term: 'Số định danh', value: <Code>{sampleNumber}</Code>, register: 'dữ liệu dân cư' },
        { term: 'Giấy chứng sinh', value: '2 ảnh, 1,8 MB', change: '/dev/bo-mau?giay', checked: 'Đã quét vi-rút, đọc rõ chữ' },
      ]} />
      <Facts items={[
        { term: 'Bao lâu có kết quả', value: 'Trong ngày làm việc', more: 'Nộp sau 15:00 thì có vào ngày làm việc tiếp theo' }, { term: 'Lệ phí', value: 'Không mất tiền', more: <>Quá 60 ngày: <Money amount={5000} /></> },
        { term: 'Bạn nhận được', value: 'Giấy khai sinh', more: '1 bản giấy và 1 bản điện tử có ký số' },
      ]} />
    </div>
  )
}

export function Ways() {
  return (
    <div className="gallery__half">
      <Timeline steps={[
        { state: 'done', title: 'Bạn đã gửi', lines: [<><Time at={sampleNow.toISOString()} show="time" /> hôm nay, trực tuyến</>] }, { state: 'paused', title: 'Chờ bạn bổ sung', lines: ['Thiếu giấy chứng sinh'] },
        { state: 'now', title: 'Công chức hộ tịch kiểm tra', lines: ['Từ 11:05 · Trần Thị Thu Hà', 'Số định danh của bé đã được cấp.'] }, { state: 'todo', title: 'Lãnh đạo ký', lines: ['Chủ tịch UBND phường Mẫu Một'] },
        { state: 'todo', title: 'Trả kết quả', lines: ['Bản điện tử vào tài khoản của bạn'] },
      ]} />
      <div className="stack">
        <Steps items={[{ title: 'Bạn điền và gửi', text: '9 câu hỏi về bé, cha và mẹ.' }, { title: 'Công chức hộ tịch kiểm tra', text: 'Nếu thiếu, bạn được báo một lần, đủ hết.' }]} />
        <Papers items={[{ title: 'Giấy chứng sinh', text: 'Bệnh viện cấp khi bé ra đời. Chụp bằng điện thoại cũng được.' }]} />
        <More question="Không có giấy chứng sinh thì sao?"><p>Nộp văn bản của người làm chứng xác nhận việc sinh.</p></More>
      </div>
    </div>
  )
}

export function Rows({ ground }: { ground: string }) {
  return (
    <div className="stack">
      <GoList columns items={[
        { href: '/dev/bo-mau?1', label: 'Xem hồ sơ đã nộp', detail: 'Bằng mã trên giấy hẹn', before: <StoneGlyph cap={0.36} tone="act" height={34} /> },
        { href: '/dev/bo-mau?2', label: 'Tìm địa chỉ số', detail: 'Mã và vị trí của một ngôi nhà', before: <Plate size="small">24</Plate> },
        { href: '/dev/bo-mau?3', label: 'Có con nhỏ', detail: 'Khai sinh, thẻ bảo hiểm y tế, nhập hộ khẩu', icon: 'family' }, { href: '/dev/bo-mau?4', label: 'Đăng ký tạm trú' },
      ]} />
      <Pager previous="/dev/bo-mau?truoc" next="/dev/bo-mau?sau" label={`Trang (${ground})`} />
    </div>
  )
}

export function ProgressParts() {
  return <div className="gallery__half"><FormProgress name="Đăng ký khai sinh" at={2} total={9} /><ProgressBar name="Đang nạp địa chỉ" done={184_220} total={286_947} minutesLeft={2} /></div>
}

export function Notices() {
  return (
    <div className="stack">
      <Note><p>Bạn không phải nộp bản sao: hệ thống tự tra trong dữ liệu dân cư.</p></Note>
      <Note kind="plain"><p>Tôi cam đoan những điều khai trên là đúng sự thật.</p></Note>
      <Note kind="near"><p>Còn 2 giờ để bổ sung giấy tờ.</p></Note>
      <Note kind="late"><p>Hồ sơ đã trễ hẹn 5 giờ. Cơ quan đã gửi thư xin lỗi.</p></Note>
      <EmptyState title="Không có hồ sơ nào chờ bạn ký">Khi cán bộ trình ký, hồ sơ sẽ hiện ở đây. <a href="/dev/bo-mau">Xem hồ sơ đã ký hôm nay (12)</a></EmptyState>
      <UndoBanner fields={{ act: 'withdraw' }}>Đã rút hồ sơ H99.99-221128-0047.</UndoBanner>
      <Acts><Button kind="second" type="button">Hài lòng</Button><Button kind="second" type="button">Chưa hài lòng</Button></Acts>
    </div>
  )
}

export function Figures() {
  return (
    <div className="stack">
      <p className="row"><Num value={286_947} /><Share value={0.986} /><Money amount={150_000} /><Code>1.001193</Code><Time at="2022-11-28" show="date" /></p>
      <div className="gallery__half">
        <Tile level={3} name="Đúng hẹn" figure="98,6" unit="%" of="21.008 trên 21.306 đã giải quyết" source="sổ hồ sơ" age="4 giây trước" standing={{ kind: 'done', text: 'Trên ngưỡng 95 %' }} href="/dev/bo-mau?ho-so" />
        <Tile level={3} name="Đang quá hạn" figure="127" of="1,3 % của 9.412 · hôm qua 141" source="sổ hồ sơ" age="4 giây trước" standing={{ kind: 'late', text: 'Trên ngưỡng 100' }} href="/dev/bo-mau?qua-han" />
        <Tile level={3} name="Sắp đến hạn" figure="38" of="trong 512 đang giải quyết" source="sổ hồ sơ" age="4 giây trước" standing={{ kind: 'near', text: 'Hôm nay' }} />
        <Series name="Đúng hẹn theo tháng, %" points={sampleMonths} decimals={1} limit={{ value: 95 }} />
      </div>
    </div>
  )
}

export function Drawings({ ground }: { ground: string }) {
  return (
    <div className="stack">
      <p className="row">{iconNames.map((name) => <Icon key={name} name={name} />)}</p>
      <BarList label="Kênh nộp" bars={[{ label: 'Trực tuyến', share: 1, value: '12.004', note: '56,3 %' }, { label: 'Tại quầy', share: 0.61, value: '7.310', note: '34,3 %', fill: 2 }, { label: 'Bưu điện', share: 0.17, value: '1.992', note: '9,4 %', fill: 3 }, { label: 'Khác', share: 0, value: '0', fill: 6 }]} />
      <RankList items={[{ name: 'Phường Mẫu Một', place: 'Huyện Mẫu', value: '87,5 %', note: '30 trễ / 240' }, { name: 'Xã Mẫu Hai', value: '89,3 %', note: '13 trễ / 121', href: '/dev/bo-mau?xa' }]} />
      <Table caption={`Hồ sơ theo lĩnh vực (${ground})`} columns={[{ key: 'field', label: 'Lĩnh vực' }, { key: 'count', label: 'Hồ sơ', number: true }]} rows={[{ id: '1', cells: { field: 'Hộ tịch', count: '1.204' } }, { id: '2', cells: { field: 'Đất đai', count: '88' }, chosen: true }]} />
    </div>
  )
}

export function Colours() {
  const { gallery } = useWords()
  return (
    <div className="stack">
      <p className="muted">{gallery.coloursHint}</p>
      <ul className="row swatches">{gallery.materials.map((name, at) => <li key={name}><svg className="swatch" viewBox="0 0 40 28" aria-hidden="true"><rect x=".5" y=".5" width="39" height="27" className={`fill--${at + 1}`} /></svg>{name}</li>)}</ul>
    </div>
  )
}
