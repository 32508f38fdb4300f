import { formatDate, formatNumber } from '#kernel/format'
import type { SayOfficerNotice } from './admin.vi.ts'

const number = (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : '')
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const day = (value: unknown): string => (typeof value === 'string' ? formatDate(value) : '')
const notYou = 'Nếu không phải bạn, báo ngay người quản trị.'

/** Words of an officer's own sign-in: the steps that are not everyday, the account page, the paper. */
export const credentials = {
  passkey: {
    signIn: 'Đăng nhập bằng khóa truy cập', or: 'Không cần mật khẩu khi máy này đã có khóa truy cập (vân tay, khuôn mặt hoặc mã PIN).', unlock: 'Mở bằng khóa truy cập', waiting: 'Chờ thiết bị xác nhận…',
    failed: 'Thiết bị chưa xác nhận. Bấm lại để thử lần nữa, hoặc dùng mật khẩu.', answer: 'câu trả lời của thiết bị',
  },
  door: {
    noPhone: 'Không có điện thoại? Dùng mã dự phòng', paper: 'Có phiếu đăng nhập một lần? Bắt đầu ở đây',
    recoveryTitle: 'Nhập mã dự phòng', recoveryText: 'Một trong 10 mã bạn đã in hoặc ghi lại. Mỗi mã dùng được một lần.', recovery: 'Mã dự phòng', recoveryInside: 'mã dự phòng', recoveryHint: '16 chữ và số, có hay không có dấu gạch đều được.', toCode: 'Quay lại nhập mã từ điện thoại',
    renewTitle: 'Đổi mật khẩu để vào', renewText: 'Mật khẩu của người quản trị đổi hai tháng một lần. Đặt mật khẩu mới rồi bạn vào thẳng bàn làm việc.', renew: 'Đổi và đăng nhập',
    paperTitle: 'Đăng nhập bằng phiếu một lần', paperText: 'Người quản trị đưa phiếu cho bạn. Phiếu dùng được một lần, trong 24 giờ.', paperCode: 'Mã trên phiếu', paperCodeInside: 'mã trên phiếu', paperNext: 'Tiếp tục', paperNone: 'Có mật khẩu rồi? Đăng nhập như thường',
    passwordTitle: 'Đặt mật khẩu của bạn', passwordText: (name: string) => `Chào ${name}. Bước 2 trên 3: đặt mật khẩu mà chỉ bạn biết.`, next: 'Tiếp tục',
    appTitle: 'Nối ứng dụng xác thực', appText: 'Bước 3 trên 3: quét mã này bằng ứng dụng xác thực trên điện thoại, rồi nhập 6 số đang hiện.', finish: 'Hoàn thành và đăng nhập',
    over: 'Lần đăng nhập này đã hết hạn', overText: 'Bắt đầu lại từ phiếu. Phiếu còn dùng được nếu chưa quá 24 giờ và chưa đăng nhập xong.', restart: 'Bắt đầu lại',
    doneTitle: 'Bạn đã đăng nhập', toDesk: 'Đã cất mã, vào bàn làm việc',
  },
  rules: {
    hint: 'Ít nhất 8 ký tự. Không dùng mật khẩu dễ đoán, tên của bạn, hay mật khẩu trong 10 lần gần nhất.', newPassword: 'Mật khẩu mới', newPasswordInside: 'mật khẩu mới', again: 'Nhập lại mật khẩu mới', againInside: 'mật khẩu nhập lại', old: 'Mật khẩu hiện tại', oldInside: 'mật khẩu hiện tại',
  },
  app: { picture: 'Mã QR cho ứng dụng xác thực', byHand: 'Không quét được? Nhập khóa này bằng tay', key: 'Khóa', account: 'Tài khoản', code: 'Mã 6 số của ứng dụng', codeInside: 'mã 6 số' },
  codes: { title: 'Mã dự phòng của bạn', text: 'Dùng khi không có điện thoại, mỗi mã một lần. Danh sách chỉ hiện lúc này: in ra hoặc chép lại, cất nơi an toàn, không chụp gửi ai.', print: 'In bằng tổ hợp Ctrl + P', list: 'Danh sách mã dự phòng' },
  account: {
    link: 'Tài khoản', title: 'Tài khoản của tôi', demonstration: 'Đây là tài khoản trình diễn: mật khẩu và mã công khai nên không đổi được. Khóa truy cập và phiên thì dùng như thật.',
    password: 'Mật khẩu', passwordSet: (at: string) => `Đổi gần nhất ${at}`, passwordPublic: 'Mật khẩu công khai của bản trình diễn', passwordDue: (at: string) => `Người quản trị phải đổi trước ${at}`, changePassword: 'Đổi mật khẩu',
    app: 'Ứng dụng xác thực', appSet: (at: string) => `Nối từ ${at}`, appPublic: 'Mã hiện sẵn khi đăng nhập', changeApp: 'Đổi ứng dụng hoặc điện thoại',
    codes: 'Mã dự phòng', codesLeft: (left: string, at: string) => `Còn ${left} mã, tạo ${at}`, codesNone: 'Chưa có mã dự phòng', renewCodes: 'Tạo mã mới',
    passkeys: 'Khóa truy cập', passkeysText: 'Đăng nhập bằng vân tay, khuôn mặt hoặc mã PIN của thiết bị, thay cả mật khẩu lẫn mã. Mỗi thiết bị một khóa.', passkeysNone: 'Chưa có khóa truy cập nào.', add: 'Thêm khóa truy cập', added: 'Thêm ngày', used: 'Dùng gần nhất', never: 'Chưa lần nào',
    synced: 'đồng bộ trên nhiều thiết bị', remove: 'Xóa', removeOf: (name: string) => `Xóa khóa truy cập ${name}`, passkeyName: 'Tên', act: 'Việc',
    sessions: 'Nơi đang đăng nhập', device: 'Thiết bị', address: 'Địa chỉ mạng', began: 'Đăng nhập lúc', seen: 'Hoạt động gần nhất', here: 'phiên này', locked: 'đang khóa', unknown: 'Không rõ thiết bị', on: (browser: string, system: string) => `${browser} trên ${system}`,
    end: 'Kết thúc', endOf: (what: string) => `Kết thúc phiên ${what}`, endOthers: 'Kết thúc mọi phiên khác', stranger: 'Thấy nơi không phải của bạn thì kết thúc phiên đó, rồi đổi mật khẩu.',
    done: { 'mat-khau': 'Đã đổi mật khẩu. Mọi phiên khác đã kết thúc.', 'ung-dung': 'Đã đổi ứng dụng xác thực. Mọi phiên khác đã kết thúc.', 'them-khoa': 'Đã thêm khóa truy cập. Lần sau bạn có thể đăng nhập bằng khóa này.', 'xoa-khoa': 'Đã xóa khóa truy cập.', 'ket-thuc': 'Đã kết thúc phiên.' } as Record<string, string>,
    back: 'Về tài khoản của tôi', cancel: 'Thôi',
  },
  change: {
    passwordTitle: 'Đổi mật khẩu', passwordText: 'Đổi xong, mọi phiên khác của bạn kết thúc.', passwordButton: 'Đổi mật khẩu',
    appTitle: 'Đổi ứng dụng xác thực', appBegin: 'Khóa mới thay cho khóa đang có trên điện thoại. Cần một mã của ứng dụng cũ và một mã của ứng dụng mới. Mất điện thoại cũ thì dùng một mã dự phòng. Không còn mã nào thì xin người quản trị phiếu đăng nhập một lần.', appBeginButton: 'Tạo khóa mới', appScan: 'Quét mã này bằng ứng dụng mới, rồi nhập hai mã.', oldCode: 'Mã của ứng dụng cũ', oldCodeHint: '6 số đang hiện trên điện thoại cũ. Mất điện thoại thì nhập một mã dự phòng.', oldCodeInside: 'mã của ứng dụng cũ', newCode: 'Mã 6 số của ứng dụng mới', newCodeInside: 'mã của ứng dụng mới', appButton: 'Đổi ứng dụng',
    codesTitle: 'Tạo mã dự phòng mới', codesText: 'Mười mã mới thay cho mọi mã cũ. Mã cũ không dùng được nữa.', codesButton: 'Tạo mã mới',
    passkeyTitle: 'Thêm khóa truy cập', passkeyText: 'Đặt tên để nhận ra thiết bị, nhập mật khẩu, rồi xác nhận trên thiết bị.', passkeyName: 'Tên khóa', passkeyNameInside: 'tên khóa', passkeyNameHint: 'Ví dụ: Máy ở quầy 3', passkeyButton: 'Tạo khóa trên thiết bị này', passkeyNoScript: 'Trình duyệt này chưa tạo được khóa truy cập. Dùng phiên bản mới của Chrome, Edge, Cốc Cốc, Firefox hoặc Safari.',
  },
  paper: {
    title: (name: string) => `Phiếu đăng nhập một lần cho ${name}`, give: 'Cấp phiếu đăng nhập', button: 'Cấp phiếu',
    text: 'Chỉ cấp khi đã tận mắt nhận ra người này. Mật khẩu, ứng dụng xác thực, mã dự phòng, khóa truy cập và các phiên đang có của họ hết hiệu lực ngay. Họ dùng phiếu để tự đặt lại trong 24 giờ.',
    shown: 'Phiếu chỉ hiện một lần này. In ra hoặc đọc cho người nhận, không gửi qua thư hay tin nhắn.', address: 'Địa chỉ', username: 'Tên đăng nhập', code: 'Mã trên phiếu', until: 'Dùng được đến', how: 'Mở địa chỉ trên, nhập tên đăng nhập và mã, đặt mật khẩu của bạn, rồi nối ứng dụng xác thực trên điện thoại.', owner: 'Cấp cho',
  },
}

