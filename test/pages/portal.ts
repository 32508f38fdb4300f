import type { Entries } from './entry.ts'

/** Pages that everybody may open. */
export const openPages: Entries = {
  '/': { as: 'nobody', at: '/', says: 'Hôm nay bạn cần làm thủ tục gì?', en: 'What do you need to do today?', always: 'the catalogue of a province is never empty', most: 2 },
  '/thu-tuc': { as: 'nobody', at: '/thu-tuc', says: 'Thủ tục hành chính', en: 'Administrative procedures', empty: { at: '/thu-tuc?q=zzzz', says: 'Không thấy thủ tục nào cho “zzzz”' }, most: 1 },
  '/thu-tuc/goi-y': { as: 'nobody', at: '/thu-tuc/goi-y?q=hon+nhan', leads: 'data', most: 1 },
  '/thu-tuc/thiet-yeu': { as: 'nobody', at: '/thu-tuc/thiet-yeu', says: '25 dịch vụ thiết yếu', en: '25 essential services', always: 'the programme is data of the whole country', most: 2 },
  '/thu-tuc/:code': { as: 'nobody', at: '/thu-tuc/1.004873', says: 'Xác nhận tình trạng hôn nhân', en: 'Certificate of marital status', most: 1 },
  '/dang-nhap': { as: 'nobody', at: '/dang-nhap', says: 'Đăng nhập', en: 'Sign in', most: 0 },
  '/dang-nhap/bat-dau': { as: 'nobody', at: '/dang-nhap/bat-dau?ve=/ho-so', leads: '/vneid/…', most: 1 },
  '/dang-nhap/muc-2': { as: 'unproven', at: '/dang-nhap/muc-2?ve=/ho-so', says: 'Xác thực mức …', en: 'Prove identity level 2', most: 2 },
  '/dang-nhap/vneid': { as: 'nobody', at: '/dang-nhap/vneid?error=access_denied&state=x', says: 'Chưa đăng nhập được', en: 'You are not signed in', status: 400, most: 0 },
  '/dang-xuat': { as: 'nobody', at: '/dang-xuat', leads: '/', most: 0 },
  '/tai-khoan': { as: 'citizen', at: '/tai-khoan', says: 'Tài khoản', en: 'Account', always: 'links to other pages', most: 2 },
  '/tra-cuu': { as: 'nobody', at: '/tra-cuu', says: 'Xem hồ sơ đã nộp', en: 'See a sent application', most: 0 },
  '/don-vi': { as: 'nobody', at: '/don-vi?q=mau', says: 'Phường, xã của tôi nay là gì?', en: 'What is my ward called now?', empty: { at: '/don-vi?q=zzzz', says: 'Không thấy đơn vị nào tên “zzzz”' }, most: 6 },
  '/don-vi/:code': { as: 'nobody', at: ({ commune }) => `/don-vi/${commune}`, says: 'Phường Mẫu Một', en: 'Sample One Ward', most: 12 },
  '/tro-giup': { as: 'nobody', at: '/tro-giup', says: 'Trợ giúp', en: 'Help', most: 1 },
  '/kha-nang-tiep-can': { as: 'nobody', at: '/kha-nang-tiep-can', says: 'Khả năng tiếp cận', en: 'Accessibility', most: 0 },
  '/api': { as: 'nobody', at: '/api', says: 'Dành cho lập trình viên', en: 'For developers', always: 'the routes of the program', most: 0 },
  '/*': { as: 'nobody', at: '/khong-co-trang-nay', says: 'Không tìm thấy trang này', en: 'This page was not found', status: 404, most: 0 },
}

