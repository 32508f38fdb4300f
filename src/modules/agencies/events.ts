import { z } from 'zod'
import { defineEvent } from '#platform/events'

/** A reform was put in force for its day: units, agencies and competences are there, records follow from the day on. Subject: the reform's id. */
export const Reformed = defineEvent('agencies.reformed', z.object({ reform: z.string(), day: z.iso.date() }))
