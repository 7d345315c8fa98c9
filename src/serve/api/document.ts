import { z } from 'zod'
import type { Operation } from './operation.ts'
import { ANSWERS, BRIEFING, MarkBody, PARTS, QUERIES } from './shapes.ts'

type Json = Readonly<Record<string, unknown>>

const TOKENS = 'A token of "dragoman token". On the machine itself, without tokens, none is needed.'
const PARAMETERS: Readonly<Record<string, string>> = {
  name: 'The name of a crisis.',
  id: 'An id, as other answers give it.',
  format: 'The id of a format.',
}
const SHOWN: Readonly<Record<string, string>> = {
  'as-of': 'Use nothing known after this day.',
  since: 'Tell what changed since the page of this day.',
  'known-by': 'Only what was known by the end of this day (UTC).',
}

/** The OpenAPI 3.1 document of the operations, from the shapes they are checked by. */
export function openApi(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dragoman',
      version: '1',
      summary: 'Pages about crises, every sentence with its receipts.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, {}],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: TOKENS } },
      schemas: schemas(),
    },
  }
}

function described(operation: Operation): Json {
  const { id, summary, needs, path, query, body, status = 200, answers } = operation
  const content = answers
    ? { 'application/json': { schema: { $ref: `#/components/schemas/${answers}` } } }
    : { '*/*': { schema: { type: 'string' } } }
  return {
    operationId: id,
    summary,
    description: `Needs the role ${needs}.`,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body ? { requestBody: bodyOf(body) } : {}),
    responses: {
      [status]: { description: 'Done.', content },
      ...(operation.method === 'get' ? { 304: { description: 'As it was (If-None-Match).' } } : {}),
      default: {
        description: 'Why not, as problem details (RFC 9457).',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function pathParameters(path: string): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PARAMETERS[name] ?? '',
    schema: { type: 'string' },
  }))
}

function queryParameters(query: Operation['query']): readonly Json[] {
  const { properties = {}, required = [] } = bare(z.toJSONSchema(QUERIES[query], { io: 'input' }))
  return Object.entries(Object(properties)).map(([name, schema]) => ({
    name,
    in: 'query',
    required: Array.isArray(required) && required.includes(name),
    ...(SHOWN[name] ? { description: SHOWN[name] } : {}),
    schema,
  }))
}

function bodyOf(types: readonly string[]): Json {
  const [first] = types
  if (first === 'application/json' && types.length === 1)
    return { required: true, content: { [first]: { schema: { $ref: '#/components/schemas/MarkBody' } } } }
  return { required: true, content: Object.fromEntries(types.map(type => [type, {}])) }
}

/** Every shape by its name; those that others share are written once. */
function schemas(): Json {
  const names = z.registry<{ id?: string }>()
  const all = { ...PARTS, ...BRIEFING, ...ANSWERS, MarkBody }
  for (const [id, shape] of Object.entries(all)) if (!names.has(shape)) names.add(shape, { id })
  const made = z.toJSONSchema(names, {
    target: 'draft-2020-12',
    reused: 'inline',
    uri: id => `#/components/schemas/${id}`,
  })
  const sorted = Object.entries(made.schemas).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([id, schema]) => [id, bare(schema)]))
}

/** Without what only a schema that stands alone says. */
function bare({ $schema: _, $id: __, ...schema }: Json): Json {
  return schema
}
