// Text search of notes, as a worker, a manager, the front door: `npm run bench -- text 30000 10` (people, notes each).
import { moment } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import { clockAt } from '../src/platform/clock.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { searchText } from '../src/record/people/search/queries.ts'
import { usualCouncil } from '../test/factories/council.ts'
import { benchPeople, seeded, writeBenchPeople } from '../test/factories/manyPeople.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'

const [people, each] = [Number(process.argv[2] ?? 30_000), Number(process.argv[3] ?? 10)]
const common = 'mother father school home visit child said worried teacher family phone call meeting plan bedroom food breakfast late tired happy calm angry police nursery health visitor agreed next week told seen alone sister brother partner argument support money rent housing doctor appointment missed attended spoke'.split(' ')
const seldom = 'bruise strangled burn cocaine eviction self-harm ligature exploitation missing knife trafficking scald fracture methadone overdose'.split(' ')
const random = seeded(3)
const wordAt = (): string => (random() < 0.004 ? (seldom[Math.floor(random() * seldom.length)] ?? '') : (common[Math.floor(common.length * random() ** 1.5)] ?? ''))

const own = await ownDatabase('text')
await migrate(own.ownerUrl)
const [owner, pool] = [openPool(own.ownerUrl, 1), openPool(await appUrl(own.ownerUrl), 1)]
const council = await usualCouncil(owner)
const all = benchPeople(people)
await writeBenchPeople(owner, all)
await owner.query('begin; set local session_replication_role = replica')
for (let from = 0; from < all.length; from += 2000) {
  const notes = all.slice(from, from + 2000).flatMap((person) => Array.from({ length: each }, () => ({
    id: newId(), person: person.id, words: Array.from({ length: 80 }, wordAt).join(' '), on: new Date(Date.UTC(2018, 0, 1 + Math.floor(random() * 3200))).toISOString().slice(0, 10),
  })))
  await owner.query(`insert into notes.note (id, kind, title, words, happened_on, author_id) select id, 'note', 'Note', words, "on"::date, $2 from jsonb_to_recordset($1::jsonb) as x (id uuid, words text, "on" text)`, [JSON.stringify(notes), council.worker])
  await owner.query(`insert into notes.note_person (note_id, person_id, domain) select id, person, 'children' from jsonb_to_recordset($1::jsonb) as x (id uuid, person uuid)`, [JSON.stringify(notes)])
}
await owner.query('commit')
await owner.query(`insert into access.involvement (id, person_id, team_id, worker_id, domain, from_on) select gen_random_uuid(), p, $2, case when n <= 20 then $3::uuid end, 'children', '2026-01-01' from unnest($1::uuid[]) with ordinality as x (p, n)`, [all.slice(0, 300).map((person) => person.id), council.teams.two, council.worker])
await owner.query('vacuum analyze')
process.stdout.write(`${people} people, ${people * each} notes of 80 words.\n`)
const worst = new Map<string, number>()
for (const [who, actor] of [['worker of a team with 300 people', council.worker], ['head above it', council.head], ['front door', council.frontDoorWorker]] as const) {
  for (const asked of ['bruise', 'bruise mother', 'school', '"missed appointment" school', 'ligature OR overdose']) {
    const took: number[] = []
    let found = 0
    for (let i = 0; i < 20; i++) {
      const at = performance.now()
      const outcome = await searchText.perform({ pool, clock: clockAt(moment('2026-11-22T09:00:00Z')), who: { actor }, via: 'commandLine' }, { text: asked })
      took.push(performance.now() - at)
      found = 'done' in outcome ? outcome.done.texts.length : 0
    }
    took.sort((a, b) => a - b)
    worst.set(who, Math.max(worst.get(who) ?? 0, took[18] ?? 0))
    process.stdout.write(`${who}, ${asked}: ${found} found, p50 ${took[10]?.toFixed(1)} ms, p95 ${took[18]?.toFixed(1)} ms\n`)
  }
}
process.stdout.write(`Text search, in short: ${[...worst].map(([who, p95]) => `${who} p95 at most ${p95.toFixed(1)} ms`).join('; ')}\n`)
await Promise.all([owner.end(), pool.end()])
await own.drop()
