import { readFileSync } from 'node:fs'
import { addDays, moment, plain } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import { clockAt } from '../src/platform/clock.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import type { Caller } from '../src/record/access/act.ts'
import { searchPeople, suggestPeople } from '../src/record/people/search/queries.ts'
import { fileAllDue } from '../src/record/people/search/store.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { benchPeople, seeded, writeBenchPeople, type BenchPerson } from '../test/factories/manyPeople.ts'

let random = seeded(7)
const letters = 'abcdefghijklmnopqrstuvwxyz'
const any = (from: string): string => from.charAt(Math.floor(random() * from.length))

/** One typing error of the usual kinds, never in a word of two letters. */
function damaged(name: string): string {
  const at = Math.floor(random() * (name.length - 1))
  const kind = Math.floor(random() * 4)
  if (kind === 0) return name.slice(0, at) + name.slice(at + 1)
  if (kind === 1) return name.slice(0, at + 1) + name.charAt(at) + name.slice(at + 1)
  if (kind === 2) return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
  return name.slice(0, at) + any(letters) + name.slice(at + 1)
}

const inWords = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
const yearOut = (day: string): string => inWords(`${Number(day.slice(0, 4)) + (random() < 0.5 ? 1 : -1)}${day.slice(4)}`)
const swapped = (day: string): string => (Number(day.slice(8)) <= 12 ? inWords(`${day.slice(0, 5)}${day.slice(8)}-${day.slice(5, 7)}`) : inWords(day))
const daysOut = (day: string): string => inWords(addDays(plain(day), 1 + Math.floor(random() * 3)))

/** What is typed, for each way of remembering somebody. The first three have to be found: 98 of 100 among the first 20. */
const mustFind = 3
const ways: Readonly<Record<string, (person: BenchPerson) => string>> = {
  'forename, damaged surname, date of birth': (p) => `${p.given} ${damaged(p.family)} ${inWords(p.bornOn)}`,
  'the same, the date a year out': (p) => `${p.given} ${damaged(p.family)} ${yearOut(p.bornOn)}`,
  'the same, day and month swapped (where that is a day)': (p) => `${p.given} ${damaged(p.family)} ${swapped(p.bornOn)}`,
  'the same, the date one to three days out': (p) => `${p.given} ${damaged(p.family)} ${daysOut(p.bornOn)}`,
  'forename and damaged surname, no date': (p) => `${p.given} ${damaged(p.family)}`,
  'damaged forename and surname, date of birth': (p) => `${damaged(p.given)} ${p.family} ${inWords(p.bornOn)}`,
  'surname and postcode': (p) => `${p.family} ${p.postcode}`,
}

const middle = (sorted: readonly number[], share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)

/** Processor time that the database spent on a connection, in ms (Linux: clock ticks of a hundredth of a second). */
const spentBy = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

type Search = (text: string, person: BenchPerson) => Promise<readonly string[]>
type Measured = Readonly<{ found: number; first: number; took: readonly number[]; server: number; database: number }>

/** Does the searches one after another on one connection. The numbers drawn are the same for the same `seed`. */
async function measure(council: readonly BenchPerson[], typed: (p: BenchPerson) => string, searches: number, pid: number, search: Search): Promise<Measured> {
  random = seeded(7)
  let found = 0, first = 0
  const took: number[] = []
  const [cpu, base] = [process.cpuUsage(), spentBy(pid)]
  for (let i = 0; i < searches; i++) {
    const person = council[Math.floor(random() * council.length)]
    if (!person) continue
    const text = typed(person)
    const at = performance.now()
    const rank = (await search(text, person)).indexOf(person.id)
    took.push(performance.now() - at)
    if (rank >= 0 && rank < 20) found++
    if (rank === 0) first++
  }
  const used = process.cpuUsage(cpu)
  return { found: found / searches, first: first / searches, took: took.sort((a, b) => a - b), server: (used.user + used.system) / 1000 / searches, database: (spentBy(pid) - base) / searches }
}

const told = (m: Measured): string =>
  `recall in the first 20 ${m.found.toFixed(3)}, first ${m.first.toFixed(3)}; p50 ${middle(m.took, 0.5)} p95 ${middle(m.took, 0.95)} p99 ${middle(m.took, 0.99)} ms; processor ms: server ${m.server.toFixed(2)}, database ${m.database.toFixed(2)}`

