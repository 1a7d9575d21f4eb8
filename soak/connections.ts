// Transactions at once on four connections, with everything that can go wrong in their midst: errors, also of the commit, cancelling, killing, time running out, answers that cannot
// be read, large and many ones, people who do not wait. Who is told that it is kept finds it whole, who is refused finds nothing, nobody finds anything of anybody, and everybody is answered.
import { migrate } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { appUrl } from '../src/platform/db/roles.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { connectionsHold } from '../test/factories/troubledConnections.ts'

const steps = Number(process.argv[2] ?? 20_000)
const seed = Number(process.argv[3] ?? 20261122)
const own = await ownDatabase('connections')
await migrate(own.ownerUrl)
const owner = openPool(own.ownerUrl, 3)
const began = performance.now()
const came = await connectionsHold(await appUrl(own.ownerUrl), owner, steps, seed, (done) => { if (done % 5_000 === 0) process.stdout.write(`${done} transactions, ${Math.round((performance.now() - began) / 1000)} seconds\n`) }).catch((problem: unknown) => problem)
await owner.end()
await own.drop()
const held = typeof came === 'object' && came !== null && 'kept' in came && 'refused' in came && 'lost' in came
process.stdout.write(held ? `${steps} transactions, seed ${seed}: ${came.kept} kept whole, ${came.refused} refused and nothing of them there, ${came.lost} cut off and there whole or not at all. Nothing was left in a connection, everybody was answered.\n` : `FAILED:\n${came instanceof Error ? came.message : String(came)}\n`)
process.exit(held ? 0 : 1)
