import './gallery.css'
import { Anchor } from '../kit/anchor.tsx'
import { Button } from '../kit/button.tsx'
import { Column, DeskShell, Rail } from '../kit/desk-shell.tsx'
import type { Handle } from '../kit/handle.ts'
import { KeyHint } from '../kit/key-hint.tsx'
import { Table } from '../kit/lists.tsx'
import { useRoot } from '../kit/root-data.ts'
import { StateWord, StatusTag } from '../kit/status-tag.tsx'
import { Stone } from '../kit/stone.tsx'
import { Declared } from '../kit/summary-list.tsx'
import { Timeline } from '../kit/timeline.tsx'
import { Title } from '../kit/title.tsx'
import { StripLegend, WorkingStrip } from '../kit/working-strip.tsx'
import { sampleNumber, sampleRail, sampleStrip } from './samples.ts'

export const handle: Handle = { scripts: true, density: 'desk' }

const matches = <> <StateWord kind="done"><span className="vh">khớp dữ liệu dân cư</span></StateWord></>

/** One dossier of the desk as it is meant to look, with an invented person. */
export default function SampleDossier() {
  const root = useRoot()
  return (
    <DeskShell root={root} rail={<Rail root={root} groups={sampleRail} place="Phường Mẫu Một" duty="Công chức hộ tịch" />}>
      <Title>221123-0019 Lê Hoàng Phúc</Title>
      <div className="dossier-head">
        <p className="crumb"><Anchor href="/dev/bo-mau/can-bo">Của tôi</Anchor> · 6 trên 37 <KeyHint>K</KeyHint> <KeyHint>J</KeyHint></p>
        <h1>Cấp Giấy xác nhận tình trạng hôn nhân</h1>
        <p className="dossier-sub"><b>Lê Hoàng Phúc</b> · <span className="code">H99.99.01-221123-0019</span> · nộp trực tuyến · <StatusTag kind="doing">Đang xử lý</StatusTag></p>
      </div>
      <div className="toolbar" role="group" aria-label="Việc làm được lúc này">
        <Button type="button" hotkey="T" describedBy="need">Trình lãnh đạo ký</Button><Button type="button" kind="second" hotkey="C">Chuyển người xử lý</Button>
        <Button type="button" kind="second" hotkey="G">Gia hạn, xin lỗi</Button><Button type="button" kind="danger" hotkey="⇧R">Từ chối</Button>
        <p id="need" className="toolbar__need"><StateWord kind="new" size={13}>Còn 1 giấy tờ chưa xem trước khi trình ký</StateWord></p>
      </div>
      <div className="columns"><PapersAndDeclaration /><Paper /><Limits /></div>
    </DeskShell>
  )
}

function PapersAndDeclaration() {
  const passed = <StateWord kind="done" size={13}>Đạt</StateWord>
  return (
    <Column label="Giấy tờ và nội dung khai">
      <h2>Giấy tờ <span className="num muted">3 trên 4 đã kiểm tra</span></h2>
      <Table hideCaption caption="Giấy tờ" columns={[{ key: 'at', label: '#' }, { key: 'name', label: 'Thành phần' }, { key: 'source', label: 'Nguồn' }, { key: 'check', label: 'Kiểm tra' }]} rows={[
        { id: '1', cells: { at: 1, name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', source: 'Biểu mẫu điện tử', check: passed } },
        { id: '2', chosen: true, cells: { at: 2, name: 'Quyết định ly hôn', source: 'Dân bổ sung 25/11 14:00', check: <b><StateWord kind="new" size={13}>Chưa xem</StateWord></b> } },
        { id: '3', cells: { at: 3, name: 'Nơi cư trú', source: 'Dữ liệu dân cư', check: passed } }, { id: '4', cells: { at: 4, name: 'Căn cước', source: 'VNeID mức 2', check: passed } },
      ]} />
      <h2>Nội dung khai</h2>
      <Declared items={[
        { term: 'Họ, chữ đệm, tên', value: 'Lê Hoàng Phúc', more: matches }, { term: 'Ngày sinh', value: '14/03/1991', more: matches }, { term: 'Số định danh', value: sampleNumber, more: matches },
        { term: 'Nơi thường trú', value: '118/3 đường Mẫu, phường Mẫu Một', more: matches }, { term: 'Tình trạng hôn nhân', value: 'Đã ly hôn, chưa kết hôn lại' }, { term: 'Nhận kết quả', value: 'Bản điện tử' },
      ]} />
    </Column>
  )
}

function Paper() {
  return (
    <Column className="columns__paper" label="Giấy tờ đang xem">
      <p className="row"><b>Quyết định ly hôn</b><span className="num">1 / 3</span></p>
      <svg className="doc" viewBox="0 0 300 424" role="img" aria-label="Trang 1 trên 3, ảnh minh họa">
        <path className="doc__heads" d="M30 26h96v6H30zM170 26h100v6H170zM100 84h100v9H100z" />
        <path className="doc__lines" d="M28 124h240M28 137h246M28 150h230M28 163h244M28 176h180M28 202h238M28 215h246M28 228h120M28 254h246M28 267h226" />
      </svg>
      <p className="row"><Button type="button" kind="second" hotkey="1">Đạt</Button><Button type="button" kind="second" hotkey="2">Chưa đạt…</Button></p>
    </Column>
  )
}

function Limits() {
  const strip = sampleStrip()
  return (
    <Column label="Thời hạn và chặng đường">
      <div className="clock-card">
        <Stone kind="near" figure="8:42" unit="giờ làm việc" label="Còn 8 giờ 42 phút làm việc" />
        <dl><div><dt>Hẹn trả</dt><dd>13:10 · 29/11/2022</dd></div><div><dt>Hẹn lần đầu</dt><dd>9:10 · 28/11/2022</dd></div><div><dt>Đã dùng</dt><dd>15:18 trên 24:00</dd></div></dl>
      </div>
      <WorkingStrip strip={strip} />
      <StripLegend strip={strip} />
      <h2>Chặng đường</h2>
      <Timeline size={26} steps={[
        { state: 'done', title: 'Tiếp nhận', lines: ['23/11 9:10 · Lê Quốc Bảo, một cửa'] }, { state: 'done', title: 'Kiểm tra', lines: ['23/11 10:02 · Trần Thị Thu Hà'] },
        { state: 'paused', title: 'Chờ dân bổ sung', lines: ['24/11 10:00 – 25/11 14:00', 'Thiếu quyết định ly hôn. Đã báo Zalo, SMS.'] }, { state: 'now', title: 'Kiểm tra lại', lines: ['Từ 25/11 14:00 · Trần Thị Thu Hà'] },
        { state: 'todo', title: 'Ký', lines: ['Nguyễn Văn Thành, Chủ tịch'] }, { state: 'todo', title: 'Trả kết quả', lines: ['Một cửa phường Mẫu Hai'] },
      ]} />
    </Column>
  )
}
