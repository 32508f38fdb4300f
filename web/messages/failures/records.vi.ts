import { formatDate } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

/** Codes of areas, agencies, files, indicators, the centre and procedures. */
export const records: Record<string, Say> = {
  area_not_found: ({ on }) => `Không có đơn vị hành chính này${typeof on === 'string' ? ` vào ngày ${formatDate(on)}` : ''}. Kiểm tra mã hoặc đổi ngày xem.`,
  agency_not_found: () => 'Không tìm thấy cơ quan này. Kiểm tra lại mã cơ quan.',
  file_not_found: () => 'Không tìm thấy tệp này. Có thể tệp đã bị gỡ, hoặc bạn không được xem.',
  indicator_not_found: () => 'Không có chỉ tiêu này. Chọn lại từ danh sách chỉ tiêu.',
  period_backwards: () => 'Ngày cuối đứng trước ngày đầu. Đổi lại khoảng thời gian.',
  course_not_found: () => 'Không có hồ sơ nào mang mã này. Kiểm tra lại mã.',
  board_not_found: () => 'Không có bảng điều hành này. Chọn lại từ danh sách.',
  procedure_not_found: () => 'Không tìm thấy thủ tục này. Thử tìm bằng tên việc bạn cần làm.',
  procedure_version_not_found: () => 'Không có phiên bản này của thủ tục. Mở thủ tục để xem các phiên bản đang có.',
  procedure_version_published: () => 'Phiên bản này đã công bố nên không sửa được. Hãy tạo phiên bản mới.',
  procedure_version_overlaps: () => 'Thời gian áp dụng trùng với một phiên bản khác. Đổi ngày bắt đầu hoặc ngày kết thúc.',
  procedure_version_faulty: () => 'Phiên bản này còn chỗ chưa đúng nên chưa công bố được. Sửa các chỗ được nêu rồi thử lại.',
  programme_not_found: () => 'Không có chương trình hoặc dịch vụ này. Kiểm tra lại địa chỉ.',
  programme_item_unchanged: () => 'Dịch vụ này đã ở trạng thái đó. Tải lại trang để xem.',
  import_too_large: () => 'Tệp lớn quá, hoặc giải nén ra lớn quá. Chia bảng thành nhiều tệp nhỏ hơn.',
  import_wrong_encoding: () => 'Tệp không phải chữ UTF-8. Lưu lại bảng dưới dạng CSV UTF-8 hoặc XLSX.',
  import_formulas: () => 'Bảng có công thức. Dán lại dưới dạng giá trị rồi lưu.',
  import_not_a_table: ({ line }) => `Không đọc được bảng trong tệp này${typeof line === 'number' && line > 0 ? `, từ dòng ${line}` : ''}. Lưu lại dưới dạng CSV hoặc XLSX.`,
  import_no_columns: () => 'Dòng đầu của bảng phải có cột mã thủ tục và cột tên thủ tục.',
}
