/** Words of the pages about the portal itself: help, accessibility, the page for programmers. */
export const about = {
  help: {
    title: 'Trợ giúp',
    lead: 'Những việc người dân hay hỏi. Chưa thấy câu trả lời thì gọi tổng đài.',
    contents: 'Trên trang này',
    contact: 'Liên hệ',
    hours: (times: string, days: string) => `Bộ phận một cửa làm việc ${times}, ${days}, trừ ngày lễ.`,
    days: (first: string, last: string) => `từ ${first} đến ${last}`,
    centres: 'Trung tâm của tỉnh',
    yours: 'Tìm nơi tiếp nhận ở phường, xã của bạn',
    call: (number: string, hours: string) => `Tổng đài ${number}, ${hours}.`,
    topics: {
      find: {
        title: 'Tìm thủ tục',
        text: [
          'Gõ việc bạn cần làm vào ô tìm ở trang chủ. Gõ không dấu, gõ thiếu hoặc sai vài chữ cũng tìm được.',
          'Trang của thủ tục cho biết bao lâu có kết quả, mất bao nhiêu tiền và cần chuẩn bị gì, trước khi bạn bắt đầu.',
        ],
      },
      apply: {
        title: 'Nộp hồ sơ',
        text: [
          'Bấm “Bắt đầu làm thủ tục” rồi trả lời từng câu. Mỗi câu được lưu khi bạn bấm tiếp tục, nên có thể dừng lại và làm tiếp sau ở “Hồ sơ của tôi”.',
          'Giấy tờ chụp bằng điện thoại cũng được, miễn thấy rõ chữ và dấu. Hệ thống nhận ảnh JPG, PNG và tệp PDF.',
          'Trước khi gửi, bạn xem lại mọi câu trả lời trên một trang. Gửi xong bạn có mã hồ sơ và mã tra cứu.',
        ],
      },
      counter: {
        title: 'Làm tại quầy',
        text: [
          'Không quen dùng máy thì đến bất kỳ trung tâm phục vụ hành chính công nào trong tỉnh, mang theo thẻ căn cước. Cán bộ ghi giúp bạn.',
          'Nhờ con cháu làm giúp trên điện thoại cũng được, nhưng phải đăng nhập bằng tài khoản của chính người có việc.',
        ],
      },
      follow: {
        title: 'Xem hồ sơ đã nộp',
        text: [
          'Đăng nhập rồi mở “Hồ sơ của tôi” để xem đầy đủ, tải giấy tờ và bổ sung khi được yêu cầu.',
          'Không đăng nhập thì dùng mã hồ sơ và mã tra cứu trên giấy tiếp nhận, hoặc quét mã vuông in trên giấy. Cách này chỉ cho biết hồ sơ đi tới đâu.',
        ],
      },
      supplement: {
        title: 'Khi được yêu cầu bổ sung',
        text: [
          'Cơ quan báo một lần, đủ hết những thứ còn thiếu. Mở hồ sơ, gửi thêm giấy tờ rồi bấm gửi; hoặc mang tới nơi đã nộp.',
          'Trong lúc chờ bạn, thời gian giải quyết của cơ quan không chạy.',
        ],
      },
      vneid: {
        title: 'VNeID là gì, chưa có thì sao?',
        text: [
          'VNeID là tài khoản định danh điện tử do Bộ Công an cấp. Bạn dùng một tài khoản đó cho mọi dịch vụ công.',
          'Chưa có thì đến công an phường, xã nơi gần nhất, mang theo thẻ căn cước, để được làm tài khoản mức độ 2.',
          'Trong lúc chờ tài khoản, bạn vẫn nộp được hồ sơ tại quầy.',
        ],
      },
      facts: {
        title: 'Thông tin của tôi chưa đúng',
        text: [
          'Họ tên, số định danh, ngày sinh và nơi cư trú lấy từ VNeID. Trang này không sửa được.',
          'Mang thẻ căn cước và giấy tờ chứng minh đến công an phường, xã nơi bạn cư trú để sửa. Sửa xong, đăng nhập lại là thông tin mới có ở đây.',
        ],
      },
      privacy: {
        title: 'Ai xem được thông tin của tôi?',
        text: [
          'Chỉ cán bộ đang giữ hồ sơ của bạn xem được nội dung, và mỗi lần xem đều được ghi lại.',
          'Số định danh được mã hóa khi lưu, không nằm trong địa chỉ trang.',
        ],
      },
    },
  },
  accessibility: {
    title: 'Khả năng tiếp cận',
    lead: 'Ai cũng phải dùng được trang này: người lớn tuổi, người khuyết tật, người dùng điện thoại rẻ tiền, người nước ngoài.',
    standard: 'Chúng tôi theo chuẩn nào',
    standardText: 'Mục tiêu là WCAG 2.1 mức AA, cao hơn mức mà Thông tư 26/2020/TT-BTTTT và Thông tư 22/2023/TT-BTTTT yêu cầu với cổng của cơ quan nhà nước.',
    can: 'Bạn có thể',
    canList: [
      'làm mọi việc bằng bàn phím, và luôn thấy mình đang ở đâu trên trang;',
      'phóng to chữ tới 200 % mà không phải kéo ngang;',
      'dùng trình đọc màn hình: mỗi ô có tên, mỗi lỗi nói rõ cần làm gì;',
      'dùng trang khi trình duyệt tắt chương trình chạy kèm, hoặc khi mạng yếu;',
      'đọc trang bằng tiếng Việt hoặc tiếng Anh.',
    ],
    checked: 'Chúng tôi kiểm tra thế nào',
    checkedText: 'Mỗi lần sửa chương trình, các trang được máy kiểm tra bằng axe ở cỡ điện thoại và cỡ máy tính, có và không có chương trình chạy kèm. Máy chỉ tìm được một phần lỗi.',
    gaps: 'Những chỗ chưa tốt',
    gapsList: [
      'Giấy tờ dạng PDF chưa được kiểm tra bằng trình đọc màn hình.',
      'Chưa có buổi thử nào với người khuyết tật và người lớn tuổi.',
      'Chưa có bản dịch sang tiếng của các dân tộc thiểu số và ngôn ngữ ký hiệu.',
      'Tên văn bản pháp luật chỉ có bằng tiếng Việt.',
    ],
    tell: 'Gặp chỗ khó dùng',
    tellText: 'Gọi tổng đài và nói bạn đang ở trang nào. Việc không làm được trên mạng thì cán bộ làm giúp tại quầy.',
  },
  api: {
    title: 'Dành cho lập trình viên',
    lead: 'Mọi việc làm được trên trang này cũng làm được bằng JSON, qua cùng một lối vào và cùng một bảng quyền.',
    document: 'Tải tài liệu OpenAPI 3.1 (JSON)',
    rules: 'Quy tắc chung',
    rulesList: [
      'Gửi và nhận bằng JSON. Thời điểm theo ISO 8601 có múi giờ, tiền là số nguyên đồng.',
      'Yêu cầu POST có ghi “cần khóa” phải mang đầu mục Idempotency-Key là một UUID. Gửi lại cùng khóa và cùng nội dung thì nhận lại đúng câu trả lời cũ; khác nội dung thì bị từ chối.',
      'Lời từ chối theo RFC 9457: có mã ổn định, câu nói cần làm gì, và số hiệu để tra nhật ký.',
      'Phiên đăng nhập nằm trong cookie; yêu cầu POST của người đã đăng nhập mang thêm đầu mục X-CSRF-Token.',
      'Hệ thống khác dùng tài khoản dịch vụ do người quản trị lập: lấy mã truy cập tại /oauth/token (OAuth 2.0, client credentials), rồi gửi trong đầu mục Authorization: Bearer. Tài liệu OpenAPI ghi phạm vi của từng việc.',
    ],
    operations: 'Các việc',
    group: (name: string, count: string) => `${name} · ${count}`,
    who: (roles: string) => `Ai gọi được: ${roles}.`,
    takes: (names: string) => `Nhận: ${names}.`,
    needsKey: 'Cần khóa.',
    roles: {
      anyone: 'mọi người', nobody: 'người chưa đăng nhập', citizen: 'công dân', clerk: 'cán bộ một cửa', officer: 'công chức', leader: 'lãnh đạo', centre: 'trung tâm điều hành', administrator: 'quản trị',
    } as Record<string, string>,
    codes: 'Các mã từ chối',
    code: 'Mã',
    status: 'HTTP',
    meaning: 'Nghĩa',
  },
}
