import { asJson, fromJson } from '../../../platform/documents.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql, type Sql } from '../../../platform/db/sql.ts'
import type { Asking } from '../../access/model.ts'
import type { FoundAt, KeptOutput, Outgoing, OutputKind, Reader } from '../model.ts'
import type { HiddenThing } from '../rules/hidden.ts'
import { aboutInput } from './sealing.ts'

/** What is hidden from a reader. It is compared with what is about to go out, and never shown. */
export const hiddenFrom = async (db: Db, reader: Reader, actorId: string, people: readonly string[]): Promise<readonly HiddenThing[]> =>
  (await db.one<{ things: HiddenThing[] }>(sql`select people.hidden_from(${reader.kind === 'person' ? reader.personId : null}::uuid, ${reader.kind === 'own' ? actorId : null}::uuid, ${people}::uuid[]) as things`)).things

export const anyKept = async (db: Db): Promise<boolean> => (await db.one<{ kept: boolean }>(sql`select people.any_kept_from_me() as kept`)).kept

const parental = ['parent', 'adoptiveParent', 'expectedParent', 'stepParent', 'specialGuardian', 'fosterCarer']
/** Whom somebody on the record knows of: themselves and the children who are theirs. All parts of merged people. */
export const knownTo = async (db: Db, personId: string): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  with mine as (select coalesce((select p.survivor_id from access.person_part p where p.part_id = ${personId}::uuid), ${personId}::uuid) as id),
  them as (select id from mine union select r.other_id from people.relationship r, mine where r.superseded_at is null and r.kind = any (${parental}::text[])
    and (r.person_id = mine.id or r.person_id in (select p.part_id from access.person_part p where p.survivor_id = mine.id)))
  select t.id from them t union select p.part_id from access.person_part p join them t on p.survivor_id = t.id union select p.survivor_id from access.person_part p join them t on p.part_id = t.id`)).map((row) => row.id)

type Keeping = Pick<Asking, 'db' | 'documents'>
export type NewOutput = Readonly<{
  id: string; kind: OutputKind; outgoing: Outgoing; domain: string; state: 'held' | 'sent'; sha256: string; words: string; about: readonly string[]; leftOut: number; found: readonly FoundAt[]
  readerName: string; because?: string | undefined; by: string; at: Instant
}>

export async function insertOutput({ db, documents }: Keeping, o: NewOutput): Promise<void> {
  const { reader } = o.outgoing
  const sent = o.state === 'sent'
  await db.run(sql`insert into outputs.output (id, domain, kind, title, state, to_kind, to_person, to_agency, to_name, purpose, lawful_basis, format, sha256, left_out, found, subject_kind, subject_id, back, asked_because, asked_at, asked_by, sent_at, sent_by)
    values (${o.id}, ${o.domain}, ${o.kind.kind}, ${o.kind.title}, ${o.state}, ${reader.kind}, ${reader.kind === 'person' ? reader.personId : null}, ${reader.kind === 'agency' ? reader.agencyId : null}, ${o.readerName},
      ${o.outgoing.purpose ?? o.kind.purpose}, ${o.outgoing.lawfulBasis ?? o.kind.lawfulBasis}, ${o.outgoing.format}, ${o.sha256}, ${o.leftOut}, ${JSON.stringify(o.found)}::jsonb, ${o.outgoing.subject?.kind ?? null}, ${o.outgoing.subject?.id ?? null},
      ${o.outgoing.back}, ${o.because ?? null}, ${o.at}, ${o.by}, ${sent ? o.at : null}, ${sent ? o.by : null})`)
  await db.run(sql`insert into outputs.output_person (output_id, person_id, domain) select ${o.id}, p, ${o.domain} from unnest(${[...new Set(o.outgoing.people)]}::uuid[]) p`)
  const wordsId = newId(Date.parse(o.at))
  const input = o.state === 'held' && o.outgoing.input !== undefined ? JSON.stringify(o.outgoing.input) : undefined
  await db.run(sql`insert into outputs.words (id, output_id, domain, about, words, input) values (${wordsId}, ${o.id}, ${o.domain}, ${o.about}::uuid[], ${documents.kept(wordsId, o.words)}, ${input === undefined ? null : asJson(documents.kept(aboutInput(wordsId), input))}::jsonb)`)
}

const columns = sql`o.id, o.kind, o.title, o.state, o.to_kind as "toKind", o.to_person as "toPerson", o.to_name as "toName", o.purpose, o.lawful_basis as "lawfulBasis", o.format, o.sha256, o.left_out as "leftOut", o.found, o.back, o.subject_id as "subjectId",
  o.asked_because as "askedBecause", o.asked_at as "askedAt", o.asked_by as "askedById", q.name as "askedBy", o.decided_because as "decidedBecause", o.decided_at as "decidedAt", d.name as "decidedBy", o.sent_at as "sentAt", s.name as "sentBy",
  array(select p.person_id from outputs.output_person p where p.output_id = o.id order by p.person_id) as people`
const from = sql`outputs.output o join access.actor q on q.id = o.asked_by left join access.actor d on d.id = o.decided_by left join access.actor s on s.id = o.sent_by`
const read = (db: Db, where: Sql): Promise<KeptOutput[]> => db.rows<KeptOutput>(sql`select ${columns} from ${from} where ${where} order by coalesce(o.sent_at, o.asked_at) desc, o.id desc limit 500`)

export const byId = async (db: Db, id: string): Promise<KeptOutput | undefined> => (await read(db, sql`o.id = ${id}`))[0]
export const byIds = (db: Db, ids: readonly string[]): Promise<KeptOutput[]> => read(db, sql`o.id = any (${ids}::uuid[])`)
/** What was sent out, or waits to be, about these people. */
export const about = (db: Db, people: readonly string[]): Promise<KeptOutput[]> => read(db, sql`o.id in (select output_id from outputs.output_person where person_id = any (${people}::uuid[])) and o.state <> 'withdrawn'`)
export const ofSubject = (db: Db, subjectId: string): Promise<KeptOutput[]> => read(db, sql`o.subject_id = ${subjectId} and o.state = 'sent'`)
/** The words as they went; nothing where the reader may not know everybody they are about. */
export async function wordsOf({ db, documents }: Keeping, outputId: string): Promise<{ words: string; input: unknown } | undefined> {
  const kept = await db.maybe<{ id: string; words: string; input: unknown }>(sql`select id, words, input from outputs.words where output_id = ${outputId}`)
  return kept && { words: documents.read(kept.id, kept.words), input: fromJson(documents, aboutInput(kept.id), kept.input) }
}

/** The same words for the same reader, agreed to by a second person and not yet used. */
export const agreed = (db: Db, by: string, kind: string, sha256: string): Promise<{ id: string } | undefined> =>
  db.maybe<{ id: string }>(sql`select id from outputs.output where asked_by = ${by} and kind = ${kind} and sha256 = ${sha256} and state = 'agreed' order by asked_at desc limit 1`)
export const waitsAlready = (db: Db, by: string, kind: string, sha256: string): Promise<{ id: string } | undefined> =>
  db.maybe<{ id: string }>(sql`select id from outputs.output where asked_by = ${by} and kind = ${kind} and sha256 = ${sha256} and state = 'held' limit 1`)
export const markSent = (db: Db, id: string, s: Readonly<{ by: string; at: Instant; subjectId?: string | undefined }>): Promise<number> =>
  db.run(sql`update outputs.output set state = 'sent', sent_at = ${s.at}, sent_by = ${s.by}, subject_id = coalesce(${s.subjectId ?? null}, subject_id) where id = ${id} and state = 'agreed'`)
export const decide = (db: Db, id: string, d: Readonly<{ state: 'agreed' | 'refused'; because: string; by: string; at: Instant }>): Promise<number> =>
  db.run(sql`update outputs.output set state = ${d.state}, decided_because = ${d.because}, decided_by = ${d.by}, decided_at = ${d.at} where id = ${id} and state = 'held' and asked_by <> ${d.by}`)
export const withdraw = (db: Db, id: string, by: string): Promise<number> => db.run(sql`update outputs.output set state = 'withdrawn' where id = ${id} and state in ('held', 'agreed') and asked_by = ${by}`)

/** What waits for a second person whom this actor may be: not their own, about people they see, and nothing hidden from them. */
export const waiting = (db: Db, actorId: string): Promise<KeptOutput[]> => read(db, sql`o.state = 'held' and o.asked_by <> ${actorId} and outputs.may_judge(o.id)`)
export const countWaiting = async (db: Db, actorId: string): Promise<number> =>
  (await db.one<{ n: number }>(sql`select count(*)::int as n from (select 1 from outputs.output o where o.state = 'held' and o.asked_by <> ${actorId} and outputs.may_judge(o.id) limit 100) x`)).n
export const mayJudge = async (db: Db, id: string): Promise<boolean> => (await db.one<{ ok: boolean }>(sql`select outputs.may_judge(${id}) as ok`)).ok
/** Whom the words of an output are about. */
export const aboutOfWords = async (db: Db, outputId: string): Promise<string[]> => (await db.maybe<{ about: string[] }>(sql`select about from outputs.words where output_id = ${outputId}`))?.about ?? []
