/** The tools, in the order of their menu. */
export const tools = ['roles', 'clock', 'events', 'jobs', 'messages', 'rights', 'gallery'] as const
export type Tool = (typeof tools)[number]

export const toolAt: Record<Tool, string> = {
  roles: '/dev/vai', clock: '/dev/dong-ho', events: '/dev/su-kien', jobs: '/dev/viec', messages: '/dev/tin-nhan', rights: '/dev/quyen', gallery: '/dev/bo-mau',
}
export const toolsAt = '/dev'
export const dossierAt = (code: string): string => `/dev/ho-so/${encodeURIComponent(code)}`
export const eventsAbout = (subject: string): string => `/dev/su-kien?ve=${encodeURIComponent(subject)}`
