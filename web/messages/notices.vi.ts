import { formatDate, formatTime } from '#kernel/format'
import type { NoticeFacts, SayNotice } from './notices.ts'

const at = (time: string): string => `${formatTime(time)} ngày ${formatDate(new Date(time))}`
const by = ({ officer, agency }: NoticeFacts): string => (officer === null ? agency : `${officer}, ${agency},`)
const reason = (facts: NoticeFacts): string => (facts.reason === '' ? '' : ` Lý do: ${facts.reason}`)
const promised = (facts: NoticeFacts): string => (facts.dueAt === null ? '' : ` Hẹn trả kết quả trước ${at(facts.dueAt)}.`)

const visit = (facts: NoticeFacts): string => `${facts.startsAt === null ? '' : ` Cán bộ đến lúc ${at(facts.startsAt)}.`}${facts.goes === '' ? '' : ` Người đi kiểm tra: ${facts.goes}.`}${facts.preparation === '' ? '' : ` Bạn chuẩn bị: ${facts.preparation}`}`

/** Sentences of notices by template; the facts are read from the notice, so a fact that is missing is left out. */
export const notices: Record<string, SayNotice> = {
  'dossiers.submitted': (facts) => ({
    title: `Đã nộp hồ sơ ${facts.code}`,
    text: `${facts.agency} nhận được hồ sơ ${facts.title} lúc ${at(facts.at)}.${facts.deskDueAt === null ? '' : ` Bạn được trả lời về việc tiếp nhận trước ${at(facts.deskDueAt)}.`}`,
  }),
  'dossiers.accepted': (facts) => ({
    title: `Hồ sơ ${facts.code} đã được tiếp nhận`,
    text: `${by(facts)} tiếp nhận hồ sơ ${facts.title} lúc ${at(facts.receivedAt ?? facts.at)}.${promised(facts)}`,
  }),
  'dossiers.refused': (facts) => ({
    title: `Hồ sơ ${facts.code} không được tiếp nhận`,
    text: `${by(facts)} không tiếp nhận hồ sơ ${facts.title} lúc ${at(facts.at)}.${reason(facts)}`,
  }),
  'dossiers.supplement_asked': (facts) => ({
    title: `Hồ sơ ${facts.code} cần bổ sung giấy tờ`,
    text: `${by(facts)} xem hồ sơ ${facts.title} lúc ${at(facts.at)} và cần thêm giấy tờ.${reason(facts)} Mở hồ sơ để xem cần những giấy nào và gửi bổ sung.`,
  }),
  'dossiers.supplied': (facts) => ({
    title: `Đã nhận giấy tờ bổ sung của hồ sơ ${facts.code}`,
    text: `${facts.agency} nhận được giấy tờ bổ sung của hồ sơ ${facts.title} lúc ${at(facts.at)}.${promised(facts)}`,
  }),
  'dossiers.taken': (facts) => ({
    title: `Hồ sơ ${facts.code} đang được xử lý`,
    text: `${by(facts)} bắt đầu xử lý hồ sơ ${facts.title} lúc ${at(facts.at)}.${promised(facts)}`,
  }),
  'dossiers.result_approved': (facts) => ({
    title: `Hồ sơ ${facts.code} đã có kết quả`,
    text: `${by(facts)} ký kết quả của hồ sơ ${facts.title} lúc ${at(facts.at)}. ${
      facts.electronic ? 'Bản điện tử được gửi vào tài khoản của bạn.' : `Mang giấy hẹn tới ${facts.counter} để nhận kết quả.`
    }`,
  }),
  'dossiers.refusal_signed': (facts) => ({
    title: `Hồ sơ ${facts.code} không được giải quyết`,
    text: `${by(facts)} ký thông báo không giải quyết hồ sơ ${facts.title} lúc ${at(facts.at)}.${reason(facts)} Mở hồ sơ để xem thông báo. Đủ điều kiện thì bạn nộp hồ sơ mới; không đồng ý thì bạn có quyền khiếu nại trong 90 ngày.`,
  }),
  'dossiers.result_handed_over': (facts) => (facts.notGranted ? {
    title: `Đã trả thông báo của hồ sơ ${facts.code}`,
    text: facts.electronic ? `Thông báo không giải quyết hồ sơ ${facts.title} nằm trong tài khoản của bạn từ ${at(facts.at)}.` : `Thông báo không giải quyết hồ sơ ${facts.title} và giấy tờ đã nộp được trao tại ${facts.counter} lúc ${at(facts.at)}.`,
  } : {
    title: `Đã trả kết quả hồ sơ ${facts.code}`,
    text: facts.electronic
      ? `Bản điện tử của kết quả hồ sơ ${facts.title} nằm trong tài khoản của bạn từ ${at(facts.at)}.`
      : `Kết quả hồ sơ ${facts.title} được trao tại ${facts.counter} lúc ${at(facts.at)}.`,
  }),
  'dossiers.result_waiting': (facts) => (facts.notGranted ? {
    title: `Thông báo của hồ sơ ${facts.code} đang chờ bạn`,
    text: `Đến ${at(facts.at)}, thông báo không giải quyết hồ sơ ${facts.title} và giấy tờ bạn đã nộp vẫn chờ tại ${facts.counter}${facts.days === null ? '' : `, đã ${facts.days} ngày`}. Mang giấy hẹn và căn cước tới nhận.`,
  } : {
    title: `Kết quả hồ sơ ${facts.code} đang chờ bạn`,
    text: `Đến ${at(facts.at)}, kết quả của hồ sơ ${facts.title} vẫn chờ tại ${facts.counter}${facts.days === null ? '' : `, đã ${facts.days} ngày`}. Mang giấy hẹn và căn cước tới nhận.`,
  }),
  'dossiers.result_archived': (facts) => (facts.notGranted ? {
    title: `Thông báo của hồ sơ ${facts.code} đã chuyển vào lưu trữ`,
    text: `Thông báo không giải quyết hồ sơ ${facts.title} lâu chưa có người nhận nên được chuyển vào lưu trữ lúc ${at(facts.at)}. Bạn vẫn nhận được: liên hệ ${facts.counter}.`,
  } : {
    title: `Kết quả hồ sơ ${facts.code} đã chuyển vào lưu trữ`,
    text: `Kết quả của hồ sơ ${facts.title} lâu chưa có người nhận nên được chuyển vào lưu trữ lúc ${at(facts.at)}. Bạn vẫn nhận được: liên hệ ${facts.counter}.`,
  }),
  'dossiers.result_voided': (facts) => (facts.notGranted ? {
    title: `Thông báo của hồ sơ ${facts.code} có lỗi viết, đang viết lại`,
    text: `${by(facts)} thu hồi thông báo không giải quyết hồ sơ ${facts.title} lúc ${at(facts.at)} để sửa lỗi viết. Quyết định không đổi.${reason(facts)} Nếu bạn đã nhận bản giấy, giữ lại để đổi lấy bản đúng.`,
  } : {
    title: `Kết quả hồ sơ ${facts.code} có lỗi in, đang làm lại`,
    text: `${by(facts)} thu hồi kết quả của hồ sơ ${facts.title} lúc ${at(facts.at)} để sửa lỗi in. Quyết định không đổi.${reason(facts)} Nếu bạn đã nhận bản giấy, giữ lại để đổi lấy bản đúng.`,
  }),
  'dossiers.withdrawn': (facts) => ({
    title: `Đã rút hồ sơ ${facts.code}`,
    text: `Hồ sơ ${facts.title} được rút lúc ${at(facts.at)}. ${facts.agency} dừng giải quyết hồ sơ này.${reason(facts)}`,
  }),
  'dossiers.opinion_asked': (facts) => ({
    title: `Hồ sơ ${facts.code} được gửi lấy ý kiến`,
    text: `${by(facts)} hỏi ý kiến ${facts.asked === '' ? 'cơ quan khác' : facts.asked} về hồ sơ ${facts.title} lúc ${at(facts.at)}. Bạn không phải làm gì.${promised(facts)}`,
  }),
  'dossiers.field_check_set': (facts) => ({ title: `Hẹn kiểm tra thực địa, hồ sơ ${facts.code}`, text: `${by(facts)} hẹn đến kiểm tra thực địa cho hồ sơ ${facts.title} (báo lúc ${at(facts.at)}).${visit(facts)}` }),
  'dossiers.field_check_moved': (facts) => ({ title: `Đổi lịch kiểm tra thực địa, hồ sơ ${facts.code}`, text: `${by(facts)} đổi lịch kiểm tra thực địa của hồ sơ ${facts.title} (báo lúc ${at(facts.at)}).${reason(facts)}${visit(facts)}` }),
  'dossiers.field_check_recorded': (facts) => ({
    title: `Đã kiểm tra thực địa, hồ sơ ${facts.code}`,
    text: `${by(facts)} kiểm tra thực địa cho hồ sơ ${facts.title} và ghi biên bản lúc ${at(facts.at)}. ${facts.conforms ? 'Thực địa phù hợp.' : 'Có điểm chưa phù hợp. Mở hồ sơ để xem.'}`,
  }),
}

/** When a template has no sentence of its own. */
export const unknownNotice: SayNotice = (facts) => ({
  title: facts.code === '' ? 'Thông báo' : `Thông báo về hồ sơ ${facts.code}`,
  text: 'Có việc mới về hồ sơ của bạn. Mở hồ sơ để xem.',
})
