import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDocuments, type Documents } from '#platform/documents'
import { readPdf, type ReadPdf } from '#platform/documents/read-pdf'
import { documentFacts, type DocumentFacts, type DocumentKind } from './facts.ts'
import { sampleFacts } from './facts-samples.ts'
import { makeDocument } from './make.ts'

const kinds = Object.keys(documentFacts) as DocumentKind[]
const mark = 'DỮ LIỆU MÔ PHỎNG'
const { form01, form03, result } = sampleFacts

let documents: Documents
beforeAll(() => { documents = openDocuments() })
afterAll(() => documents.stop())

const make = <K extends DocumentKind>(kind: K, facts: DocumentFacts[K]): Promise<Uint8Array> => makeDocument(documents, kind, facts)
const read = async <K extends DocumentKind>(kind: K, facts: DocumentFacts[K]): Promise<ReadPdf> => readPdf(await make(kind, facts))
/** everything a paper says, on one line: where lines are broken is another question */
const words = (pdf: ReadPdf): string => pdf.pages.map((page) => page.text).join(' ').replace(/\s+/g, ' ')
const squeezed = (text: string): string => text.replace(/\s+/g, '')
/** nothing begins right of the text area; the right margin is 10 mm on A5, 15 mm on A4 */
const staysOnPage = (pdf: ReadPdf): boolean =>
  pdf.pages.every(({ width, runs }) => runs.every((run) => run.x > 0 && run.x < width - (width < 500 ? 28 : 42)))

const said: Record<DocumentKind, string[]> = {
  copies: [
    'ỦY BAN NHÂN DÂN PHƯỜNG SÔNG XANH', 'CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH', 'Bản chính: Bằng tốt nghiệp trung học phổ thông số A 123456', 'Số trang của bản chính: 02', 'Số bản sao: 12',
    'Số chứng thực: 318, quyển số 01/2026 - SCT/BS', 'Sông Xanh, ngày 23 tháng 11 năm 2026', 'NGƯỜI THỰC HIỆN CHỨNG THỰC', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '(Ký, ghi rõ họ tên và đóng dấu)', 'Lê Thị Thu Hà',
  ],
  certificate: [
    'Số: 78/TLKS-BS', 'TRÍCH LỤC KHAI SINH (BẢN SAO)', 'ỦY BAN NHÂN DÂN PHƯỜNG SÔNG XANH', 'Căn cứ Sổ đăng ký khai sinh năm 2016.', 'Họ, chữ đệm, tên: Nguyễn Gia Huy', 'Ghi chú: ....', 'Bản sao này có giá trị như bản chính.',
    'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Thị Hoa',
  ],
  form01: [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'UBND PHƯỜNG SÔNG XANH', 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', 'Số: 1234/GTN-TTPVHCC',
    'Sông Xanh, ngày 23 tháng 11 năm 2026', 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'Mã hồ sơ: H99.12-261123-0042',
    'Bộ phận tiếp nhận và trả kết quả: Quầy số 07 - Lĩnh vực Đất đai', 'Tiếp nhận hồ sơ của ông/bà/tổ chức: Nguyễn Thị Ngọc Ánh',
    'Số định danh/Mã số thuế: 999300000042', 'Địa chỉ: Số 12, đường Hoa Ban', 'Số điện thoại: 0900 000 042', 'Email: anh.nguyen@example.vn',
    'Người ủy quyền: Công ty TNHH Xây dựng Sông Xanh', 'Số định danh/Mã số thuế của người ủy quyền: 0300000042', 'Địa chỉ: Số 5, đường Hoa Phượng',
    'Số điện thoại: 0900 000 043', 'Email: cong-ty@example.vn', 'Văn bản ủy quyền: Giấy ủy quyền số 45/2026/UQ',
    'Nội dung yêu cầu giải quyết: Đăng ký biến động', 'Đơn đăng ký biến động đất đai (Mẫu số 18)', 'Bản sao12', 'Số lượng hồ sơ: 01 (bộ)',
    'Thời gian giải quyết hồ sơ theo quy định: 10 ngày làm việc', 'Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 23 tháng 11 năm 2026',
    'Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 07 tháng 12 năm 2026',
    'Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công phường (trực tiếp)', 'quyển số: 03', 'Số thứ tự: 1.234', 'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Mã tra cứu: K7QM-2XPA', 'Xác nhận trên hệ thống: Trần Đình Khôi', 'Thời gian: 08:16 · 23/11/2026',
  ],
  form02: [
    'Số: 56/PBS-TTPVHCC', 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', 'Hồ sơ của: Nguyễn Thị Ngọc Ánh', 'Mã hồ sơ: H99.12-261123-0042',
    'Nội dung yêu cầu giải quyết: Đăng ký biến động', 'Địa chỉ: Số 12', 'Số điện thoại: 0900 000 042', 'Email: anh.nguyen@example.vn',
    '1.Bản chính Giấy chứng nhận', '2.Trang 3 của hợp đồng', 'Lý do: Hồ sơ chưa đủ thành phần theo quy định. Hợp đồng chưa hợp lệ.',
    'liên hệ với Lê Văn Bình, số điện thoại 0200 000 0044, để được hướng dẫn', 'NGƯỜI HƯỚNG DẪN', 'Xác nhận trên hệ thống: Trần Đình Khôi', 'Mã tra cứu: K7QM-2XPA',
  ],
  form03: [
    'Số: 7/PTC-TTPVHCC', 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ', 'Trung tâm Phục vụ hành chính công phường Sông Xanh đã xem xét',
    'Ông/bà/tổ chức: Nguyễn Thị Ngọc Ánh', 'Số định danh/Mã số thuế: 999300000042', 'Địa chỉ: Số 12', 'Số điện thoại: 0900 000 042',
    'Email: anh.nguyen@example.vn', 'Mã hồ sơ: H99.12-261123-0042', 'Nội dung yêu cầu giải quyết: Đăng ký', 'không tiếp nhận, giải quyết hồ sơ này',
    'Thửa đất đang có tranh chấp đã được Tòa án thụ lý.', 'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ',
  ],
  refusal: [
    'Số: 5/TB-UBND', 'THÔNG BÁO KHÔNG GIẢI QUYẾT HỒ SƠ', 'Ủy ban nhân dân phường Sông Xanh đã xem xét', 'Ông/bà/tổ chức: Nguyễn Thị Ngọc Ánh', 'Mã hồ sơ: H99.12-261123-0042', 'Ngày tiếp nhận: 23/11/2026',
    'hành lang bảo vệ đường bộ theo quy hoạch đã công bố.', 'Căn cứ: Luật Xây dựng 50/2014/QH13, Điều 91', 'được trả lại tại Trung tâm Phục vụ hành chính công phường Sông Xanh', 'có quyền khiếu nại',
    'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Thị Thu Hà',
  ],
  result: [
    'TỈNH MẪU ỦY BAN NHÂN DÂN PHƯỜNG SÔNG XANH', 'Số: 318/UBND-XNTTHN', 'GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN',
    'Xét đề nghị của ông/bà: Nguyễn Văn An về việc cấp Giấy xác nhận tình trạng hôn nhân cho Nguyễn Thị Ngọc Ánh', 'XÁC NHẬN:',
    'Họ, chữ đệm, tên: Nguyễn Thị Ngọc Ánh', 'Ngày, tháng, năm sinh: 05/03/1990', 'Giới tính: Nữ', 'Dân tộc: Kinh', 'Quốc tịch: Việt Nam',
    'Giấy tờ tùy thân: Căn cước số 999300000042', 'Nơi cư trú: Số 12', 'Tình trạng hôn nhân: Hiện tại chưa đăng ký kết hôn với ai.',
    'Giấy này được cấp để: Kết hôn với ông Lê Văn Bình', '06 tháng kể từ ngày cấp', 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH', 'Lê Thị Thu Hà', 'Xác nhận trên hệ thống: Lê Thị Thu Hà',
    'Thời gian: 09:20 · 24/11/2026',
  ],
}

