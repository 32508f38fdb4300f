/** Words of the accounts of other systems that call us. */
export const services = {
  title: 'Tài khoản dịch vụ', lead: 'Mỗi hệ thống khác gọi vào đây có một tài khoản riêng, của một cơ quan, chỉ làm được những việc được giao, và hết hạn trong một năm.',
  none: 'Chưa có tài khoản dịch vụ nào', noneText: 'Khi một hệ thống khác cần đọc dữ liệu ở đây, lập cho nó một tài khoản.', make: 'Lập tài khoản dịch vụ', back: 'Tài khoản dịch vụ', cancel: 'Thôi',
  name: 'Tên hệ thống', nameIn: 'tên hệ thống', agency: 'Cơ quan chủ quản', agencyIn: 'cơ quan chủ quản', responsible: 'Người chịu trách nhiệm', responsibleIn: 'người chịu trách nhiệm', responsibleHint: 'Họ tên, chức vụ, điện thoại của người trả lời khi hệ thống ấy có sự cố.',
  purpose: 'Để làm gì', purposeIn: 'mục đích', purposeHint: 'Ghi rõ hệ thống đọc gì và dùng vào việc gì. Viết ít nhất 10 chữ.', scopes: 'Được làm gì', scopesIn: 'những việc được làm', scopesNone: 'Chọn ít nhất một việc được làm', agencyNone: 'Chọn cơ quan chủ quản', networks: 'Chỉ gọi được từ', networksIn: 'các dải địa chỉ', networksHint: 'Mỗi dòng một dải, ví dụ 203.0.113.0/24. Để trống thì gọi được từ mọi nơi.',
  networksWrong: 'Viết mỗi dòng một dải địa chỉ mạng, ví dụ 203.0.113.0/24 hoặc 203.0.113.7/32', until: 'Dùng đến hết ngày', untilIn: 'ngày cuối', untilHint: (latest: string) => `Chậm nhất ${latest}: một năm kể từ hôm nay.`, untilWrong: (latest: string) => `Chọn một ngày từ hôm nay đến ${latest}`, nameTaken: 'Đặt tên khác: đã có một tài khoản đang dùng tên này',
  scope: {
    'catalogue.read': { name: 'Đọc danh mục thủ tục', text: 'Thủ tục, phiên bản, tìm thủ tục' }, 'areas.read': { name: 'Đọc đơn vị hành chính', text: 'Đơn vị, ranh giới, lịch sử, tên cũ và mới' }, 'agencies.read': { name: 'Đọc danh sách cơ quan', text: 'Cơ quan và nơi tiếp nhận' },
    'indicators.read': { name: 'Đọc chỉ số', text: 'Chỉ số và diễn biến theo thời gian' }, 'dossiers.follow': { name: 'Theo dõi tiến độ hồ sơ', text: 'Hồ sơ đang ở bước nào, hạn trả; không có thông tin của người nộp' },
  },
  state: { active: 'Đang dùng', ending: 'Sắp hết hạn', locked: 'Đang khóa', expired: 'Đã hết hạn', agency_ended: 'Cơ quan đã kết thúc', revoked: 'Đã thu hồi' }, stateWord: 'Tình trạng', used: 'Dùng lần cuối', from: (network: string) => `từ mạng ${network}`, everywhere: 'Mọi nơi', facts: 'Tài khoản', clientId: 'Mã tài khoản (client_id)', created: 'Lập lúc',
  lockedUntil: (when: string) => `Khóa đến ${when}, vì sai khóa bí mật quá nhiều lần`, failed: (count: string) => `${count} lần sai gần đây`, revoked: 'Thu hồi lúc',
  secrets: 'Khóa bí mật đang dùng được', secretOf: (when: string) => `Tạo lúc ${when}`, secretEnds: (when: string) => `hết hiệu lực lúc ${when}`, secretNewest: 'mới nhất', noSecret: 'Không còn khóa nào.',
  shown: 'Khóa bí mật chỉ hiện một lần, ngay bây giờ. Chép vào kho bí mật của hệ thống kia hoặc in ra, rồi mới rời trang này.', secret: 'Khóa bí mật (client_secret)', tokenAt: 'Nơi lấy mã truy cập', print: 'In trang này', go: 'Mở trang tài khoản', oldEnds: (when: string) => `Khóa cũ dùng được đến ${when}.`,
  how: 'Hệ thống kia gửi client_id và client_secret để lấy mã truy cập 15 phút, rồi gửi mã ấy trong mỗi lần gọi.',
  rotate: 'Cấp khóa bí mật mới', rotateText: 'Khóa mới hiện một lần. Khóa cũ vẫn dùng được thêm một lúc để hệ thống kia kịp đổi.', overlap: 'Khóa cũ còn dùng được', overlapIn: 'thời gian khóa cũ còn dùng', overlaps: { 0: 'Hết ngay', 1: '1 giờ', 4: '4 giờ', 24: '24 giờ' },
  revoke: 'Thu hồi tài khoản', revokeText: 'Hệ thống kia bị từ chối ngay từ lần gọi tiếp theo. Việc này không hoàn lại được: cần dùng lại thì lập tài khoản mới.', reason: 'Lý do', reasonIn: 'lý do', unlock: 'Mở khóa',
  done: { 'thu-hoi': 'Đã thu hồi. Không lần gọi nào của hệ thống này được nhận nữa.', mo: 'Đã mở khóa.' } as Record<string, string>, events: 'Đã xảy ra',
  event: { 'identity.service_created': 'Lập tài khoản', 'identity.service_rotated': 'Cấp khóa bí mật mới', 'identity.service_revoked': 'Thu hồi', 'identity.service_locked': 'Bị khóa vì sai khóa bí mật quá nhiều lần', 'identity.service_unlocked': 'Mở khóa' } as Record<string, string>,
  review: 'Tài khoản dịch vụ của các cơ quan này', reviewText: 'Xem từng tài khoản có còn cần không. Không cần nữa thì mở trang của nó và thu hồi.',
}