/** A citizen's own pages. */
export const ownPages: Entries = {
  '/nop-ho-so/:code': { as: 'citizen', at: '/nop-ho-so/1.004873', says: 'Xác nhận tình trạng hôn nhân', en: 'Certificate of marital status', most: 5 },
  '/ho-so-nhap/:draft': { as: 'citizen', at: ({ whole }) => `/ho-so-nhap/${whole}`, leads: '/ho-so-nhap/…', most: 7 },
  '/ho-so-nhap/:draft/cho-ai': { as: 'parent', at: ({ forWhom }) => `/ho-so-nhap/${forWhom}/cho-ai`, says: 'Bạn làm thủ tục này cho ai?', en: 'Who is it for?', most: 7 },
  '/ho-so-nhap/:draft/nguoi-uy-quyen': { as: 'parent', at: ({ forWhom }) => `/ho-so-nhap/${forWhom}/nguoi-uy-quyen`, says: 'Ai đã ủy quyền cho bạn?', en: 'Who authorised you?', most: 7 },
  '/ho-so-nhap/:draft/truong-hop': { as: 'citizen', at: ({ atCase }) => `/ho-so-nhap/${atCase}/truong-hop`, says: 'Người cần giấy đang ở trường hợp nào?', en: 'Which of these is the person who needs the certificate?', most: 7 },
  '/ho-so-nhap/:draft/cau/:question': { as: 'citizen', at: ({ whole }) => `/ho-so-nhap/${whole}/cau/purpose?sua=1`, says: 'Giấy này dùng để làm gì?', en: 'What is the certificate for?', most: 7 },
  '/ho-so-nhap/:draft/giay-to': { as: 'parent', at: ({ atPapers }) => `/ho-so-nhap/${atPapers}/giay-to?sua=1`, says: 'Giấy tờ phải nộp', en: 'Papers to hand in', most: 11 },
  '/ho-so-nhap/:draft/kiem-tra': { as: 'citizen', at: ({ whole }) => `/ho-so-nhap/${whole}/kiem-tra`, says: 'Kiểm tra trước khi gửi', en: 'Check your answers', most: 7 },
  '/ho-so-nhap/:draft/xoa': { as: 'citizen', at: ({ whole }) => `/ho-so-nhap/${whole}/xoa`, says: 'Xóa bản nháp này?', en: 'Delete this draft?', most: 7 },
  '/ho-so': { as: 'citizen', at: '/ho-so', says: 'Hồ sơ của tôi', en: 'My applications', empty: { says: 'Chưa có hồ sơ nào' }, most: 15 },
  '/ho-so/:id': { as: 'citizen', at: ({ signed }) => `/ho-so/${signed}`, says: 'Xác nhận tình trạng hôn nhân', en: 'Certificate of marital status', most: 14 },
  '/ho-so/:id/da-gui': { as: 'citizen', at: ({ sent }) => `/ho-so/${sent}/da-gui`, says: 'Đã gửi hồ sơ', en: 'Application sent', always: 'links to other pages', most: 12 },
  '/ho-so/:id/bo-sung': { as: 'citizen', at: ({ waiting }) => `/ho-so/${waiting}/bo-sung`, says: 'Bổ sung giấy tờ', en: 'Send missing papers', most: 13 },
  '/ho-so/:id/rut': { as: 'citizen', at: ({ processing }) => `/ho-so/${processing}/rut`, says: 'Rút hồ sơ này?', en: 'Withdraw this application?', most: 13 },
  '/giay-to': { as: 'citizen', at: '/giay-to', says: 'Giấy tờ của tôi', en: 'My papers', empty: { says: 'Chưa có giấy tờ nào' }, most: 6 },
  '/thong-bao': { as: 'citizen', at: '/thong-bao', says: 'Thông báo', en: 'Notices', empty: { says: 'Chưa có thông báo nào' }, most: 3 },
  '/ai-da-xem': { as: 'citizen', at: '/ai-da-xem', says: 'Ai đã xem dữ liệu của tôi', en: 'Who read my data', empty: { says: 'Chưa ai xem' }, most: 7 },
  '/ai-da-xem/:reading/hoi': { as: 'citizen', at: ({ reading }) => `/ai-da-xem/${reading}/hoi`, says: 'Hỏi về lần xem dữ liệu', en: 'Ask about a reading', most: 2 },
}
