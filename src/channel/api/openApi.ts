import type { Door } from './api.ts'

const problem = { description: 'A problem, in words (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }

/** Unreadable, signed out, not allowed, not there, somebody else was quicker, too large, not JSON, answers to put right, too many at once. Nothing else is answered. */
const refusals = [400, 401, 403, 404, 409, 413, 415, 422, 429]

const operation = (door: Door, kind: 'command' | 'query') => ({
  post: {
    operationId: `${kind}.${door.name}`,
    summary: door.name,
    description: `${kind === 'command' ? 'A change: all or nothing, once for one Idempotency-Key.' : 'A question: nothing is changed.'} Asks the permission ${door.may}.`,
    tags: [door.name.split('.')[0] ?? 'kith'],
    ...(kind === 'command' ? { parameters: [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', format: 'uuid' }, description: 'The same input twice under one key is done once and answered with the same; the answer is kept for 90 days. Another input under that key is refused with 409, and nothing is changed. A password is not compared.' }] } : {}),
    requestBody: { required: true, content: { 'application/json': { schema: JSON.parse(JSON.stringify(door.schema)) } } },
    responses: { 200: { description: 'Done', content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } } }, ...Object.fromEntries(refusals.map((status) => [status, problem])) },
  },
})

/** The OpenAPI 3.1 document of the whole interface, from the schemas that guard it. */
export const openApiOf = (commands: readonly Door[], queries: readonly Door[]) => ({
  openapi: '3.1.0',
  info: { title: 'Kith', version: '1', description: 'Every command and query of Kith, with the permissions and the audit of its pages.' },
  security: [{ session: [] }],
  paths: Object.fromEntries([
    ...commands.map((door) => [`/api/commands/${door.name}`, operation(door, 'command')]),
    ...queries.map((door) => [`/api/queries/${door.name}`, operation(door, 'query')]),
  ]),
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-kith' } },
    schemas: {
      Answer: { type: ['object', 'array'], description: 'What the command or query gives back.' },
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status'],
        properties: {
          type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' },
          problems: { type: 'array', items: { type: 'object', required: ['question', 'problem'], additionalProperties: false, properties: { question: { type: 'string' }, problem: { type: 'string' } } } },
        },
      },
    },
  },
})