async function benchSearch(people: number, searches = 1000, print: (line: string) => void = console.log): Promise<void> {
  const own = await ownDatabase('search')
  const owner = openPool(own.ownerUrl, 1)
  try {
    await migrate(own.ownerUrl)
    const pool = openPool(await appUrl(own.ownerUrl), 1)
    const council = benchPeople(people)
    const kathryn: BenchPerson = { id: newId(), given: 'Kathryn', family: 'Smith', bornOn: '1991-05-02', lines: '12 Mill Lane', postcode: 'W12 8QT' }
    council.push(kathryn)
    await writeBenchPeople(owner, council)
    const started = performance.now()
    await fileAllDue(pool)
    print(`${people} people filed for search in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
    await owner.query(`create index on people.card using gin ((given || ' ' || family) gin_trgm_ops)`)
    await owner.query('vacuum analyze people.search_entry, people.search_line, people.card, access.person_part, access.bar, access.person_scope')
    const { rows: [size] } = await owner.query(`select pg_size_pretty(pg_total_relation_size('people.search_entry')) as entries, pg_size_pretty(pg_total_relation_size('people.search_line')) as lines`)
    print(`Size: keys ${size.entries}, lines ${size.lines}.`)
    const team = newId(), worker = newId()
    await owner.query(`insert into access.team (id, name) values ($1, 'Team')`, [team])
    await owner.query(`insert into access.actor (id, kind, name) values ($1, 'staff', 'Worker')`, [worker])
    await owner.query(`insert into access.membership (id, actor_id, team_id, role) values ($1, $2, $3, 'worker')`, [newId(), worker, team])
    const caller: Caller = { pool, clock: clockAt(moment('2026-11-22T09:00:00Z')), who: { actor: worker }, via: 'commandLine' }
    const pidOf = async (of: typeof pool): Promise<number> => (await of.query('select pg_backend_pid() as pid')).rows[0].pid
    const kith: Search = async (text) => {
      const outcome = await searchPeople.perform(caller, { text })
      return 'done' in outcome ? outcome.done.hits.map((hit) => hit.personId) : []
    }
    const thin: Search = async (text) => {
      const name = text.replace(/ \S*\d\S*/g, '')
      const { rows } = await owner.query({ name: 'thin', text: `select person_id, name, born_on from people.card where (given || ' ' || family) % $1 order by similarity(given || ' ' || family, $1) desc limit 20`, values: [name] })
      JSON.stringify(rows)
      return rows.map((row) => row.person_id)
    }
    const verdicts: string[] = []
    const judge = (what: string, came: number, kept: boolean, budget: string) => {
      verdicts.push(`${what}: ${came.toFixed(3)}, budget ${budget}: ${kept ? 'kept' : 'NOT kept'}`)
      if (!kept) process.exitCode = 3
    }
    for (const [place, [way, typed]] of Object.entries(ways).entries()) {
      const [found, bare] = [await measure(council, typed, searches, await pidOf(pool), kith), await measure(council, typed, Math.min(searches, 200), await pidOf(owner), thin)]
      print(`${way}\n  Kith: ${told(found)}\n  thin: ${told(bare)}`)
      if (place < mustFind) judge(`recall in the first 20, ${way}`, found.found, found.found >= 0.98, 'at least 0.98')
      if (place === 0) judge('processor time, times thin', (found.server + found.database) / (bare.server + bare.database), found.server + found.database <= bare.server + bare.database, 'at most 1')
    }
    const typing: Search = async (text) => {
      const outcome = await suggestPeople.perform(caller, { text })
      return 'done' in outcome ? outcome.done.hits.map((hit) => hit.personId) : []
    }
    print(`while it is typed: forename and three letters of the surname\n  Kith: ${told(await measure(council, (p) => `${p.given} ${p.family.slice(0, 3)}`, searches, await pidOf(pool), typing))}`)
    const at = performance.now()
    const rank = (await typing('Kathrin Smyhte', kathryn)).indexOf(kathryn.id) + 1
    print(`“Kathrin Smyhte” among ${people} people: Kathryn Smith is number ${rank} of the list, in ${(performance.now() - at).toFixed(0)} ms`)
    print(`\nSearch, in short\n${verdicts.map((line) => `  ${line}`).join('\n')}`)
    await pool.end()
  } finally {
    await owner.end()
    await own.drop()
  }
}

if (import.meta.main) await benchSearch(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1000))
