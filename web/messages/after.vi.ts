/** Words of what comes after the result: shelves, misprints, lists of paper files, one person with many dossiers, printing again. */
export const after = {
  line: {
    place: (place: string) => `Chỗ để: ${place}`, moved: (from: string, place: string) => `Chuyển từ ${from} sang ${place}`, list: (number: string) => `Danh sách ${number}`, papers: (count: string) => `${count} giấy tờ`,
    days: (days: string) => `Đã chờ ${days} ngày`, voided: (number: string) => `Văn bản số ${number}`, outside: 'Người nộp đang giữ bản cũ', oldPaper: { returned: 'Đã nhận lại bản cũ', lost: 'Người nộp báo mất bản cũ' } as Record<string, string>,
    corrected: (what: string) => `Đã sửa: ${what}`, copy: (copy: string) => `Bản in lại số ${copy}`, together: (number: string) => `Trả cùng lượt ${number}`, from: (name: string) => `Người giao: ${name}`, to: (name: string) => `Người nhận: ${name}`, remark: (text: string) => `Ghi chú: ${text}`,
  },
  shelve: { title: 'Xếp kết quả lên kệ', text: 'Ghi chỗ để để người trực quầy nào cũng tìm được ngay. Đổi chỗ thì ghi lại.', place: 'Chỗ để', placeIn: 'chỗ để', hint: 'Mã ngắn ghi trên kệ. Ví dụ: A3, KỆ 2-B.', button: 'Ghi chỗ để', label: 'In nhãn', at: (place: string, days: string) => `Kết quả ở ${place}, đã chờ ${days} ngày.`, nowhere: (days: string) => `Kết quả chưa có chỗ để, đã chờ ${days} ngày.` },
  voidResult: { title: 'Thu hồi kết quả để sửa lỗi in', text: 'Chỉ dùng cho lỗi viết, lỗi in rõ ràng; quyết định không đổi. Bản cũ ở lại trong hồ sơ, đóng dấu đã thu hồi. Sau đó làm lại, trình ký và trả như thường lệ. Nếu người nộp đã cầm bản giấy, khi trả bản mới phải nhận lại bản cũ.', hint: 'Sai chỗ nào, đúng là gì. Người nộp đọc được dòng này.', button: 'Thu hồi kết quả' },
  voidedLine: (at: string, by: string, reason: string) => `Đã thu hồi ${at}, ${by}. ${reason}`,
  oldPaper: { label: 'Bản đã thu hồi', labelIn: 'việc nhận lại bản đã thu hồi', returned: 'Đã nhận lại bản cũ', lost: 'Người nộp báo mất, đã ghi cam kết' },
  correct: { title: 'Sửa lỗi trong nội dung khai', text: 'Chỉ sửa đúng chỗ viết sai. Điều đã sửa được ghi trong quá trình giải quyết.' },
  lists: {
    link: 'Hồ sơ giấy', title: 'Bàn giao hồ sơ giấy',
    kinds: { to_office: 'Hồ sơ giấy chuyển cơ quan giải quyết', to_desk: 'Kết quả chuyển về quầy', to_archive: 'Kết quả quá hạn chờ, chuyển lưu trữ' } as Record<'to_office' | 'to_desk' | 'to_archive', string>,
    waiting: 'Chờ lập danh sách', waitingCount: (count: string) => `${count} hồ sơ chờ`, make: 'Lập danh sách', nothing: 'Không có hồ sơ nào chờ',
    receive: 'Chờ tôi xác nhận', sent: 'Các danh sách gần đây', none: 'Chưa có danh sách nào', noneText: 'Danh sách hiện ở đây khi có người lập.',
    number: 'Số', what: 'Loại', from: 'Nơi giao', to: 'Nơi nhận', person: 'Người nhận', files: 'Hồ sơ', made: 'Lập lúc', state: 'Tình trạng',
    states: { open: 'Chờ xác nhận', received: 'Đã nhận', cancelled: 'Đã rút' } as Record<'open' | 'received' | 'cancelled', string>, missing: (count: string) => `thiếu ${count}`,
    makeTitle: 'Lập danh sách bàn giao', makeText: 'Bỏ chọn hồ sơ chưa đi. Số giấy tờ tính sẵn, sửa lại nếu khác. Lập xong thì in ra, hai bên ký.', emptyText: 'Không có hồ sơ nào chờ đi theo loại này.',
    pick: (code: string) => `Đưa ${code} vào danh sách`, code: 'Mã hồ sơ', name: 'Người nộp', title_: 'Thủ tục', papers: 'Số giấy', papersOf: (code: string) => `Số giấy của ${code}`, since: 'Chờ từ', shelf: 'Chỗ để', choosePerson: 'Chọn người nhận', personIn: 'người nhận', noPeople: 'Nơi nhận chưa có ai nhận được. Nhờ người quản trị giao vai trò.', makeButton: 'Lập danh sách', linesIn: 'các dòng', nonePicked: 'Chọn ít nhất một hồ sơ',
    listTitle: (number: string) => `Danh sách ${number}`, print: 'Mở để in và ký', facts: { kind: 'Loại', from: 'Nơi giao', giver: 'Người giao', to: 'Nơi nhận', person: 'Người nhận', made: 'Lập lúc', sum: 'Cộng' }, sum: (files: string, papers: string) => `${files} hồ sơ, ${papers} giấy tờ`,
    receivedBy: (by: string, at: string) => `${by} xác nhận lúc ${at}.`, waitingFor: (name: string) => `Chờ ${name} xác nhận.`, wasCancelled: 'Danh sách đã được rút lại.',
    receiveTitle: 'Xác nhận từng hồ sơ', receiveText: 'Đếm theo từng dòng. Dòng nào thiếu thì ghi thiếu gì: hồ sơ đó trở lại nơi giao để tìm.', came: 'Đã nhận', notCame: 'Thiếu', outcome: 'Xác nhận', outcomeOf: (code: string) => `Xác nhận ${code}`, remark: 'Thiếu gì', remarkOf: (code: string) => `Thiếu gì ở ${code}`, receiveButton: 'Xác nhận danh sách', allCame: 'Đã nhận đủ mọi dòng', remarkIn: (code: string) => `${code} thiếu gì`, outcomeIn: (code: string) => `xác nhận cho ${code}`,
    cancel: 'Rút danh sách', cancelText: 'Khi lập nhầm và chưa ai xác nhận.', outcomes: { received: 'Đã nhận', missing: 'Thiếu', cancelled: 'Đã rút' } as Record<'received' | 'missing' | 'cancelled', string>, open: 'Chưa xác nhận',
    done: { made: 'Đã lập danh sách. Mở để in rồi hai bên ký.', received: 'Đã xác nhận danh sách.', cancelled: 'Đã rút danh sách, hồ sơ trở lại chỗ chờ.' } as Record<string, string>,
    today: (lists: string, files: string) => `Hôm nay bạn đã lập ${lists} danh sách, ${files} hồ sơ giấy.`, todayNone: 'Hôm nay bạn chưa lập danh sách hồ sơ giấy nào.', tillTitle: 'Hồ sơ giấy trong ca', stillWaiting: (count: string) => `Còn ${count} hồ sơ giấy chưa vào danh sách nào.`,
  },
}
