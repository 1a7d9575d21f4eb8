// 1,000 wrong sign-ins, in turns at an account that is there and at an address nobody has: the medians of their times lie within 2 ms.
import { randomBytes } from 'node:crypto'
import { systemClock } from '../src/platform/clock.ts'
import { keysFrom } from '../src/platform/keys.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { hashPassword, signIn } from '../src/record/access/signIn.ts'
import { makeCouncil } from '../test/factories/council.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'

const rounds = Number(process.argv[2] ?? 1000) / 2
const own = await ownDatabase('sign_in_times')
await migrate(own.ownerUrl)
const [owner, pool] = [openPool(own.ownerUrl, 2), openPool(await appUrl(own.ownerUrl), 2)]
const { actor } = makeCouncil(owner)
const identity = { pool, clock: systemClock, keys: keysFrom([randomBytes(32)]) }
const passwordHash = await hashPassword('three plain brown mugs')
const there: string[] = []
// Four attempts each: nobody waits, and nothing is held back.
for (let i = 0; i < Math.ceil(rounds / 4); i += 1) {
  const id = await actor(`Somebody ${i}`, [{ role: 'worker' }])
  there.push((await owner.query('update access.actor set password_hash = $2 where id = $1 returning email', [id, passwordHash])).rows[0].email)
}
const took = { there: [] as number[], nobody: [] as number[] }
for (let i = -20; i < rounds; i += 1) {
  for (const who of ['there', 'nobody'] as const) {
    const email = who === 'there' ? (there[Math.abs(i) % there.length] ?? '') : `nobody-${Math.abs(i) % there.length}@example.org`
    const began = performance.now()
    await signIn(identity, { email, password: 'wrong', device: null, from: { address: `${who} ${i}` } })
    if (i >= 0) took[who].push(performance.now() - began)
  }
}
await Promise.all([owner.end(), pool.end()])
await own.drop()
const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0
const [a, b] = [median(took.there), median(took.nobody)]
const good = Math.abs(a - b) <= 2
process.stdout.write(`${good ? '' : 'FAILED: '}${rounds * 2} wrong sign-ins in turns. Median at an account that is there ${a.toFixed(2)} ms, at an address nobody has ${b.toFixed(2)} ms: ${Math.abs(a - b).toFixed(2)} ms apart.\n`)
process.exit(good ? 0 : 1)
