import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import type { Advice, Direction, Going, LegalFact, Matter, MatterKind } from './model.ts'

export type By = Readonly<{ at: Instant; by: string }>

export type NewMatter = Readonly<{ id: string; kind: MatterKind; follows?: string | null; meetingId?: string | null; decidedOn: PlainDate; leadId: string | null; teamId: string | null; adviserId: string | null; words: string; people: readonly string[] }>
export async function insertMatter(db: Db, by: By, m: NewMatter): Promise<void> {
  await db.run(sql`insert into legal.matter (id, kind, follows, meeting_id, decided_on, lead_id, team_id, adviser_id, words, recorded_at, recorded_by)
    values (${m.id}, ${m.kind}, ${m.follows ?? null}, ${m.meetingId ?? null}, ${m.decidedOn}, ${m.leadId}, ${m.teamId}, ${m.adviserId}, ${m.words}, ${by.at}, ${by.by})`)
  await db.run(sql`insert into legal.matter_person (matter_id, person_id, domain, kind, started_on, recorded_at, recorded_by) select ${m.id}, p, 'children', ${m.kind}, ${m.decidedOn}, ${by.at}, ${by.by} from unnest(${m.people}::uuid[]) p`)
}
export const setIssued = (db: Db, matterId: string, i: Readonly<{ application: string | null; court: string | null; caseNumber: string | null }>): Promise<number> =>
  db.run(sql`update legal.matter set application = ${i.application}, court = ${i.court}, case_number = ${i.caseNumber}, version = version + 1 where id = ${matterId}`)
export const endPerson = (db: Db, matterId: string, personId: string, e: Readonly<{ on: PlainDate; outcome: string; words: string }>): Promise<number> =>
  db.run(sql`update legal.matter_person set ended_on = ${e.on}, outcome = ${e.outcome}, words = ${e.words} where matter_id = ${matterId} and ended_on is null and person_id = any (select part_id from access.person_part where survivor_id = ${personId} union select ${personId}::uuid)`)

export type NewFact = Readonly<{ factId: string; matterId: string; about: readonly string[]; kind: string; on: PlainDate; at: Instant | null; until: PlainDate | null; answers: Readonly<Record<string, string>>; words: string | null }>
export async function insertFact(db: Db, by: By, f: NewFact): Promise<void> {
  await db.run(sql`insert into legal.fact (id, fact_id, matter_id, domain, about, kind, on_day, at, until_day, answers, words, recorded_at, recorded_by)
    values (${newId(Date.parse(by.at))}, ${f.factId}, ${f.matterId}, 'children', ${f.about}::uuid[], ${f.kind}, ${f.on}, ${f.at}, ${f.until}, ${JSON.stringify(f.answers)}::jsonb, ${f.words}, ${by.at}, ${by.by})`)
}
export const supersedeFact = (db: Db, by: By, matterId: string, factId: string, why: string): Promise<number> =>
  db.run(sql`update legal.fact set superseded_at = ${by.at}, superseded_why = ${why} where matter_id = ${matterId} and fact_id = ${factId} and superseded_at is null`)

export async function insertDirection(db: Db, by: By, d: Readonly<{ id: string; matterId: string; about: readonly string[]; hearingId: string | null; words: string; owner: string; ownerId: string | null; dueOn: PlainDate; itemId: string | null }>): Promise<void> {
  await db.run(sql`insert into legal.direction (id, matter_id, domain, about, hearing_id, words, owner_name, owner_id, due_on, item_id, recorded_at, recorded_by)
    values (${d.id}, ${d.matterId}, 'children', ${d.about}::uuid[], ${d.hearingId}, ${d.words}, ${d.owner}, ${d.ownerId}, ${d.dueOn}, ${d.itemId}, ${by.at}, ${by.by})`)
}
export const setDirectionDone = (db: Db, matterId: string, id: string, on: PlainDate, words: string): Promise<number> =>
  db.run(sql`update legal.direction set done_on = ${on}, done_words = ${words} where matter_id = ${matterId} and id = ${id} and done_on is null`)

export async function insertAdvice(db: Db, by: By, a: Readonly<{ id: string; matterId: string | null; on: PlainDate; by: string; words: string; people: readonly string[] }>): Promise<void> {
  await db.run(sql`insert into legal.advice (id, domain, matter_id, given_on, given_by, words, recorded_at, recorded_by) values (${a.id}, 'legal', ${a.matterId}, ${a.on}, ${a.by}, ${a.words}, ${by.at}, ${by.by})`)
  await db.run(sql`insert into legal.advice_person (advice_id, person_id, domain) select ${a.id}, p, 'legal' from unnest(${a.people}::uuid[]) p`)
}

