import pg from 'pg'
import type { PlainDate } from '../../kernel/dates.ts'
import { chanceOf } from './chance.ts'
import { officesOf, type Offices } from './council.ts'
import { closeBook, openBook } from './families/book.ts'
import { rangOnce } from './families/onTheIndex.ts'
import { gathering } from './gathering.ts'
import { familyTables, rowsOf } from './rows.ts'
import { sizes } from './sizes.ts'
import * as store from './store.ts'

/** Nobody wrote to or assessed the people who are only on the index. */
const tables = familyTables.filter((table) => !/^(notes|answers|assessments)\./.test(table))
/** Families of this number and on are those that came on top. */
const first = 30_000

/** The front door as it stands in the council, to have answered the telephone. */
async function standingOffices(ownerUrl: string, today: PlainDate): Promise<Offices> {
  const small = sizes['small']
  if (!small) throw new Error('There is no small size.')
  const offices = officesOf(small, 'more', today)
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows: teams } = await client.query<{ id: string }>("select id from access.team where kind = 'frontDoor' limit 1")
    const { rows: staff } = await client.query<{ id: string; name: string }>('select id, name from access.actor where email is not null')
    const { team, head, workers } = offices.frontDoor
    const standing = <One extends { id: string; name: string }>(one: One): One => {
      const found = staff.find((known) => known.name === one.name)
      if (!found) throw new Error(`${one.name} is not in this council: only a demonstration council grows.`)
      return { ...one, id: found.id }
    }
    return { ...offices, frontDoor: { team: { ...team, id: teams[0]?.id ?? team.id }, head: standing(head), workers: workers.map(standing) } }
  } finally {
    await client.end()
  }
}

/**
 * Adds so many people to a demonstration council that stands: households about whom somebody rang once or twice, with names, addresses, facts, what the
 * search finds them by and who may see them. For measuring what a longer index costs. Nobody else writes meanwhile.
 */
export async function addToTheIndex(settings: Readonly<{ ownerUrl: string; people: number; seed: string; today: PlainDate; told?: (people: number, whole: number) => void }>): Promise<number> {
  const { ownerUrl, seed, today } = settings
  const offices = await standingOffices(ownerUrl, today)
  let people = 0
  await store.load(ownerUrl, async (loading) => {
    const rounds = gathering(loading, 40_000)
    for (let n = 0; people < settings.people; n++) {
      const book = openBook(chanceOf(`${seed}/more/${n}`), offices, today, '')
      rangOnce(book, first + n)
      const family = closeBook(book)
      await rounds.add(rowsOf(family, chanceOf(`${seed}/more/rows/${n}`)))
      people += family.people.length
      settings.told?.(people, settings.people)
    }
    await rounds.end()
  }, tables)
  return people
}
