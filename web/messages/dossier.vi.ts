type State = 'submitted' | 'desk_waiting' | 'accepted' | 'processing' | 'office_waiting' | 'awaiting_signature' | 'approved' | 'handed_over' | 'refused' | 'withdrawn'
type Act = 'accept' | 'take' | 'propose' | 'approve' | 'handOver' | 'supply' | 'assign' | 'askSupplement' | 'sendBack' | 'refuse' | 'withdraw'

/** Words of an officer's dossier, of its acts, and of the counter. */
export const dossier = {
  title: (applicant: string, code: string) => `${applicant} · ${code}`,
  queues: {
    to_answer: 'Cần tiếp nhận', desk_waiting: 'Chờ dân bổ sung', to_hand_over: 'Chờ trả kết quả', in_offices: 'Đang giải quyết', handed_over_today: 'Đã trả hôm nay', mine: 'Của tôi',
    to_take: 'Chờ nhận xử lý', to_sign: 'Chờ ký', office_open: 'Cơ quan đang giải quyết', office_waiting: 'Cơ quan chờ bổ sung', office_signed: 'Đã ký',
  } as Record<string, string>,
  home: 'Bàn làm việc',
  place: (at: string, of: string) => `${at} trên ${of}`,
  previous: 'Hồ sơ trước',
  next: 'Hồ sơ sau',
  channel: { online: 'nộp trực tuyến', counter: 'nộp tại quầy' },
  simulated: 'Dữ liệu mô phỏng',
  states: {
    submitted: 'Chờ tiếp nhận', desk_waiting: 'Chờ dân bổ sung', accepted: 'Đã tiếp nhận, chờ xử lý', processing: 'Đang xử lý', office_waiting: 'Chờ dân bổ sung', awaiting_signature: 'Chờ ký',
    approved: 'Đã ký, chờ trả', handed_over: 'Đã trả kết quả', refused: 'Đã từ chối', withdrawn: 'Đã rút',
  } as Record<State, string>,
  toolbar: 'Việc làm được lúc này',
  nothing: 'Lúc này bạn không có việc gì phải làm với hồ sơ này.',
  unchecked: (count: string) => `Còn ${count} giấy tờ chưa đạt hoặc chưa xem`,
  acts: {
    accept: 'Tiếp nhận', take: 'Nhận xử lý', propose: 'Trình lãnh đạo ký', approve: 'Duyệt và ký', handOver: 'Trả kết quả', supply: 'Nhận bổ sung tại quầy', assign: 'Giao người xử lý',
    askSupplement: 'Yêu cầu bổ sung', sendBack: 'Trả lại để sửa', refuse: 'Từ chối', withdraw: 'Rút hồ sơ',
  } as Record<Act, string>,
  done: {
    accept: 'Đã tiếp nhận. Giấy tiếp nhận (mẫu 01) đã lập, người nộp đã được báo giờ hẹn.',
    take: 'Bạn đã nhận xử lý hồ sơ này.',
    propose: 'Đã trình lãnh đạo ký.',
    approve: 'Đã ký. Kết quả chuyển về nơi trả, người nộp được báo ngay.',
    handOver: 'Đã trả kết quả. Hồ sơ khép lại.',
    supply: 'Đã nhận bổ sung. Hồ sơ tiếp tục được xử lý.',
    assign: 'Đã giao người xử lý.',
    askSupplement: 'Đã yêu cầu bổ sung. Phiếu yêu cầu (mẫu 02) đã lập, người nộp đã được báo.',
    sendBack: 'Đã trả lại cho người xử lý, kèm điều cần sửa.',
    refuse: 'Đã từ chối. Phiếu từ chối (mẫu 03) đã lập, người nộp đã được báo lý do.',
    withdraw: 'Đã ghi việc rút hồ sơ. Hồ sơ dừng ở đây.',
    good: 'Đã ghi: giấy tờ đạt.',
    bad: 'Đã ghi: giấy tờ chưa đạt.',
  } as Record<Act | 'good' | 'bad', string>,
  goNext: 'Hồ sơ tiếp theo',
  backToQueue: (queue: string) => `Về hàng “${queue}”`,
  content: 'Giấy tờ và nội dung khai',
  papers: {
    title: 'Giấy tờ', checked: (done: string, all: string) => `${done} trên ${all} đã xem`, none: 'Hồ sơ này không phải nộp giấy tờ nào kèm tờ khai.',
    at: '#', name: 'Thành phần', source: 'Nguồn', check: 'Kiểm tra', unseen: 'Chưa xem', good: 'Đạt', bad: 'Chưa đạt', replaced: 'Đã thay',
    from: { online: 'Nộp trực tuyến', counter: 'Nhận tại quầy', supplement: 'Dân bổ sung' } as Record<'online' | 'counter' | 'supplement', string>,
    form: { original: 'bản chính', copy: 'bản sao', electronic: 'bản điện tử' } as Record<'original' | 'copy' | 'electronic', string>,
    noFile: 'Giấy này chỉ được xem tại quầy, không có bản chụp.',
    remark: 'Nhận xét', remarkHint: 'Viết khi chưa đạt: sẽ có sẵn trong yêu cầu bổ sung.', markGood: 'Đạt', markBad: 'Chưa đạt', checking: (name: string) => `Kiểm tra: ${name}`,
  },
  viewer: { title: 'Giấy tờ đang xem', empty: 'Chọn một giấy tờ hoặc văn bản để xem ở đây.', open: 'Mở riêng', openNamed: (name: string) => `Mở riêng ${name}`, frame: (name: string) => `Nội dung ${name}` },
  applicant: {
    title: 'Người nộp', name: 'Họ, chữ đệm, tên', number: 'Số định danh', born: 'Ngày sinh', gender: 'Giới tính', nationality: 'Quốc tịch', ethnicity: 'Dân tộc', phone: 'Điện thoại', email: 'Thư điện tử',
    address: 'Nơi thường trú', male: 'Nam', female: 'Nữ', show: 'Xem đủ số', showHint: 'Lần xem được ghi lại.', noNumber: 'Không có',
  },
  answers: 'Nội dung khai',
  procedureCase: 'Trường hợp',
  documents: {
    title: 'Văn bản', none: 'Chưa có văn bản nào.',
    kinds: { form01: 'Giấy tiếp nhận và hẹn trả (mẫu 01)', form02: 'Phiếu yêu cầu bổ sung (mẫu 02)', form03: 'Phiếu từ chối (mẫu 03)', result: 'Kết quả' } as Record<'form01' | 'form02' | 'form03' | 'result', string>,
    line: (number: string, at: string) => `số ${number}, ${at}`, draft: 'Dự thảo kết quả', draftLine: 'Điền sẵn từ nội dung khai, chưa có số và chữ ký.', seeDraft: 'Xem bản dự thảo',
  },
  limits: {
    title: 'Thời hạn và chặng đường', clock: (figure: string) => `Giờ làm việc: ${figure}`, due: 'Hẹn trả', firstDue: 'Hẹn lần đầu', used: 'Đã dùng', usedOf: (used: string, whole: string) => `${used} trên ${whole}`,
    answerBy: 'Trả lời trước', submitted: 'Nộp lúc', counter: 'Nơi trả', electronic: 'Bản điện tử', office: 'Giải quyết', holder: 'Đang giữ', early: 'giờ sớm hơn hẹn', late: 'giờ trễ hẹn',
    deskWaits: 'Chờ người nộp bổ sung, đồng hồ chưa chạy.', noClock: 'Không còn đồng hồ nào chạy.',
  },
  way: {
    title: 'Chặng đường', asked: 'Đang chờ người nộp', since: (at: string) => `Từ ${at}`, system: 'Hệ thống', reason: (text: string) => `Lý do: ${text}`, to: (name: string) => `Người nhận: ${name}`,
    acts: {
      submit: 'Nộp hồ sơ', accept: 'Tiếp nhận', take: 'Nhận xử lý', assign: 'Giao người xử lý', askSupplement: 'Yêu cầu bổ sung', supply: 'Bổ sung', propose: 'Trình ký', sendBack: 'Trả lại để sửa', moveQueue: 'Chuyển việc cho đồng nghiệp', moveQueueBack: 'Chuyển việc về', approve: 'Ký kết quả',
      handOver: 'Trả kết quả', refuse: 'Từ chối tiếp nhận', withdraw: 'Rút hồ sơ', electronic: 'Trả kết quả bản điện tử',
    } as Record<string, string>,
    now: { submitted: 'Chờ tiếp nhận', accepted: 'Chờ nhận xử lý', processing: 'Đang xử lý', awaiting_signature: 'Chờ lãnh đạo ký', approved: 'Chờ trả kết quả' } as Record<string, string>,
    ahead: { accept: 'Tiếp nhận', take: 'Xử lý', sign: 'Ký', handOver: 'Trả kết quả' } as Record<string, string>,
  },
  readings: {
    title: 'Dữ liệu cá nhân', none: 'Chưa ai xem đủ số định danh.', some: (count: string, people: string) => `Số định danh đã được xem ${count} lần, bởi ${people} người.`,
    last: (at: string, who: string) => `Lần cuối ${at}, ${who}.`,
  },
  keys: { papers: 'giấy tờ', neighbours: 'hồ sơ trước, sau', draft: 'dự thảo', back: 'về hàng' },
  act: {
    back: 'Về hồ sơ', gone: 'Việc này không còn làm được', open: 'Xem tình trạng mới nhất', cancel: 'Thôi, về hồ sơ',
    reason: 'Lý do', reasonIn: 'lý do', what: 'Việc sẽ xảy ra',
    refuse: {
      title: 'Từ chối tiếp nhận', text: 'Hồ sơ dừng ở đây. Người nộp nhận phiếu từ chối (mẫu 03) với đúng những lời bạn viết dưới này.', hint: 'Nói rõ thiếu hoặc sai điều gì, và người nộp có thể làm gì.',
      ground: 'Căn cứ pháp lý', groundIn: 'căn cứ pháp lý', groundHint: 'Từ căn cứ của thủ tục này.', button: 'Từ chối hồ sơ',
    },
    ask: {
      title: 'Yêu cầu bổ sung', text: 'Chỉ được yêu cầu một lần: ghi đủ mọi giấy tờ còn thiếu. Người nộp nhận phiếu mẫu 02, đồng hồ dừng khi hồ sơ đã được tiếp nhận.', items: 'Giấy tờ cần bổ sung',
      itemsIn: 'giấy tờ cần bổ sung', itemsHint: 'Giấy nào cần thì viết người nộp phải làm gì. Để trống nếu không cần.', itemsNone: 'Viết việc phải làm cho ít nhất một giấy tờ', what: (paper: string) => `Việc phải làm với: ${paper}`,
      others: 'Giấy tờ khác của thủ tục', handed: 'Giấy tờ đã nộp', wasBad: (remark: string) => `Chưa đạt. ${remark}`, reason: 'Vì sao phải bổ sung', button: 'Gửi yêu cầu bổ sung',
    },
    supply: {
      title: 'Nhận bổ sung tại quầy', text: 'Quét từng giấy, hoặc đánh dấu giấy đã xem tại quầy. Đủ mọi giấy thì hồ sơ mới tiếp tục.', item: (what: string) => `Yêu cầu: ${what}`, has: (name: string) => `Đã có tệp ${name}`,
      file: (paper: string) => `Bản quét: ${paper}`, upload: 'Tải lên', seen: 'Đã xem tại quầy, không có bản quét', seenLegend: 'Giấy đã xem', note: 'Ghi chú', noteIn: 'ghi chú', button: 'Đã nhận đủ', fileHint: 'PDF, JPG, PNG hoặc WebP, tối đa 20 MB.',
    },
    assign: { title: 'Giao người xử lý', text: 'Người được giao thấy hồ sơ trong hàng “Của tôi” ngay.', who: 'Giao cho', whoIn: 'người được giao', now: 'đang giữ', none: 'Cơ quan chưa có công chức nào nhận được hồ sơ này.', button: 'Giao' },
    propose: { title: 'Trình lãnh đạo ký', text: 'Lãnh đạo sẽ ký đúng bản dự thảo bên cạnh. Xem kỹ tên, ngày, nội dung xác nhận.', note: 'Ý kiến trình', noteIn: 'ý kiến trình', noteHint: 'Điều lãnh đạo cần biết trước khi ký.', button: 'Trình ký' },
    sendBack: { title: 'Trả lại để sửa', text: 'Hồ sơ về lại người xử lý. Thời hạn vẫn chạy.', hint: 'Viết điều phải sửa.', button: 'Trả lại' },
    approve: { title: 'Duyệt và ký', text: (name: string, title: string) => `Người ký: ${name}, ${title}.`, final: 'Ký rồi thì không lấy lại được. Kết quả được ghi số và gửi về nơi trả.', proposed: 'Ý kiến trình', button: 'Ký' },
    handOver: {
      title: 'Trả kết quả', text: 'Đưa kết quả rồi ghi người nhận.', print: 'Mở kết quả để in', recipient: 'Người nhận', recipientIn: 'người nhận', relation: 'Người nhận là', relationIn: 'người nhận là ai',
      self: 'Chính người nộp', authorised: 'Người được ủy quyền', authorisedHint: 'Xem văn bản ủy quyền trước khi đưa.', button: 'Đã trả kết quả',
    },
    withdraw: { title: 'Rút hồ sơ', text: 'Dùng khi người nộp xin rút. Hồ sơ dừng ở đây và không mở lại được.', hint: 'Ghi lời người nộp.', button: 'Rút hồ sơ' },
  },
  intake: {
    withoutPhone: 'Người này không có điện thoại', withoutPhoneHint: 'Hẹn ngày trả ghi trên giấy tiếp nhận; đến ngày đó thì ra quầy.',
    card: {
      title: 'Thẻ căn cước', label: 'Quét mã QR trên thẻ', hint: 'Đặt con trỏ ở ô này rồi quét. Không có máy quét thì bỏ qua, nhập tay ở dưới.', fill: 'Điền từ thẻ',
      filled: (name: string) => `Đã điền từ thẻ của ${name}. Đối chiếu với người và thẻ trước khi tiếp nhận.`, earlier: (count: number) => `Người này đã nộp ${count} hồ sơ tại quầy; điện thoại, dân tộc, nơi thường trú lấy từ hồ sơ gần nhất, hỏi lại cho chắc.`,
      faults: {
        empty: 'Chưa có gì trong ô quét. Đặt con trỏ vào ô rồi quét lại.', not_a_card: 'Đây không phải mã trên thẻ căn cước. Quét mã QR ở góc trên bên phải mặt trước của thẻ.', cut: 'Mã đọc chưa đủ. Giữ thẻ phẳng, lau mặt thẻ rồi quét lại.',
        letters_lost: 'Máy quét không gửi được chữ có dấu. Số và ngày đã điền; nhập họ tên theo thẻ.', keyboard: 'Bộ gõ tiếng Việt đang đổi chữ của máy quét. Tắt Unikey (về tiếng Anh) rồi quét lại.',
      },
    },
    title: 'Tiếp nhận tại quầy', choose: 'Người dân cần làm thủ tục gì?', search: 'Tìm thủ tục', none: (query: string) => `Không thấy thủ tục nào cho “${query}”`, noneText: 'Thử gõ ít chữ hơn. Gõ không dấu cũng được.', all: 'Xem tất cả thủ tục',
    caseIn: 'trường hợp', pick: (label: string) => `Chọn: ${label}`, applicant: 'Người nộp', area: 'Phường, xã thường trú', line: 'Số nhà, đường, tổ, khu phố, ấp', numberHint: '12 số trên thẻ căn cước',
    refresh: 'Cập nhật câu hỏi theo trả lời', refreshHint: 'Trả lời xong các câu chọn thì bấm để hiện câu hỏi kèm theo.', from: 'từ', to: 'đến', toHint: 'để trống nếu vẫn còn', areaOf: (label: string) => `${label}: phường, xã`, lineOf: (label: string) => `${label}: số nhà, đường`,
    fromOf: (label: string) => `${label}: từ`, toOf: (label: string) => `${label}: đến`,
    papers: 'Giấy tờ', papersNone: 'Trường hợp này không phải nộp giấy tờ nào.', paperForm: 'Đã nhận', notSeen: 'Chưa có', copies: 'Số bản', scan: 'Bản quét', scanning: 'Đang tải lên…', scanned: (name: string) => `Đã quét: ${name}`,
    scanFailed: 'Tệp chưa tới nơi. Kiểm tra mạng rồi chọn lại.', example: (text: string) => `Ví dụ: ${text}`,
    submit: 'Tiếp nhận và in giấy hẹn', promise: 'Thời hạn bắt đầu chạy từ lúc bấm.',
    receipt: {
      title: 'Đã tiếp nhận', code: 'Mã hồ sơ', secret: 'Mã tra cứu', due: 'Hẹn trả', where: 'Nơi trả', print: 'Mở giấy tiếp nhận để in', text: 'Đưa giấy tiếp nhận (mẫu 01) cho người nộp. Mã hồ sơ và mã tra cứu có trên giấy.', another: 'Tiếp nhận người khác', open: 'Mở hồ sơ',
    },
  },
}
