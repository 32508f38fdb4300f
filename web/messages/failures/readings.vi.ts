import type { Say } from '../failures.vi.ts'

/** Codes of the log of readings. */
export const readings: Record<string, Say> = {
  reading_not_found: () => 'Không thấy lần xem này trong dữ liệu của bạn. Mở lại trang Ai đã xem dữ liệu của tôi.',
  already_asked: () => 'Bạn đã hỏi về lần xem này. Câu trả lời hiện ngay dưới lần xem đó.',
  request_not_found: () => 'Không thấy câu hỏi này trong phạm vi của bạn. Mở lại danh sách.',
  emergency_not_found: () => 'Không thấy lần truy cập này, hoặc đã có người xem xét. Mở lại danh sách.',
  request_answered: () => 'Câu hỏi này đã được trả lời. Mở lại trang để xem.',
}
