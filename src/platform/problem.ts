import { Failure } from '#kernel/failure'

/** The body of an answer that refuses, RFC 9457. `code` and `values` are for programs, `detail` is the sentence for a person. */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  values: Record<string, unknown>
  fields?: Record<string, string>
  correlationId: string
}

/** Makes the sentence of a code: what happened and what to do next. Handed in, because words are the web's. */
export type Sentence = (code: string, values: Record<string, unknown>, locale: 'vi' | 'en') => string

/** A refusal as an answer. */
export function problemOf(failure: Failure, about: { locale: 'vi' | 'en'; correlationId: string; publicUrl: string; sentence: Sentence }): Problem {
  return {
    type: `${about.publicUrl}/api#${failure.code}`,
    title: failure.code,
    status: failure.status,
    code: failure.code,
    detail: about.sentence(failure.code, failure.values, about.locale),
    values: failure.values,
    ...(failure.fields && { fields: failure.fields }),
    correlationId: about.correlationId,
  }
}

const ofFastify: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_input',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_input',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_FILES_LIMIT: 'invalid_input',
  FST_FIELDS_LIMIT: 'invalid_input',
  FST_PARTS_LIMIT: 'invalid_input',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
}

/** Any error as a refusal; what is not one of ours is `internal`, with the error as its cause for the log. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  const known = code === undefined ? undefined : ofFastify[code]
  if (known) return new Failure(known, {}, { cause: error })
  // what the reader of forms says without a code: the form stops in the middle, or never said where its parts end
  if (error instanceof Error && /^Multipart: |\bend of multipart data$/.test(error.message)) return new Failure('invalid_input', {}, { cause: error })
  if (statusCode === 400) return new Failure('invalid_input', {}, { cause: error })
  return new Failure('internal', {}, { cause: error })
}
