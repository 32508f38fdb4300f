import type { Entries } from './entry.ts'

/** The operations centre. */
export const centrePages: Entries = {
  '/dieu-hanh': { as: 'centre', at: '/dieu-hanh', says: 'Dịch vụ công cấp xã', most: 33 },
  '/dieu-hanh/tuong': { as: 'centre', at: '/dieu-hanh/tuong', says: 'Dịch vụ công cấp xã', most: 32 },
  '/dieu-hanh/chi-so/:code': { as: 'centre', at: '/dieu-hanh/chi-so/dossiers-received', says: 'Hồ sơ tiếp nhận', always: 'a province has communes', most: 20 },
  '/dieu-hanh/chi-so/:code/ho-so': { as: 'centre', at: '/dieu-hanh/chi-so/dossiers-received/ho-so', says: 'Hồ sơ đã đếm: Hồ sơ tiếp nhận', empty: { says: 'Không có hồ sơ nào trong phần này' }, most: 14 },
  '/dieu-hanh/ho-so/:id': { as: 'centre', at: ({ signed }) => `/dieu-hanh/ho-so/${signed}`, says: 'Hồ sơ …', most: 10 },
}

/** The tools of a demonstration. */
export const toolPages: Entries = {
  '/dev': { as: 'nobody', at: '/dev', says: 'Sau hậu trường', always: 'links to other pages' },
  '/dev/su-kien': { as: 'nobody', at: '/dev/su-kien', says: 'Sự kiện', always: 'a program that has started has published events' },
  '/dev/viec': { as: 'nobody', at: '/dev/viec', says: 'Việc nền', empty: { says: 'Chưa có việc nào' } },
  '/dev/tin-nhan': { as: 'nobody', at: '/dev/tin-nhan', says: 'Tin nhắn', empty: { says: 'Chưa có tin nào' } },
  '/dev/dong-ho': { as: 'nobody', at: '/dev/dong-ho', says: 'Đồng hồ' },
  '/dev/vai': { as: 'nobody', at: '/dev/vai', says: 'Đóng vai', always: 'the invented people of a demonstration' },
  '/dev/quyen': { as: 'nobody', at: '/dev/quyen', says: 'Quyền', always: 'the roles of the program' },
  '/dev/ho-so': { as: 'nobody', at: '/dev/ho-so', leads: '/dev' },
  '/dev/ho-so/:code': { as: 'nobody', at: ({ code }) => `/dev/ho-so/${code}`, says: 'Đường đi của …', always: 'a dossier has been handed in' },
  '/dev/bo-mau': { as: 'nobody', at: '/dev/bo-mau', says: 'Bộ mẫu giao diện', always: 'samples' },
  '/dev/bo-mau/can-bo': { as: 'nobody', at: '/dev/bo-mau/can-bo', says: 'Đang giải quyết …', always: 'samples' },
  '/dev/bo-mau/ho-so': { as: 'nobody', at: '/dev/bo-mau/ho-so', says: 'Cấp Giấy xác nhận tình trạng hôn nhân', always: 'samples' },
  '/dev/bo-mau/dieu-hanh': { as: 'nobody', at: '/dev/bo-mau/dieu-hanh', says: 'Dịch vụ công cấp xã' },
  '/dev/bo-mau/loi/:code': { as: 'nobody', at: '/dev/bo-mau/loi/404', says: 'Không tìm thấy trang này', status: 404 },
  '/dev/goi-y': { as: 'nobody', at: '/dev/goi-y?q=tam+tru', leads: 'data' },
}
