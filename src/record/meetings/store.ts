import { newId } from '../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import type { Attendance, Invitation, Meeting, MeetingChange, WholeMeeting } from './model.ts'

export type By = Readonly<{ at: Instant; by: string }>
const id = (by: By): string => newId(Date.parse(by.at))

export type NewMeeting = Readonly<{
  id: string; kind: string; domain: string; people: readonly string[]; on: PlainDate; at: Instant | null; place: string | null; chairId: string | null; chairName: string | null
  subject: Readonly<{ kind: string; id: string }> | null; itemId: string | null; dueOn: PlainDate | null; duty: string | null; lateReason: string | null
}>
export async function insertMeeting(db: Db, by: By, m: NewMeeting): Promise<void> {
  await db.run(sql`insert into meetings.meeting (id, kind, domain, on_day, at, place, chair_id, chair_name, subject_kind, subject_id, item_id, due_on, duty, late_reason, recorded_at, recorded_by)
    values (${m.id}, ${m.kind}, ${m.domain}, ${m.on}, ${m.at}, ${m.place}, ${m.chairId}, ${m.chairName}, ${m.subject?.kind ?? null}, ${m.subject?.id ?? null}, ${m.itemId}, ${m.dueOn}, ${m.duty}, ${m.lateReason}, ${by.at}, ${by.by})`)
  await db.run(sql`insert into meetings.meeting_person (meeting_id, person_id, domain) select ${m.id}, p, ${m.domain} from unnest(${m.people}::uuid[]) p`)
}
export const setItem = (db: Db, meetingId: string, itemId: string): Promise<number> => db.run(sql`update meetings.meeting set item_id = ${itemId} where id = ${meetingId}`)
export const setDay = (db: Db, meetingId: string, on: PlainDate, at: Instant | null, place: string | null): Promise<number> =>
  db.run(sql`update meetings.meeting set on_day = ${on}, at = ${at}, place = coalesce(${place}, place), version = version + 1 where id = ${meetingId} and state = 'planned'`)
export const setCancelled = (db: Db, meetingId: string): Promise<number> => db.run(sql`update meetings.meeting set state = 'cancelled', version = version + 1 where id = ${meetingId} and state = 'planned'`)
export const setHeld = (db: Db, by: By, meetingId: string, h: Readonly<{ on: PlainDate; words: string; quorate: boolean; quorumReason: string | null; lateReason: string | null }>): Promise<number> =>
  db.run(sql`update meetings.meeting set state = 'held', on_day = ${h.on}, words = ${h.words}, quorate = ${h.quorate}, quorum_reason = ${h.quorumReason}, late_reason = coalesce(${h.lateReason}, late_reason), held_at = ${by.at}, held_by = ${by.by}, version = version + 1
    where id = ${meetingId} and state = 'planned'`)

export async function insertInvited(db: Db, by: By, meetingId: string, i: Invitation & Readonly<{ on: PlainDate; reportDueOn: PlainDate | null; attendance?: Attendance; core?: boolean }>): Promise<string> {
  const own = id(by)
  await db.run(sql`insert into meetings.invited (id, meeting_id, agency, name, role, person_id, actor_id, invited_on, asked_report, report_due_on, attendance, core, recorded_at, recorded_by)
    values (${own}, ${meetingId}, ${i.agency}, ${i.name.trim()}, ${i.role?.trim() || null}, ${i.personId ?? null}, ${i.actorId ?? null}, ${i.on}, ${i.report ?? false}, ${i.report ? i.reportDueOn : null}, ${i.attendance ?? null}, ${i.core ?? false}, ${by.at}, ${by.by})`)
  return own
}
export const moveReports = (db: Db, meetingId: string, dueOn: PlainDate | null): Promise<number> => db.run(sql`update meetings.invited set report_due_on = ${dueOn} where meeting_id = ${meetingId} and asked_report and report_on is null`)
export const setReport = (db: Db, meetingId: string, invitedId: string, on: PlainDate): Promise<number> => db.run(sql`update meetings.invited set report_on = ${on}, asked_report = true where meeting_id = ${meetingId} and id = ${invitedId}`)
export const setInvitationSent = (db: Db, meetingId: string, invitedId: string, outputId: string, on: PlainDate): Promise<number> => db.run(sql`update meetings.invited set output_id = ${outputId}, sent_on = ${on} where meeting_id = ${meetingId} and id = ${invitedId}`)
/** Invitations that went out tell another day or place than it has now: each waits to be sent again; what was sent stays. */
export const sendAgain = (db: Db, meetingId: string): Promise<number> => db.run(sql`update meetings.invited set sent_on = null where meeting_id = ${meetingId} and sent_on is not null`)
export const setAttendance = (db: Db, meetingId: string, invitedId: string, attendance: Attendance, core: boolean): Promise<number> =>
  db.run(sql`update meetings.invited set attendance = ${attendance}, core = ${core} where meeting_id = ${meetingId} and id = ${invitedId}`)