describe('the papers of a dossier', { timeout: 60_000 }, () => {
  it.each(kinds)('%s says everything it was given, tagged, in Vietnamese, with title and date', async (kind) => {
    const pdf = await read(kind, sampleFacts[kind])
    expect(said[kind].filter((sentence) => !words(pdf).includes(sentence))).toEqual([])
    expect(pdf).toMatchObject({ language: 'vi-VN', tagged: true, created: 'D:20261123011500Z' })
    expect(pdf.title).toMatch(/^(Giấy|Phiếu|Trích lục|Lời chứng|Thông báo) /)
    expect(staysOnPage(pdf)).toBe(true)
  })

  it.each(kinds)('%s is the same bytes when it is made again', async (kind) => {
    const [first, second] = await Promise.all([make(kind, sampleFacts[kind]), make(kind, structuredClone(sampleFacts[kind]))])
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it.each(kinds)('%s carries the mark of the demonstration on every page, and only there', async (kind) => {
    const marked = await read(kind, sampleFacts[kind])
    const real = await read(kind, { ...sampleFacts[kind], demonstration: false })
    expect(marked.pages.every((page) => page.text.replaceAll('\u00a0', ' ').includes(mark))).toBe(true)
    expect(words(real)).not.toContain(mark)
    expect(real.pages).toHaveLength(marked.pages.length)
  })

  it.each(kinds)('%s prints source text as it is, in every field', async (kind) => {
    const attack = '#eval("1") *bold* $x$ @ref #panic() [x]'
    let fields = 0
    const inject = (value: unknown, key: string): unknown => {
      if (Array.isArray(value)) return value.map((one) => inject(one, key))
      if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inject(one, name)]))
      if (typeof value !== 'string' || /At$|On$|[uU]rl$|^party$/.test(key)) return value
      // the fields that hold less than the attack take its beginning
      if (['identityNumber', 'volume', 'entry', 'sex', 'phone', 'secret'].includes(key)) return attack.slice(0, 18)
      fields += 1
      return attack
    }
    const pdf = await read(kind, inject(sampleFacts[kind], '') as DocumentFacts[typeof kind])
    expect(squeezed(words(pdf)).split(squeezed(attack)).length - 1).toBeGreaterThanOrEqual(fields)
  })

  it('form 01 leaves out what is not known, and draws places to write', async () => {
    const { principal: _principal, register: _register, timeLimit: _timeLimit, ...rest } = form01
    const text = words(await read('form01', { ...rest, applicant: { name: 'Lê Văn Tám' }, officer: { name: 'Trần Đình Khôi' } }))
    const labels = ['ủy quyền', 'Nộp thay', 'Số định danh', 'Địa chỉ', 'Email', 'Thời gian giải quyết hồ sơ theo quy định', 'Xác nhận trên hệ thống', 'none', 'null']
    expect(labels.filter((label) => text.includes(label))).toEqual([])
    expect(text).toMatch(/quyển số: \.{5,}/)
  })

  it('form 03 of a dossier without a code has no line for it', async () => {
    const { code: _code, ...facts } = form03
    expect(words(await read('form03', facts))).not.toContain('Mã hồ sơ')
  })

  it('the certificate without a page to verify it has no code to scan', async () => {
    const { verifyUrl: _verifyUrl, ...facts } = result
    expect(words(await read('result', facts))).not.toContain('Quét mã')
  })

  it('sixty papers run over pages: each is listed once, the head of the table and the page number on every one, the signatures on the last', async () => {
    const nameOf = (i: number) => `Giấy tờ thứ ${i + 1}: ${'bản sao có chứng thực '.repeat(1 + (i % 5))}`
    const papers = Array.from({ length: 60 }, (_, i) => ({ name: nameOf(i), form: 'Bản sao', copies: i + 1 }))
    const pdf = await read('form01', { ...form01, papers })
    const text = words(pdf)
    expect(pdf.pages.length).toBeGreaterThanOrEqual(3)
    expect(papers.filter((_paper, i) => text.split(`Giấy tờ thứ ${i + 1}:`).length !== 2)).toEqual([])
    for (const [i, page] of pdf.pages.slice(1, -1).entries()) {
      expect(page.text.replace(`${mark}\n`, '')).toMatch(new RegExp(`^${i + 2}\nTTTên giấy tờ`))
    }
    expect(pdf.pages.map((page) => page.text.includes('NGƯỜI NỘP HỒ SƠ'))).toEqual(pdf.pages.map((_, i) => i === pdf.pages.length - 1))
    expect(staysOnPage(pdf)).toBe(true)
  })

  it('long names are broken inside the page and nothing of them is lost', async () => {
    const name = 'Công Tằng Tôn Nữ Hoàng Phủ Ngọc Bích Thảo Nguyên Đặng Trần Lê Thị Quỳnh Như Mai Phương'
    const token = 'W'.repeat(250)
    const pdf = await read('form01', {
      ...form01, officer: { name, signedAt: form01.receivedAt }, number: 'X'.repeat(80),
      applicant: { name, address: `Số ${token}`, email: `${'m'.repeat(60)}@${'example.'.repeat(10)}vn` },
      papers: [{ name: token, form: 'Bản sao từ sổ gốc có chứng thực', copies: 999 }],
      agency: { parent: ['ỦY BAN NHÂN DÂN THÀNH PHỐ RẤT LÀ DÀI VÀ XA'], name: ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG CẤP XÃ', 'CHI NHÁNH SỐ 3'] },
    })
    expect(squeezed(words(pdf)).split(squeezed(name)).length - 1).toBe(4)
    expect(squeezed(words(pdf)).match(/W{250}/g)).toHaveLength(2)
    expect(staysOnPage(pdf)).toBe(true)
  })

  it('accents typed apart are drawn together', async () => {
    const person = { ...result.person, name: 'Đặng Thị Hường Nguyễn'.normalize('NFD') }
    expect(words(await read('result', { ...result, person }))).toContain('Họ, chữ đệm, tên: Đặng Thị Hường Nguyễn')
  })

  it('a foreign name in another script does not stop a receipt', async () => {
    expect(words(await read('form01', { ...form01, applicant: { name: 'Ông 王小明 (Wang Xiaoming)' } }))).toContain('Ông □□□ (Wang Xiaoming)')
  })

  it('facts that are wrong are refused before anything is drawn', () =>
    expect(makeDocument(documents, 'form01', { ...form01, papers: [] })).rejects.toMatchObject({ name: 'ZodError' }))
})
