import { Icon } from '../kit/icons.tsx'
import { LinkButton } from '../kit/button.tsx'
import { DeskHead, DeskShell, Rail } from '../kit/desk-shell.tsx'
import { DueStrip } from '../kit/due-strip.tsx'
import type { Handle } from '../kit/handle.ts'
import { KeyHint, KeyLine } from '../kit/key-hint.tsx'
import { useRoot } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { ShortDay } from '../kit/wall-shell.tsx'
import { Worklist } from '../kit/worklist.tsx'
import { formatTime } from '#kernel/format'
import { useWords } from '../kit/words.ts'
import { sampleBuckets, sampleNow, sampleRail, sampleRows } from './samples.ts'

export const handle: Handle = { scripts: true, density: 'desk' }

/** The desk's list as it is meant to look, with invented dossiers. */
export default function SampleWorklist() {
  const root = useRoot()
  const { kit, shell } = useWords()
  return (
    <DeskShell root={root} rail={<Rail root={root} groups={sampleRail} place="Phường Mẫu Một" duty="Công chức hộ tịch" lock={<a href="/can-bo/khoa">{shell.lock}</a>} />}>
      <Title>Đang giải quyết (512)</Title>
      <DeskHead title="Đang giải quyết" count={512}>
        <form role="search" aria-label="Tìm trong hồ sơ" className="desk-find"><label className="vh" htmlFor="find">Tìm trong hồ sơ</label><Icon name="search" size={16} strong /><input id="find" name="q" placeholder="Mã, tên, số định danh" /><KeyHint>/</KeyHint></form>
        <p className="desk-head__now num"><ShortDay at={sampleNow.toISOString()} /> · {formatTime(sampleNow)}</p>
        <LinkButton href="/dev/bo-mau/ho-so" hotkey="N">Tiếp nhận tại quầy</LinkButton>
      </DeskHead>
      <DueStrip buckets={sampleBuckets} />
      <div className="filters">
        <form>
          <b>Lọc:</b>
          <select className="chip" name="procedure" aria-label="Thủ tục"><option>Tất cả thủ tục</option></select>
          <select className="chip" name="holder" aria-label="Người giữ"><option>Mọi người giữ</option></select>
          <select className="chip" name="channel" aria-label="Kênh"><option>Mọi kênh</option></select>
        </form>
        <p>Xếp theo hạn gần nhất · dữ liệu mô phỏng</p>
      </div>
      <Worklist caption="Đang giải quyết" codePrefix="H99.99.01-" rows={sampleRows(kit)} pickName="dossiers" />
      <KeyLine keys={[{ keys: ['J', 'K'], does: 'lên xuống' }, { keys: ['Enter'], does: 'mở' }, { keys: ['X'], does: 'chọn' }, { keys: ['T'], does: 'trình ký' }, { keys: ['B'], does: 'yêu cầu bổ sung' }, { keys: ['?'], does: 'mọi phím' }]} end="1 – 24 trên 512" />
    </DeskShell>
  )
}
