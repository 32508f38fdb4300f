import type { DocumentFacts, Form01Facts } from './facts.ts'

/** Invented facts, one set for each kind, with everything that may be said: for tests and for looking at a template while it is drawn. */
const head = {
  agency: { parent: ['UBND PHƯỜNG SÔNG XANH'], name: ['TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG'] },
  place: 'Sông Xanh',
  issuedAt: '2026-11-23T01:15:00Z',
  demonstration: true,
}

const applicant = {
  name: 'Nguyễn Thị Ngọc Ánh',
  identityNumber: '999300000042',
  address: 'Số 12, đường Hoa Ban, khu phố 3, phường Sông Xanh',
  phone: '0900 000 042',
  email: 'anh.nguyen@example.vn',
}

const dossier = {
  code: 'H99.12-261123-0042',
  tracking: { url: 'https://dichvucong.example.vn/tra-cuu/H99.12-261123-0042?ma=K7QM-2XPA', secret: 'K7QM-2XPA' },
  applicant,
  request: 'Đăng ký biến động quyền sử dụng đất trong trường hợp chuyển nhượng (mã thủ tục 1.012781)',
  officer: { name: 'Trần Đình Khôi', signedAt: '2026-11-23T01:16:00Z' },
}

const form01: Form01Facts = {
  ...head,
  ...dossier,
  number: '1234/GTN-TTPVHCC',
  desk: 'Quầy số 07 - Lĩnh vực Đất đai',
  principal: {
    name: 'Công ty TNHH Xây dựng Sông Xanh',
    identityNumber: '0300000042',
    address: 'Số 5, đường Hoa Phượng, phường Sông Xanh',
    phone: '0900 000 043',
    email: 'cong-ty@example.vn',
    authorisation: 'Giấy ủy quyền số 45/2026/UQ',
    party: 'authorised',
  },
  papers: [
    { name: 'Đơn đăng ký biến động đất đai (Mẫu số 18)', form: 'Bản chính', copies: 1 },
    { name: 'Hợp đồng chuyển nhượng quyền sử dụng đất có công chứng', form: 'Bản sao', copies: 12 },
  ],
  sets: 1,
  timeLimit: '10 ngày làm việc',
  receivedAt: '2026-11-23T01:15:00Z',
  dueAt: '2026-12-07T09:30:00Z',
  delivery: 'Trung tâm Phục vụ hành chính công phường (trực tiếp)',
  register: { volume: '03', entry: '1.234' },
}

export const sampleFacts: DocumentFacts = {
  form01,
  form02: {
    ...head,
    ...dossier,
    number: '56/PBS-TTPVHCC',
    items: ['Bản chính Giấy chứng nhận quyền sử dụng đất.', 'Trang 3 của hợp đồng thiếu chữ ký của bên nhận chuyển nhượng.'],
    reason: 'Hồ sơ chưa đủ thành phần theo quy định.\nHợp đồng chưa hợp lệ.',
    contact: { name: 'Lê Văn Bình', phone: '0200 000 0044' },
  },
  form03: {
    ...head,
    number: '7/PTC-TTPVHCC',
    code: dossier.code,
    desk: 'Trung tâm Phục vụ hành chính công phường Sông Xanh',
    applicant,
    request: dossier.request,
    reason: 'Thửa đất đang có tranh chấp đã được Tòa án thụ lý.',
    officer: dossier.officer,
  },
  refusal: {
    ...head,
    agency: { parent: ['TỈNH MẪU'], name: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG SÔNG XANH'] },
    number: '5/TB-UBND',
    code: dossier.code,
    office: 'Ủy ban nhân dân phường Sông Xanh',
    applicant,
    request: dossier.request,
    acceptedAt: head.issuedAt,
    reason: 'Thửa đất nằm trong hành lang bảo vệ đường bộ theo quy hoạch đã công bố.',
    ground: 'Luật Xây dựng 50/2014/QH13, Điều 91',
    papersAt: 'Trung tâm Phục vụ hành chính công phường Sông Xanh',
    signer: { capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lê Thị Thu Hà', signedAt: head.issuedAt },
  },
  result: {
    ...head,
    agency: { parent: ['TỈNH MẪU'], name: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG SÔNG XANH'] },
    number: '318/UBND-XNTTHN',
    authority: 'ỦY BAN NHÂN DÂN PHƯỜNG SÔNG XANH',
    requester: 'Nguyễn Văn An',
    person: {
      name: applicant.name,
      bornOn: '1990-03-05',
      sex: 'Nữ',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      identityPaper: 'Căn cước số 999300000042, cấp ngày 12/05/2021',
      residence: applicant.address,
    },
    status: 'Hiện tại chưa đăng ký kết hôn với ai.',
    purpose: 'Kết hôn với ông Lê Văn Bình tại Ủy ban nhân dân phường Đồi Thông.',
    verifyUrl: 'https://dichvucong.example.vn/kiem-tra/318-9f3a',
    signer: { capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lê Thị Thu Hà', signedAt: '2026-11-24T02:20:00Z' },
  },
  copies: {
    ...head,
    agency: { parent: ['TỈNH MẪU'], name: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG SÔNG XANH'] },
    number: '318',
    book: '01/2026 - SCT/BS',
    paper: 'Bằng tốt nghiệp trung học phổ thông số A 123456',
    pages: 2,
    copies: 12,
    signer: { capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lê Thị Thu Hà' },
  },
  certificate: {
    ...head,
    number: '78/TLKS-BS',
    authority: 'ỦY BAN NHÂN DÂN PHƯỜNG SÔNG XANH',
    heading: 'Trích lục khai sinh (bản sao)',
    opening: 'Căn cứ Sổ đăng ký khai sinh năm 2016.',
    lines: [{ label: 'Họ, chữ đệm, tên', text: 'Nguyễn Gia Huy' }, { label: 'Ghi chú', text: '' }],
    closing: ['Bản sao này có giá trị như bản chính.'],
    signer: { capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lê Thị Hoa', signedAt: '2026-11-23T09:30:00+07:00' },
  },
}
