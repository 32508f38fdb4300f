import { formatDate, formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const count = (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : 'một số')
const day = (value: unknown): string => (typeof value === 'string' ? ` ${formatDate(value)}` : '')
const codes = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? ` (${value.join(', ')})` : '')

/** Codes of the administration of officers, of delegation, of the review of rights, and of moving a queue. */
export const capacities: Record<string, Say> = {
  own_rights: () => 'Không ai tự đổi quyền của mình. Nhờ một người quản trị khác làm việc này.',
  agency_not_yours: () => 'Cơ quan này nằm ngoài phạm vi bạn quản trị. Chọn cơ quan của bạn hoặc cơ quan trực thuộc.',
  officer_elsewhere: () => 'Người này còn giữ vai trò ở cơ quan ngoài phạm vi của bạn. Kết thúc vai trò ở cơ quan bạn, hoặc nhờ người quản trị của tỉnh.',
  last_administrator: () => 'Đây là người quản trị cuối cùng. Giao quyền quản trị cho một người khác trước rồi làm lại.',
  username_taken: () => 'Tên đăng nhập này đã có người dùng. Đặt tên khác.',
  capacity_exists: ({ from }) => `Người này đã được giao đúng vai trò này từ ngày${day(from)}. Xem lại danh sách vai trò.`,
  capacity_over: () => 'Vai trò này đã kết thúc, không sửa được nữa. Giao vai trò mới nếu cần.',
  day_is_past: () => 'Việc đã qua thì không sửa được. Chọn hôm nay hoặc một ngày sau hôm nay.',
  signing_unclear: () => 'Lãnh đạo cần có cách ký. Chọn cách ký và ghi chức vụ của người đứng đầu.',
  account_unchanged: () => 'Tài khoản đã đổi trạng thái trước đó. Mở lại trang để xem trạng thái mới nhất.',
  agency_ended: ({ day: on }) => `Cơ quan này chấm dứt hoạt động từ ngày${day(on)}. Chọn ngày trước đó hoặc chọn cơ quan tiếp nhận.`,
  delegator_not_head: () => 'Chỉ người đứng đầu cơ quan được ủy quyền ký. Chọn vai trò của người đứng đầu.',
  delegation_not_on: () => 'Người được ủy quyền không được ủy quyền lại. Đề nghị người đứng đầu ủy quyền trực tiếp.',
  delegation_outlives: ({ to }) => `Ủy quyền không được dài hơn thời gian giữ chức của người ủy quyền${typeof to === 'string' ? ` (đến${day(to)})` : ''}. Chọn lại ngày.`,
  delegation_receiver: () => 'Người nhận phải giữ một vai trò của cơ quan, hoặc của đơn vị trực thuộc, trong suốt thời gian ủy quyền. Chọn người khác hoặc chọn lại ngày.',
  delegation_not_deputy: () => 'Ký thay (KT.) chỉ dành cho cấp phó. Chọn một cấp phó, hoặc chọn thừa ủy quyền (TUQ.).',
  delegation_overlaps: () => 'Trong những ngày này đã có ủy quyền cho cùng phạm vi. Đổi ngày, đổi phạm vi, hoặc đánh dấu thay thế ủy quyền cũ.',
  delegation_not_found: () => 'Không thấy ủy quyền này trong phạm vi của bạn. Mở lại danh sách ủy quyền.',
  delegation_over: () => 'Ủy quyền này đã hết hoặc đã được thu hồi. Mở lại trang để xem trạng thái mới nhất.',
  review_not_found: () => 'Không thấy lần rà soát này trong phạm vi của bạn. Mở lại danh sách rà soát.',
  review_open: () => 'Cơ quan này đang có một lần rà soát chưa xong. Mở lần đó để làm tiếp.',
  review_finished: () => 'Lần rà soát này đã xong nên không đổi được nữa. Mở lần rà soát mới nếu cần.',
  review_undecided: ({ left }) => `Còn ${count(left)} vai trò chưa được quyết định. Chọn giữ hoặc kết thúc từng vai trò rồi làm lại.`,
  queue_empty: () => 'Không còn hồ sơ nào để chuyển: có người đã chuyển hoặc đã xong. Mở lại trang để xem số mới nhất.',
  colleague_cannot: ({ count: many, codes: list }) => `Có ${count(many)} hồ sơ mà người được chọn không có quyền xử lý${codes(list)}. Chọn thêm người phụ trách thủ tục đó.`,
  move_not_found: () => 'Không thấy lần chuyển việc này ở cơ quan bạn. Mở lại trang chuyển việc.',
  move_undone: () => 'Lần chuyển việc này đã được hoàn lại trước đó. Mở lại trang để xem.',
}
