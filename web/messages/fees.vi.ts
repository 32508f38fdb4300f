/** Words of the till: what is owed, receipts, the end of the day. */
export const fees = {
  link: 'Thu phí, lệ phí',
  due: {
    title: 'Thu phí, lệ phí', none: 'Không còn khoản nào chưa thu', noneText: 'Khoản thu hiện ở đây khi hồ sơ có phí được tiếp nhận.', table: 'Các khoản chưa thu, lâu nhất trước', code: 'Mã hồ sơ', payer: 'Người nộp', what: 'Thủ tục', since: 'Từ lúc', total: 'Số tiền',
    collect: 'Thu', sum: (count: string, total: string) => `${count} khoản, ${total}`, till: 'Ca của tôi',
  },
  charge: {
    title: (payer: string) => `Thu phí: ${payer}`, back: 'Về Thu phí, lệ phí', open: 'Mở hồ sơ', goOn: 'Trả kết quả', holder: 'Chủ tài khoản', account: 'Số tài khoản', lines: 'Khoản thu', name: 'Tên', amount: 'Mức', times: 'Số lượng', sum: 'Thành tiền', total: 'Tổng cộng', none: 'Hồ sơ này không có khoản phải thu.',
    states: { due: 'Chưa thu', paid: 'Đã thu', waived: 'Được miễn', cancelled: 'Không thu nữa' },
    method: 'Nhận bằng', methods: { cash: 'Tiền mặt', transfer: 'Chuyển khoản' }, cashHint: 'Đếm đủ tiền rồi mới bấm.', transferHint: 'Chỉ bấm khi thấy tiền đã vào tài khoản.', reference: 'Mã giao dịch', referenceHint: 'Như trên thông báo của ngân hàng.',
    methodIn: 'cách nhận tiền', qr: 'Mã QR để người nộp chuyển khoản', qrText: 'Người nộp mở ứng dụng ngân hàng và quét: số tiền, nội dung đã điền sẵn. Đối chiếu tên chủ tài khoản trước khi chuyển.', collect: (total: string) => `Đã nhận ${total}, ghi biên lai`,
    waive: 'Miễn thu', waiveText: 'Người có công, hộ nghèo, người khuyết tật và những người khác mà luật cho miễn.', ground: 'Căn cứ miễn', groundIn: 'căn cứ miễn', groundHint: 'Đối tượng và giấy tờ đã xem.', waiveButton: 'Ghi miễn thu', waivedBy: (by: string, reason: string) => `${by} ghi miễn: ${reason}`,
    receipts: 'Biên lai', receipt: (number: string) => `Biên lai số ${number}`, by: (method: string, who: string, at: string) => `${method}, ${who} thu lúc ${at}`, print: 'Mở để in', voided: (by: string, at: string, reason: string) => `Đã hủy: ${by}, ${at}. ${reason}`,
    void: 'Hủy biên lai', voidText: 'Số biên lai vẫn giữ trong sổ với lý do hủy. Sau đó thu lại để ghi biên lai khác.', reason: 'Lý do hủy', reasonIn: 'lý do hủy', voidButton: 'Hủy biên lai này',
    done: { collected: 'Đã ghi biên lai. Mở để in cho người nộp.', waived: 'Đã ghi miễn thu.', voided: 'Đã hủy biên lai. Thu lại để ghi biên lai khác.' },
  },
  till: {
    title: 'Ca của tôi', none: 'Chưa thu khoản nào từ lần chốt trước', noneText: 'Biên lai bạn ghi hiện ở đây cho tới khi chốt.', cash: 'Tiền mặt phải có', transfers: 'Chuyển khoản', table: 'Biên lai chưa chốt, mới nhất trước', number: 'Số', payer: 'Người nộp', method: 'Cách nhận', at: 'Lúc', total: 'Số tiền', voided: 'đã hủy',
    close: 'Chốt ca và bàn giao', counted: 'Tiền mặt đếm được', countedIn: 'tiền mặt đếm được', countedHint: (cash: string) => `Đếm trong ngăn, ghi số đồng. Theo biên lai phải có ${cash}.`, difference: 'Vì sao lệch', differenceIn: 'vì sao lệch', differenceHint: 'Chỉ ghi khi số đếm được khác số phải có.', papers: 'Số hồ sơ giấy bàn giao', papersIn: 'số hồ sơ giấy',
    handedTo: 'Bàn giao cho', handedToIn: 'người nhận bàn giao', handedToHint: 'Người nhận tiền, cuống biên lai và hồ sơ giấy. Người được chọn nhận thông báo và tự xác nhận.',
    outside: 'Hoặc nộp ra ngoài', outsideIn: 'nơi nhận bên ngoài', outsideHint: 'Ngân hàng, kho bạc: ghi tên nơi nhận và người nhận. Có giấy nộp tiền thì bạn ghi số giấy ở dưới.', toWhom: 'Chọn người nhận, hoặc ghi nơi nhận bên ngoài', oneOnly: 'Chỉ chọn một: người nhận, hoặc nơi nhận bên ngoài', sayWhy: 'Số đếm được khác số theo sổ: ghi vì sao lệch', button: 'Chốt ca', closings: 'Các lần chốt', noClosings: 'Chưa có lần chốt nào', noClosingsText: 'Lần chốt ca hiện ở đây để người nhận xác nhận.',
    line: (clerk: string, at: string) => `${clerk} chốt lúc ${at}`, facts: (receipts: string, voided: string, papers: string) => `${receipts} biên lai, ${voided} đã hủy, ${papers} hồ sơ giấy`, sums: (cash: string, counted: string, transfers: string) => `Tiền mặt ${cash}, đếm được ${counted}; chuyển khoản ${transfers}`,
    differs: (by: string, reason: string) => `${by} so với sổ. Lý do: ${reason}`, short: (sum: string) => `Thiếu ${sum}`, over: (sum: string) => `Thừa ${sum}`, to: (name: string) => `Bàn giao cho ${name}`, waiting: 'Chưa xác nhận đã nhận.', waitsFor: (name: string) => `Chờ ${name} xác nhận.`, received: (by: string, at: string) => `${by} xác nhận đã nhận lúc ${at}`, receive: (sum: string) => `Tôi đã nhận đủ ${sum}`, receiveOutside: 'Đã nộp xong', otherCount: 'Đếm được số khác?', receiverCounted: 'Tiền mặt tôi đếm được', remark: 'Vì sao khác', remarkIn: 'vì sao khác', referenceLabel: 'Số giấy nộp tiền', referenceIn: 'số giấy nộp tiền', referenceHint: 'Như trên giấy của ngân hàng, kho bạc.', reference: (number: string) => `Giấy nộp tiền số ${number}`,
    receivedOther: (sum: string, remark: string) => `Người nhận đếm được ${sum}. ${remark}`, sheet: (number: string) => `In biên bản bàn giao số ${number}`, receiving: 'Nhận bàn giao tiền',
    done: { closed: 'Đã chốt ca. Người nhận đã được báo và xác nhận ở tài khoản của mình. In biên bản bên dưới để hai bên ký.', outside: 'Đã chốt ca. Nộp tiền xong thì ghi số giấy nộp tiền ở bên dưới.', received: 'Đã ghi việc nhận bàn giao.' },
  },
}