/** What happened to an account, for the administrator's page of an officer. */
export const credentialEvents: Record<string, string> = {
  'identity.password_changed': 'Đổi mật khẩu', 'identity.authenticator_changed': 'Đổi ứng dụng xác thực', 'identity.passkey_added': 'Thêm khóa truy cập', 'identity.passkey_removed': 'Xóa khóa truy cập', 'identity.recovery_code_used': 'Dùng mã dự phòng', 'identity.recovery_codes_renewed': 'Tạo mã dự phòng mới',
  'identity.passkey_copied': 'Nghi khóa truy cập bị sao chép', 'identity.paper_issued': 'Cấp phiếu đăng nhập một lần', 'identity.enrolled': 'Đặt lại mật khẩu và ứng dụng xác thực bằng phiếu', 'identity.account_closed_idle': 'Tự đóng vì lâu không đăng nhập',
}

/** Notices to an officer about their own account. */
export const credentialNotices: Record<string, SayOfficerNotice> = {
  'identity.password_changed': () => ({ title: 'Mật khẩu của bạn vừa được đổi', text: `Mọi phiên khác đã kết thúc. ${notYou}` }),
  'identity.authenticator_changed': () => ({ title: 'Ứng dụng xác thực vừa được đổi', text: `Mã của ứng dụng cũ không dùng được nữa. ${notYou}` }),
  'identity.passkey_added': (f) => ({ title: `Đã thêm khóa truy cập ${text(f['name'])}`, text: `Khóa này đăng nhập được mà không cần mật khẩu. ${notYou}` }),
  'identity.passkey_removed': (f) => ({ title: `Đã xóa khóa truy cập ${text(f['name'])}`, text: `Khóa này không đăng nhập được nữa. ${notYou}` }),
  'identity.passkey_copied': (f) => ({ title: `Khóa truy cập ${text(f['name'])} có thể đã bị sao chép`, text: 'Lần đăng nhập đó đã bị từ chối. Xóa khóa này trong Tài khoản, thêm khóa mới và báo người quản trị.' }),
  'identity.recovery_code_used': (f) => ({ title: 'Một mã dự phòng vừa được dùng', text: `Còn ${number(f['count'])} mã. Tạo mã mới trong Tài khoản khi gần hết. ${notYou}` }),
  'identity.recovery_codes_renewed': () => ({ title: 'Mã dự phòng của bạn vừa được tạo mới', text: `Các mã cũ không dùng được nữa. ${notYou}` }),
  'identity.paper_issued': (f) => ({ title: 'Bạn được cấp phiếu đăng nhập một lần', text: `${text(f['by'])} cấp phiếu. Mật khẩu, mã và khóa truy cập cũ không dùng được nữa. Nếu bạn không xin phiếu, báo ngay lãnh đạo đơn vị.` }),
  'identity.paper_given': (f) => ({ title: `Bạn đã cấp phiếu đăng nhập cho ${text(f['name'])}`, text: 'Phiếu dùng được một lần trong 24 giờ. Nếu không phải bạn cấp, đổi mật khẩu và báo ngay người quản trị khác.' }),
  'identity.paper_printed': () => ({ title: 'Phiếu đăng nhập của bạn được in tại máy chủ', text: 'Người vận hành máy chủ đã cấp phiếu một lần cho bạn. Nếu bạn không xin phiếu, báo ngay lãnh đạo đơn vị.' }),
  'identity.enrolled': () => ({ title: 'Bạn đã đặt lại cách đăng nhập bằng phiếu', text: `Mật khẩu, ứng dụng xác thực và mã dự phòng mới có hiệu lực. ${notYou}` }),
  'identity.idle_warning': (f) => ({ title: 'Tài khoản của bạn sắp bị đóng', text: `Lâu không đăng nhập nên tài khoản sẽ đóng ngày ${day(f['to'])}. Đăng nhập trước ngày đó để giữ.` }),
  'identity.account_closed_idle': (f) => ({ title: 'Tài khoản đã đóng vì lâu không dùng', text: `Không ai đăng nhập trong ${number(f['count'])} ngày. Nhờ người quản trị mở lại khi cần.` }),
}
