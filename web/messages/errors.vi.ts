/** Pages for what went wrong: a heading, what happened, what to do next. */
export const errors = {
  401: { title: 'Cần đăng nhập', text: 'Trang này dành cho người đã đăng nhập, hoặc phiên của bạn đã hết.', next: 'Đăng nhập rồi mở lại trang này.' },
  403: { title: 'Bạn không mở được trang này', text: 'Trang này không dành cho tài khoản hoặc vai trò bạn đang dùng.', next: 'Đổi vai trò hoặc đăng nhập bằng tài khoản khác. Nếu bạn cần việc này, hãy hỏi người quản trị của đơn vị.' },
  404: { title: 'Không tìm thấy trang này', text: 'Địa chỉ có thể bị gõ sai, hoặc trang đã được dời đi.', next: 'Kiểm tra lại địa chỉ, hoặc bắt đầu từ trang chủ.' },
  409: { title: 'Việc này không còn làm được', text: 'Trong lúc bạn xem, có người khác đã xử lý hoặc tình trạng đã đổi.', next: 'Mở lại trang để xem tình trạng mới nhất rồi làm tiếp.' },
  413: { title: 'Nội dung gửi lên quá lớn', text: 'Biểu mẫu này nhận tối đa 64 kB chữ. Chưa có gì được gửi đi.', next: 'Quay lại, rút ngắn nội dung, hoặc gửi phần dài thành tệp đính kèm.' },
  429: { title: 'Bạn thao tác quá nhanh', text: 'Hệ thống nhận quá nhiều yêu cầu từ bạn trong thời gian ngắn.', next: 'Chờ một phút rồi thử lại. Những gì đã gửi trước đó vẫn còn.' },
  500: { title: 'Hệ thống đang có lỗi', text: 'Lỗi do chúng tôi, không phải do bạn. Việc vừa làm có thể chưa được ghi nhận.', next: 'Thử lại sau ít phút. Nếu vẫn lỗi, đọc mã sự cố bên dưới cho tổng đài.' },
  503: { title: 'Hệ thống đang tạm nghỉ', text: 'Máy chủ đang khởi động hoặc đang bảo trì.', next: 'Chờ một phút rồi mở lại trang này. Những gì đã gửi trước đó vẫn còn.' },
  again: 'Mở lại trang này',
  incident: 'Mã sự cố',
  preparing: { title: 'Đang chuẩn bị giao diện', text: 'Lần chạy đầu tiên cần khoảng nửa phút. Trang này tự mở khi xong.' },
}
