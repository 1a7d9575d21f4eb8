import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { KeptLetter, LetterWords } from '../model/letters.ts'

export async function insert(db: Db, l: Readonly<{ id: string; assessmentId: string; about: readonly string[]; recipientId: string; words: LetterWords; at: Instant; by: string }>): Promise<void> {
  await db.run(sql`insert into assessments.letter (id, assessment_id, about, recipient_id, words, made_at, made_by) values (${l.id}, ${l.assessmentId}, ${l.about}::uuid[], ${l.recipientId}, ${JSON.stringify(l.words)}::jsonb, ${l.at}, ${l.by})`)
}
const columns = sql`l.id, l.assessment_id as "assessmentId", l.recipient_id as "recipientId", l.about, l.words, l.made_at as "madeAt", a.name as by`
export const byId = (db: Db, id: string): Promise<KeptLetter | undefined> => db.maybe<KeptLetter>(sql`select ${columns} from assessments.letter l left join access.actor a on a.id = l.made_by where l.id = ${id}`)
export const ofAssessment = (db: Db, assessmentId: string): Promise<KeptLetter[]> => db.rows<KeptLetter>(sql`select ${columns} from assessments.letter l left join access.actor a on a.id = l.made_by where l.assessment_id = ${assessmentId} order by l.made_at`)

export type Reachable = Readonly<{ id: string; name: string; phone: string | null }>
/** Names and telephone numbers of staff, for the foot of a letter. */
export const staff = (db: Db, ids: readonly string[]): Promise<Reachable[]> => db.rows<Reachable>(sql`select id, name, phone from access.actor where id = any (${ids}::uuid[])`)
