// 10,000 times two devices write into the same place of an assessment in the same instant, having read the same text: one stands, the other is kept beside
// it, and nothing is overwritten in silence. Every tenth time a save is sent ten times. Then every command that the interface offers is sent ten times
// in one instant under one key, with the first input that it takes: the record is as it was after the first.
import { isDeepStrictEqual } from 'node:util'
import { openToFuzz } from '../test/fuzz/run.ts'
import { branch, isTree } from '../test/fuzz/answers.ts'
import { chanceFrom, fitting } from '../test/fuzz/inputs.ts'
import { allocatedAssessment, done } from '../test/factories/assessment.ts'
import { usualCouncil } from '../test/factories/council.ts'
import { smithAndBegum } from '../test/factories/family.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { sessionCookie } from '../src/channel/web/server.ts'
import { newId } from '../src/kernel/ids.ts'
import { clockAt, systemClock } from '../src/platform/clock.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { saveSection, settleClash, startAssessment } from '../src/practice/assessments/commands/writing.ts'

const trials = Number(process.argv[2] ?? 10_000)
const lanes = 4
const began = performance.now()
const seconds = () => Math.round((performance.now() - began) / 1_000)

const own = await ownDatabase('two_writers')
await migrate(own.ownerUrl)
const [owner, pool] = [openPool(own.ownerUrl, 4), openPool(await appUrl(own.ownerUrl), 12)]
const council = await usualCouncil(owner)
const device = { pool, clock: clockAt(systemClock.now()), who: { actor: council.worker }, via: 'page' as const }
let [tried, overwritten, doubled, neither] = [0, 0, 0, 0]

const family = await smithAndBegum(device)
async function begun(): Promise<string> {
  const itemId = await allocatedAssessment(device, { children: [family.isla, family.leo], teamId: council.teams.two, workerId: council.worker })
  await done(startAssessment.do(device, { itemId }))
  return itemId
}

async function lane(): Promise<void> {
  let [itemId, base]: [string, string | null] = ['', null]
  while (tried < trials) {
    const trial = (tried += 1)
    // Now and then in a place where nobody wrote before: there both are the first.
    if (itemId === '' || trial % 40 === 0) [itemId, base] = [await begun(), null]
    const words: readonly string[] = [`Trial ${trial}, one device`, `Trial ${trial}, the other`]
    const times = trial % 10 === 0 ? 10 : 1
    const keys = [newId(), newId()] as const
    const send = (at: 0 | 1) => done(saveSection.do(device, { itemId, section: 'school', changes: [{ question: 'schoolNow', base, value: words[at] ?? '' }] }, keys[at]))
    const sent = await Promise.all(([0, 1] as const).map((at) => Promise.all(Array.from({ length: times }, () => send(at)))))
    const kept = (await owner.query<{ id: string; words: string; by: string }>(`select k.id, k.answers->>'schoolNow' as words, k.kept_by as by from answers.section_kept k join answers.form f on f.id = k.form_id where f.item_id = $1 and k.why = 'clash' and k.resolved_at is null`, [itemId])).rows
    const stands = (await owner.query<{ words: string }>(`select s.answers->>'schoolNow' as words from answers.section s join answers.form f on f.id = s.form_id where f.item_id = $1 and s.section = 'school' and s.about = '{}'`, [itemId])).rows[0]?.words
    if (stands !== words[0] && stands !== words[1]) neither += 1
    if (!kept.some((one) => words.includes(one.words) && one.words !== stands)) overwritten += 1
    if (kept.length > 1 || sent.some((answers) => answers.some((one) => !isDeepStrictEqual(one, answers[0])))) doubled += 1
    for (const one of kept) await done(settleClash.do(device, { itemId, clashId: one.id, use: 'theirs' }))
    base = stands ?? null
    if (trial % 1_000 === 0) console.log(`${trial} trials, ${seconds()} seconds`)
  }
}
await Promise.all(Array.from({ length: lanes }, lane))
await Promise.all([owner.end(), pool.end()])
await own.drop()
console.log(`${tried} trials of two writers: ${overwritten} overwritten in silence, ${neither} with neither text, ${doubled} with more than one effect of a repeated save.`)

const world = await openToFuzz()
// The account of the background work stands there from its first work on: here from the beginning, or it comes between two looks.
await world.owner.query("insert into access.actor (id, kind, name, job_title) values ('6b697468-0000-7000-8000-000000000001', 'machine', 'Kith', 'Works in the background') on conflict (id) do nothing")
const document: unknown = JSON.parse((await world.house.server.inject({ method: 'GET', url: '/api/openapi.json' })).body)
const commands = Object.entries(branch(document, 'paths') ?? {}).filter(([path]) => path.startsWith('/api/commands/'))
/** Every row that people's work made, as one number a table: what is noted of the asking itself, and what runs in the background, aside. */
async function state(): Promise<Map<string, string>> {
  const { rows } = await world.owner.query<{ name: string }>(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'audit', 'jobs', 'search', 'kith', 'pg_toast') and format('%I.%I', n.nspname, c.relname) not in ('access.session', 'access.pending', 'access.tried', 'ops.answered', 'people.compare_due', 'people.possible_duplicate') order by 1`)
  const found = new Map<string, string>()
  for (const { name } of rows) found.set(name, (await world.owner.query<{ sum: string }>(`select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${name} t`)).rows[0]?.sum ?? '')
  return found
}
const known = await world.idsOf()
/** So many inputs by chance for a command, of which mostly none fits. */
const mostInputs = 700
const faults: string[] = []
let [shown, at] = [0, 0]
for (const [path, item] of commands) {
  at += 1
  const schema = branch(item, 'post', 'requestBody', 'content', 'application/json', 'schema')
  let tokens = await world.signIn()
  for (let n = 0; n < mostInputs && tokens.length > 0; n += 1) {
    const input = fitting(chanceFrom(20_261_122 + at * 100_003 + n), schema, known, 'id', path.split('/').at(-1)?.split('.')[0] ?? '')
    const key = newId()
    const token = tokens[n % tokens.length]
    const send = () => world.house.server.inject({ method: 'POST', url: path, headers: { cookie: `${sessionCookie}=${token}`, 'sec-fetch-site': 'same-origin', host: 'localhost', accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': key }, payload: JSON.stringify(input) })
    const first = await send()
    // Whose role does not open this is not asked again.
    if (first.statusCode === 403 && first.body.includes('Your role')) tokens = tokens.filter((one) => one !== token)
    if (first.statusCode !== 200 || !isTree(first.json())) continue
    const before = await state()
    const again = await Promise.all(Array.from({ length: 9 }, send))
    const after = await state()
    shown += 1
    const changed = [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name)
    if (changed.length > 0) faults.push(`${path}: ${changed.join(', ')} changed with the repeats`)
    else if (again.some((one) => !isDeepStrictEqual(one.json(), first.json()))) faults.push(`${path}: a repeat was answered otherwise (${[...new Set(again.map((one) => one.statusCode))].join(', ')})`)
    break
  }
}
await world.close()
for (const fault of faults) console.log(fault)
const fine = overwritten + neither + doubled + faults.length === 0 && shown > commands.length / 3
console.log(`${shown} of ${commands.length} commands were taken and sent ten times (for the others chance made no input that they take): ${faults.length} with more than one effect. ${seconds()} seconds.`)
console.log(`${fine ? 'Passed' : 'FAILED'}: ${tried} trials, ${overwritten} silent overwrites; ${shown} commands repeated, ${faults.length} with more than one effect.`)
process.exit(fine ? 0 : 1)
