import pg from 'pg'
import { systemClock } from '../../../clock.ts'
import { copyOut } from '../../../db/copy.ts'
import { migrationsHere } from '../../../db/migrate.ts'
import { backupUrl } from '../../../db/roles.ts'
import { StartFault } from '../../fault.ts'
import { closing, packed, tally } from './archive.ts'
import { openingName, partName, sumsName, type Opening, type Sums } from './model.ts'
import { alike, countersOf, isSuperuser, rowsOut, tablesOf, type Table } from './tables.ts'

const partSize = 1 << 22

/**
 * The whole council of a database as an archive, in one snapshot, while people work. The role that reads it may read and nothing else;
 * beside it the owner counts each table in the same snapshot, so that a row which a policy hides from it is noticed.
 * @throws StartFault when the database has another form than this version, or a row would be missing
 */
export async function* takeLogical(ownerUrl: string): AsyncGenerator<Buffer> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'kith-backup' })
  let reading: pg.Client | undefined
  owner.on('error', () => undefined)
  try {
    await owner.connect()
    await expectCouncil(owner)
    reading = new pg.Client({ connectionString: await backupUrl(ownerUrl), application_name: 'kith-backup' })
    reading.on('error', () => undefined)
    await reading.connect()
    await owner.query(alike)
    await owner.query(`begin isolation level repeatable read read only; set local role kith_owner`)
    const migrations = await formOf(owner)
    const { rows: [snapshot] } = await owner.query<{ name: string }>('select pg_export_snapshot() as name')
    await reading.query(alike)
    await reading.query(`begin isolation level repeatable read read only; set transaction snapshot '${snapshot?.name}'`)
    const tables = await tablesOf(owner)
    const opening: Opening = { keeps: 'the record of one Kith council', form: 1, takenAt: systemClock.now(), migrations }
    yield packed({ name: openingName, body: Buffer.from(JSON.stringify(opening)) })
    const sums: Sums['tables'] = []
    for (const table of tables) sums.push({ name: table.name, ...(yield* rowsOf(table, reading, await countIn(owner, table))) })
    await owner.query('set local role kith_owner')
    const all: Sums = { tables: sums, counters: await countersOf(owner) }
    yield packed({ name: sumsName, body: Buffer.from(JSON.stringify(all)) })
    yield closing
  } finally {
    await Promise.all([owner, reading].map((client) => client?.end().catch(() => undefined)))
  }
}

async function expectCouncil(owner: pg.Client): Promise<void> {
  const { rows: [made] } = await owner.query<{ yes: boolean }>(`select to_regclass('kith.migration') is not null as yes`)
  if (!made?.yes) throw new StartFault('The database of DATABASE_URL holds no council yet: there is nothing to back up.')
}

async function formOf(owner: pg.Client): Promise<Opening['migrations']> {
  const here = migrationsHere().map(({ name, hash }) => ({ name, hash }))
  const { rows } = await owner.query<{ name: string; hash: string }>('select name, hash from kith.migration order by name')
  const same = rows.length === here.length && rows.every((row) => here.some((each) => each.name === row.name && each.hash === row.hash))
  if (!same) throw new StartFault('The database has the form of another version of Kith. Take the backup with that version, or run npm run kith -- migrate first.')
  return rows
}

/** What the owner counts: a superuser as it is; else through the role that row-level security lets see every row. */
async function countIn(owner: pg.Client, { name, guarded }: Table): Promise<number> {
  await owner.query(`set local role ${await isSuperuser(owner) ? 'none' : guarded ? 'kith_gate' : 'kith_owner'}`)
  const { rows: [counted] } = await owner.query<{ rows: string }>(`select count(*)::text as rows from ${name}`)
  return Number(counted?.rows)
}

async function* rowsOf(table: Table, reading: pg.Client, expected: number): AsyncGenerator<Buffer, { rows: number; sha256: string }> {
  const counted = tally()
  let held: Buffer[] = []
  let length = 0
  let part = 0
  for await (const chunk of copyOut(reading, rowsOut(table))) {
    counted.add(chunk)
    held.push(chunk)
    length += chunk.length
    if (length < partSize) continue
    yield packed({ name: partName(table.name, (part += 1)), body: Buffer.concat(held) })
    held = []
    length = 0
  }
  if (length > 0) yield packed({ name: partName(table.name, part + 1), body: Buffer.concat(held) })
  const sum = counted.sum()
  if (sum.rows !== expected) throw new StartFault(`The role for backups sees ${sum.rows} of ${expected} rows of ${table.name}, and no backup was kept. Tell those who look after Kith.`)
  return sum
}
