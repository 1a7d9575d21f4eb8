import type pg from 'pg'
import { idFrom } from '../../src/kernel/ids.ts'
import { nameGroups } from '../../src/record/people/matching/nicknames.ts'

/** A made-up person of the measuring council. */
export type BenchPerson = Readonly<{ id: string; given: string; family: string; bornOn: string; lines: string; postcode: string }>

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const frequent = ('Smith Jones Williams Taylor Brown Davies Evans Khan Ahmed Hussain Ali Patel Begum Singh Kaur Wilson Thomas Roberts Johnson Lewis Walker Robinson Wood Thompson White Watson Jackson Wright Green Harris Cooper King Lee Martin '
  + 'Clarke James Morgan Hughes Edwards Hill Moore Clark Harrison Scott Young Morris Hall Ward Turner Carter Phillips Mitchell Adams Campbell Anderson Allen Cook Bailey Parker Miller Davis Murphy Price Bell Baker Griffiths Kelly Simpson Marshall Collins '
  + 'Bennett Cox Richardson Fox Gray Rose Chapman Hunt Robertson Shaw Reynolds Lloyd Ellis Richards Russell Wilkinson Graham Stewart Reid Murray Powell Palmer Holmes Rogers Stevens Walsh Hunter Thomson Matthews Ross Owen Mason Knight Kennedy Butler Saunders '
  + 'Kowalski Nowak Wisniewski Wojcik Kaminska Lewandowski Zielinski Szymanski Popescu Ionescu Dumitru Adeyemi Okafor Okonkwo Eze Mensah Boateng Owusu Osei Abdi Warsame Hassan Mohamed Farah Rahman Islam Chowdhury Miah Uddin Akhtar Malik Shah Iqbal Mahmood '
  + 'Bibi Sharma Kumar Gupta Mehta Desai Chaudhry Nguyen Tran Chen Wong Zhang Silva Santos Ferreira Pereira Garcia Rossi Petrov Ivanova Haddad Rashid Karimi Hosseini Yilmaz Demir O’Brien O’Connor Gallagher Doherty McCarthy McDonald MacLeod').split(' ')
const beginnings = 'Ab Ack Al Ash Bar Beck Ber Black Bram Brad Brent Burn Cald Carr Chad Cham Col Cran Craw Dal Dean Den Dun East Eld Fair Far Fen Garn Glen Gold Grim Had Hal Har Haw Hazel Hether Hol Hurst Ken Kirk Lang Lark Lin Long Mar Mel Mid Mil Nor Oak Old Pem Pen Red Ridge Rad Sand Shel South Stan Star Sut Thorn Tre Und Wal War Wes Wick Wil Win Wood York'.split(' ')
const endings = 'bourne bury by cliffe combe cott croft dale den don field ford ham hurst land ley low man mere mond more over ridge ross sey shaw stead stone thorpe ton wall ward well wick wood worth'.split(' ')
const middles = ['', 'er', 'en', 'ing', 'a', 'le']
const rare = beginnings.flatMap((beginning) => middles.flatMap((middle) => endings.map((ending) => `${beginning}${middle}${ending}`)))
const givens = nameGroups.map((line) => line.split(' ')[0] ?? '').filter((name) => name.length > 2)
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const streets = 'Acre Bishop Castle Dover Elm Fernhead Garden Harrow Ivy Juniper Kings Laurel Mill Nelson Orchard Park Queens Rectory Station Tudor Union Victoria Wharf York'.split(' ')
const kinds = ['Road', 'Street', 'Avenue', 'Close', 'Lane', 'Gardens']
const postcodeLetters = 'ABDEFGHJLNPQRSTUWXYZ'

/** One of the list, the first ones far oftener than the last (as names are). */
const oftenFirst = (list: readonly string[], random: () => number): string => list[Math.floor(list.length * random() ** 2.2)] ?? ''

/** Made-up people, the same for the same seed: two of five have a surname of the frequent ones; three of five are children. */
export function benchPeople(count: number, seed = 1): BenchPerson[] {
  const random = seeded(seed)
  const any = (list: readonly string[] | string): string => list[Math.floor(random() * list.length)] ?? ''
  return Array.from({ length: count }, (_, at) => {
    const year = random() < 0.6 ? 2008 + Math.floor(random() * 18) : 1950 + Math.floor(random() * 58)
    const born = new Date(Date.UTC(year, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10)
    return {
      id: idFrom(1_700_000_000_000 + at, Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256))),
      given: capital(oftenFirst(givens, random)),
      family: random() < 0.4 ? oftenFirst(frequent, random) : any(rare),
      bornOn: born,
      lines: `${1 + Math.floor(random() * 180)} ${any(streets)} ${any(kinds)}`,
      postcode: `W${1 + Math.floor(random() * 14)} ${Math.floor(random() * 10)}${any(postcodeLetters)}${any(postcodeLetters)}`,
    }
  })
}

/** Writes people straight into the tables, as the database's superuser, without triggers; they are due to be filed for search afterwards. */
export async function writeBenchPeople(owner: pg.Pool, people: readonly BenchPerson[]): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    for (let from = 0; from < people.length; from += 5000) {
      const batch = JSON.stringify(people.slice(from, from + 5000))
      const read = `jsonb_to_recordset($1::jsonb) as x (id uuid, given text, family text, "bornOn" text, lines text, postcode text)`
      await client.query(`insert into access.subject (id) select id from ${read}`, [batch])
      await client.query(`insert into people.person (id) select id from ${read}`, [batch])
      await client.query(`insert into people.name (id, person_id, kind, given, family) select gen_random_uuid(), id, 'legal', given, family from ${read}`, [batch])
      await client.query(`insert into people.fact (id, person_id, kind, value, about) select gen_random_uuid(), id, 'bornOn', "bornOn", 'day' from ${read}`, [batch])
      await client.query(`insert into people.address (id, person_id, kind, lines, postcode) select gen_random_uuid(), id, 'home', array[lines], postcode from ${read}`, [batch])
      await client.query(`insert into people.card (person_id, name, given, family, born_on, born_about) select id, given || ' ' || family, given, family, "bornOn"::date, 'day' from ${read}`, [batch])
      await client.query(`insert into people.search_due (person_id, changed_in) select id, pg_current_xact_id() from ${read}`, [batch])
    }
    await client.query('commit')
  } finally {
    client.release()
  }
}
