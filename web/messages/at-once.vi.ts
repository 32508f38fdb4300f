/** Words of what is given while the person waits: at the counter, for whoever signs, and of the register of certified copies. */
export const atOnce = {
  tag: 'Trả ngay', perUnit: (amounts: string, unit: string) => `${amounts} một ${unit}`, paperShown: 'Mang theo: quầy xem rồi trả lại bạn ngay.',
  atCounter: 'Đến đúng nơi giải quyết thì có ngay. Nộp trực tuyến hoặc ở nơi khác: tính từ lúc có giấy tiếp nhận.',
  waiting: (count: string) => `${count} trả ngay`,
  intake: {
    who: 'Chỉ cần họ tên. Số định danh, điện thoại ghi khi người dân đưa.', seen: (paper: string) => `Đã xem: ${paper}`, seenHint: 'Đối chiếu từng trang với bản sao, rồi trả lại bản chính.', fee: (sum: string) => `Phải thu khi trả: ${sum}`,
    submit: 'Tiếp nhận, lấy số', promise: 'Không lập giấy hẹn. Hồ sơ lên đầu hàng của người ký.',
  },
  ticket: {
    title: 'Đã tiếp nhận, lấy số', number: 'Số', due: 'Chậm nhất', where: 'Tại', fee: 'Phải trả', text: 'Báo số này cho người dân chờ. Ký xong thì hồ sơ hiện ở hàng “Chờ trả kết quả”.', print: 'In phiếu số', label: 'Phiếu số',
  },
  certify: {
    button: 'Chứng thực', title: 'Chứng thực bản sao', text: (name: string, title: string) => `Bạn chứng thực với tư cách ${title}: ${name}. Số chứng thực lấy từ sổ ngay khi bấm.`, facts: 'Quầy đã xem và đối chiếu', by: 'Người đối chiếu',
    final: 'Bấm rồi thì ký tay, đóng dấu trên từng bản sao. Số đã vào sổ không xóa được. Thấy bản sao không đúng bản chính thì từ chối, đừng bấm.', done: 'Đã chứng thực và vào sổ. Ký tay, đóng dấu rồi chuyển về quầy.',
  },
  pay: { title: 'Thu phí cùng lúc', due: (sum: string) => `Chưa thu: ${sum}`, method: 'Người dân trả bằng', methodIn: 'cách trả', other: 'Người khác nhận thay?', button: (sum: string) => `Thu ${sum} và trả kết quả` },
  register: {
    link: 'Sổ chứng thực bản sao', title: 'Sổ chứng thực bản sao từ bản chính', from: 'Từ ngày', fromIn: 'từ ngày', to: 'Đến ngày', toIn: 'đến ngày', show: 'Xem', days: (from: string, to: string) => (from === to ? `Ngày ${from}` : `Từ ngày ${from} đến ngày ${to}`),
    none: 'Chưa có chứng thực nào trong những ngày này', noneText: 'Chọn ngày khác để xem sổ của ngày đó.', sum: (count: string, copies: string, paid: string) => `${count} lượt chứng thực, ${copies} bản sao, đã thu ${paid}.`,
    number: 'Số', at: 'Ngày', who: 'Người yêu cầu', paper: 'Bản chính', pages: 'Trang', copies: 'Bản sao', fee: 'Phí', signer: 'Người chứng thực', book: (book: string) => `Quyển số ${book}`, free: 'không thu',
    states: { due: 'chưa thu', paid: 'đã thu', waived: 'miễn', cancelled: 'không thu' }, print: 'In sổ bằng trình duyệt (Ctrl+P). Mỗi trang in một trăm dòng.',
  },
}
