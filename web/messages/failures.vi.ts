import { formatBytes, formatNumber } from '#kernel/format'

/** Makes the sentence of one failure code from its values: what is the matter, and what to do next. */
export type Say = (values: Record<string, unknown>) => string

const size = (value: unknown): string => (typeof value === 'number' ? formatBytes(value) : 'mức cho phép')
const wait = (value: unknown): string => (typeof value === 'number' && value > 0 ? `${formatNumber(value)} giây` : 'một phút')

const takesDrawings = (allowed: unknown): boolean => Array.isArray(allowed) && allowed.includes('image/vnd.dwg')

/** Codes of the kernel and the platform; the modules' tables lie in failures/. */
export const failures: Record<string, Say> = {
  invalid_input: () => 'Có chỗ chưa điền đúng. Xem lại các ô được đánh dấu rồi gửi lại.',
  idempotency_key_required: () => 'Trang này đã cũ. Mở lại trang rồi gửi lại.',
  unauthenticated: () => 'Bạn chưa đăng nhập hoặc phiên đã hết. Đăng nhập ở cửa sổ khác rồi quay lại đây gửi lại.',
  session_locked: () => 'Phiên đang khóa vì không dùng một lúc. Mở khóa rồi làm tiếp.',
  identity_level_too_low: () => 'Việc này cần tài khoản VNeID mức độ 2. Xác thực mức 2 rồi làm tiếp: những gì đã lưu vẫn còn.',
  forbidden: () => 'Vai trò bạn đang dùng không làm được việc này. Đổi vai trò hoặc nhờ người có quyền.',
  csrf: () => 'Trang này mở trước khi bạn đăng nhập lại. Nội dung vẫn còn: xem lại rồi bấm gửi lần nữa.',
  not_found: () => 'Không tìm thấy. Có thể mã bị gõ sai, hoặc bạn không được xem.',
  action_not_allowed: () => 'Tình trạng đã đổi nên việc này không còn làm được. Mở lại trang để xem tình trạng mới nhất.',
  idempotency_mismatch: () => 'Biểu mẫu này đã được gửi một lần với nội dung khác. Xem lại rồi bấm gửi lần nữa.',
  too_large: (values) => `Nội dung lớn quá ${size(values['maxBytes'])}. Gửi bản nhỏ hơn.`,
  method_not_allowed: () => 'Không gọi được địa chỉ này theo cách đó. Mở lại trang và dùng các nút trên trang.',
  unsupported_media_type: () => 'Máy chủ không đọc được dạng dữ liệu này. Gửi bằng biểu mẫu trên trang.',
  unsupported_file_type: ({ allowed }) => `Không nhận loại tệp này. Gửi ${takesDrawings(allowed) ? 'PDF hoặc bản vẽ DWG' : 'PDF hoặc ảnh JPG, PNG'}.`,
  file_lies_about_type: () => 'Nội dung tệp không khớp với tên tệp. Lưu lại tệp bằng phần mềm đã tạo ra nó rồi gửi lại.',
  file_empty: () => 'Tệp này rỗng. Kiểm tra lại rồi chọn tệp khác.',
  file_cut_short: () => 'Tệp PDF này bị thiếu phần cuối. Mở xem lại tệp, lưu hoặc tải lại cho đủ rồi gửi lại.',
  file_infected: () => 'Tệp này có mã độc nên không được nhận. Quét vi-rút máy của bạn rồi gửi bản sạch.',
  rate_limited: (values) => `Bạn thử quá nhiều lần. Chờ ${wait(values['seconds'])} rồi thử lại.`,
  internal: () => 'Hệ thống có lỗi, việc này chưa được ghi nhận. Thử lại sau ít phút.',
  unavailable: () => 'Hệ thống đang tạm nghỉ, việc này chưa được ghi nhận. Thử lại sau một phút.',
}

/** When a code has no sentence of its own. */
export const unknownFailure: Say = () => 'Chưa làm được việc này. Thử lại, hoặc gọi tổng đài.'