export const setParticipation = (db: Db, meetingId: string, personId: string, code: string): Promise<number> =>
  db.run(sql`update meetings.meeting_person set participation = ${code} where meeting_id = ${meetingId} and person_id = any (select part_id from access.person_part where survivor_id = ${personId} union select ${personId}::uuid)`)
export async function insertPassage(db: Db, by: By, p: Readonly<{ meetingId: string; domain: string; about: readonly string[]; kind: 'minutes' | 'view' | 'childsView'; invitedId: string | null; opinion: string | null; words: string; place: number }>): Promise<void> {
  await db.run(sql`insert into meetings.passage (id, meeting_id, domain, about, kind, invited_id, opinion, words, place_in_meeting) values (${id(by)}, ${p.meetingId}, ${p.domain}, ${p.about}::uuid[], ${p.kind}, ${p.invitedId}, ${p.opinion}, ${p.words}, ${p.place})`)
}
export async function insertDecision(db: Db, d: Readonly<{ meetingId: string; kind: string; domain: string; personId: string; outcome: string; category: string | null; words: string | null }>): Promise<void> {
  await db.run(sql`insert into meetings.decision (meeting_id, person_id, domain, kind, outcome, category, words) values (${d.meetingId}, ${d.personId}, ${d.domain}, ${d.kind}, ${d.outcome}, ${d.category}, ${d.words})`)
}
export async function insertChange(db: Db, by: By, c: Readonly<{ meetingId: string; what: MeetingChange['what']; from: PlainDate | null; to: PlainDate | null; reason: string | null }>): Promise<void> {
  await db.run(sql`insert into meetings.change (id, meeting_id, what, from_day, to_day, reason, recorded_at, recorded_by) values (${id(by)}, ${c.meetingId}, ${c.what}, ${c.from}, ${c.to}, ${c.reason}, ${by.at}, ${by.by})`)
}
/** What a child said at a meeting is kept as their own words, wherever the record is read. */
export async function insertVoice(db: Db, by: By, v: Readonly<{ personId: string; domain: string; words: string; on: PlainDate; to: string; meetingId: string }>): Promise<void> {
  await db.run(sql`insert into people.voice (id, person_id, domain, words, said_on, said_to, how, place, source_kind, source_id, recorded_at, recorded_by)
    values (${id(by)}, ${v.personId}, ${v.domain}, ${v.words}, ${v.on}, ${v.to}, 'said', null, 'meeting', ${v.meetingId}, ${by.at}, ${by.by})`)
}

const meetingJson = sql`json_build_object('id', m.id, 'kind', m.kind, 'domain', m.domain, 'state', m.state, 'on', m.on_day, 'at', to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'place', m.place, 'chairId', m.chair_id, 'chair', coalesce(c.name, m.chair_name),
  'subjectKind', m.subject_kind, 'subjectId', m.subject_id, 'itemId', m.item_id, 'dueOn', m.due_on, 'duty', m.duty, 'lateReason', m.late_reason, 'words', m.words, 'quorate', m.quorate, 'quorumReason', m.quorum_reason,
  'people', coalesce((select json_agg(json_build_object('personId', coalesce(part.survivor_id, mp.person_id), 'participation', mp.participation)) from meetings.meeting_person mp left join access.person_part part on part.part_id = mp.person_id where mp.meeting_id = m.id), '[]'))`
const from = sql`meetings.meeting m left join access.actor c on c.id = m.chair_id`

const meetingsWhere = async (db: Db, where: Sql, order: Sql, most: number): Promise<Meeting[]> =>
  (await db.rows<{ meeting: Meeting }>(sql`select ${meetingJson} as meeting from ${from} where ${where} order by ${order} limit ${most}`)).map((row) => row.meeting)
const meetingById = async (db: Db, meetingId: string): Promise<Meeting | undefined> => (await meetingsWhere(db, sql`m.id = ${meetingId}`, sql`m.id`, 1))[0]
/** Meetings about these people (all their part ids), the newest day first. */
export const meetingsAbout = (db: Db, ids: readonly string[], most: number, states: readonly string[]): Promise<Meeting[]> =>
  meetingsWhere(db, sql`m.id in (select meeting_id from meetings.meeting_person where person_id = any (${ids}::uuid[])) and m.state = any (${states}::text[])`, sql`m.on_day desc, m.id desc`, most)

