import type { Entries } from './entry.ts'

/** An officer's own sign-in. */
export const accountPages: Entries = {
  '/can-bo/tai-khoan': { as: 'clerk', at: '/can-bo/tai-khoan', says: 'Tài khoản của tôi', always: 'one session is the one that asks', most: 13 },
  '/can-bo/tai-khoan/mat-khau': { as: 'clerk', at: '/can-bo/tai-khoan/mat-khau', says: 'Đổi mật khẩu', most: 7 },
  '/can-bo/tai-khoan/ung-dung': { as: 'deputy', at: '/can-bo/tai-khoan/ung-dung', says: 'Đổi ứng dụng xác thực', most: 9 },
  '/can-bo/tai-khoan/ma-du-phong': { as: 'clerk', at: '/can-bo/tai-khoan/ma-du-phong', says: 'Tạo mã dự phòng mới', most: 7 },
  '/can-bo/tai-khoan/khoa-truy-cap': { as: 'clerk', at: '/can-bo/tai-khoan/khoa-truy-cap', says: 'Thêm khóa truy cập', most: 7 },
}

/** Who may act for whom, and what an administrator looks after. */
export const adminPages: Entries = {
  '/can-bo/quan-tri': { as: 'administrator', at: '/can-bo/quan-tri', says: 'Quản trị', always: 'links to other pages', most: 15 },
  '/can-bo/quan-tri/can-bo': { as: 'administrator', at: '/can-bo/quan-tri/can-bo', says: 'Cán bộ', empty: { at: '/can-bo/quan-tri/can-bo?ten=zzzz', says: 'Không thấy cán bộ nào' }, most: 22 },
  '/can-bo/quan-tri/can-bo/moi': { as: 'administrator', at: '/can-bo/quan-tri/can-bo/moi', says: 'Thêm cán bộ', most: 16 },
  '/can-bo/quan-tri/can-bo/:id': { as: 'administrator', at: ({ officerId }) => `/can-bo/quan-tri/can-bo/${officerId}`, says: 'Lê Thanh Uyên', always: 'an account begins with a capacity', most: 15 },
  '/can-bo/quan-tri/can-bo/:id/phieu': { as: 'administrator', at: ({ newcomerId }) => `/can-bo/quan-tri/can-bo/${newcomerId}/phieu`, says: 'Phiếu đăng nhập một lần cho Đỗ Thị Mới', most: 14 },
  '/can-bo/quan-tri/can-bo/:id/vai-tro': { as: 'administrator', at: ({ officerId }) => `/can-bo/quan-tri/can-bo/${officerId}/vai-tro`, says: 'Giao vai trò cho Lê Thanh Uyên', most: 25 },
  '/can-bo/quan-tri/can-bo/:id/ket-thuc/:capacity': { as: 'administrator', at: ({ officerId, capacity }) => `/can-bo/quan-tri/can-bo/${officerId}/ket-thuc/${capacity}`, says: 'Kết thúc vai trò của Lê Thanh Uyên', most: 19 },
  '/can-bo/quan-tri/tai-khoan-dich-vu': { as: 'administrator', at: '/can-bo/quan-tri/tai-khoan-dich-vu', says: 'Tài khoản dịch vụ', empty: { says: 'Chưa có tài khoản dịch vụ nào' }, most: 14 },
  '/can-bo/quan-tri/tai-khoan-dich-vu/moi': { as: 'administrator', at: '/can-bo/quan-tri/tai-khoan-dich-vu/moi', says: 'Lập tài khoản dịch vụ', most: 14 },
  '/can-bo/quan-tri/tai-khoan-dich-vu/:id': { as: 'administrator', at: ({ service }) => `/can-bo/quan-tri/tai-khoan-dich-vu/${service}`, says: 'Cổng dữ liệu mở', always: 'an account has scopes', most: 15 },
  '/can-bo/quan-tri/ra-soat': { as: 'administrator', at: '/can-bo/quan-tri/ra-soat', says: 'Rà soát quyền', empty: { says: 'Chưa có lần rà soát nào' }, most: 20 },
  '/can-bo/quan-tri/ra-soat/:review': { as: 'administrator', at: ({ review }) => `/can-bo/quan-tri/ra-soat/${review}`, says: 'Rà soát quyền: Ủy ban nhân dân phường Mẫu Một', always: 'a review without a line is not opened', most: 17 },
  '/can-bo/quan-tri/bang-quyen': { as: 'administrator', at: '/can-bo/quan-tri/bang-quyen', says: 'Bảng quyền theo vai trò', always: 'the roles of the program', most: 15 },
  '/can-bo/quan-tri/sap-xep': { as: 'administrator', at: '/can-bo/quan-tri/sap-xep', says: 'Sắp xếp đơn vị', always: 'the province begins with the reform that made it', most: 10 },
  '/can-bo/quan-tri/sap-xep/dien-tap': { as: 'administrator', at: '/can-bo/quan-tri/sap-xep/dien-tap', says: 'Diễn tập', most: 5 },
  '/can-bo/quan-tri/sap-xep/phuong-an-mau.json': { as: 'administrator', at: '/can-bo/quan-tri/sap-xep/phuong-an-mau.json', leads: 'data', most: 5 },
  '/can-bo/quan-tri/sap-xep/:id': { as: 'administrator', at: ({ reform }) => `/can-bo/quan-tri/sap-xep/${reform}`, says: 'Chính quyền địa phương hai cấp ở tỉnh Mẫu', always: 'a reform changes units', most: 13 },
  '/can-bo/quan-tri/nhat-ky-xem': { as: 'administrator', at: '/can-bo/quan-tri/nhat-ky-xem', says: 'Nhật ký xem dữ liệu', empty: { at: '/can-bo/quan-tri/nhat-ky-xem?ngay=2020-01-01', says: 'Không thấy lần xem nào' }, most: 15 },
  '/can-bo/quan-tri/cau-hoi-du-lieu': { as: 'administrator', at: '/can-bo/quan-tri/cau-hoi-du-lieu', says: 'Câu hỏi về dữ liệu', empty: { says: 'Không có câu hỏi nào' }, most: 13 },
  '/can-bo/quan-tri/khan-cap': { as: 'administrator', at: '/can-bo/quan-tri/khan-cap', says: 'Truy cập khẩn cấp', empty: { says: 'Chưa dùng lần nào' }, most: 7 },
  '/can-bo/quan-tri/thu-tuc': { as: 'administrator', at: '/can-bo/quan-tri/thu-tuc', says: 'Thủ tục còn là bản nháp', empty: { says: 'Không có bản nháp nào' }, most: 7 },
  '/can-bo/quan-tri/dich-vu-thiet-yeu': { as: 'administrator', at: '/can-bo/quan-tri/dich-vu-thiet-yeu', says: '25 dịch vụ thiết yếu', always: 'the programme is data of the whole country', most: 7 },
  '/can-bo/quan-tri/dich-vu-thiet-yeu/:number': { as: 'administrator', at: '/can-bo/quan-tri/dich-vu-thiet-yeu/1', says: 'Xác nhận số Chứng minh nhân dân khi đã được cấp thẻ Căn cước công dân', most: 8 },
  '/can-bo/uy-quyen': { as: 'leader', at: '/can-bo/uy-quyen', says: 'Ủy quyền', empty: { says: 'Không có ủy quyền nào' }, most: 14 },
  '/can-bo/chuyen-viec': { as: 'leader', at: '/can-bo/chuyen-viec', says: 'Chuyển việc', empty: { says: 'Không ai đang giữ hồ sơ nào' }, most: 14 },
  '/can-bo/thong-bao': { as: 'officer', at: '/can-bo/thong-bao', says: 'Thông báo', empty: { says: 'Chưa có thông báo nào' }, most: 9 },
}