const matterJson = sql`json_build_object('id', m.id, 'kind', m.kind, 'follows', m.follows, 'meetingId', m.meeting_id, 'decidedOn', m.decided_on, 'application', m.application, 'court', m.court, 'caseNumber', m.case_number,
  'leadId', m.lead_id, 'lead', l.name, 'teamId', m.team_id, 'adviserId', m.adviser_id, 'adviser', a.name, 'words', m.words,
  'people', coalesce((select json_agg(json_build_object('personId', coalesce(part.survivor_id, mp.person_id), 'startedOn', mp.started_on, 'endedOn', mp.ended_on, 'outcome', mp.outcome, 'words', mp.words)) from legal.matter_person mp left join access.person_part part on part.part_id = mp.person_id where mp.matter_id = m.id), '[]'))`
const matters = async (db: Db, where: Sql): Promise<Matter[]> =>
  (await db.rows<{ matter: Matter }>(sql`select ${matterJson} as matter from legal.matter m left join access.actor l on l.id = m.lead_id left join access.actor a on a.id = m.adviser_id where ${where} order by m.decided_on desc, m.id desc limit 500`)).map((row) => row.matter)
export const matterById = async (db: Db, id: string): Promise<Matter | undefined> => (await matters(db, sql`m.id = ${id}`))[0]
export const mattersByIds = (db: Db, ids: readonly string[]): Promise<Matter[]> => matters(db, sql`m.id = any (${ids}::uuid[])`)
export const mattersAbout = (db: Db, ids: readonly string[]): Promise<Matter[]> => matters(db, sql`m.id in (select matter_id from legal.matter_person where person_id = any (${ids}::uuid[]))`)
/** Matters that go on, which somebody leads or advises in. */
export const mattersWith = (db: Db, actorId: string): Promise<Matter[]> => matters(db, sql`(m.lead_id = ${actorId} or m.adviser_id = ${actorId}) and exists (select 1 from legal.matter_person mp where mp.matter_id = m.id and mp.ended_on is null)`)
/** Matters that go on for somebody. */
export const openMatters = (db: Db): Promise<Matter[]> => matters(db, sql`exists (select 1 from legal.matter_person mp where mp.matter_id = m.id and mp.ended_on is null)`)
type GoingTold = Readonly<{
  matters: readonly (readonly [id: string, kind: MatterKind, team: string | null, lead: string | null, decidedOn: PlainDate])[]
  children: readonly (readonly [matter: string, person: string, startedOn: PlainDate, endedOn: PlainDate | null])[]
  facts: readonly (readonly [matter: string, kind: string, on: PlainDate, until: PlainDate | null, about: readonly string[] | null])[]
}>
/** The same of some teams as a board tells it: whose clock runs, with the facts of these kinds. */
export async function goingOn(db: Db, teams: readonly string[], kinds: readonly string[]): Promise<readonly Going[]> {
  const { going } = await db.one<{ going: GoingTold | null }>(sql`select legal.going_on(${teams}::uuid[], ${kinds}::text[]) as going`)
  const [children, facts] = [Map.groupBy(going?.children ?? [], ([matter]) => matter), Map.groupBy(going?.facts ?? [], ([matter]) => matter)]
  return (going?.matters ?? []).map(([id, kind, teamId, lead, decidedOn]) => ({
    id, kind, teamId, lead, decidedOn, people: (children.get(id) ?? []).map(([, personId, startedOn, endedOn]) => ({ personId, startedOn, endedOn })),
    facts: (facts.get(id) ?? []).map(([, what, on, until, about]) => ({ kind: what, on, until, about: about ?? [], answers: {}, words: null })),
  }))
}
export const peopleOfMatter = async (db: Db, id: string): Promise<string[]> => (await db.rows<{ id: string }>(sql`select person_id as id from legal.matter_person where matter_id = ${id}`)).map((row) => row.id)

const facts = async (db: Db, where: Sql): Promise<LegalFact[]> => (await db.rows<{ fact: LegalFact }>(sql`
  select json_build_object('id', f.id, 'factId', f.fact_id, 'matterId', f.matter_id, 'about', to_jsonb(f.about), 'kind', f.kind, 'on', f.on_day, 'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'until', f.until_day,
    'answers', f.answers, 'words', f.words, 'by', w.name) as fact
  from legal.fact f left join access.actor w on w.id = f.recorded_by where ${where} and f.superseded_at is null order by f.on_day, f.at nulls last, f.id`)).map((row) => row.fact)