/** What is wrong with one field, by the reason that the server gives; `label` is the field's name as the page says it. */
export const reasons: Record<string, (label: string) => string> = {
  required: (label) => `Điền ${label}`,
  wrong_form: (label) => `Kiểm tra lại ${label}: chưa đúng dạng`,
  wrong_type: (label) => `Kiểm tra lại ${label}: chưa đúng dạng`,
  too_small: (label) => `Kiểm tra lại ${label}: ngắn hoặc nhỏ quá`,
  below_other: (label) => `Kiểm tra lại ${label}: không thể nhỏ hơn số đã ghi ở câu trước`,
  too_short: (label) => `Viết đầy đủ ${label}: còn ngắn quá`,
  too_long: (label) => `Rút ngắn ${label}`,
  too_big: (label) => `Kiểm tra lại ${label}: lớn quá`,
  wrong_letters: (label) => `Kiểm tra lại ${label}: chỉ viết chữ, không viết số hay ký hiệu`,
  not_vietnamese_letters: (label) => `Viết ${label} bằng chữ tiếng Việt hoặc tiếng dân tộc của Việt Nam, không dùng chữ số hay chữ nước ngoài`,
  wrong_beginning: (label) => `Kiểm tra lại ${label}: chưa bắt đầu bằng cụm từ phải có`,
  forbidden_words: (label) => `Kiểm tra lại ${label}: có từ không được dùng`,
  too_few_words: (label) => `Viết đủ ${label}: còn thiếu chữ`,
  not_a_date: (label) => `Kiểm tra lại ${label}: không có ngày này. Ví dụ: 19 11 2022`,
  not_a_month: (label) => `Kiểm tra lại ${label}: không có tháng này. Ví dụ: 11 2022`,
  in_future: (label) => `Kiểm tra lại ${label}: phải là hôm nay hoặc trước hôm nay`,
  in_past: (label) => `Kiểm tra lại ${label}: phải là hôm nay hoặc sau hôm nay`,
  not_after_today: (label) => `Kiểm tra lại ${label}: phải sau hôm nay`,
  too_late: (label) => `Kiểm tra lại ${label}: muộn hơn mức cho phép`,
  already_over: (label) => `Kiểm tra lại ${label}: đã qua`,
  too_early: (label) => `Kiểm tra lại ${label}: xa quá. Xem lại năm`,
  before_start: (label) => `Kiểm tra lại ${label}: không thể trước ngày bắt đầu`,
  too_far: (label) => `Kiểm tra lại ${label}: nhiều nhất một năm một lần xem`,
  before_from: (label) => `Kiểm tra lại ${label}: không thể trước ngày đầu`,
  not_an_option: (label) => `Chọn ${label} trong các lựa chọn đang có`,
  no_such_area: (label) => `Chọn lại ${label}: không có nơi này trong danh sách`,
  not_a_number: (label) => `Kiểm tra lại ${label}: chỉ viết số`,
  wrong_phone: (label) => `Kiểm tra lại ${label}: đủ 10 số, bắt đầu bằng 0`,
  wrong_email: (label) => `Kiểm tra lại ${label}. Ví dụ: ten@vidu.vn`,
  not_a_passport: (label) => `Kiểm tra lại ${label}: từ 6 đến 12 chữ và số như trên hộ chiếu`,
  not_an_organisation_code: (label) => `Kiểm tra lại ${label}: 10, 12 hoặc 13 số`,
  own_number: () => 'Đây là số của chính bạn: hãy chọn “Cho tôi”',
  number_does_not_fit: (label) => `Kiểm tra lại ${label}: không khớp năm sinh hoặc giới tính`,
  electronic_without_phone: () => 'Người không có điện thoại thì nhận bản giấy tại quầy',
  not_of_this_day: () => 'Giờ ghi phải thuộc đúng ngày của số đã giữ',
  too_young: () => 'Chưa đủ 15 tuổi: cha, mẹ hoặc người giám hộ nộp thay',
  of_age: () => 'Đã đủ 18 tuổi: người đó tự nộp hoặc ủy quyền',
  not_of_this_paper: (label) => `Để trống ${label}: không thuộc loại giấy tờ đã chọn`,
  no_longer_represented: () => 'Bạn không còn đại diện cho người này: hãy chọn lại',
  not_a_citizen_number: (label) => `Kiểm tra lại ${label}: đủ 12 số như trên thẻ căn cước`,
  wrong_procedure_code: (label) => `Kiểm tra lại ${label}: mã thủ tục có dạng 1.001193`,
  paper_missing: (label) => `Thêm ${label}`,
  username_taken: (label) => `Đặt ${label} khác: tên này đã có người dùng`,
  signing_unclear: (label) => `Chọn ${label} và ghi chức vụ của người đứng đầu`,
  password_too_short: (label) => `Đặt ${label} dài hơn: ít nhất 8 ký tự`,
  password_too_plain: (label) => `Đặt ${label} khó hơn: thêm chữ hoa, số hoặc dấu`,
  password_common: (label) => `Đặt ${label} khác: nhiều người dùng nên dễ bị đoán`,
  password_holds_name: (label) => `Đặt ${label} khác: không chứa tên hoặc tên đăng nhập của bạn`,
  password_reused: (label) => `Đặt ${label} khác: bạn đã dùng trong 10 lần gần nhất`,
  passwords_differ: (label) => `Nhập ${label} đúng như ô trên`,
  unknown_field: (label) => `Trang này không nhận ${label}. Mở lại trang rồi gửi lại`,
}

/** When a reason has no sentence of its own. */
export const unknownReason = (label: string): string => `Kiểm tra lại ${label}`
