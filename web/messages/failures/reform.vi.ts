import { formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const list = (value: unknown): string => (Array.isArray(value) ? value.slice(0, 5).join('; ') : '')

const reasons: Record<string, string> = {
  required: 'còn thiếu', wrong_type: 'sai kiểu dữ liệu', wrong_form: 'chưa đúng dạng', unknown_field: 'không có mục này trong mẫu', too_small: 'ngắn hoặc nhỏ quá', too_big: 'lớn quá', too_long: 'dài quá',
  not_json: 'nội dung không phải là JSON, có thể đã chọn nhầm tệp hoặc tệp bị hỏng',
}
const places = (value: unknown): string =>
  (Array.isArray(value) ? (value as { at: string; reason: string }[]) : []).slice(0, 5).map(({ at, reason }) => `${at === '' ? '' : `mục “${at}” `}${reasons[reason] ?? reasons['wrong_form']}`).join('; ')

/** Codes of the rearrangement of units and agencies. */
export const reform: Record<string, Say> = {
  reform_not_found: () => 'Không thấy phương án này. Mở lại danh sách ở trang Sắp xếp đơn vị.',
  reform_unreadable: (values) => `Không đọc được tệp phương án: ${places(values['places'])}. Sửa rồi mở lại; tệp mẫu có ở trang này.`,
  reform_has_faults: ({ faults }) => `Phương án còn chỗ sai, chưa có gì thay đổi. Sửa phương án rồi diễn tập lại: ${list(faults)}.`,
  reform_undecided: ({ count, codes }) => `Còn ${typeof count === 'number' ? formatNumber(count) : 'một số'} hồ sơ ở đơn vị bị chia chưa biết về đâu (${list(codes)}). Ghi quyết định vào phương án rồi diễn tập lại.`,
  reform_differs: () => 'Phương án đã khác bản diễn tập. Diễn tập lại và đọc kỹ trước khi áp dụng.',
}
