// The ceiling of this stack: a bare Fastify and pg, rows by `pg` and JSON.stringify of all of them; no sign-in, permission or audit. Started by `bench/load.ts`.
import fastify from 'fastify'
import pg from 'pg'
import { thinSql } from './thinSql.ts'

const pool = new pg.Pool({ connectionString: process.env.THIN_DATABASE, max: 16 })
for (const oid of [1082, 1114, 1184]) pg.types.setTypeParser(oid, (text) => text)
const ask = async (name: string, text: string, values: unknown[]) => (await pool.query({ name, text, values })).rows

const server = fastify()
server.get<{ Params: { id: string } }>('/record/:id', async ({ params: { id } }) => {
  const ids = (await ask('family', thinSql.family, [id])).map((row) => row.id)
  const some = ['cards', 'names', 'addresses', 'facts', 'identifiers', 'relationships', 'warnings', 'voices', 'work'] as const
  const found: Record<string, unknown> = {}
  for (const what of some) found[what] = await ask(what, thinSql[what], [ids])
  return { ...found, notes: await ask('notes', thinSql.notes, [[id]]), passages: await ask('passages', thinSql.passages, [[id]]) }
})
server.get<{ Querystring: { q: string } }>('/search', async ({ query: { q } }) => ask('search', thinSql.search, [q]))
server.get<{ Params: { id: string } }>('/tray/:id', async ({ params: { id } }) => ask('tray', thinSql.tray, [id]))
server.get<{ Params: { id: string } }>('/board/:id', async ({ params: { id } }) => ({ work: await ask('board', thinSql.board, [id]), counts: await ask('counts', thinSql.counts, [id]) }))
server.get<{ Params: { id: string } }>('/events/:id', async ({ params: { id } }) => ask('events', thinSql.events, [id]))
server.get<{ Params: { id: string } }>('/page/:id', async ({ params: { id } }) => ask('page', thinSql.page, [id]))
server.post<{ Body: { id: string; words: string; author: string; person: string } }>('/note', async ({ body }) => {
  await ask('note', thinSql.note, [body.id, body.words, body.author])
  await ask('notePerson', thinSql.notePerson, [body.id, body.person])
  return { id: body.id }
})
server.post<{ Body: { id: string; version: number; answers: Record<string, string> } }>('/section', async ({ body }, reply) => {
  const { rowCount } = await pool.query({ name: 'section', text: thinSql.section, values: [body.answers, body.id, body.version] })
  return rowCount === 1 ? { version: body.version + 1 } : reply.code(409).send({ version: body.version })
})
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.stdout.write('ready\n')