export async function wholeMeeting(db: Db, meetingId: string): Promise<WholeMeeting | undefined> {
  const meeting = await meetingById(db, meetingId)
  if (!meeting) return undefined
  const [rest] = await db.rows<{ rest: Omit<WholeMeeting, keyof Meeting> }>(sql`select json_build_object(
    'invited', coalesce((select json_agg(json_build_object('id', i.id, 'agency', i.agency, 'name', i.name, 'role', i.role, 'personId', i.person_id, 'actorId', i.actor_id, 'invitedOn', i.invited_on, 'askedReport', i.asked_report, 'reportDueOn', i.report_due_on, 'reportOn', i.report_on, 'attendance', i.attendance, 'core', i.core, 'outputId', i.output_id, 'sentOn', i.sent_on) order by i.agency <> 'socialCare', i.agency in ('parent', 'relative', 'child', 'carer'), i.agency, i.name, i.id) from meetings.invited i where i.meeting_id = ${meetingId} and i.withdrawn_on is null), '[]'),
    'passages', coalesce((select json_agg(json_build_object('id', g.id, 'about', to_jsonb(g.about), 'kind', g.kind, 'invitedId', g.invited_id, 'opinion', g.opinion, 'words', g.words) order by g.place_in_meeting) from meetings.passage g where g.meeting_id = ${meetingId}), '[]'),
    'decisions', coalesce((select json_agg(json_build_object('personId', coalesce(part.survivor_id, d.person_id), 'outcome', d.outcome, 'category', d.category, 'words', d.words)) from meetings.decision d left join access.person_part part on part.part_id = d.person_id where d.meeting_id = ${meetingId}), '[]'),
    'changes', coalesce((select json_agg(json_build_object('what', h.what, 'from', h.from_day, 'to', h.to_day, 'reason', h.reason, 'at', to_char(h.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', w.name) order by h.recorded_at desc, h.id desc) from meetings.change h left join access.actor w on w.id = h.recorded_by where h.meeting_id = ${meetingId}), '[]')) as rest`)
  return rest && { ...meeting, ...rest.rest }
}

export type ToldMeeting = Readonly<{ id: string; kind: string; chair: string | null; decisions: WholeMeeting['decisions'] }>
/** What a chronology says of meetings: their kind, and what was decided, as far as the reader may see it. */
export const toldMeetings = async (db: Db, ids: readonly string[]): Promise<ToldMeeting[]> =>
  (await db.one<{ told: ToldMeeting[] }>(sql`select coalesce(json_agg(x), '[]') as told from (select m.id, m.kind, coalesce(c.name, m.chair_name) as chair,
    coalesce((select json_agg(json_build_object('personId', coalesce(part.survivor_id, d.person_id), 'outcome', d.outcome, 'category', d.category, 'words', d.words)) from meetings.decision d left join access.person_part part on part.part_id = d.person_id where d.meeting_id = m.id), '[]') as decisions
    from ${from} where m.id = any (${ids}::uuid[])) x`)).told

export const peopleOfMeeting = async (db: Db, meetingId: string): Promise<string[]> =>
  (await db.rows<{ person_id: string }>(sql`select person_id from meetings.meeting_person where meeting_id = ${meetingId}`)).map((row) => row.person_id)

export type MayChair = Readonly<{ teams: readonly string[]; workers: readonly string[]; independent: boolean; about: readonly string[]; role: 'chair' | 'reviewingOfficer' }>
export type Chair = Readonly<{ id: string; name: string; jobTitle: string | null; team: string | null }>
/** Who may chair: qualified people who lead or chair, with the team they are in; first whoever stands in this role to the people it is about. Nobody of these teams, and nobody who carries the work, where they must be independent. */
export const chairs = (db: Db, { teams, workers, independent, about, role }: MayChair): Promise<Chair[]> => db.rows<Chair>(sql`
  select a.id, a.name, a.job_title as "jobTitle", min(t.name) as team from access.actor a join access.membership m on m.actor_id = a.id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now()) left join access.team t on t.id = m.team_id
  where a.active and a.kind = 'staff' and a.qualified and coalesce(t.domain, 'children') = 'children' and (m.role in ('manager', 'head') or a.job_title ilike '%chair%' or a.job_title ilike '%reviewing officer%' or not ${independent})
    and not (${independent} and (a.id = any (${workers}::uuid[]) or exists (select 1 from access.membership o where o.actor_id = a.id and o.team_id = any (${teams}::uuid[]))))
  group by a.id, a.name, a.job_title
  order by exists (select 1 from access.involvement v where v.worker_id = a.id and v.role = ${role} and v.person_id = any (${about}::uuid[]) and v.to_on is null and v.superseded_at is null) desc, coalesce(a.job_title ilike '%chair%' or a.job_title ilike '%reviewing officer%', false) desc, a.name limit 200`)

export type HappenedAt = Readonly<{ personId: string; kind: string; state: 'planned' | 'held'; on: PlainDate; knownOn: PlainDate; outcome: string | null }>
/** Meetings of these people that are planned or held, with what was decided for each. */
export const happenedAt = (db: Db, ids: readonly string[]): Promise<HappenedAt[]> => db.rows<HappenedAt>(sql`
  select coalesce(part.survivor_id, mp.person_id) as "personId", m.kind, m.state, m.on_day as "on", (m.recorded_at at time zone 'Europe/London')::date as "knownOn", d.outcome
  from meetings.meeting_person mp join meetings.meeting m on m.id = mp.meeting_id left join access.person_part part on part.part_id = mp.person_id left join meetings.decision d on d.meeting_id = m.id and d.person_id = mp.person_id
  where mp.person_id = any (${ids}::uuid[]) and m.state <> 'cancelled'`)
