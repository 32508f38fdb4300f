import { formatDateTime, formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const tries = (left: unknown): string => (typeof left === 'number' && left > 0 ? ` Còn ${formatNumber(left)} lần thử.` : '')

/** Codes of signing in and of who may act for whom. */
export const identity: Record<string, Say> = {
  sign_in_unavailable: () => 'Chưa liên hệ được hệ thống định danh quốc gia. Thử lại sau ít phút.',
  sign_in_expired: () => 'Lần đăng nhập này đã hết hạn hoặc đã dùng rồi. Bắt đầu đăng nhập lại.',
  sign_in_invalid: () => 'Câu trả lời của hệ thống định danh không khớp với yêu cầu. Bắt đầu đăng nhập lại.',
  sign_in_refused: () => 'Bạn chưa đồng ý chia sẻ thông tin nên chưa đăng nhập được. Đăng nhập lại nếu bạn đổi ý.',
  sign_in_level_unmet: () => 'Tài khoản này mới ở mức độ 1. Mang thẻ căn cước đến công an phường, xã nơi gần nhất để nâng lên mức độ 2, hoặc nộp tại trung tâm phục vụ hành chính công.',
  identity_conflict: () => 'Số định danh này đã gắn với một tài khoản khác. Gọi tổng đài để được gộp tài khoản.',
  wrong_credentials: ({ left }) => `Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra lại rồi nhập lại.${tries(left)}`,
  wrong_code: ({ left }) => `Mã này chưa đúng hoặc đã dùng rồi. Chờ mã mới trong ứng dụng rồi nhập lại.${tries(left)}`,
  sign_in_locked: ({ until }) => `Sai quá nhiều lần nên tạm khóa đăng nhập.${typeof until === 'string' ? ` Thử lại sau ${formatDateTime(until)}.` : ' Thử lại sau ít phút.'}`,
  no_capacity: () => 'Tài khoản đúng, nhưng hôm nay chưa được giao vai trò nào. Hỏi người quản trị của đơn vị.',
  capacity_not_found: () => 'Hôm nay bạn không giữ vai trò này. Chọn một vai trò khác.',
  officer_not_found: () => 'Không tìm thấy cán bộ này. Kiểm tra lại tên hoặc đơn vị.',
  person_not_found: () => 'Không có người này trong dữ liệu trình diễn. Chọn một người trong danh sách.',
}
