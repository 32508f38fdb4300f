import { describe, expect, it } from 'vitest'
import { type SearchEntry, buildIndex, search } from './fuzzy.ts'
import { fold } from './text.ts'

const titles = `Cấp giấy xác nhận tình trạng hôn nhân
Đăng ký kết hôn
Đăng ký kết hôn có yếu tố nước ngoài
Đăng ký lại kết hôn
Đăng ký khai sinh
Đăng ký khai sinh có yếu tố nước ngoài
Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con
Đăng ký lại khai sinh
Đăng ký khai tử
Đăng ký lại khai tử
Đăng ký nhận cha, mẹ, con
Đăng ký giám hộ
Đăng ký chấm dứt giám hộ
Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc
Cấp bản sao trích lục hộ tịch
Ghi vào sổ hộ tịch việc ly hôn, hủy việc kết hôn
Đăng ký việc nuôi con nuôi trong nước
Chứng thực bản sao từ bản chính giấy tờ, văn bản
Chứng thực chữ ký trong các giấy tờ, văn bản
Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản
Chứng thực di chúc
Chứng thực văn bản từ chối nhận di sản
Cấp phiếu lý lịch tư pháp cho công dân Việt Nam
Đăng ký thường trú
Đăng ký tạm trú
Khai báo tạm vắng
Xóa đăng ký thường trú
Tách hộ
Xác nhận thông tin về cư trú
Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên
Cấp đổi, cấp lại giấy phép lái xe
Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ
Cấp giấy phép xây dựng sửa chữa, cải tạo nhà ở riêng lẻ
Cấp giấy phép di dời công trình
Đăng ký thành lập hộ kinh doanh
Đăng ký thay đổi nội dung đăng ký hộ kinh doanh
Chấm dứt hoạt động hộ kinh doanh
Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn
Đăng ký thành lập công ty trách nhiệm hữu hạn một thành viên
Đăng ký thành lập doanh nghiệp tư nhân
Cấp giấy chứng nhận đủ điều kiện an toàn thực phẩm
Cấp giấy phép bán lẻ rượu
Cấp giấy phép bán lẻ sản phẩm thuốc lá
Đăng ký, cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu
Đăng ký biến động quyền sử dụng đất do chuyển nhượng, thừa kế, tặng cho
Chuyển mục đích sử dụng đất
Tách thửa hoặc hợp thửa đất
Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội
Trợ cấp xã hội hàng tháng cho người cao tuổi
Xác định mức độ khuyết tật và cấp giấy xác nhận khuyết tật
Công nhận hộ nghèo, hộ cận nghèo phát sinh trong năm
Giải quyết chế độ mai táng phí đối với cựu chiến binh
Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi
Hưởng trợ cấp thất nghiệp
Chuyển trường đối với học sinh trung học phổ thông
Cho phép trường mẫu giáo hoạt động giáo dục
Tuyển sinh vào lớp 6 trung học cơ sở
Cấp chứng chỉ hành nghề dược
Cấp giấy phép hoạt động đối với phòng khám đa khoa
Cấp phù hiệu xe ô tô kinh doanh vận tải
Cấp giấy phép môi trường
Xác nhận đơn đăng ký tham gia bảo hiểm xã hội tự nguyện
Tiếp công dân tại cấp xã
Giải quyết khiếu nại lần đầu tại cấp xã`.split('\n')

const entries: SearchEntry[] = titles.map((title, i) => ({ id: String(i), title, ...(i === 0 ? { aliases: ['Giấy độc thân', '1.004873'] } : {}) }))
const index = buildIndex(entries)
const top = (query: string, limit = 5): string[] => search(index, query, limit).map((hit) => hit.title)

