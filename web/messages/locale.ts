/** The languages of the pages; Vietnamese first. */
export type Locale = 'vi' | 'en'
