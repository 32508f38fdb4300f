import type { Handle } from '../kit/handle.ts'
import { BarList, RankList } from '../kit/bar-list.tsx'
import { useRoot } from '../kit/root-data.ts'
import { Series } from '../kit/series.tsx'
import { Tile } from '../kit/tile.tsx'
import { Title } from '../kit/title.tsx'
import { BoardFoot, BoardHead, CentreShell, Wall } from '../kit/wall-shell.tsx'
import { sampleMonths } from './samples.ts'

export const handle: Handle = { scripts: true, theme: 'then', density: 'wall' }

const counted = { source: 'sổ hồ sơ', age: '4 giây trước' }
const ranks = [
  { name: 'Phường Mẫu Một', place: 'Thành phố Mẫu', value: '87,5 %', note: '30 trễ / 240' }, { name: 'Thị trấn Mẫu Hai', place: 'Huyện Mẫu', value: '89,3 %', note: '13 trễ / 121' },
  { name: 'Xã Mẫu Ba', place: 'Huyện Mẫu', value: '91,0 %', note: '11 trễ / 122' }, { name: 'Phường Mẫu Tư', place: 'Thành phố Mẫu', value: '91,8 %', note: '47 trễ / 570' },
  { name: 'Xã Mẫu Năm', place: 'Huyện Mẫu', value: '93,9 %', note: '5 trễ / 82' },
]
const classesOfRate = [
  { label: 'từ 99 %', share: 1, value: '54' }, { label: '98 – 99 %', share: 13 / 54, value: '13' }, { label: '95 – 98 %', share: 19 / 54, value: '19' }, { label: 'dưới 95 %', share: 5 / 54, value: '5', fill: 'late' as const },
]

/** A board for the wall as it is meant to look, with invented figures; a real one has the map in the middle. */
export default function SampleWall() {
  const root = useRoot()
  return (
    <CentreShell root={root}>
      <Title>Dịch vụ công cấp xã</Title>
      <Wall
        head={<BoardHead title="Dịch vụ công cấp xã" scope="91 xã, phường, thị trấn · tháng 11/2022" now="2022-11-28T09:00:00.000Z" />}
        tiles={<>
          <Tile hero name="Đúng hẹn" figure="98,6" unit="%" of="21.008 trên 21.306 đã giải quyết" {...counted} standing={{ kind: 'done', text: 'Trên ngưỡng 95 %' }} />
          <Tile name="Đang giải quyết" figure="9.412" of="8.260 chạy giờ · 1.152 tạm dừng" {...counted} />
          <Tile name="Đang quá hạn" figure="127" of="1,3 % của 9.412 · hôm qua 141" {...counted} standing={{ kind: 'late', text: 'Trên ngưỡng 100' }} />
        </>}
        middle={<><h2>Số xã theo tỷ lệ đúng hẹn</h2><BarList label="Số xã theo tỷ lệ đúng hẹn" bars={classesOfRate} /></>}
        list={<><h2>Cần người xem ngay</h2><RankList items={ranks} /><h2>Đúng hẹn, theo tháng <small>%</small></h2><Series size="wall" name="Đúng hẹn theo tháng, %" points={sampleMonths} decimals={1} limit={{ value: 95 }} /></>}
        foot={<BoardFoot sources={[{ name: 'Một cửa 91/91 xã', kind: 'done' }, { name: 'Dữ liệu dân cư', kind: 'done' }, { name: 'Cổng quốc gia: trễ 14 phút', kind: 'near' }]} remark="Địa giới theo bản đồ 2022 · Dữ liệu mô phỏng" />}
      />
    </CentreShell>
  )
}
