import { describe, expect, it } from 'vitest'
import { Failure, knownFailures } from '#kernel/failure'
import { failureOf, problemOf } from './problem.ts'

const about = { locale: 'vi', correlationId: 'a-number-of-a-request', publicUrl: 'https://province.example', sentence: (code: string, values: Record<string, unknown>, locale: string) => `${locale} ${code} ${JSON.stringify(values)}` } as const

describe('a refusal as an answer', () => {
  it('says the same to programs and to people, under one number', () => {
    expect(problemOf(new Failure('too_large', { maxBytes: 5 }), about)).toEqual({
      type: 'https://province.example/api#too_large', title: 'too_large', status: 413, code: 'too_large', detail: 'vi too_large {"maxBytes":5}', values: { maxBytes: 5 }, correlationId: 'a-number-of-a-request',
    })
  })

  it('names the fields of a form, and only when there are some', () => {
    expect(problemOf(new Failure('invalid_input', {}, { fields: { name: 'required' } }), about).fields).toEqual({ name: 'required' })
    expect(problemOf(new Failure('csrf'), about)).not.toHaveProperty('fields')
  })

  it('never tells its cause', () => {
    const failure = failureOf(new Error('password of the database is hunter2'))
    expect(JSON.stringify(problemOf(failure, about))).not.toContain('hunter2')
    expect((failure.cause as Error).message).toContain('hunter2')
  })
})

describe('any error as a refusal', () => {
  const error = (code: string, statusCode = 500) => Object.assign(new Error('as the library says it'), { code, statusCode })
  const words = (message: string) => new Error(message)
  it.each<[string, unknown, string, number]>([
    ['one of ours stays what it is', new Failure('csrf'), 'csrf', 403],
    ['a code that nobody registered is a fault of ours', new Failure('never_registered'), 'never_registered', 500],
    ['too much of a body', error('FST_ERR_CTP_BODY_TOO_LARGE', 413), 'too_large', 413],
    ['a kind that we do not read', error('FST_ERR_CTP_INVALID_MEDIA_TYPE', 415), 'unsupported_media_type', 415],
    ['no bytes where JSON was said to be', error('FST_ERR_CTP_EMPTY_JSON_BODY', 400), 'invalid_input', 400],
    ['broken JSON', error('FST_ERR_CTP_INVALID_JSON_BODY', 400), 'invalid_input', 400],
    ['a length that is not true', error('FST_ERR_CTP_INVALID_CONTENT_LENGTH', 400), 'invalid_input', 400],
    ['too much of a file', error('FST_REQ_FILE_TOO_LARGE', 413), 'too_large', 413],
    ['too many files', error('FST_FILES_LIMIT', 413), 'invalid_input', 400],
    ['too many fields', error('FST_FIELDS_LIMIT', 413), 'invalid_input', 400],
    ['too many parts', error('FST_PARTS_LIMIT', 413), 'invalid_input', 400],
    ['a file where there is none', error('FST_INVALID_MULTIPART_CONTENT_TYPE', 406), 'unsupported_media_type', 415],
    ['an address that is none', error('FST_ERR_BAD_URL', 400), 'invalid_input', 400],
    ['a form that stops', words('Unexpected end of multipart data'), 'invalid_input', 400],
    ['a part that stops', words('Part terminated early due to unexpected end of multipart data'), 'invalid_input', 400],
    ['a form without an edge', words('Multipart: Boundary not found'), 'invalid_input', 400],
    ['a fault of ours', new TypeError('x is not a function'), 'internal', 500],
    ['what is no error at all', 'a word', 'internal', 500],
  ])('%s', (_what, given, code, status) => expect(failureOf(given)).toMatchObject({ code, status }))

  it('always with a code that has a status of its own, except a fault of ours', () => {
    for (const [code, status] of knownFailures()) {
      expect(code).toMatch(/^[a-z][a-z0-9_]+$/)
      expect(status >= 400 && status < 600, code).toBe(true)
    }
  })
})
