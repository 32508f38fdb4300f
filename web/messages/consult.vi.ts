/** Asking another agency about a dossier, answering it, and checking the place. */
export const consult = {
  opinions: {
    title: 'Xin ý kiến', ask: 'Xin ý kiến cơ quan khác', none: 'Chưa hỏi cơ quan nào.', until: (at: string) => `Trả lời trước ${at}`, asked: (who: string, at: string) => `${who} hỏi ${at}`,
    answered: (who: string, at: string) => `${who}, ${at}`, withdraw: 'Rút câu hỏi', shown: (count: string) => `Cho xem ${count} giấy tờ`, files: 'Giấy tờ kèm theo',
    stands: { open: 'chờ ý kiến', overdue: 'hết hạn, không trả lời', silent: 'hết hạn, không trả lời', withdrawn: 'đã rút', answered: 'đã trả lời' } as Record<'open' | 'overdue' | 'silent' | 'withdrawn' | 'answered', string>,
    opinion: { agree: 'Đồng ý', disagree: 'Không đồng ý', other: 'Ý kiến khác' } as Record<'agree' | 'disagree' | 'other', string>,
  },
  ask: {
    title: 'Xin ý kiến cơ quan khác', text: 'Cơ quan được hỏi thấy câu hỏi, phần khai về công trình và những giấy tờ bạn chọn; không thấy ai nộp. Trong lúc chờ chưa trình ký được. Đồng hồ của hồ sơ vẫn chạy.',
    textStops: 'Cơ quan được hỏi thấy câu hỏi, phần khai về công trình và những giấy tờ bạn chọn; không thấy ai nộp. Trong lúc chờ chưa trình ký được. Đồng hồ của hồ sơ dừng đến khi có ý kiến hoặc hết hạn.',
    agency: 'Cơ quan được hỏi', agencyIn: 'cơ quan được hỏi', content: 'Nội dung xin ý kiến', contentIn: 'nội dung xin ý kiến', contentHint: 'Hỏi rõ từng điểm, cơ quan được hỏi chỉ đọc những gì ở đây.', due: 'Trả lời trước hết ngày', dueIn: 'ngày trả lời',
    dueHint: (most: string) => `Muộn nhất ${most}. Hết ngày đó mà không trả lời thì ghi là không có ý kiến.`, papers: 'Giấy tờ cho xem', papersIn: 'giấy tờ cho xem', button: 'Gửi xin ý kiến',
  },
  withdraw: { title: 'Rút câu hỏi', text: (agency: string) => `${agency} không phải trả lời nữa. Có thể hỏi lại.`, hint: 'Một câu ngắn là đủ.', button: 'Rút câu hỏi' },
  checks: {
    title: 'Kiểm tra thực địa', set: 'Hẹn kiểm tra thực địa', none: 'Chưa hẹn kiểm tra.', required: 'Phải kiểm tra xong mới trình ký được.', goes: (who: string) => `Người đi: ${who}`, preparation: (what: string) => `Người nộp chuẩn bị: ${what}`,
    moved: (times: string, why: string) => `Đã đổi lịch ${times} lần. Lần cuối: ${why}`, move: 'Đổi lịch', record: 'Ghi biên bản', notYet: 'chưa tới giờ hẹn', waiting: 'chờ ghi biên bản', good: 'phù hợp', bad: 'không phù hợp',
    present: (who: string) => `Có mặt: ${who}`, by: (who: string, at: string) => `${who} ghi lúc ${at}`, files: 'Ảnh, giấy tờ',
  },
  set: {
    title: 'Hẹn kiểm tra thực địa', text: 'Người nộp được báo ngày giờ, ai đến và cần chuẩn bị gì.', date: 'Ngày', dateIn: 'ngày kiểm tra', time: 'Giờ', timeIn: 'giờ kiểm tra', timeHint: 'Ví dụ 08:30', timeWrong: 'Viết giờ theo mẫu 08:30', goes: 'Ai đi kiểm tra', goesIn: 'người đi kiểm tra',
    preparation: 'Người nộp cần chuẩn bị', preparationIn: 'việc cần chuẩn bị', preparationHint: 'Ví dụ: cắm mốc ranh thửa đất, mang bản chính giấy tờ đất.', button: 'Đặt lịch và báo người nộp',
  },
  move: { title: 'Đổi lịch kiểm tra', text: (at: string) => `Lịch đang hẹn: ${at}. Người nộp được báo lịch mới và lý do.`, reason: 'Vì sao đổi', button: 'Đổi lịch và báo người nộp' },
  record: {
    title: 'Biên bản kiểm tra thực địa', text: (at: string) => `Lần kiểm tra hẹn ${at}. Thêm ảnh trước, rồi ghi biên bản; ghi xong không sửa được.`, photo: 'Ảnh hoặc giấy tờ', add: 'Thêm tệp', photos: 'Ảnh, giấy tờ đã thêm', none: 'Chưa có ảnh.',
    present: 'Những ai có mặt', presentIn: 'người có mặt', findings: 'Thấy gì ở thực địa', findingsIn: 'kết quả kiểm tra', findingsHint: 'Mốc ranh, lộ giới, hiện trạng, công trình bên cạnh.', conforms: 'Thực địa có phù hợp với hồ sơ không?', conformsIn: 'kết luận',
    yes: 'Phù hợp', no: 'Không phù hợp', noHint: 'Chưa trình ký được cho đến khi có lần kiểm tra phù hợp.', button: 'Ghi biên bản',
  },
  mine: {
    check: 'Hẹn kiểm tra thực địa', checked: 'Kiểm tra thực địa', at: (when: string) => `Cán bộ đến lúc ${when}.`, goes: (who: string) => `Người đến: ${who}.`, preparation: (what: string) => `Bạn chuẩn bị: ${what}`, moved: (why: string) => `Lịch đã đổi. Lý do: ${why}`,
    busy: 'Không có mặt được thì gọi trước cho cơ quan giải quyết để đổi lịch.', good: 'Thực địa phù hợp.', bad: 'Có điểm chưa phù hợp. Cán bộ sẽ hẹn kiểm tra lại sau khi bạn khắc phục.', on: (when: string) => `Ghi biên bản ${when}.`,
    opinions: 'Lấy ý kiến cơ quan khác', opinionsText: 'Bạn không phải làm gì.', until: (when: string) => `trả lời trước ${when}`,
  },
  needs: { open: 'Chờ ý kiến cơ quan khác', missing: 'Chưa kiểm tra thực địa', unrecorded: 'Lịch kiểm tra chưa có biên bản', notGood: 'Thực địa không phù hợp' },
  list: {
    link: 'Xin ý kiến', title: 'Xin ý kiến', table: 'Câu hỏi chờ cơ quan này trả lời', from: 'Cơ quan hỏi', what: 'Hỏi về', question: 'Nội dung', due: 'Trả lời trước', answered: 'Đã gửi ý kiến. Cơ quan hỏi thấy ngay.',
    none: 'Không có câu hỏi nào chờ trả lời', noneText: 'Khi cơ quan khác hỏi ý kiến về một hồ sơ, câu hỏi hiện ở đây cho đến khi bạn trả lời hoặc hết hạn.',
  },
  question: {
    title: (procedure: string) => `Xin ý kiến: ${procedure}`, back: 'Về danh sách xin ý kiến', asked: (who: string, at: string) => `${who} hỏi lúc ${at}`, due: (at: string) => `Trả lời trước ${at}`,
    silence: { consent: 'Hết hạn mà không trả lời thì coi là đồng ý.', recorded: 'Hết hạn mà không trả lời thì ghi là không có ý kiến.' } as Record<'consent' | 'recorded', string>,
    content: 'Nội dung được hỏi', declared: 'Về công trình', papers: 'Giấy tờ được cho xem', noPapers: 'Cơ quan hỏi không gửi kèm giấy tờ.', noFile: 'chỉ xem tại quầy', answer: 'Ý kiến của cơ quan bạn', opinion: 'Ý kiến', opinionIn: 'ý kiến', reasons: 'Lý do', reasonsIn: 'lý do',
    reasonsHint: 'Nêu căn cứ. Trả lời một lần, gửi rồi không sửa được.', file: 'Giấy tờ kèm theo', fileHint: 'Không bắt buộc. Thêm trước khi gửi ý kiến. PDF hoặc ảnh, tối đa 20 MB.', add: 'Thêm tệp', files: 'Đã thêm', button: 'Gửi ý kiến', readOnly: 'Chuyên viên của cơ quan trả lời câu hỏi này.',
    over: 'Câu hỏi này đã khép lại',
  },
}
