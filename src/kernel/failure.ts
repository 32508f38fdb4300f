/**
 * A refusal: a stable code with values. The sentence is made where the person is (web/messages), never here.
 * `status` is the HTTP status the code answers with; it comes from the table below or from a module's failures.ts.
 */
export class Failure extends Error {
  readonly code: string
  readonly values: Record<string, unknown>
  readonly status: number
  /** one code per field of the input, for forms: { 'applicant.name': 'required' } */
  readonly fields: Record<string, string> | undefined

  constructor(code: string, values: Record<string, unknown> = {}, options: { fields?: Record<string, string>; cause?: unknown } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Failure'
    this.code = code
    this.values = values
    this.status = statuses.get(code) ?? 500
    this.fields = options.fields
  }
}

const statuses = new Map<string, number>()

/** Registers codes with the status each answers with. A code means one thing: registering it with another status throws. */
export function defineFailures<T extends Record<string, number>>(table: T): T {
  for (const [code, status] of Object.entries(table)) {
    const known = statuses.get(code)
    if (known !== undefined && known !== status) throw new Error(`failure code ${code} is already ${known}, not ${status}`)
    statuses.set(code, status)
  }
  return table
}

/** Every code known so far with its status: for the documentation page and for the test that each has a sentence. */
export const knownFailures = (): ReadonlyMap<string, number> => statuses

defineFailures({
  invalid_input: 400,
  idempotency_key_required: 400,
  unauthenticated: 401,
  session_locked: 401,
  forbidden: 403,
  /** the act asks for a higher level of the national identity than this session proved. `needed` */
  identity_level_too_low: 403,
  /** a service account asked for what none of its scopes names. `scope`: the one that would, null when none does */
  scope_missing: 403,
  csrf: 403,
  not_found: 404,
  action_not_allowed: 409,
  idempotency_mismatch: 409,
  too_large: 413,
  /** `methods`: those by which the address can be asked */
  method_not_allowed: 405,
  unsupported_media_type: 415,
  unsupported_file_type: 415,
  file_lies_about_type: 415,
  file_empty: 422,
  file_cut_short: 422,
  file_infected: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
})