const makeRandom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
const alphabet = 'abcdeghiklmnopqrstuvxy'
/** One slip: a letter missing, extra, replaced or swapped with the next. */
const slip = (word: string, random: (below: number) => number): string => {
  if (word.length < 3) return word
  const at = random(word.length - 1)
  const letter = alphabet[random(alphabet.length)] ?? ''
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ]
  return kinds[random(4)] ?? word
}
const tones: Record<string, string> = { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' }
/** The keys a person pressed for a word, when Telex was off. */
const telex = (word: string): string => {
  let keys = ''
  let tone = ''
  for (const part of word.toLowerCase().normalize('NFD')) {
    if (tones[part]) tone = tones[part]
    else if (part === '\u0302') keys += keys.at(-1)
    else if (part === '\u0306' || part === '\u031b') keys += 'w'
    else keys += part === 'đ' ? 'dd' : part
  }
  return keys + tone
}
const spoil = (title: string, rule: number, random: (below: number) => number): string => {
  const words = title.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const folded = words.map(fold)
  const some = folded.map((word) => (random(3) === 0 ? slip(word, random) : word))
  if (rule === 0) return some.join(' ')
  if (rule === 1) return words.map(telex).join(' ')
  if (rule === 2) return folded.map((word) => word + (random(3) === 0 ? '' : ' ')).join('')
  if (rule === 3) return [...some.slice(2), ...some.slice(0, 2)].join(' ')
  if (rule === 4) return some.join(' ').slice(0, -1)
  return words.map((word) => (random(3) === 0 ? slip(word, random) : word)).join(' ')
}

describe('search', () => {
  it.each([
    ['hon nhan', titles[0]],
    ['xac nhan tinh trang hon nhan', titles[0]],
    ['tinhtrang honnhan', titles[0]],
    ['tin htrang hon nhan', titles[0]],
    ['tình trạng hôn nhân', titles[0]],
    ['hon nhan tinh trang', titles[0]],
    ['giay doc than', titles[0]],
    ['1.004873', titles[0]],
    ['xacs nhaanj tinhf trangj hoon nhaan', titles[0]],
    ['xa1c nha65n ti2nh tra5ng ho6n nha6n', titles[0]],
    ['xác nhận tình trnag hon nhân', titles[0]],
    ['ddangw kys keets hoon', 'Đăng ký kết hôn'],
    ['dang ki ket hon', 'Đăng ký kết hôn'],
    ['dang ky khai sin', 'Đăng ký khai sinh'],
    ['lí lịch tư pháp', 'Cấp phiếu lý lịch tư pháp cho công dân Việt Nam'],
    ['thuong tr', 'Đăng ký thường trú'],
    ['xay nha', 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ'],
    ['so ho tich ly hon', 'Ghi vào sổ hộ tịch việc ly hôn, hủy việc kết hôn'],
    ['huỷ việc kết hôn', 'Ghi vào sổ hộ tịch việc ly hôn, hủy việc kết hôn'],
    ['tach ho', 'Tách hộ'],
    ['ho kinh doanh', 'Chấm dứt hoạt động hộ kinh doanh'],
    ['bảo trợ xã hội', 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội'],
  ])('%s', (query, title) => expect(top(query, 3)).toContain(title))

  it('lets typed accents decide', () => {
    const pair = buildIndex([{ id: 'a', title: 'Bán đất' }, { id: 'b', title: 'Bản đất' }, { id: 'c', title: 'Bạn đất' }])
    expect(search(pair, 'bản đất')[0]?.id).toBe('b')
    expect(search(pair, 'bạn đất')[0]?.id).toBe('c')
    expect(search(pair, 'ban dat').length).toBe(3)
  })
  it('shows what matched, in the NFC title', () => {
    const [hit] = search(buildIndex([{ id: 'a', title: 'Đăng ký kết hôn'.normalize('NFD') }]), 'ket hno')
    expect(hit?.highlight.map(([start, end]) => hit.title.slice(start, end))).toEqual(['kết hôn'])
    // found by another name, it shows the words of the title that were typed all the same
    const [other] = search(index, 'giay doc than')
    expect(other?.highlight.map(([start, end]) => other.title.slice(start, end))).toEqual(['giấy'])
    const [only] = search(buildIndex([{ id: 'a', title: 'Đăng ký kết hôn', aliases: ['Cưới'] }]), 'cuoi')
    expect(only?.highlight).toEqual([])
  })
  it('answers while the last word is typed, from its second letter', () => {
    for (let length = 'dang ky ket h'.length; length <= 'dang ky ket hon'.length; length += 1) {
      expect(top('dang ky ket hon'.slice(0, length))).toContain('Đăng ký kết hôn')
    }
  })
  it.each(['', '   ', '!!!', 'xyzqk', 'blockchain wallet', '\u0000', 'ᄀ', '9999999'])('finds nothing for %j', (query) => expect(top(query)).toEqual([]))
  it('stands anything', () => {
    for (const query of ['a'.repeat(100_000), 'dang '.repeat(10_000), '((((', '\ud800', '%_\\', 'đ'.repeat(400), '__proto__', 'constructor']) {
      expect(search(index, query).length).toBeLessThanOrEqual(10)
    }
    expect(search(buildIndex([]), 'ket hon')).toEqual([])
    expect(search(buildIndex([{ id: 'a', title: '' }]), 'ket hon')).toEqual([])
  })
  it('gives an entry once, however many of its names match', () => {
    const twice = buildIndex([{ id: 'a', title: 'Đăng ký kết hôn', aliases: ['Kết hôn', 'Giấy kết hôn'] }])
    expect(search(twice, 'ket hon').map((hit) => hit.id)).toEqual(['a'])
  })

  it('finds the right title among the first five for 97 of 100 spoilt queries', () => {
    const random = makeRandom(20261124)
    const missed: string[] = []
    for (let n = 0; n < 200; n += 1) {
      const title = titles[random(titles.length)] ?? ''
      const query = spoil(title, n % 6, random)
      if (!top(query).includes(title)) missed.push(`${query} => ${title}`)
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(6)
  })
})
