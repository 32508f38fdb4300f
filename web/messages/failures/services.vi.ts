import { formatDate } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

/** Codes of the accounts of other systems. */
export const services: Record<string, Say> = {
  scope_missing: ({ scope }) => `Tài khoản dịch vụ này không được làm việc này.${typeof scope === 'string' ? ` Xin người quản trị giao thêm phạm vi ${scope}.` : ' Không phạm vi nào mở được việc này.'}`,
  token_invalid: () => 'Mã truy cập này đã hết hạn hoặc không còn hiệu lực. Lấy mã mới bằng khóa bí mật rồi gọi lại.',
  network_not_allowed: () => 'Tài khoản dịch vụ này không được gọi từ địa chỉ mạng này. Gọi từ địa chỉ đã đăng ký, hoặc xin người quản trị bổ sung.',
  service_not_found: () => 'Không thấy tài khoản dịch vụ này trong phạm vi của bạn. Mở lại danh sách tài khoản dịch vụ.',
  service_name_taken: () => 'Đã có một tài khoản đang dùng tên này. Đặt tên khác.',
  service_over: () => 'Tài khoản này đã thu hồi hoặc cơ quan của nó đã kết thúc. Cần dùng lại thì lập tài khoản mới.',
  service_days: ({ latest }) => `Tài khoản dịch vụ dùng được nhiều nhất một năm.${typeof latest === 'string' ? ` Chọn một ngày từ hôm nay đến ${formatDate(latest)}.` : ' Chọn ngày khác.'}`,
}
