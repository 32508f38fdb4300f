import type { Entries } from './entry.ts'

/** The door: pages before the desk. */
export const doorPages: Entries = {
  '/can-bo/dang-nhap': { as: 'nobody', at: '/can-bo/dang-nhap', says: 'Đăng nhập một cửa', always: 'the invented officers of a demonstration; none in a real one, and no heading either', most: 2 },
  '/can-bo/dang-nhap/ma': { as: 'clerk password', at: '/can-bo/dang-nhap/ma', says: 'Nhập mã xác thực', most: 0 },
  '/can-bo/dang-nhap/ma-du-phong': { as: 'clerk password', at: '/can-bo/dang-nhap/ma-du-phong', says: 'Nhập mã dự phòng', most: 0 },
  '/can-bo/dang-nhap/mat-khau-moi': { as: 'nobody', at: '/can-bo/dang-nhap/mat-khau-moi', says: 'Đổi mật khẩu để vào', most: 0 },
  '/can-bo/dang-nhap/khan-cap': { as: 'nobody', at: '/can-bo/dang-nhap/khan-cap', says: 'Truy cập khẩn cấp', most: 0 },
  '/can-bo/dang-nhap/phieu': { as: 'nobody', at: '/can-bo/dang-nhap/phieu', says: 'Đăng nhập bằng phiếu một lần', most: 0 },
  '/can-bo/dang-nhap/phieu/mat-khau': { as: 'newcomer paper', at: '/can-bo/dang-nhap/phieu/mat-khau', says: 'Đặt mật khẩu của bạn', most: 2 },
  '/can-bo/dang-nhap/phieu/ung-dung': { as: 'newcomer chosen', at: '/can-bo/dang-nhap/phieu/ung-dung', says: 'Nối ứng dụng xác thực', most: 2 },
  '/can-bo/mo-khoa': { as: 'clerk locked', at: '/can-bo/mo-khoa', says: 'Máy đang khóa', most: 4 },
  '/can-bo/khoa': { as: 'clerk', at: '/can-bo/khoa', leads: '/can-bo/hang-doi/…', most: 4 },
  '/can-bo/vai-tro': { as: 'clerk', at: '/can-bo/vai-tro', leads: '/can-bo/hang-doi/…', most: 4 },
}

