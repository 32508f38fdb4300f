import { formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const tries = (left: unknown): string => (typeof left === 'number' && left > 0 ? ` Còn ${formatNumber(left)} lần thử.` : '')

/** Codes of officers' passwords, authenticators, passkeys and papers. */
export const credentials: Record<string, Say> = {
  password_refused: () => 'Mật khẩu mới chưa dùng được. Xem ô được đánh dấu rồi đặt lại.',
  wrong_paper: ({ left }) => `Tên đăng nhập hoặc mã trên phiếu chưa đúng, hoặc phiếu đã dùng hay quá 24 giờ. Kiểm tra lại, hoặc xin phiếu mới.${tries(left)}`,
  wrong_recovery_code: ({ left }) => `Mã dự phòng này chưa đúng hoặc đã dùng rồi. Nhập một mã khác trong danh sách.${tries(left)}`,
  wrong_passkey: ({ left }) => `Khóa truy cập này không được nhận. Thử lại, hoặc đăng nhập bằng mật khẩu.${tries(left)}`,
  passkey_refused: () => 'Thiết bị chưa tạo được khóa truy cập như yêu cầu. Thử lại và xác nhận bằng mã PIN, vân tay hoặc khuôn mặt.',
  passkey_known: () => 'Thiết bị này đã có khóa truy cập ở đây. Dùng khóa đang có, hoặc xóa nó rồi thêm lại.',
  passkeys_full: ({ most }) => `Đã đủ ${typeof most === 'number' ? formatNumber(most) : 'số'} khóa truy cập. Xóa một khóa không dùng nữa rồi thêm lại.`,
  passkey_not_found: () => 'Khóa truy cập này không còn. Mở lại trang để xem danh sách mới nhất.',
  session_not_found: () => 'Phiên này đã kết thúc. Mở lại trang để xem danh sách mới nhất.',
  demonstration_account: () => 'Tài khoản trình diễn dùng mật khẩu công khai nên không đổi được. Lập một tài khoản mới để thử.',
  credentials_changed: () => 'Mật khẩu vừa được đổi ở nơi khác. Mở lại trang rồi làm lại.',
  account_closed: () => 'Tài khoản này đang đóng. Mở lại tài khoản trước, rồi cấp phiếu.',
}
