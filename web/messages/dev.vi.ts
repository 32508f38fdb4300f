/** Words of the tools behind the demonstration; for the people who build, test and show it. */
export const dev = {
  title: 'Sau hậu trường',
  intro: 'Công cụ của bản trình diễn: xem điều gì xảy ra phía sau một lần bấm, và đưa bản trình diễn tới lúc cần xem. Bản chạy thật không có những trang này.',
  nav: 'Công cụ trình diễn',
  pages: {
    roles: 'Đóng vai', clock: 'Đồng hồ', events: 'Sự kiện', jobs: 'Việc nền', messages: 'Tin nhắn', rights: 'Quyền', gallery: 'Bộ mẫu giao diện',
  } as Record<'roles' | 'clock' | 'events' | 'jobs' | 'messages' | 'rights' | 'gallery', string>,
  details: {
    roles: 'Thành người dân, cán bộ, lãnh đạo bằng một lần bấm', clock: 'Dời giờ nghiệp vụ để xem hạn, trễ, ngày nghỉ', events: 'Điều đã xảy ra, ai đã đọc, chỗ nào đang kẹt',
    jobs: 'Việc đang chờ, đã xong, đã hỏng', messages: 'Tin lẽ ra gửi cho người dân', rights: 'Ai được gọi đường nào', gallery: 'Mọi bộ phận của giao diện, trên hai nền',
  } as Record<'roles' | 'clock' | 'events' | 'jobs' | 'messages' | 'rights' | 'gallery', string>,
  now: (name: string) => `Bạn đang là ${name}`,
  nobody: 'Bạn chưa đăng nhập',
  loading: 'Đang nạp dữ liệu mô phỏng',
  findDossier: { title: 'Đường đi của một hồ sơ', label: 'Mã hồ sơ', hint: 'Ví dụ: H99.99-261125-0001', open: 'Mở' },
  time: 'Lúc',
  none: 'chưa có',
  state: 'Trạng thái',
  data: 'Dữ liệu',
  error: 'Lỗi',
  events: {
    intro: 'Mỗi sự kiện được ghi cùng giao dịch đã sinh ra nó, và tới mỗi nơi đọc đúng một lần. 100 sự kiện mới nhất.',
    about: (subject: string) => `Chỉ các sự kiện về ${subject}, theo thứ tự xảy ra`,
    all: 'Xem tất cả',
    subscriptions: 'Nơi đọc', name: 'Tên', behind: 'Chậm (giây)', parked: 'Đang đỗ',
    parkedTitle: 'Sự kiện đang đỗ', parkedNone: 'Không có sự kiện nào đang đỗ', parkedHint: 'Khi một nơi đọc hỏng mười lần, các sự kiện về cùng một đối tượng đỗ lại ở đây cho tới khi có người cho chạy lại.',
    attempts: 'Lần thử', replay: 'Chạy lại', replayed: (count: string) => `Đã đưa ${count} sự kiện vào chạy lại.`, subject: 'Đối tượng', payload: 'Nội dung', list: 'Sự kiện mới nhất',
    empty: 'Chưa có sự kiện nào', emptyHint: 'Nộp một hồ sơ, rồi mở lại trang này.',
  },
  jobs: {
    intro: 'Việc nền được ghi cùng giao dịch cần tới nó: làm giấy tờ, gửi tin. 100 việc mới nhất.',
    list: 'Việc mới nhất', dead: 'Việc đã hỏng', deadNone: 'Không có việc nào hỏng', deadHint: 'Việc thử mãi không được nằm lại ở đây cho tới khi có người cho làm lại.',
    retry: 'Làm lại tất cả', retried: (count: string) => `Đã đưa ${count} việc vào làm lại.`, name: 'Việc', retries: 'Lần thử lại', created: 'Ghi lúc', done: 'Xong lúc', failed: 'Hỏng lúc', empty: 'Chưa có việc nào', emptyHint: 'Tiếp nhận một hồ sơ, rồi mở lại trang này.',
    states: { created: 'đang chờ', retry: 'chờ thử lại', active: 'đang làm', completed: 'đã xong', cancelled: 'đã bỏ', failed: 'hỏng' } as Record<string, string>,
  },
  messages: {
    intro: 'Tin mà người dân sẽ nhận được qua Zalo, thư điện tử hay cổng. Ở bản trình diễn, tin chỉ vào tài khoản trên cổng.',
    states: { waiting: 'đang chờ', sent: 'đã gửi', dead: 'không gửi được' } as Record<'waiting' | 'sent' | 'dead', string>,
    by: (channel: string) => (channel === 'portal' ? 'vào tài khoản trên cổng' : `qua ${channel}`), resend: 'Gửi lại', resent: 'Tin đã vào lại hàng chờ.', notDead: 'Tin này không còn ở trạng thái hỏng.', empty: 'Chưa có tin nào', emptyHint: 'Nộp một hồ sơ, rồi mở lại trang này.', template: 'Mẫu', about: 'Về hồ sơ',
  },
  clock: {
    intro: 'Dời đồng hồ nghiệp vụ: hạn, trễ, ngày nghỉ, con số đi theo. Đăng nhập, phiên và khóa giữ giờ thật.',
    business: 'Giờ nghiệp vụ', real: 'Giờ thật', same: 'Đồng hồ đang theo giờ thật.', moved: (text: string) => `Đồng hồ lệch ${text}.`,
    steps: 'Dời nhanh', hour: 'Thêm 1 giờ', day: 'Thêm 1 ngày', week: 'Thêm 1 tuần', morning: '08:00 ngày làm việc tới', evening: '16:59 hôm nay', back: 'Về giờ thật',
    custom: 'Dời tới một lúc', date: 'Tới ngày', time: 'Lúc', timeHint: 'Theo giờ Việt Nam, ví dụ 16:59', move: 'Dời đồng hồ', dateInside: 'ngày', timeInside: 'giờ theo dạng 16:59',
    days: (days: string, time: string) => `${days} ngày ${time} giờ`, hours: (time: string) => `${time} giờ`,
  },
  roles: {
    intro: 'Bấm một cái tên để thành người đó ngay, không cần mật khẩu. Mọi người ở đây đều là bịa ra.',
    quick: 'Mỗi vai một người', citizens: 'Người dân', visitors: 'Người chỉ gặp ở quầy (không có tài khoản riêng)', officers: 'Cán bộ', search: 'Tìm theo tên, chức danh, cơ quan', none: 'Không thấy ai như vậy', noneHint: 'Thử gõ ít chữ hơn.', all: 'Xem tất cả', become: (name: string) => `Thành ${name}`,
    level: (level: string) => `mức định danh ${level}`, person: 'Họ tên', title: 'Chức danh', agency: 'Cơ quan', role: 'Vai', shown: (count: string, total: string) => `${count} trên ${total} người`,
  },
  role: { nobody: 'chưa đăng nhập', citizen: 'người dân', clerk: 'tiếp nhận', officer: 'xử lý', leader: 'lãnh đạo', centre: 'điều hành', administrator: 'quản trị', service: 'dịch vụ' } as Record<'nobody' | 'citizen' | 'clerk' | 'officer' | 'leader' | 'centre' | 'administrator' | 'service', string>,
  rights: {
    intro: 'Mọi đường mà máy chủ phục vụ và vai nào gọi được. Hồ sơ nào thì được chạm tới là câu hỏi thứ hai, do từng việc trả lời.',
    count: (count: string) => `${count} đường`, route: 'Đường', yes: 'được', no: 'không', onlyHere: 'chỉ ở bản trình diễn', api: 'Mô tả API (OpenAPI)', module: (name: string, count: string) => `${name} (${count})`,
  },
  timeline: {
    title: (code: string) => `Đường đi của ${code}`, kinds: { act: 'việc làm', event: 'sự kiện', job: 'việc nền', message: 'tin nhắn' } as Record<'act' | 'event' | 'job' | 'message', string>,
    kind: 'Loại', what: 'Gì', detail: 'Chi tiết', lines: (count: string) => `${count} dòng, theo thứ tự thời gian`, state: (state: string) => `Trạng thái trong máy: ${state}`, events: 'Sự kiện về hồ sơ này', simulated: 'Hồ sơ mô phỏng được nạp thẳng, nên không có sự kiện và tin nhắn.',
  },
}
