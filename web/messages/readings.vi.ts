/** Words of who read whose data: the citizen's page, the log for administrators, questions about a reading. */
export const readings = {
  title: 'Ai đã xem dữ liệu của tôi', link: 'Ai đã xem dữ liệu của tôi', linkDetail: 'Cán bộ nào xem, lúc nào, để làm gì',
  text: 'Mỗi lần cán bộ mở thông tin của bạn, hệ thống ghi lại và bạn xem được ở đây. Bạn xem hồ sơ của chính mình thì không tính.',
  none: 'Chưa ai xem', noneText: 'Khi có cán bộ mở thông tin của bạn, lần xem hiện ở đây.', older: 'Cũ hơn',
  purpose: { handle: 'Giải quyết hồ sơ', queue: 'Có trong danh sách việc', search: 'Tìm hồ sơ', number: 'Xem số định danh đầy đủ', paper: 'Mở giấy tờ', consult: 'Trả lời xin ý kiến', audit: 'Kiểm tra việc xem dữ liệu' },
  what: { name: 'họ tên', identity: 'thông tin cá nhân', number: 'số định danh', answers: 'nội dung khai', papers: 'giấy tờ', result: 'văn bản, kết quả', readings: 'nhật ký xem dữ liệu' },
  saw: (what: string) => `Đã thấy: ${what}`, dossier: (code: string) => `Hồ sơ ${code}`, someone: 'Hệ thống', ask: 'Hỏi về lần xem này', askOf: (who: string, when: string) => `Hỏi về lần xem của ${who} lúc ${when}`, back: 'Về Ai đã xem dữ liệu của tôi',
  question: {
    title: 'Hỏi về lần xem dữ liệu', text: 'Cơ quan phải xác nhận đã nhận câu hỏi trong 2 ngày làm việc và trả lời trong 10 ngày (Nghị định 356/2025/NĐ-CP).', label: 'Bạn muốn hỏi điều gì?', labelIn: 'câu hỏi', hint: 'Ví dụ: Vì sao xem giấy tờ của tôi khi hồ sơ đã xong?', button: 'Gửi câu hỏi', done: 'Đã gửi câu hỏi. Câu trả lời sẽ hiện dưới lần xem đó.',
    yours: (when: string) => `Bạn hỏi ngày ${when}`, state: { asked: 'Chờ xác nhận', acknowledged: 'Đã xác nhận, chờ trả lời', answered: 'Đã trả lời' }, due: (when: string) => `Hạn trả lời ${when}`, late: 'Đã quá hạn. Bạn có thể gọi đường dây nóng.', answer: 'Trả lời',
  },
  log: {
    title: 'Nhật ký xem dữ liệu', text: 'Ai xem dữ liệu cá nhân của ai, để làm gì. Mở trang này cũng được ghi lại.', code: 'Mã hồ sơ', username: 'Tên đăng nhập', day: 'Ngày', dayHint: 'Năm-tháng-ngày, ví dụ 2026-11-26', find: 'Tìm', all: 'Bỏ lọc', none: 'Không thấy lần xem nào', noneText: 'Đổi điều kiện tìm.', older: 'Cũ hơn',
    at: 'Lúc', who: 'Người xem', why: 'Mục đích', what: 'Đã thấy', dossier: 'Hồ sơ', flags: 'Cần để ý', flag: { many: 'Nhiều người trong một giờ', hours: 'Ngoài giờ làm việc', emergency: 'Khẩn cấp' }, sealed: (when: string, open: string) => `Niêm phong gần nhất ${when}, còn ${open} dòng chờ niêm phong.`, never: (open: string) => `Chưa niêm phong lần nào, ${open} dòng chờ.`,
    requests: 'Câu hỏi của người dân',
  },
  requests: {
    title: 'Câu hỏi về dữ liệu', text: 'Người dân hỏi về những lần xem dữ liệu của họ. Xác nhận trong 2 ngày làm việc, trả lời trong 10 ngày.', none: 'Không có câu hỏi nào', noneText: 'Khi người dân hỏi về một lần xem, câu hỏi hiện ở đây cùng hạn trả lời.', who: 'Người hỏi', about: 'Về lần xem', text1: 'Câu hỏi', due: 'Hạn', state: 'Tình trạng', act: 'Việc',
    acknowledge: 'Xác nhận đã nhận', answer: 'Trả lời', answerIn: 'câu trả lời', answerOf: (name: string) => `Trả lời ${name}`, answerHint: 'Người hỏi đọc nguyên văn. Nói rõ ai xem, vì sao, theo quy định nào.', late: 'Quá hạn', done: { 'xac-nhan': 'Đã xác nhận.', 'tra-loi': 'Đã trả lời.' } as Record<string, string>,
  },
}
