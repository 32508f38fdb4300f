/** Words of the rearrangement of units and agencies. */
export const reform = {
  title: 'Sắp xếp đơn vị', text: 'Nhập, chia, đổi tên đơn vị và cơ quan theo một phương án. Diễn tập trước để thấy hết những gì sẽ đổi; áp dụng thì đơn vị đổi đúng ngày, còn hồ sơ, vai trò tự chuyển theo.',
  drafts: 'Phương án để diễn tập', noDrafts: 'Chưa có phương án nào của tỉnh chờ diễn tập. Có thể mở một tệp phương án ở dưới.', rehearse: 'Diễn tập', rehearseOf: (title: string) => `Diễn tập: ${title}`, applied: 'Đã áp dụng.',
  file: 'Mở tệp phương án', fileHint: 'Tệp .json theo mẫu. Diễn tập không thay đổi gì.', sample: 'Tải tệp mẫu', fileIn: 'tệp phương án', fileMissing: 'Chọn tệp phương án để diễn tập', nothingMoves: 'Không có hồ sơ, vai trò nào phải chuyển', done: 'Đã quyết định', none: 'Chưa có đợt sắp xếp nào', noneText: 'Khi một phương án được áp dụng, nó hiện ở đây cùng tiến độ chuyển.',
  plan: 'Phương án', day: 'Ngày hiệu lực', state: 'Tình trạng', progress: 'Đã chuyển', states: { waiting: 'Chờ đến ngày', moving: 'Đang chuyển', finished: 'Đã xong' }, of: (done: string, total: string) => `${done} / ${total}`, by: (name: string, day: string) => `${name} áp dụng ngày ${day}`, recorded: (day: string) => `Có sẵn khi lập hệ thống, ghi vào ngày ${day}`,
  back: 'Về Sắp xếp đơn vị', print: 'In bản này', basis: 'Căn cứ',
  report: {
    title: (title: string) => `Diễn tập: ${title}`, decided: (title: string) => title, clear: 'Phương án áp dụng được. Trước khi áp dụng không có việc gì cần người quyết định. Diễn tập không thay đổi gì trong hệ thống.',
    clearByMain: (count: string) => `Phương án áp dụng được: ${count} hồ sơ của đơn vị bị chia mà không ai chỉ định thì về nơi nhận mặc định. Diễn tập không thay đổi gì trong hệ thống.`,
    waiting: (count: string) => `Phương án chưa áp dụng được: ${count} hồ sơ cần người quyết định, xem danh sách ở dưới.`,
    settle: (agency: string, leaders: string) => `Việc cần định sau khi áp dụng: ${agency} nhận lãnh đạo của nhiều cơ quan, mỗi người vẫn giữ chức danh và quyền ký như cũ (${leaders}). Cử người đứng đầu, rồi kết thúc hoặc đổi vai trò của những người khác.`, faults: (count: string) => `Phương án chưa áp dụng được: ${count} chỗ cần sửa`,
    summary: 'Tóm tắt', units: 'Đơn vị hành chính', agencies: 'Cơ quan', change: (ends: string, begins: string) => `${ends} kết thúc, ${begins} mới`, changeAt: (level: string, ends: string, begins: string) => `${level}: ${ends} kết thúc, ${begins} mới`, posts: 'Cán bộ chuyển theo cơ quan', person: 'Họ tên', post: 'Chức danh',
    unitsEnd: 'Đơn vị kết thúc', unitsBegin: 'Đơn vị mới', unitsChange: 'Đơn vị đổi tên hoặc đổi loại', agenciesEnd: 'Cơ quan kết thúc', agenciesBegin: 'Cơ quan mới', agenciesChange: 'Cơ quan đổi tên', competences: 'Thẩm quyền đổi', records: 'Dữ liệu đi theo', undecided: 'Hồ sơ cần người quyết định',
    was: 'Trước', becomes: 'Trở thành', code: 'Mã', name: 'Tên', share: (percent: string) => `${percent} diện tích`, main: 'nơi nhận mặc định', onlyArea: (area: string) => `riêng phần ${area}`, nothing: 'Không có', nowhere: 'kết thúc hẳn, không đơn vị nào thay',
    what: 'Dữ liệu', moves: 'Sẽ chuyển', waits: 'Cần quyết định', matter: 'Việc', who: 'Ai giải quyết từ ngày này', everything: 'mọi việc còn lại', level: { province: 'cấp tỉnh', district: 'cấp huyện', commune: 'cấp xã' } as Record<string, string>,
    undecidedText: (count: string) => `${count} hồ sơ đang mở nằm ở đơn vị bị chia. Ghi vào phương án mỗi hồ sơ về đâu, hoặc để phương án giao tất cả cho nơi nhận mặc định.`, undecidedMain: 'Phương án này giao những hồ sơ chưa được chỉ định cho nơi nhận mặc định.',
    apply: 'Áp dụng phương án', applyText: (units: string, agencies: string, rows: string, day: string) => `Từ ngày ${day}: ${units} đơn vị và ${agencies} cơ quan kết thúc, ${rows} dòng dữ liệu chuyển theo. Không hoàn lại được.`,
    sure: 'Tôi đã đọc bản diễn tập này và có thẩm quyền áp dụng', sureIn: 'xác nhận', sureMissing: 'Đánh dấu ô xác nhận rồi bấm Áp dụng', button: 'Áp dụng', already: 'Phương án này đã được áp dụng.', other: 'Một phương án khác đã được áp dụng với cùng tên này. Đổi tên phương án rồi diễn tập lại.',
  },
  fault: {
    unit_unknown: 'Đơn vị không có vào ngày trước đó', unit_named_twice: 'Đơn vị được nêu hai lần', unit_code_in_use: 'Mã đơn vị đang dùng', unit_without_successor: 'Đơn vị kết thúc mà không có nơi tiếp nhận', unit_successor_unknown: 'Đơn vị tiếp nhận không tồn tại',
    unit_shares_wrong: 'Các phần chia không cộng thành 100%', unit_main_missing: 'Phải có đúng một nơi nhận mặc định', unit_parent_unknown: 'Đơn vị cấp trên không tồn tại', unit_parent_ends: 'Đơn vị cấp trên kết thúc', unit_goes_on: 'Đơn vị được chia nhưng không kết thúc',
    agency_unknown: 'Cơ quan không có vào ngày trước đó', agency_code_used: 'Mã cơ quan đã dùng, không cấp lại', agency_without_successor: 'Cơ quan kết thúc mà không có nơi tiếp nhận', agency_main_missing: 'Cơ quan phải có đúng một nơi nhận mặc định',
    agency_successor_unknown: 'Cơ quan tiếp nhận không tồn tại', agency_unit_unknown: 'Cơ quan phục vụ một đơn vị không còn', agency_parent_unknown: 'Cơ quan cấp trên không tồn tại', agency_goes_on: 'Cơ quan có nơi tiếp nhận nhưng không kết thúc', decision_unknown: 'Hồ sơ được chỉ định về một nơi không tiếp nhận',
  } as Record<string, string>,
}