export const factsOf = (db: Db, matterIds: readonly string[]): Promise<LegalFact[]> => facts(db, sql`f.matter_id = any (${matterIds}::uuid[])`)
export const factsNamed = (db: Db, ids: readonly string[]): Promise<LegalFact[]> => facts(db, sql`f.fact_id = any (${ids}::uuid[])`)
export const directionsOf = async (db: Db, matterIds: readonly string[]): Promise<Direction[]> => (await db.rows<{ direction: Direction }>(sql`
  select json_build_object('id', d.id, 'matterId', d.matter_id, 'about', to_jsonb(d.about), 'words', d.words, 'owner', d.owner_name, 'ownerId', d.owner_id, 'dueOn', d.due_on, 'itemId', d.item_id, 'doneOn', d.done_on, 'doneWords', d.done_words) as direction
  from legal.direction d where d.matter_id = any (${matterIds}::uuid[]) order by d.due_on, d.id`)).map((row) => row.direction)
export const adviceAbout = async (db: Db, ids: readonly string[]): Promise<Advice[]> => (await db.rows<{ advice: Advice }>(sql`
  select json_build_object('id', a.id, 'on', a.given_on, 'by', a.given_by, 'words', a.words, 'people', (select json_agg(coalesce(part.survivor_id, p.person_id)) from legal.advice_person p left join access.person_part part on part.part_id = p.person_id where p.advice_id = a.id)) as advice
  from legal.advice a where a.id in (select advice_id from legal.advice_person where person_id = any (${ids}::uuid[])) order by a.given_on desc, a.id desc limit 200`)).map((row) => row.advice)

/** Opens legal advice about these people to the legal role, the allocated worker, or whom one of those names. The database asks which of them it is. */
export const joinLegal = async (db: Db, people: readonly string[], whom: string, role: string, from: PlainDate): Promise<void> => { await db.run(sql`select access.join_legal(${people}::uuid[], ${whom}, ${role}, ${from})`) }
/** Who is allocated to these people now. */
export const allocatedTo = async (db: Db, people: readonly string[]): Promise<{ personId: string; workerId: string }[]> => db.rows(sql`
  select distinct person_id as "personId", worker_id as "workerId" from access.involvement where person_id = any (${people}::uuid[]) and domain = 'children' and role = 'allocated' and worker_id is not null and superseded_at is null and to_on is null`)
export type Named = Readonly<{ id: string; name: string; jobTitle: string | null; role: string }>
/** Who sees legal advice about these people by name. */
export const namedFor = (db: Db, people: readonly string[]): Promise<Named[]> => db.rows<Named>(sql`
  select distinct a.id, a.name, a.job_title as "jobTitle", min(i.role) as role from access.involvement i join access.actor a on a.id = i.worker_id
  where i.person_id = any (${people}::uuid[]) and i.domain = 'legal' and i.superseded_at is null and i.to_on is null group by a.id, a.name, a.job_title order by a.name`)
/** Those who saw the advice for the sake of a part they took see it no longer; the allocated worker goes on. */
export const endLegal = (db: Db, people: readonly string[], on: PlainDate): Promise<number> => db.run(sql`
  update access.involvement set to_on = greatest(${on}::date, from_on) where person_id = any (${people}::uuid[]) and superseded_at is null and to_on is null
    and ((domain = 'legal' and role <> 'allocatedWorker') or (domain = 'children' and role = 'legalAdviser'))`)
export type Lawyer = Readonly<{ id: string; name: string; jobTitle: string | null }>
export const lawyers = (db: Db): Promise<Lawyer[]> => db.rows<Lawyer>(sql`
  select distinct a.id, a.name, a.job_title as "jobTitle" from access.membership m join access.actor a on a.id = m.actor_id and a.active and a.kind = 'staff' where m.role = 'legal' and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) order by a.name`)
export type Colleague = Readonly<{ id: string; name: string }>
/** Who may be given what a court directs: those who work with one of these people by name. */
export const workingWith = (db: Db, people: readonly string[]): Promise<Colleague[]> => db.rows<Colleague>(sql`
  select distinct a.id, a.name from access.involvement i join access.actor a on a.id = i.worker_id and a.active where i.person_id = any (${people}::uuid[]) and i.superseded_at is null and i.to_on is null order by a.name`)
