import type { TSchema } from '@sinclair/typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Caller, Outcome } from '../../record/access/act.ts'
import type { Written } from '../../record/access/keeping.ts'
import { openApiOf } from './openApi.ts'

/** What every command and every query looks like from outside. */
export type Door = Readonly<{ name: string; schema: TSchema; may: string; /** Of a command: asks again who one is. */ fresh?: boolean; perform: (caller: Caller, input: unknown, commandId?: string) => Promise<Outcome<unknown>>; json?: (caller: Caller, input: unknown) => Promise<Outcome<Written>> }>

const commandIdOf = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && /^[0-9a-f-]{36}$/.test(key) ? key : undefined
}

const asText = (done: unknown): string => JSON.stringify(done ?? null)
/** As bytes: text that Fastify and Node would each put together anew. */
const bytesOf = (part: string | Buffer): Buffer => (typeof part === 'string' ? Buffer.from(part) : part)
const asItIs = (text: Written): Buffer => (typeof text === 'string' || Buffer.isBuffer(text) ? bytesOf(text) : Buffer.concat(text.map(bytesOf)))

const answerWith = <Answer>(reply: FastifyReply, outcome: Outcome<Answer>, written: (done: Answer & {}) => string | Buffer): FastifyReply =>
  'problems' in outcome
    ? reply.code(422).header('content-type', 'application/problem+json').send(JSON.stringify({ type: 'problems', title: 'Some answers need putting right. Nothing was changed.', status: 422, problems: outcome.problems }))
    : reply.header('content-type', 'application/json; charset=utf-8').send(written(outcome.done))

/** Every command and query as JSON, by the same wrappers: the same permissions, audit and idempotency. */
export function openApi(server: FastifyInstance, doors: { commands: readonly Door[]; queries: readonly Door[] }, callerOf: (request: FastifyRequest) => Caller): void {
  const document = JSON.stringify(openApiOf(doors.commands, doors.queries))
  server.get('/api/openapi.json', async (_request, reply) => reply.type('application/json').send(document))
  for (const door of doors.commands) {
    server.post(`/api/commands/${door.name}`, async (request, reply) => answerWith(reply, await door.perform(callerOf(request), request.body, commandIdOf(request)), asText))
  }
  for (const door of doors.queries) {
    server.post(`/api/queries/${door.name}`, async (request, reply) => {
      const input = request.body ?? {}
      return door.json ? answerWith(reply, await door.json(callerOf(request), input), asItIs) : answerWith(reply, await door.perform(callerOf(request), input), asText)
    })
  }
}
