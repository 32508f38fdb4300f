import { z } from 'zod'
import { knownFailures } from '#kernel/failure'
import type { Route } from './http.ts'

type Schema = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
  return rest
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'values', 'correlationId'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string', enum: [] as string[] }, detail: { type: 'string' },
    values: { type: 'object' }, fields: { type: 'object', additionalProperties: { type: 'string' } }, correlationId: { type: 'string' },
  },
}

/** The whole API as OpenAPI 3.1, made from the same contracts that check every request. */
export function openApi(routes: readonly Route[], about: { title: string; version: string; publicUrl: string }): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  const shared: Record<string, Schema> = {}
  for (const row of routes) {
    const path = row.contract.path.replace(/:(\w+)/g, '{$1}')
    const item = (paths[path] ??= {})
    item[row.contract.method.toLowerCase()] = share(operation(row), row.contract.name, shared)
  }
  const codes = [...knownFailures().keys()].sort()
  return {
    openapi: '3.1.0',
    info: { title: about.title, version: about.version },
    servers: [{ url: about.publicUrl }],
    paths,
    components: { securitySchemes: { service: serviceScheme(routes) }, schemas: { ...shared, Problem: { ...problem, properties: { ...problem.properties, code: { type: 'string', enum: codes } } } } },
  }
}

/** How another system asks: with a token for a service account, limited to scopes (RFC 6749, section 4.4). */
function serviceScheme(routes: readonly Route[]): Schema {
  const scopes = Object.groupBy(routes.filter(({ scope }) => scope !== null), ({ scope }) => scope ?? '')
  return {
    type: 'oauth2',
    flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: Object.fromEntries(Object.entries(scopes).map(([name, rows]) => [name, (rows ?? []).map(({ contract }) => contract.name).join(', ')])) } },
  }
}

/**
 * Moves what a schema defines for itself (a part that holds itself, or is held twice) among the components: a reference begins at the root of
 * the whole document. Names stay apart by the route's.
 */
function share(value: Schema, owner: string, shared: Record<string, Schema>): Schema {
  let round = 0
  const walk = (part: unknown, at: string): unknown => {
    if (Array.isArray(part)) return part.map((each) => walk(each, at))
    if (typeof part !== 'object' || part === null) return part
    const { $defs, ...rest } = part as Schema
    const here = $defs === undefined ? at : `${owner}.${(round += 1)}`
    for (const [name, schema] of Object.entries(($defs ?? {}) as Schema)) shared[`${here}.${name}`] = walk(schema, here) as Schema
    return Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, key === '$ref' ? String(each).replace(/^#\/\$defs\//, `#/components/schemas/${here}.`) : walk(each, here)]))
  }
  return walk(value, owner) as Schema
}

function operation(row: Route): Schema {
  const { contract } = row
  const input = schemaOf(contract.input, 'input')
  const properties = (input['properties'] ?? {}) as Record<string, Schema>
  const inPath = [...contract.path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '')
  const required = (input['required'] ?? []) as string[]
  const parameters: Schema[] = inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } }))
  if (contract.method === 'GET') {
    for (const [name, schema] of Object.entries(properties)) if (!inPath.includes(name)) parameters.push({ name, in: 'query', required: required.includes(name), schema })
  } else if (row.repeatable === null) {
    parameters.push({ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } })
  }
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [contract.name.split('.')[0] ?? ''],
    'x-who': row.who === 'anyone' ? ['anyone'] : [...row.who],
    ...(row.scope !== null && { security: [{}, { service: [row.scope] }] }),
    ...(row.level !== null && { 'x-identity-level-of': row.level }),
    ...(row.repeatable !== null && { 'x-repeatable': row.repeatable }),
    parameters,
    ...(contract.method === 'POST' && { requestBody: body(row, input, inPath) }),
    responses: {
      200: { description: 'done', content: contentOf(row) },
      default: { description: 'refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

function body(row: Route, input: Schema, inPath: string[]): Schema {
  const properties = Object.fromEntries(Object.entries((input['properties'] ?? {}) as Record<string, Schema>).filter(([name]) => !inPath.includes(name)))
  const required = ((input['required'] ?? []) as string[]).filter((name) => !inPath.includes(name))
  const schema = { ...input, ...('properties' in input && { properties, required }) }
  if (row.kind !== 'upload') return { required: true, content: { 'application/json': { schema } } }
  const file = { type: 'string', format: 'binary', description: `${row.accepts?.types.join(', ')}, at most ${row.accepts?.maxBytes} bytes; after the other fields` }
  return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: [...required, 'file'], properties: { ...properties, file } } } } }
}

const contentOf = (row: Route): Schema =>
  row.kind === 'download' ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : { 'application/json': { schema: schemaOf(row.contract.output, 'output') } }
