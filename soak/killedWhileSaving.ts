// Twenty times the server is killed while people save. Every acknowledged save is there once; what was not acknowledged is sent again
// by its writer, with the same command id, and is there once too.
import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { newId } from '../src/kernel/ids.ts'
import { clockAt, systemClock } from '../src/platform/clock.ts'
import { livingOwnerUrl } from '../src/platform/db/embedded.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { hashPassword } from '../src/record/access/signIn.ts'
import { usualCouncil } from '../test/factories/council.ts'
import { smithAndBegum } from '../test/factories/family.ts'
import { cleanUp, databasesOn, newFolder, startKith } from '../test/start/program.ts'

const rounds = 20
const writers = 8

type Save = Readonly<{ id: string; words: string }>

const dataFolder = newFolder()
const acknowledged = new Set<string>()
const words = new Map<string, string>()
let sentAgain = 0
let cutOff = 0

/** A family, a worker, and the worker's password, made at the first start. */
async function prepare(ownerUrl: string) {
  const owner = openPool(ownerUrl, 2)
  const pool = openPool(await appUrl(ownerUrl), 2)
  const council = await usualCouncil(owner)
  const family = await smithAndBegum({ pool, clock: clockAt(systemClock.now()), who: { actor: council.worker }, via: 'commandLine' })
  await owner.query('update access.actor set password_hash = $1 where id = $2', [await hashPassword('a long enough sentence'), council.worker])
  const { rows } = await owner.query<{ email: string }>('select email from access.actor where id = $1', [council.worker])
  await owner.end()
  await pool.end()
  return { email: rows[0]?.email ?? '', people: [family.isla, family.leo] }
}

async function signIn(address: string, email: string): Promise<string> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', origin: address },
    body: new URLSearchParams({ email, password: 'a long enough sentence' }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`Sign-in answered ${answer.status}`)
  return cookie
}

/** Whether the save was acknowledged. @throws when it was refused, which none of these may be */
async function save(on: { address: string; cookie: string; people: readonly string[] }, { id, words: text }: Save): Promise<boolean> {
  const answer = await fetch(`${on.address}/api/commands/notes.write`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', origin: on.address, cookie: on.cookie, 'idempotency-key': id },
    body: JSON.stringify({ id, kind: 'note', people: on.people, words: text, happenedOn: systemClock.today() }),
  }).catch(() => undefined)
  if (!answer) return false
  const body = await answer.text().catch(() => undefined)
  // A killed database is answered with "try again": not acknowledged, and sent again by the writer.
  if (answer.status >= 500 || body === undefined) return false
  if (!answer.ok) throw new Error(`A save was refused with ${answer.status}: ${body}`)
  acknowledged.add(id)
  return true
}

let unsure: Save[] = []
let known: Awaited<ReturnType<typeof prepare>> | undefined
for (let round = 1; round <= rounds + 1; round += 1) {
  const kith = startKith({ dataFolder })
  const address = await kith.open()
  known ??= await prepare(livingOwnerUrl(dataFolder) ?? '')
  const on = { address, cookie: await signIn(address, known.email), people: known.people }
  for (const one of unsure) {
    if (!(await save(on, one))) throw new Error('A save that was sent again was not acknowledged by a healthy server.')
    sentAgain += 1
  }
  unsure = []
  if (round > rounds) {
    await kith.stop()
    break
  }
  // Every other time the database dies in the same instant, as when the machine loses its power. Looked up now: looking makes the writers pause.
  const victims = [kith.server(), ...(round % 2 === 0 ? databasesOn(dataFolder).slice(0, 1) : [])]
  let killed = false
  const writing = Array.from({ length: writers }, async (_, writer) => {
    while (!killed) {
      const one = { id: newId(), words: `Round ${round}, writer ${writer}, ${randomInt(1e9)}` }
      words.set(one.id, one.words)
      if (!(await save(on, one))) unsure.push(one)
    }
  })
  await new Promise((settle) => setTimeout(settle, randomInt(300, 1500)))
  for (const pid of victims) process.kill(pid, 'SIGKILL')
  killed = true
  await Promise.all(writing)
  await kith.ended
  cutOff += unsure.length
  console.log(`Round ${round}: ${acknowledged.size} saves acknowledged so far, ${unsure.length} cut off by the kill`)
}

const last = startKith({ dataFolder })
await last.open()
const owner = openPool(livingOwnerUrl(dataFolder) ?? '', 1)
const { rows } = await owner.query<{ id: string; words: string; about: number; told: number }>(
  `select n.id, n.words, (select count(*)::int from notes.note_person p where p.note_id = n.id) as about,
          (select count(*)::int from chronology.event e where e.subject_id = n.id) as told from notes.note n`)
await owner.end()
await cleanUp()

const kept = new Map(rows.map((row) => [row.id, row.words]))
const lost = [...acknowledged].filter((id) => kept.get(id) !== words.get(id))
const torn = rows.filter(({ about, told }) => about !== 2 || told !== 1)
console.log(`${rounds} kills, ${acknowledged.size} saves acknowledged, ${cutOff} cut off and ${sentAgain} sent again; ${rows.length} notes kept, ${lost.length} lost, ${torn.length} half saved or told twice.`)
const fine = lost.length === 0 && torn.length === 0 && rows.length === acknowledged.size && isDeepStrictEqual(new Set(kept.keys()), acknowledged) && cutOff === sentAgain && cutOff > 0
process.exit(fine ? 0 : 1)
