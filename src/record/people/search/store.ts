import type pg from 'pg'
import { inTransaction, type Db } from '../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../platform/db/sql.ts'
import type { DescribedName } from '../matching/described.ts'
import { storedKeys } from '../matching/keys.ts'
import { fold } from '../matching/names.ts'
import type { Card } from '../model.ts'
import type { Filed, FoundText } from './model.ts'
import { describedFrom } from './rules.ts'

function entryOf(id: string, known: Filed) {
  const keys = storedKeys(describedFrom(known))
  const lines = known.names.flatMap((name) => [fold(`${name.given} ${name.family}`), fold(`${name.family} ${name.given}`)]).filter((line) => line !== '')
  return { id, keys, names: known.names, lines: [...new Set(lines)] }
}

/**
 * Files for search everybody whose names, addresses, numbers or date of birth this transaction changed. Every command that writes such facts calls it last,
 * so that who was just added is found at once. @returns how many
 */
export async function fileForSearch(db: Db, most = 500): Promise<number> {
  const due = await db.rows<{ person_id: string; described: Filed }>(sql`select person_id, described from people.to_file(${most})`)
  if (due.length > 0) await db.run(sql`select people.file(${JSON.stringify(due.map((row) => entryOf(row.person_id, row.described)))}::jsonb)`)
  return due.length
}

/** Files everybody who is due, a few hundred a transaction: after an import or a demonstration council, and as a job. @returns how many */
export async function fileAllDue(pool: pg.Pool, told: (filed: number) => void = () => undefined): Promise<number> {
  let filed = 0
  for (;;) {
    const now = await inTransaction(pool, 'begin', (db) => fileForSearch(db))
    if (now === 0) return filed
    filed += now
    told(filed)
  }
}

/** Which keys to look under in one go, and what to say of a restricted record. */
export type Rungs = Readonly<{
  first: readonly number[]
  second: readonly number[]
  third: readonly number[]
  typed?: string
  blurred?: string
  strong: readonly number[]
  days: readonly number[]
  asked: readonly number[]
  /** The given names asked for: of those under wide keys, who has one of them is read first. */
  given: readonly number[]
}>

export type FoundRow = Readonly<{ person_id: string; sight: 'card' | 'exists'; card: Card | null; names: readonly DescribedName[] | null; matched: readonly number[] }>

/** Numbers as PostgreSQL reads a list of them: quicker than quoting each. */
const list = (keys: readonly number[]): string => `{${keys.join(',')}}`

export const find = (db: Db, rungs: Rungs): Promise<FoundRow[]> =>
  db.rows<FoundRow>(sql`select person_id, sight, card, names, matched
    from people.find_best(${list(rungs.first)}::int[], ${list(rungs.second)}::int[], ${list(rungs.third)}::int[], ${rungs.typed ?? ''}, ${rungs.blurred ?? ''}, ${list(rungs.strong)}::int[], ${list(rungs.days)}::int[], ${list(rungs.asked)}::int[], ${list(rungs.given)}::int[])`)

export type FoundTextRow = Omit<FoundText, 'words' | 'title' | 'href'> & Readonly<{ title: string | null; quoted: string }>

const foundIn = (db: Db, by: Sql): Promise<FoundTextRow[]> => db.rows<FoundTextRow>(sql`select kind, id, within as "withinId", title, happened_on as "happenedOn", author, people, quoted from ${by}`)
/** Texts that hold the words, the newest first: of notes, contacts and forms, of minutes, plans and dated facts, of orders, legal work, advice and allegations, and of what other councils handed to us. `labels`: what orders are called. `about`: only of these people; empty: of anybody. */
export const findText = (db: Db, text: string, about: readonly string[], most: number, labels: Readonly<Record<string, string>>): Promise<FoundTextRow[]> =>
  Promise.all([foundIn(db, sql`notes.find_text(${text}, ${about}::uuid[], ${most})`), foundIn(db, sql`meetings.find_text(${text}, ${about}::uuid[], ${most})`), foundIn(db, sql`legal.find_text(${text}, ${about}::uuid[], ${most}, ${JSON.stringify(labels)}::jsonb)`), foundIn(db, sql`transfers.find_text(${text}, ${about}::uuid[], ${most})`)])
    .then((all) => all.flat().sort((a, b) => b.happenedOn.localeCompare(a.happenedOn)).slice(0, most))

export type WorksWith = Readonly<{ personId: string; team: string | null; worker: string | null }>

/** Who works with these people now, as far as a name card tells it. */
export const worksWith = (db: Db, people: readonly string[]): Promise<WorksWith[]> =>
  people.length === 0 ? Promise.resolve([]) : db.rows<WorksWith>(sql`select p as "personId", i.team, i.worker from unnest(${people}::uuid[]) p cross join lateral access.involved(p) i`)
