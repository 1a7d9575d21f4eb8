// Upgrades without stopping. While people save through one server, migrations run on their tables: a column, a check that is made valid later, an index
// apart, a trigger, and while a report reads the same table for seconds. Then a second server starts on the same database, and the first is stopped.
// Nobody is refused, nothing acknowledged is lost; only what the stopped server had in hand is sent again.
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { migrate, type Migration } from '../src/platform/db/migrate.ts'
import { openPool } from '../src/platform/db/pool.ts'
import { ownDatabase } from '../test/factories/ownDatabase.ts'
import { cleanUp, newFolder, startKith } from '../test/start/program.ts'
import { prepare, signIn, writers } from '../test/start/writers.ts'

const rounds = Number(process.argv[2] ?? 10)
const own = await ownDatabase('upgrading')
const environment = { DATABASE_URL: own.ownerUrl, KITH_KEY: randomBytes(32).toString('base64'), KITH_RATE: 'off' }
const first = startKith({ dataFolder: newFolder(), environment })
const address = await first.open()
const known = await prepare(own.ownerUrl)
const people = writers('Upgrade')
const owner = openPool(own.ownerUrl, 2)

let all: readonly Migration[] = []
const step = (name: string, text: string): Migration => ({ name, text, hash: createHash('sha256').update(text).digest('hex') })
const upgrade = (n: number): readonly Migration[] => [
  step(`9${n}1_sample.sql`, `alter table notes.note add column sample_${n} boolean not null default true`),
  step(`9${n}2_sample.sql`, `alter table notes.note add constraint sample_${n} check (length(words) > 0) not valid`),
  step(`9${n}3_sample.sql`, `alter table notes.note validate constraint sample_${n}`),
  step(`9${n}4_sample.sql`, `-- apart\ncreate index concurrently if not exists sample_${n} on notes.note (sample_${n})`),
  step(`9${n}5_sample.sql`, `create function notes.sample_${n}() returns trigger language plpgsql as $$ begin return new; end $$; create trigger sample_${n} before insert on notes.note for each row execute function notes.sample_${n}()`),
]

const busy = people.begin(await signIn(address, known), 4)
let ran = 0
for (let n = 1; n <= rounds; n += 1) {
  all = [...all, ...upgrade(n)]
  // A report that reads for three seconds: whoever wants the table to itself has to wait, and those behind it must not.
  const report = owner.query('select pg_sleep(3), count(*) from notes.note')
  const before = people.acknowledged.size
  ran += (await migrate(own.ownerUrl, all)).length
  await report
  console.log(`Upgrade ${n}: ${ran} migrations so far, ${people.acknowledged.size - before} saves acknowledged meanwhile, ${people.unsure()} not`)
}
const refused = people.unsure()
const second = startKith({ dataFolder: newFolder(), environment })
const there = await second.open()
const moved = people.begin(await signIn(there, known), 4)
await wait(500)
await first.stop()
busy.stop()
await busy.over
await wait(500)
moved.stop()
await moved.over
await people.sendAgain(await signIn(there, known))
await owner.end()
const compared = await people.compare(own.ownerUrl)
await cleanUp()
await own.drop()
console.log(`${ran} migrations under writers, ${refused} saves refused meanwhile; then from one server to another: ${compared.said}.`)
process.exit(compared.fine && refused === 0 && ran === rounds * 5 ? 0 : 1)
