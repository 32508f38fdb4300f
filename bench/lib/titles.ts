/**
 * 2,000 invented titles of procedures in the manner of the national catalogue: an act, an object, sometimes a circumstance. Made by a fixed rule, so
 * that every run searches the same catalogue; many differ by one word only, as the real ones do.
 */
const acts = ['Cấp', 'Cấp lại', 'Gia hạn', 'Điều chỉnh', 'Thu hồi', 'Đăng ký', 'Xoá đăng ký', 'Công nhận', 'Thẩm định', 'Phê duyệt', 'Thông báo', 'Xác nhận']
const objects = [
  'giấy phép xây dựng nhà ở riêng lẻ', 'giấy chứng nhận đủ điều kiện an toàn thực phẩm', 'giấy phép lái xe hạng B', 'thẻ hướng dẫn viên du lịch', 'giấy chứng nhận đăng ký hộ kinh doanh',
  'chứng chỉ hành nghề dược', 'giấy phép khai thác nước dưới đất', 'giấy phép bán lẻ rượu', 'giấy xác nhận tình trạng hôn nhân', 'bản sao trích lục hộ tịch', 'giấy chứng nhận quyền sử dụng đất',
  'trợ cấp xã hội hằng tháng', 'chế độ mai táng phí', 'giấy phép hoạt động khám bệnh, chữa bệnh', 'giấy phép lao động cho người nước ngoài', 'phiếu lý lịch tư pháp', 'chứng chỉ hành nghề luật sư',
  'giấy phép thành lập trung tâm ngoại ngữ', 'quyết định cho phép trường mầm non hoạt động', 'giấy phép vận tải hành khách bằng xe ô tô', 'phù hiệu xe tải', 'giấy phép quảng cáo ngoài trời',
  'giấy chứng nhận cơ sở đủ điều kiện chăn nuôi', 'giấy phép sử dụng vỉa hè, lòng đường', 'giấy phép môi trường', 'hồ sơ thiết kế cơ sở', 'giấy phép nhập khẩu thiết bị bức xạ', 'chứng nhận nguồn gốc lâm sản',
  'giấy chứng nhận đăng ký phương tiện thuỷ nội địa', 'giấy phép biểu diễn nghệ thuật', 'thẻ bảo hiểm y tế', 'danh sách cử tri', 'quỹ tín dụng nhân dân', 'hợp đồng tập thể ngành', 'kế hoạch ứng phó sự cố tràn dầu',
  'thay đổi, cải chính hộ tịch', 'việc nuôi con nuôi trong nước', 'giám hộ', 'khai tử lưu động', 'tạm trú', 'thường trú', 'tài khoản định danh điện tử',
]
const circumstances = [
  '', 'do bị mất', 'do bị hư hỏng', 'có yếu tố nước ngoài', 'đối với tổ chức', 'đối với cá nhân', 'cấp tỉnh', 'cấp xã', 'lần đầu', 'trong khu công nghiệp', 'cho người khuyết tật', 'theo thủ tục rút gọn',
]

export const inventTitles = (count: number): string[] => {
  const titles: string[] = []
  for (let i = 0; titles.length < count; i++) {
    const act = acts[i % acts.length]
    const object = objects[Math.floor(i / acts.length) % objects.length]
    const circumstance = circumstances[Math.floor(i / (acts.length * objects.length)) % circumstances.length]
    if (i >= acts.length * objects.length * circumstances.length) throw new RangeError('the rule makes no more titles')
    titles.push([act, object, circumstance].filter(Boolean).join(' '))
  }
  return titles
}

/** The slips of a hurried thumb, by a fixed rule: accents gone, and every few letters one is lost, doubled, swapped or hit beside. */
export function withSlips(title: string, number: number): string {
  const plain = title.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
  const words = plain.split(' ').slice(0, 8)
  const longest = words.map((word, i) => ({ word, i })).filter(({ word }) => word.length >= 4)
  const chosen = longest[number % Math.max(1, longest.length)]
  if (!chosen) return words.join(' ')
  const at = 1 + (number % (chosen.word.length - 2))
  const { word } = chosen
  const beside: Record<string, string> = { a: 's', e: 'r', i: 'o', o: 'p', u: 'y', n: 'm', h: 'g', t: 'r', c: 'v', g: 'h' }
  const slips = [word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + word[at] + word.slice(at), word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2), word.slice(0, at) + (beside[word[at] ?? ''] ?? 'x') + word.slice(at + 1)]
  words[chosen.i] = slips[number % slips.length] ?? word
  return words.join(' ')
}
