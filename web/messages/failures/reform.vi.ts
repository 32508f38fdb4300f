import { formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const list = (value: unknown): string => (Array.isArray(value) ? value.slice(0, 5).join('; ') : '')

/** Codes of the rearrangement of units and agencies. */
export const reform: Record<string, Say> = {
  reform_not_found: () => 'Không thấy phương án này. Mở lại danh sách ở trang Sắp xếp đơn vị.',
  reform_unreadable: ({ places }) => `Không đọc được tệp phương án. Sửa chỗ này rồi mở lại: ${list(places)}.`,
  reform_has_faults: ({ faults }) => `Phương án còn chỗ sai, chưa có gì thay đổi. Sửa phương án rồi diễn tập lại: ${list(faults)}.`,
  reform_undecided: ({ count, codes }) => `Còn ${typeof count === 'number' ? formatNumber(count) : 'một số'} hồ sơ ở đơn vị bị chia chưa biết về đâu (${list(codes)}). Ghi quyết định vào phương án rồi diễn tập lại.`,
  reform_differs: () => 'Phương án đã khác bản diễn tập. Diễn tập lại và đọc kỹ trước khi áp dụng.',
}
