import type { z } from 'zod'

/**
 * The shape of one request and its answer, shared by the server, the web and the outside (OpenAPI is generated from it).
 * Contracts are dispatched by `name`, never by identity: the web bundle holds a copy of its own.
 */
export type Contract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  /** `<module>.<act>`, unique */
  name: string
  method: 'GET' | 'POST'
  /** path of the JSON route; `:name` parts are taken into the input */
  path: string
  /** one line for the API page */
  summary: string
  input: I
  output: O
}

/** Declares a contract; the types of input and output follow from the schemas. */
export const defineContract = <I extends z.ZodType, O extends z.ZodType>(contract: Contract<I, O>): Contract<I, O> => contract
