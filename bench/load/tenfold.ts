import pg from 'pg'
import { addToTheIndex } from '../../src/channel/demo/more.ts'
import { dayOf, moment } from '../../src/kernel/dates.ts'
import { progress } from '../../src/platform/progress.ts'

/** Nine times as many people on the index as the council has, into the same database. @returns what was done, and how long it took */
export async function tenfold(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ people: number }>('select count(*)::int as people from people.card').finally(() => client.end())
  const began = performance.now()
  const shown = progress('People')
  const added = await addToTheIndex({ ownerUrl, people: (rows[0]?.people ?? 0) * 9, seed: '1', today: dayOf(moment(Date.now())), told: (done, whole) => shown.at(done, whole) })
  shown.end()
  return `${added.toLocaleString('en-GB')} people added to the index in ${Math.round((performance.now() - began) / 1000)} seconds.`
}

if (import.meta.main) process.stdout.write(`${await tenfold(process.argv[2] ?? '')}\n`)
