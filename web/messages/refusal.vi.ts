/** Words for what an office does not grant after it has taken it in. */
export const refusal = {
  tag: 'Không giải quyết',
  title: 'Đề nghị không giải quyết hồ sơ',
  text: 'Dùng khi hồ sơ đủ giấy tờ nhưng điều người dân xin không được phép. Lãnh đạo ký thông báo, nêu đúng lý do bạn viết. Thiếu giấy tờ thì yêu cầu bổ sung, đừng dùng cách này.',
  hint: 'Người dân đọc nguyên văn. Viết điều gì không được phép, vì sao, và phải làm gì để được.',
  ground: 'Căn cứ pháp luật', groundIn: 'căn cứ pháp luật', groundHint: (example: string) => `Văn bản và điều khoản không cho phép. Ví dụ: ${example}.`,
  button: 'Trình lãnh đạo ký thông báo',
  laid: 'Người xử lý đề nghị không giải quyết hồ sơ này',
  signed: 'Cơ quan không giải quyết hồ sơ này',
  sign: { title: 'Ký thông báo không giải quyết', final: 'Ký rồi thì quyết định giữ nguyên; chỉ lỗi viết mới thu hồi để viết lại. Thông báo được ghi số, lệ phí chưa nộp được bỏ.', button: 'Ký thông báo', done: 'Đã ký thông báo không giải quyết. Thông báo chuyển về nơi trả.' },
  document: 'Thông báo không giải quyết', draftLine: 'Theo lý do bạn đã viết, chưa có số và chữ ký.',
  paid: (sum: string) => `Người dân đã nộp ${sum}. Thông báo không tự trả lại tiền: thu hồi biên lai ở trang lệ phí nếu phải trả lại.`,
  handOver: 'Đưa thông báo và trả lại giấy tờ bản giấy đã nộp.',
  way: { proposeRefusal: 'Trình ký thông báo không giải quyết', approve: 'Ký thông báo không giải quyết', handOver: 'Trả thông báo và giấy tờ', electronic: 'Gửi thông báo bản điện tử' },
  mine: {
    state: 'Không giải quyết',
    approve: 'Lãnh đạo đã ký thông báo không giải quyết',
    how: (office: string) => `${office} không giải quyết được hồ sơ này. Thông báo đã ký nêu rõ lý do.`,
    todoCounter: (counter: string) => `Giấy tờ bản giấy đã nộp nhận lại tại ${counter}.`,
    todo: 'Đủ điều kiện thì nộp hồ sơ mới. Không đồng ý thì bạn có quyền khiếu nại trong 90 ngày.',
    ground: 'Căn cứ', document: 'Tải thông báo',
  },
}
