export type Locale = 'vi' | 'en'

type Words = {
  band: string
  bandMore: string
  chooseTitle: string
  chooseLead: string
  level: (level: 1 | 2) => string
  leave: string
  shareTitle: (client: string) => string
  shareLead: (name: string, client: string) => string
  agree: string
  refuse: string
  other: string
  onlyFirst: string
  unmetTitle: string
  unmetLead: (name: string) => string
  unmetHow: string
  unmetBack: (client: string) => string
  facts: Record<'name' | 'number' | 'born' | 'gender' | 'nationality' | 'ethnicity' | 'address' | 'phone' | 'email' | 'level' | 'passport' | 'child' | 'organisation', string>
  gender: Record<'male' | 'female', string>
  faultTitle: string
  faultLead: string
  faultBack: string
}

/** Every word that the simulated national identity says. */
export const words: Record<Locale, Words> = {
  vi: {
    band: 'VNeID mô phỏng · bản trình diễn',
    bandMore: 'Đây không phải VNeID thật. Mọi người ở đây đều không có thật. Đừng nhập thông tin thật.',
    chooseTitle: 'Đăng nhập với tư cách ai?',
    chooseLead: 'Chọn một người không có thật. VNeID thật sẽ hỏi số định danh, mật khẩu và xác nhận trên điện thoại của bạn.',
    level: (level) => `Tài khoản định danh mức độ ${level}`,
    leave: 'Quay lại, không đăng nhập',
    shareTitle: (client) => `Chia sẻ thông tin với ${client}?`,
    shareLead: (name, client) => `${client} xin phép xem các thông tin sau của ${name} để điền sẵn tờ khai.`,
    agree: 'Đồng ý chia sẻ',
    refuse: 'Không đồng ý',
    other: 'Chọn người khác',
    onlyFirst: 'Đồng ý, lần này chỉ xác thực mức độ 1',
    unmetTitle: 'Tài khoản này mới ở mức độ 1',
    unmetLead: (name) => `Việc đang làm cần tài khoản mức độ 2. Tài khoản của ${name} chưa được xác minh trực tiếp.`,
    unmetHow: 'Mang thẻ căn cước đến công an phường, xã nơi gần nhất để nâng lên mức độ 2. Việc này không mất tiền.',
    unmetBack: (client) => `Quay lại ${client}`,
    facts: {
      name: 'Họ, chữ đệm và tên', number: 'Số định danh cá nhân', born: 'Ngày sinh', gender: 'Giới tính', nationality: 'Quốc tịch', ethnicity: 'Dân tộc',
      address: 'Nơi thường trú', phone: 'Số điện thoại', email: 'Thư điện tử', level: 'Mức độ định danh', passport: 'Hộ chiếu', child: 'Con', organisation: 'Đại diện cho',
    },
    gender: { male: 'Nam', female: 'Nữ' },
    faultTitle: 'Lần đăng nhập này không dùng được nữa',
    faultLead: 'Có thể bạn đã để quá lâu, hoặc đã mở lần đăng nhập này ở một trình duyệt khác. Hãy quay lại và đăng nhập từ đầu.',
    faultBack: 'Quay lại Cổng dịch vụ công',
  },
  en: {
    band: 'Simulated VNeID · demonstration',
    bandMore: 'This is not the real VNeID. Nobody here exists. Do not type anything real.',
    chooseTitle: 'Sign in as whom?',
    chooseLead: 'Choose a person who does not exist. The real VNeID would ask for your personal number, your password and a confirmation on your phone.',
    level: (level) => `Identity level ${level}`,
    leave: 'Go back without signing in',
    shareTitle: (client) => `Share with the ${client}?`,
    shareLead: (name, client) => `The ${client} asks to see the following about ${name}, to fill in forms.`,
    agree: 'Agree and share',
    refuse: 'Do not share',
    other: 'Choose somebody else',
    onlyFirst: 'Agree, with level 1 only this time',
    unmetTitle: 'This account has level 1 only',
    unmetLead: (name) => `What you are doing asks for identity level 2. The identity of ${name} was not proven in person yet.`,
    unmetHow: 'Take your identity card to the nearest police of a ward or commune to have it raised to level 2. It costs nothing.',
    unmetBack: (client) => `Back to the ${client}`,
    facts: {
      name: 'Full name', number: 'Personal number', born: 'Date of birth', gender: 'Gender', nationality: 'Nationality', ethnicity: 'Ethnic group',
      address: 'Permanent address', phone: 'Phone', email: 'Email', level: 'Identity level', passport: 'Passport', child: 'Child', organisation: 'Represents',
    },
    gender: { male: 'Male', female: 'Female' },
    faultTitle: 'This sign-in can no longer be used',
    faultLead: 'It may have taken too long, or it was opened in another browser. Please go back and begin again.',
    faultBack: 'Back to the public service portal',
  },
}

/** what the client is called on the page that asks for consent */
export const clientName: Record<Locale, string> = { vi: 'Cổng dịch vụ công', en: 'public service portal' }
