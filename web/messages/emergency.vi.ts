/** Words of the sealed access for emergencies. */
export const emergency = {
  link: 'Truy cập khẩn cấp', title: 'Truy cập khẩn cấp', text: 'Chỉ dùng khi không còn ai quản trị được. Phong bì dùng một lần, trong một giờ. Mọi người quản trị và lãnh đạo tỉnh nhận báo động ngay.', code: 'Mã trong phong bì', codeIn: 'mã trong phong bì', reason: 'Lý do', reasonIn: 'lý do, ít nhất 20 chữ', reasonHint: 'Chuyện gì đã xảy ra, bạn là ai, cần làm gì.', open: 'Mở truy cập khẩn cấp', usual: 'Quay lại đăng nhập như thường',
  uses: 'Truy cập khẩn cấp', ready: 'Có một phong bì đang sẵn sàng.', notReady: 'Chưa có phong bì nào dùng được. Người vận hành máy chủ tạo một phong bì và khóa trong két.', none: 'Chưa dùng lần nào', noneText: 'Khi phong bì được mở, lần dùng hiện ở đây cho đến khi có người xem xét.', why: (reason: string) => `Lý do: ${reason}`, by: (name: string, when: string) => `${name} xem xét lúc ${when}`,
  review: 'Kết luận', reviewIn: 'kết luận, ít nhất 10 chữ', reviewHint: 'Đã xem những gì được làm trong giờ đó, có đúng lý do không.', reviewButton: 'Ghi kết luận', reviewed: 'Đã ghi kết luận.',
}
