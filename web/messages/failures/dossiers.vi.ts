import { formatDateTime, formatMoney, formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const most = (value: unknown): string => (typeof value === 'number' ? ` Tối đa ${formatNumber(value)}.` : '')

const nameOf = (value: unknown, otherwise: string): string => (typeof value === 'object' && value !== null && typeof (value as { vi?: unknown }).vi === 'string' ? (value as { vi: string }).vi : otherwise)
const untilOf = (value: unknown): string => (typeof value === 'string' ? ` đến ${formatDateTime(value)}` : '')

/** Codes of dossiers and their drafts. */
export const dossiers: Record<string, Say> = {
  dossier_not_found: () => 'Không tìm thấy hồ sơ này. Kiểm tra mã trên giấy hẹn, hoặc bạn không được xem hồ sơ đó.',
  draft_not_found: () => 'Không tìm thấy bản nháp này. Có thể đã bị xóa hoặc đã được gửi.',
  draft_incomplete: () => 'Còn câu hỏi chưa trả lời đúng. Xem các mục được nêu rồi gửi lại.',
  draft_already_sent: () => 'Bản nháp này đã được gửi thành hồ sơ. Mở hồ sơ để theo dõi.',
  applicant_too_young: () => 'Bạn chưa đủ 15 tuổi nên chưa tự nộp được. Nhờ cha, mẹ hoặc người giám hộ đăng nhập và nộp thay bạn.',
  procedure_not_open: () => 'Hiện chưa nộp trực tuyến được thủ tục này. Xem cách nộp trên trang của thủ tục.',
  papers_missing: () => 'Còn thiếu giấy tờ bắt buộc. Thêm các giấy tờ được nêu rồi gửi lại.',
  papers_unchecked: ({ count }) => `Còn ${typeof count === 'number' ? formatNumber(count) : 'vài'} giấy tờ chưa xem. Xem hết trước khi làm bước này.`,
  code_not_reserved: () => 'Số này không phải số đã giữ của quầy bạn, hoặc đã dùng rồi. Chọn lại trong danh sách số đã giữ.',
  presence_required: () => 'Thủ tục này phải chính người nộp đến nhận và ký sổ. Hẹn người nộp đến.',
  not_on_a_shelf: () => 'Kết quả này chưa được xếp lên kệ nên chưa in được nhãn. Ghi chỗ để trước.',
  old_paper_out: ({ code }) => `Người nộp còn giữ bản đã thu hồi của hồ sơ ${typeof code === 'string' ? code : ''}. Nhận lại bản cũ, hoặc ghi rằng họ làm mất, rồi mới trả bản mới.`,
  result_not_found: () => 'Hồ sơ này không có kết quả nào còn hiệu lực để thu hồi. Mở lại hồ sơ để xem.',
  not_one_person: () => 'Chỉ trả cùng lúc kết quả của một người nộp. Bỏ chọn hồ sơ của người khác rồi làm lại.',
  hand_over_not_found: () => 'Không tìm thấy lần trả kết quả này ở quầy bạn. Mở lại hồ sơ để xem.',
  paper_list_not_found: () => 'Không tìm thấy danh sách bàn giao này, hoặc nó không thuộc cơ quan bạn. Xem lại trong Hồ sơ giấy.',
  paper_list_received: ({ by }) => `Danh sách này đã được ${typeof by === 'string' ? by : 'người khác'} xác nhận. Mở lại để xem kết quả.`,
  paper_list_cancelled: () => 'Danh sách này đã được rút lại. Hồ sơ trong đó chờ ở danh sách khác.',
  papers_not_waiting: ({ count }) => `${typeof count === 'number' ? formatNumber(count) : 'Vài'} hồ sơ không còn chờ giao: đã ở danh sách khác hoặc đã đi nơi khác. Mở lại trang rồi chọn lại.`,
  fee_due: ({ total, code }) => `${typeof code === 'string' ? `Hồ sơ ${code} còn` : 'Còn'} khoản phí ${formatMoney(Number(total))} chưa thu. Thu phí hoặc ghi miễn trước khi trả kết quả.`,
  result_not_paid: ({ total }) => `Còn lệ phí ${formatMoney(Number(total))} chưa nộp. Nộp tại quầy trả kết quả; nộp xong là tải được kết quả.`,
  supplement_already_asked: () => 'Hồ sơ này đã được yêu cầu bổ sung một lần. Chờ người nộp trả lời.',
  supplement_incomplete: () => 'Chưa bổ sung đủ giấy tờ được yêu cầu. Thêm các giấy tờ còn thiếu rồi gửi.',
  agency_cannot: () => 'Cơ quan này không giải quyết được hồ sơ: không đúng loại, đã kết thúc, hoặc đang giữ hồ sơ. Chọn cơ quan khác.',
  officer_not_here: () => 'Người này không làm việc ở cơ quan đang giữ hồ sơ. Chọn người khác.',
  no_competent_agency: () => 'Không có cơ quan nào giải quyết thủ tục này ở nơi đã chọn. Kiểm tra lại nơi cư trú hoặc gọi tổng đài.',
  oath_required: () => 'Bạn chưa cam đoan. Đọc lời cam đoan và đánh dấu trước khi gửi.',
  document_not_found: () => 'Không tìm thấy giấy này. Có thể hồ sơ chưa có, hoặc bạn không được xem.',
  document_not_ready: () => 'Giấy này đang được lập. Chờ một phút rồi mở lại.',
  agency_not_asked: () => 'Không xin ý kiến cơ quan này được: thủ tục không cho phép, hoặc cơ quan đã kết thúc. Chọn cơ quan trong danh sách.',
  consultation_open: ({ agency, until }) => `${nameOf(agency, 'Cơ quan được hỏi')} còn thời gian trả lời${untilOf(until)}. Chờ ý kiến, hoặc rút lại câu hỏi rồi trình.`,
  consultation_over: ({ stands }) => `${stands === 'answered' ? 'Câu hỏi này đã được trả lời' : stands === 'withdrawn' ? 'Cơ quan hỏi đã rút lại câu hỏi này' : 'Đã hết thời hạn trả lời câu hỏi này'}. Nếu cần nói thêm, gọi cho cán bộ đã hỏi.`,
  consultation_not_found: () => 'Không tìm thấy câu hỏi này, hoặc câu hỏi không gửi cho cơ quan bạn. Mở lại danh sách xin ý kiến.',
  agency_already_asked: () => 'Cơ quan này đang được hỏi và chưa trả lời. Chờ ý kiến, hoặc rút lại câu hỏi trước.',
  no_field_check: () => 'Thủ tục này không có kiểm tra thực địa. Làm bước tiếp theo.',
  field_check_not_found: () => 'Không tìm thấy lần kiểm tra này. Mở lại hồ sơ để xem.',
  field_check_open: () => 'Còn một lịch kiểm tra chưa có biên bản. Ghi biên bản, hoặc đổi lịch.',
  field_check_missing: () => 'Chưa kiểm tra thực địa. Đặt lịch, đi kiểm tra và ghi biên bản rồi trình.',
  field_check_not_conforming: () => 'Lần kiểm tra gần nhất ghi thực địa không phù hợp. Sau khi khắc phục, đặt lịch kiểm tra lại rồi trình.',
  field_check_ahead: () => 'Chưa tới giờ hẹn kiểm tra. Kiểm tra xong mới ghi biên bản, hoặc đổi lịch cho đúng.',
  field_check_recorded: () => 'Lần kiểm tra này đã có biên bản. Cần xem lại thì đặt lịch kiểm tra mới.',
  too_many_drafts: (values) => `Bạn có quá nhiều bản nháp. Xóa bớt bản không dùng nữa.${most(values['most'])}`,
  too_many_files: (values) => `Có quá nhiều tệp. Gộp hoặc bỏ bớt tệp rồi thử lại.${most(values['most'])}`,
}
