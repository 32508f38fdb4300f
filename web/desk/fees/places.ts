/** Addresses of the till. */
export const dueAt = '/can-bo/thu-phi'
export const tillAt = '/can-bo/thu-phi/ca'
export const chargeAt = (subject: string, done?: string): string => `${dueAt}/${subject}${done === undefined ? '' : `?xong=${done}`}`
/** The hand-over sheet of a closing, as PDF. */
export const sheetAt = (closing: string): string => `/api/payments/closings/${closing}/sheet`
