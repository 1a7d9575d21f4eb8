import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../src/kernel/ids.ts'
import { clockAt, systemClock } from '../../src/platform/clock.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { appUrl } from '../../src/platform/db/roles.ts'
import { hashPassword } from '../../src/record/access/signIn.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'

type Save = Readonly<{ id: string; words: string }>
type On = Readonly<{ address: string; cookie: string; people: readonly string[] }>
export type Known = Readonly<{ email: string; people: readonly string[] }>

/** A family, a worker, and the worker's password. */
export async function prepare(ownerUrl: string): Promise<Known> {
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

export async function signIn(address: string, { email, people }: Known): Promise<On> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', origin: address },
    body: new URLSearchParams({ email, password: 'a long enough sentence' }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`Sign-in answered ${answer.status}`)
  return { address, cookie, people }
}

/** People who save one note after the other, and remember which were acknowledged and which they do not know about. */
export function writers(name: string) {
  const acknowledged = new Set<string>()
  const words = new Map<string, string>()
  let unsure: Save[] = []
  let [made, sentAgain, cutOff] = [0, 0, 0]

  /** Whether the save was acknowledged. @throws when it was refused, which none of these may be */
  const save = async (on: On, { id, words: text }: Save): Promise<boolean> => {
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

  return {
    acknowledged,
    cutOff: () => cutOff,
    /** How many saves nobody acknowledged yet. */
    unsure: () => unsure.length,
    /** So many writers, one save after the other, until `stop` is called. */
    begin(on: On, many: number): { stop: () => void; over: Promise<void> } {
      let going = true
      const writing = Array.from({ length: many }, async (_, writer) => {
        while (going) {
          const one = { id: newId(), words: `${name} ${(made += 1)}, writer ${writer}, ${randomInt(1e9)}` }
          words.set(one.id, one.words)
          if (await save(on, one)) continue
          unsure.push(one)
          cutOff += 1
          await wait(20)
        }
      })
      return { stop: () => { going = false }, over: Promise.all(writing).then(() => undefined) }
    },
    /** What nobody acknowledged is sent once more, with the same command id. */
    async sendAgain(on: On): Promise<number> {
      const again = unsure
      unsure = []
      for (const one of again) {
        if (!(await save(on, one))) throw new Error('A save that was sent again was not acknowledged by a healthy server.')
        sentAgain += 1
      }
      return again.length
    },
    /** Compares what is kept with what was acknowledged: nothing lost, doubled, torn or without its event. */
    async compare(ownerUrl: string): Promise<{ lost: number; torn: number; fine: boolean; said: string }> {
      const owner = openPool(ownerUrl, 1)
      const { rows } = await owner.query<{ id: string; words: string; about: number; told: number; audited: number }>(
        `select n.id, n.words, (select count(*)::int from notes.note_person p where p.note_id = n.id) as about,
                (select count(*)::int from chronology.event e where e.subject_id = n.id) as told from notes.note n where n.words like $1`, [`${name} %`])
      const { rows: [audit] } = await owner.query<{ events: number }>(`select count(*)::int as events from audit.event where what = 'notes.write' and not refused`)
      await owner.end()
      const kept = new Map(rows.map((row) => [row.id, row.words]))
      const lost = [...acknowledged].filter((id) => kept.get(id) !== words.get(id)).length
      const torn = rows.filter(({ about, told }) => about !== 2 || told !== 1).length
      const said = `${acknowledged.size} saves acknowledged, ${cutOff} cut off and ${sentAgain} sent again; ${rows.length} notes kept, ${audit?.events ?? 0} events of the audit, ${lost} lost, ${torn} half saved or told twice`
      const fine = lost === 0 && torn === 0 && rows.length === acknowledged.size && isDeepStrictEqual(new Set(kept.keys()), acknowledged) && cutOff === sentAgain && (audit?.events ?? 0) >= rows.length
      return { lost, torn, fine, said }
    },
  }
}
