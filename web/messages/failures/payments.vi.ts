import type { Say } from '../failures.vi.ts'

const states: Record<string, string> = { paid: 'đã thu', waived: 'đã được miễn', cancelled: 'không thu nữa' }

/** Codes of fees, receipts and the till. */
export const payments: Record<string, Say> = {
  charge_not_found: () => 'Không có khoản thu này ở quầy của bạn. Kiểm tra mã hồ sơ.',
  charge_settled: ({ state }) => `Khoản này ${states[String(state)] ?? 'đã xong'}: người khác vừa làm. Tải lại trang để xem.`,
  receipt_not_found: () => 'Không có biên lai này ở quầy của bạn. Mở lại từ hồ sơ.',
  receipt_voided: () => 'Biên lai này đã bị hủy rồi. Tải lại trang để xem.',
  receipt_closed: () => 'Biên lai này đã chốt ca và bàn giao nên không hủy được nữa. Báo người nhận bàn giao.',
  till_empty: () => 'Chưa thu khoản nào từ lần chốt trước nên chưa có gì để chốt.',
  closing_not_found: () => 'Không có lần chốt này ở quầy của bạn. Chọn lại từ danh sách.',
  closing_received: () => 'Lần chốt này đã có người xác nhận nhận. Tải lại trang để xem.',
  own_closing: () => 'Người bàn giao không tự xác nhận đã nhận. Nhờ người nhận đăng nhập và xác nhận.',
  closing_not_yours: () => 'Lần chốt ca này bàn giao cho người khác. Chỉ người được chọn xác nhận được.',
  no_such_receiver: () => 'Người được chọn không còn nhận bàn giao ở đây. Chọn người khác.',
}
