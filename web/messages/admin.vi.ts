import { formatDate, formatNumber } from '#kernel/format'
import { credentialEvents, credentialNotices } from './credentials.vi.ts'

const day = (text: unknown): string => (typeof text === 'string' ? formatDate(text) : '')
const number = (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : '')
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : text(value))
const titled = (value: unknown): string => (typeof value === 'object' && value !== null ? text((value as Record<string, unknown>)['vi']) : '')

type Facts = Record<string, unknown>
export type SayOfficerNotice = (facts: Facts) => { title: string; text: string }

/** Words of who may act for whom: administration of officers, delegation, moving a queue, notices to officers. */
export const admin = {
  rail: 'Cơ quan',
  duty: { administer: 'Quản trị', delegate: 'Ủy quyền', moveQueue: 'Chuyển việc', notices: 'Thông báo' },
  menu: { officers: 'Cán bộ', newOfficer: 'Thêm cán bộ', reviews: 'Rà soát quyền', delegations: 'Ủy quyền', rights: 'Bảng quyền', reforms: 'Sắp xếp đơn vị', readings: 'Nhật ký xem dữ liệu', dataRequests: 'Câu hỏi về dữ liệu', emergencies: 'Truy cập khẩn cấp', services: 'Tài khoản dịch vụ', entryDrafts: 'Bản nháp thủ tục', programme: '25 dịch vụ thiết yếu' },
  menuText: {
    officers: 'Tìm, xem, giao và kết thúc vai trò, khóa tài khoản', newOfficer: 'Lập tài khoản với vai trò đầu tiên', reviews: 'Sáu tháng một lần, giữ hay kết thúc từng vai trò',
    delegations: 'Ai đang ký thay ai, đến ngày nào', rights: 'Mỗi vai trò làm được việc gì, để in',
    reforms: 'Nhập, chia, đổi tên đơn vị: diễn tập, in, áp dụng',
    readings: 'Ai xem dữ liệu cá nhân của ai, để làm gì', dataRequests: 'Người dân hỏi về lần xem dữ liệu, có hạn trả lời',
    emergencies: 'Ai đã mở phong bì, vì sao, ai đã xem xét', services: 'Hệ thống khác gọi vào: phạm vi, khóa bí mật, ngày hết hạn',
    entryDrafts: 'Thủ tục nhập từ bảng, còn thiếu gì, công bố', programme: 'Ghi dịch vụ nào đã mở, vì sao',
  } as Record<string, string>,
  printed: (place: string, at: string, who: string, title: string) => `${place} · In lúc ${at} · Người in: ${who}${title === '' ? '' : `, ${title}`}`,
  role: { clerk: 'Một cửa', officer: 'Công chức xử lý', leader: 'Lãnh đạo', centre: 'Trung tâm điều hành', administrator: 'Quản trị' },
  kind: { administration: 'quản trị', operation: 'tác nghiệp', technical: 'kỹ thuật', service: 'dịch vụ' },
  state: { active: 'Đang dùng', never: 'Chưa đăng nhập', idle: 'Lâu không dùng', locked: 'Đang khóa', disabled: 'Đã đóng', ended: 'Hết vai trò' },
  capacityState: { coming: 'Sắp tới', holds: 'Đang giữ', past: 'Đã hết' },
  when: { since: (from: string) => `từ ${from}`, between: (from: string, to: string) => `${from} – ${to}`, until: (to: string) => `đến ${to}`, never: 'Chưa lần nào' },
  limit: { field: (code: string) => `Chỉ lĩnh vực ${code}`, procedure: (code: string) => `Chỉ thủ tục ${code}` },
  none: { title: 'Không có gì ở đây', text: 'Khi có, mục này hiện ở đây.' },
  home: {
    title: 'Quản trị', scope: (name: string, count: string) => `Phạm vi: ${name} · ${count} cơ quan`, accounts: 'Tài khoản', attention: 'Cần để ý', nothing: 'Không có việc nào chờ bạn.',
    overdue: (agencies: string, capacities: string) => `${agencies} cơ quan có ${capacities} vai trò quá sáu tháng chưa rà soát`, openReviews: (count: string) => `${count} lần rà soát chưa xong`,
    state: { never: 'tài khoản chưa đăng nhập lần nào', idle: 'tài khoản quá 45 ngày không dùng', locked: 'tài khoản đang khóa vì nhập sai', ended: 'tài khoản không còn vai trò nào' } as Record<string, string>,
    ending: 'Vai trò sắp hết trong 30 ngày', who: 'Người', what: 'Vai trò', agency: 'Cơ quan', last: 'Ngày cuối', delegated: 'ủy quyền', menu: 'Việc quản trị',
  },
  officers: {
    title: 'Cán bộ', search: 'Tìm theo tên', agency: 'Cơ quan', anyAgency: 'Mọi cơ quan', role: 'Vai trò', anyRole: 'Mọi vai trò', state: 'Trạng thái', anyState: 'Mọi trạng thái', apply: 'Tìm', all: 'Bỏ lọc',
    name: 'Họ tên', username: 'Tên đăng nhập', duties: 'Vai trò hôm nay', seen: 'Đăng nhập gần nhất', noDuty: 'Không giữ vai trò nào', none: 'Không thấy cán bộ nào', noneText: 'Kiểm tra lại tên, hoặc bỏ bớt điều kiện lọc.', more: 'Trang sau', first: 'Về đầu danh sách',
  },
  officer: {
    account: 'Tài khoản', created: 'Lập ngày', seen: 'Đăng nhập gần nhất', signIn: 'Cách đăng nhập', canSignIn: 'Mật khẩu và mã xác thực', cannot: 'Chưa có mật khẩu: cấp phiếu đăng nhập một lần thì mới đăng nhập được', demonstration: 'Người của bản trình diễn, không có thật',
    disabled: 'Đóng ngày', capacities: 'Vai trò', title: 'Chức danh', role: 'Vai trò', agency: 'Cơ quan', days: 'Thời gian', state: 'Tình trạng', used: 'Dùng gần nhất', act: 'Việc', end: 'Kết thúc', endOf: (title: string) => `Kết thúc vai trò ${title}`,
    delegated: 'Được ủy quyền', document: (given: string) => `Văn bản ${given}`, signs: 'Ký:', give: 'Giao vai trò', disable: 'Đóng tài khoản', disableText: 'Tài khoản đóng thì phiên đang mở kết thúc ngay và không đăng nhập được nữa. Vai trò vẫn còn để mở lại sau.',
    enable: 'Mở lại tài khoản', unlock: 'Bỏ khóa đăng nhập', reason: 'Lý do', reasonIn: 'lý do', back: 'Về danh sách cán bộ', endedBecause: (reason: string) => `Lý do: ${reason}`, made: 'Đã lập tài khoản. Cấp phiếu đăng nhập một lần để người này đăng nhập.', given: 'Đã giao vai trò.', ended: 'Đã kết thúc vai trò.',
    events: 'Đã xảy ra',
    event: {
      ...credentialEvents,
      'identity.officer_created': 'Lập tài khoản', 'identity.officer_disabled': 'Đóng tài khoản', 'identity.officer_enabled': 'Mở lại tài khoản', 'identity.capacity_given': 'Giao vai trò', 'identity.capacity_ended': 'Kết thúc vai trò',
      'identity.delegated': 'Được ủy quyền', 'identity.delegation_revoked': 'Thu hồi ủy quyền', 'identity.account_locked': 'Khóa đăng nhập vì nhập sai nhiều lần', 'identity.account_unlocked': 'Bỏ khóa đăng nhập',
    } as Record<string, string>,
    closed: 'Đã đóng tài khoản.', opened: 'Đã mở lại tài khoản.',
  },
  give: {
    title: (name: string) => `Giao vai trò cho ${name}`, newTitle: 'Thêm cán bộ', name: 'Họ và tên', nameIn: 'họ và tên', username: 'Tên đăng nhập', usernameIn: 'tên đăng nhập', usernameHint: 'Chữ thường không dấu, số và dấu chấm.', role: 'Vai trò', roleIn: 'vai trò',
    agency: 'Cơ quan', agencyIn: 'cơ quan', titleVi: 'Chức danh', titleViIn: 'chức danh', titleEn: 'Chức danh bằng tiếng Anh', titleEnIn: 'chức danh bằng tiếng Anh', limits: 'Giới hạn', field: 'Chỉ một lĩnh vực', fieldIn: 'lĩnh vực', procedure: 'Chỉ một thủ tục', procedureIn: 'thủ tục',
    all: 'Không giới hạn', from: 'Từ ngày', fromIn: 'ngày bắt đầu', to: 'Đến hết ngày', toIn: 'ngày cuối', toHint: 'Để trống khi chưa định ngày kết thúc.', document: 'Số quyết định', documentIn: 'số quyết định', signing: 'Cách ký của lãnh đạo', signingHint: 'Chỉ điền khi vai trò là lãnh đạo (Nghị định 30/2020/NĐ-CP, Phụ lục I).',
    mode: 'Cách ký', modeIn: 'cách ký', head: 'Chức vụ của người đứng đầu', headIn: 'chức vụ của người đứng đầu', headHint: 'Ví dụ: Chủ tịch', collective: 'Thay mặt tập thể', collectiveIn: 'tên tập thể', collectiveHint: 'Ví dụ: Ủy ban nhân dân. Để trống khi không ký thay mặt.',
    modes: { head: 'Người đứng đầu', TM: 'TM. – thay mặt tập thể', Q: 'Q. – quyền', KT: 'KT. – ký thay', TL: 'TL. – thừa lệnh', TUQ: 'TUQ. – thừa ủy quyền' } as Record<string, string>, button: 'Giao vai trò', make: 'Lập tài khoản', cancel: 'Thôi',
  },
  end: {
    title: (name: string) => `Kết thúc vai trò của ${name}`, text: (title: string, agency: string) => `${title}, ${agency}. Việc đã làm trong vai trò này vẫn giữ nguyên tên và chức danh.`, how: 'Kết thúc khi nào', howIn: 'cách kết thúc',
    atOnce: 'Ngay bây giờ', atOnceHint: 'Phiên đang mở mất vai trò này ở lần bấm tiếp theo.', on: 'Đến hết một ngày', onDay: 'Ngày cuối', onDayIn: 'ngày cuối', onHint: 'Hôm nay hoặc sau hôm nay.', button: 'Kết thúc vai trò',
    inHand: (count: string) => `Còn ${count} hồ sơ trong tay người này. Nhờ lãnh đạo cơ quan chuyển trước, ở trang Chuyển việc: không còn vai trò thì không ai xử lý được các hồ sơ đó.`,
  },
  reviews: {
    title: 'Rà soát quyền', text: 'Mỗi vai trò phải được một người xem lại ít nhất sáu tháng một lần (TCVN 14423:2026, cấp độ 3).', open: 'Mở lần rà soát', agency: 'Cơ quan và các đơn vị trực thuộc', agencyIn: 'cơ quan', list: 'Các lần rà soát', opened: 'Mở ngày', by: 'Người mở',
    progress: 'Tiến độ', done: (kept: string, ended: string, all: string) => `giữ ${kept}, kết thúc ${ended} trên ${all}`, finished: (at: string) => `Xong ${at}`, running: 'Đang làm', none: 'Chưa có lần rà soát nào', noneText: 'Chọn cơ quan rồi bấm Mở lần rà soát.',
    overdue: 'Quá hạn rà soát', overdueLine: (count: string, since: string) => `${count} vai trò, lâu nhất từ ${since}`,
  },
  review: {
    title: (agency: string) => `Rà soát quyền: ${agency}`, back: 'Về các lần rà soát', who: 'Người', role: 'Vai trò', since: 'Thời gian', used: 'Dùng gần nhất', flags: 'Để ý', decision: 'Quyết định', pick: (name: string) => `Chọn ${name}`, keep: 'Giữ vai trò đã chọn', end: 'Kết thúc vai trò đã chọn',
    choose: 'Chọn', reason: 'Lý do kết thúc', reasonIn: 'lý do kết thúc', reasonHint: 'Chỉ cần khi kết thúc.', finish: 'Hoàn thành rà soát', finished: (at: string) => `Đã hoàn thành ${at}.`, print: 'In bảng này', none: 'Chưa quyết định', picked: 'vai trò',
    flag: { idle: 'quá 45 ngày không dùng', never_used: 'chưa dùng lần nào', delegated: 'được ủy quyền', ends_soon: 'sắp hết' } as Record<string, string>, kept: 'Giữ', ended: 'Kết thúc', decidedBy: (name: string) => `bởi ${name}`, more: 'Trang sau', first: 'Về đầu',
  },
  rights: {
    title: 'Bảng quyền theo vai trò', text: 'Viết ra từ chính bảng mà máy chủ dùng để cho phép hay từ chối. Phạm vi (hồ sơ của ai, cơ quan nào) được xét thêm ở từng việc.', action: 'Việc', yes: 'Có', no: 'Không', print: 'In bảng quyền', count: (routes: string) => `${routes} việc`,
    roles: { nobody: 'Khách', citizen: 'Người dân', clerk: 'Một cửa', officer: 'Công chức', leader: 'Lãnh đạo', centre: 'Trung tâm', administrator: 'Quản trị', service: 'Dịch vụ' } as Record<string, string>,
  },
  delegations: {
    title: 'Ủy quyền', given: 'Bạn đã ủy quyền', received: 'Bạn được ủy quyền', scope: 'Ủy quyền trong phạm vi quản trị', to: 'Người nhận', from: 'Người ủy quyền', lines: 'Ký', days: 'Thời gian', what: 'Nội dung', document: 'Văn bản', state: 'Tình trạng', act: 'Việc',
    everything: 'Mọi việc', states: { coming: 'Sắp tới', holds: 'Đang có hiệu lực', past: 'Đã hết', revoked: 'Đã thu hồi' } as Record<string, string>, revoke: 'Thu hồi', revokeOf: (name: string) => `Thu hồi ủy quyền cho ${name}`, reason: 'Lý do thu hồi', reasonIn: 'lý do thu hồi',
    none: 'Không có ủy quyền nào', noneText: 'Ủy quyền bằng văn bản, có ngày bắt đầu và ngày kết thúc, hiện ở đây.', new: 'Ủy quyền mới', whose: 'Ủy quyền của', go: 'Tiếp tục', whoseIn: 'người ủy quyền', who: 'Người nhận', whoIn: 'người nhận', mode: 'Cách ký', modeIn: 'cách ký',
    tuq: 'TUQ. – thừa ủy quyền', tuqHint: 'Cho người đứng đầu đơn vị hoặc công chức của cơ quan.', kt: 'KT. – ký thay', ktHint: 'Chỉ cho cấp phó.', deputy: 'cấp phó', replace: 'Thay thế ủy quyền đang có cho cùng nội dung', button: 'Ủy quyền', fromDay: 'Từ ngày', fromDayIn: 'ngày bắt đầu',
    toDay: 'Đến hết ngày', toDayIn: 'ngày cuối', made: 'Đã ủy quyền. Người nhận đổi vai trò ở góc dưới bên trái để ký.', revoked: 'Đã thu hồi. Người nhận không ký được nữa.', law: 'Bằng văn bản, có thời hạn và nội dung; người được ủy quyền không ủy quyền lại (Nghị định 30/2020/NĐ-CP, Điều 13 khoản 3).',
    change: 'Đổi sang vai trò này để ký: bấm “Đổi vai trò” dưới tên bạn.', notYours: 'Vai trò của bạn không ủy quyền được. Chỉ người đứng đầu cơ quan ủy quyền.',
  },
  move: {
    title: 'Chuyển việc', text: 'Chuyển toàn bộ hồ sơ trong tay người vắng mặt trong một lần. Từng hồ sơ ghi lại việc này, cả hai bên nhận thông báo, và hoàn lại được.', who: 'Người vắng mặt', whoIn: 'người vắng mặt', to: 'Chuyển cho', toIn: 'người nhận', toHint: 'Chọn một người, hoặc nhiều người để chia đều theo số việc đang giữ.',
    holds: (open: string, late: string, waiting: string) => `${open} hồ sơ · ${late} quá hạn · ${waiting} chờ dân`, gone: 'không còn làm ở đây', reason: 'Lý do', reasonIn: 'lý do', reasonHint: 'Đồng nghiệp đọc được. Người dân không thấy lý do.', button: 'Chuyển việc', none: 'Không ai đang giữ hồ sơ nào', noneText: 'Khi công chức nhận xử lý, số hồ sơ của từng người hiện ở đây.',
    latest: 'Các lần chuyển gần đây', undo: 'Hoàn lại', undoOf: (name: string) => `Hoàn lại việc cho ${name}`, undone: (at: string) => `Đã hoàn lại ${at}`, line: (from: string, to: string) => `${from} → ${to}`, share: (name: string, count: string) => `${name} (${count})`, by: (name: string, at: string) => `${name} chuyển lúc ${at}`,
    moved: (count: string) => `Đã chuyển ${count} hồ sơ.`, left: (count: string) => `Còn ${count} hồ sơ: bấm chuyển lần nữa.`, back: (count: string) => `Đã hoàn lại ${count} hồ sơ.`, alone: 'Cơ quan chưa có công chức nào khác nhận việc được. Nhờ người quản trị giao vai trò.',
  },
  notices: {
    title: 'Thông báo', none: 'Chưa có thông báo nào', noneText: 'Việc được chuyển, ủy quyền và nhắc rà soát hiện ở đây.', open: 'Mở',
    unknown: (() => ({ title: 'Thông báo', text: 'Có việc mới liên quan tới bạn.' })) as SayOfficerNotice,
    say: {
      ...credentialNotices,
      'payments.till_handed': (f) => ({ title: `${text(f['name'])} bàn giao tiền cho bạn`, text: `Biên bản số ${text(f['number'])}, ${number(f['counted'])} đồng. Đếm rồi xác nhận ở mục Nhận bàn giao tiền.` }),
      'identity.break_glass_used': (f) => ({ title: 'Có người mở truy cập khẩn cấp', text: `Lý do ghi lại: ${text(f['reason'])}. Xem việc đã làm ở Quản trị, Truy cập khẩn cấp.` }),
      'dossiers.queue_moved_away': (f) => ({ title: `${number(f['count'])} hồ sơ của bạn đã được chuyển`, text: `${text(f['by'])} chuyển cho ${list(f['names'])}. Lý do: ${text(f['reason'])}. Hồ sơ về lại tay bạn khi lãnh đạo hoàn lại.` }),
      'dossiers.queue_moved_here': (f) => ({ title: `Bạn nhận ${number(f['count'])} hồ sơ của ${list(f['names'])}`, text: `${text(f['by'])} chuyển. Lý do: ${text(f['reason'])}. Hồ sơ nằm trong hàng Của tôi.` }),
      'dossiers.queue_moved_back': (f) => (f['mine'] === true
        ? { title: `${number(f['count'])} hồ sơ đã về lại tay bạn`, text: `${text(f['by'])} hoàn lại. Hồ sơ nằm trong hàng Của tôi.` }
        : { title: `${number(f['count'])} hồ sơ đã về lại ${list(f['names'])}`, text: `${text(f['by'])} hoàn lại. Những hồ sơ này không còn trong tay bạn.` }),
      'identity.delegated': (f) => ({ title: `${text(f['name'])} ủy quyền cho bạn`, text: `${titled(f['title'])} ủy quyền từ ${day(f['from'])} đến hết ${day(f['to'])} theo ${text(f['document'])}. Bạn ký: ${Array.isArray(f['lines']) ? f['lines'].join(' / ') : ''}.` }),
      'identity.delegation_revoked': (f) => ({ title: `${text(f['name'])} thu hồi ủy quyền`, text: `Bạn không ký thay nữa. Lý do: ${text(f['reason'])}.` }),
      'identity.review_due': (f) => ({ title: 'Đến hạn rà soát quyền', text: `Có ${number(f['capacities'])} vai trò ở ${number(f['agencies'])} cơ quan quá sáu tháng chưa được xem lại. Mở Quản trị, Rà soát quyền.` }),
      'identity.service_ends': (f) => ({ title: `Tài khoản dịch vụ ${text(f['name'])} sắp hết hạn`, text: `Ngày cuối là ${day(f['to'])}. Còn dùng thì mở Quản trị, Tài khoản dịch vụ để cấp khóa mới và gia hạn.` }),
    } as Record<string, SayOfficerNotice>,
  },
}
