/** Words for calling people who have no account about a result that waits. */
export const calls = {
  title: 'Cần gọi điện', link: 'Cần gọi điện báo nhận kết quả', text: 'Kết quả của người không có tài khoản. Hệ thống không nhắn được cho họ, nên quầy gọi vào các ngày nhắc. Gọi không được thì mai hiện lại.',
  none: 'Hôm nay không phải gọi ai', noneText: 'Người không có tài khoản mà để kết quả lâu chưa nhận sẽ hiện ở đây.', table: 'Những người cần gọi, chờ lâu nhất trước', name: 'Gọi cho', phone: 'Điện thoại', what: 'Kết quả', waits: 'Đã chờ', shelf: 'Chỗ để', act: 'Đã gọi',
  days: (days: string) => `${days} ngày`, noPhone: 'Không có số. Gửi giấy báo về địa chỉ trong hồ sơ.', noShelf: 'chưa xếp', tried: (count: string) => `gọi không được ${count} lần`, reached: 'Đã báo', missed: 'Không gặp', of: (name: string) => ` ${name}`, posted: 'Đã gửi giấy',
  done: { reached: 'Đã ghi là đã báo. Đến lần nhắc sau mới hiện lại.', missed: 'Đã ghi. Ngày mai hiện lại ở đây.' } as Record<string, string>,
}