/** Lists, dossiers, the counter and its money. */
export const workPages: Entries = {
  '/can-bo': { as: 'clerk', at: '/can-bo', leads: '/can-bo/hang-doi/…', most: 9 },
  '/can-bo/hang-doi/:queue': { as: 'clerk', at: '/can-bo/hang-doi/dang-giai-quyet', says: 'Đang giải quyết …', empty: { says: 'Không có hồ sơ nào ở đây' }, most: 16 },
  '/can-bo/tim': { as: 'clerk', at: '/can-bo/tim', says: 'Tìm hồ sơ', most: 7 },
  '/can-bo/ho-so/:id': { as: 'clerk', at: ({ sent }) => `/can-bo/ho-so/${sent}`, says: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', most: 18 },
  '/can-bo/ho-so/:id/tu-choi': { as: 'clerk', at: ({ sent }) => `/can-bo/ho-so/${sent}/tu-choi`, says: 'Từ chối tiếp nhận', most: 19 },
  '/can-bo/ho-so/:id/yeu-cau-bo-sung': { as: 'clerk', at: ({ sent }) => `/can-bo/ho-so/${sent}/yeu-cau-bo-sung`, says: 'Yêu cầu bổ sung', most: 19 },
  '/can-bo/ho-so/:id/bo-sung-tai-quay': { as: 'clerk', at: ({ waiting }) => `/can-bo/ho-so/${waiting}/bo-sung-tai-quay`, says: 'Nhận bổ sung tại quầy', most: 19 },
  '/can-bo/ho-so/:id/giao-viec': { as: 'leader', at: ({ accepted }) => `/can-bo/ho-so/${accepted}/giao-viec`, says: 'Giao người xử lý', most: 19 },
  '/can-bo/ho-so/:id/trinh-ky': { as: 'officer', at: ({ processing }) => `/can-bo/ho-so/${processing}/trinh-ky`, says: 'Trình lãnh đạo ký', most: 21 },
  '/can-bo/ho-so/:id/chuyen-co-quan': { as: 'officer', at: ({ processing }) => `/can-bo/ho-so/${processing}/chuyen-co-quan`, says: 'Chuyển cơ quan khác giải quyết', most: 21 },
  '/can-bo/ho-so/:id/tra-lai': { as: 'leader', at: ({ toSign }) => `/can-bo/ho-so/${toSign}/tra-lai`, says: 'Trả lại để sửa', most: 20 },
  '/can-bo/ho-so/:id/ky': { as: 'leader', at: ({ toSign }) => `/can-bo/ho-so/${toSign}/ky`, says: 'Duyệt và ký', most: 20 },
  '/can-bo/ho-so/:id/tra-ket-qua': { as: 'clerk', at: ({ signed }) => `/can-bo/ho-so/${signed}/tra-ket-qua`, says: 'Trả kết quả', most: 19 },
  '/can-bo/ho-so/:id/rut-ho-so': { as: 'clerk', at: ({ sent }) => `/can-bo/ho-so/${sent}/rut-ho-so`, says: 'Rút hồ sơ', most: 18 },
  '/can-bo/ho-so/:id/da-tiep-nhan': { as: 'clerk', at: ({ charged }) => `/can-bo/ho-so/${charged}/da-tiep-nhan`, says: 'Đã tiếp nhận …', most: 17 },
  '/can-bo/ho-so/:id/xep-ke': { as: 'clerk', at: ({ signed }) => `/can-bo/ho-so/${signed}/xep-ke`, says: 'Xếp kết quả lên kệ', most: 19 },
  '/can-bo/ho-so/:id/thu-hoi-ket-qua': { as: 'leader', at: ({ signed }) => `/can-bo/ho-so/${signed}/thu-hoi-ket-qua`, says: 'Thu hồi kết quả để sửa lỗi in', most: 20 },
  '/can-bo/ho-so/:id/cung-nguoi': { as: 'clerk', at: ({ signed }) => `/can-bo/ho-so/${signed}/cung-nguoi`, says: 'Hồ sơ của Nguyễn Thị An', always: 'one dossier is the one that was opened', most: 13 },
  '/can-bo/ho-so-giay': { as: 'clerk', at: '/can-bo/ho-so-giay', says: 'Bàn giao hồ sơ giấy', empty: { says: 'Chưa có danh sách nào' }, most: 12 },
  '/can-bo/ho-so-giay/lap/:kind': { as: 'clerk', at: '/can-bo/ho-so-giay/lap/to_office', says: 'Lập danh sách bàn giao: …', empty: { says: 'Không có hồ sơ nào chờ' }, most: 14 },
  '/can-bo/ho-so-giay/:list': { as: 'clerk', at: ({ list }) => `/can-bo/ho-so-giay/${list}`, says: 'Danh sách …', always: 'a list without a file is not made', most: 13 },
  '/can-bo/so-chung-thuc': { as: 'clerk', at: '/can-bo/so-chung-thuc', says: 'Sổ chứng thực bản sao từ bản chính …', empty: { says: 'Chưa có chứng thực nào trong những ngày này' }, most: 10 },
  '/can-bo/so-giu-truoc': { as: 'clerk', at: '/can-bo/so-giu-truoc', says: 'Số giữ trước khi mất điện, mất mạng', empty: { says: 'Chưa giữ số nào' }, most: 8 },
  '/can-bo/tiep-nhan': { as: 'clerk', at: '/can-bo/tiep-nhan', says: 'Tiếp nhận tại quầy', empty: { at: '/can-bo/tiep-nhan?q=zzzz', says: 'Không thấy thủ tục nào cho “zzzz”' }, most: 12 },
  '/can-bo/tiep-nhan/:procedure': { as: 'clerk', at: '/can-bo/tiep-nhan/2.000635', says: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', most: 13 },
  '/can-bo/thu-phi': { as: 'clerk', at: '/can-bo/thu-phi', says: 'Thu phí, lệ phí …', empty: { says: 'Không còn khoản nào chưa thu' }, most: 10 },
  '/can-bo/thu-phi/ca': { as: 'clerk', at: '/can-bo/thu-phi/ca', says: 'Ca của tôi', empty: { says: 'Chưa thu khoản nào từ lần chốt trước' }, most: 14 },
  '/can-bo/thu-phi/:subject': { as: 'clerk', at: ({ charged }) => `/can-bo/thu-phi/${charged}`, says: 'Thu phí: Nguyễn Văn Khách', always: 'a charge has lines', most: 10 },
  '/can-bo/*': { as: 'clerk', at: '/can-bo/khong-co-trang-nay', says: 'Không tìm thấy trang này', status: 404, most: 7 },
}
