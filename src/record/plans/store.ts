import { newId } from '../../kernel/ids.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql, type Sql } from '../../platform/db/sql.ts'
import type { MemberLine, Plan, ProgressLine, WholePlan } from './model.ts'

export type By = Readonly<{ at: Instant; by: string }>
const id = (by: By): string => newId(Date.parse(by.at))

export async function insertPlan(db: Db, by: By, p: Readonly<{ id: string; kind: string; domain: string; startedOn: PlainDate; leadId: string | null; teamId: string | null; words: string; ifNot: string | null; ownWords: string | null; reason: string; meetingId: string | null }>): Promise<void> {
  await db.run(sql`insert into plans.plan (id, kind, domain, started_on, lead_id, team_id, words, if_not, own_words, recorded_at, recorded_by) values (${p.id}, ${p.kind}, ${p.domain}, ${p.startedOn}, ${p.leadId}, ${p.teamId}, ${p.words}, ${p.ifNot}, ${p.ownWords}, ${by.at}, ${by.by})`)
  await insertVersion(db, by, { planId: p.id, version: 1, reason: p.reason, meetingId: p.meetingId })
}
export async function insertVersion(db: Db, by: By, v: Readonly<{ planId: string; version: number; reason: string; meetingId: string | null }>): Promise<void> {
  await db.run(sql`insert into plans.version (id, plan_id, version, reason, meeting_id, recorded_at, recorded_by) values (${id(by)}, ${v.planId}, ${v.version}, ${v.reason}, ${v.meetingId}, ${by.at}, ${by.by})`)
}
export async function insertPerson(db: Db, by: By, p: Readonly<{ planId: string; personId: string; domain: string; kind: string; conference: Readonly<{ id: string; kind: string }> | null; category: string | null; startedOn: PlainDate }>): Promise<void> {
  await db.run(sql`insert into plans.plan_person (plan_id, person_id, domain, kind, conference_id, conference_kind, category, first_category, started_on, recorded_at, recorded_by)
    values (${p.planId}, ${p.personId}, ${p.domain}, ${p.kind}, ${p.conference?.id ?? null}, ${p.conference?.kind ?? null}, ${p.category}, ${p.category}, ${p.startedOn}, ${by.at}, ${by.by})`)
}
export const endPerson = (db: Db, planId: string, personId: string, e: Readonly<{ on: PlainDate; reason: string; words: string | null; meetingId: string | null; at: Instant }>): Promise<number> =>
  db.run(sql`update plans.plan_person set ended_on = ${e.on}, ended_at = ${e.at}, end_reason = ${e.reason}, end_words = ${e.words}, ended_by = ${e.meetingId} where plan_id = ${planId} and person_id = any (select part_id from access.person_part where survivor_id = ${personId} union select ${personId}::uuid) and ended_on is null`)
export const setCategory = (db: Db, planId: string, personId: string, category: string): Promise<number> =>
  db.run(sql`update plans.plan_person set category = ${category} where plan_id = ${planId} and person_id = any (select part_id from access.person_part where survivor_id = ${personId} union select ${personId}::uuid) and ended_on is null`)
export const renew = (db: Db, planId: string, version: number, words: string, ifNot: string | null, ownWords: string | null): Promise<number> => db.run(sql`update plans.plan set version = ${version}, words = ${words}, if_not = ${ifNot}, own_words = coalesce(${ownWords}, own_words) where id = ${planId}`)
export const close = (db: Db, planId: string, on: PlainDate): Promise<number> => db.run(sql`update plans.plan set state = 'ended', ended_on = ${on} where id = ${planId}`)

export async function insertNeed(db: Db, by: By, n: Readonly<{ planId: string; line: string | undefined; domain: string; about: readonly string[]; words: string; wanted: string; version: number; place: number }>): Promise<string> {
  const own = id(by)
  const line = n.line ?? own
  await db.run(sql`insert into plans.need (id, plan_id, line, domain, about, words, wanted, from_version, place_in_plan, recorded_at, recorded_by)
    values (${own}, ${n.planId}, ${line}, ${n.domain}, ${n.about}::uuid[], ${n.words}, ${n.wanted}, ${n.version}, ${n.place}, ${by.at}, ${by.by})`)
  return line
}
export async function insertAction(db: Db, by: By, a: Readonly<{ planId: string; needLine: string; line: string | undefined; domain: string; about: readonly string[]; words: string; owner: string; ownerId: string | null; dueOn: string | null; evidence: string | null; version: number }>): Promise<void> {
  const own = id(by)
  await db.run(sql`insert into plans.action (id, plan_id, need_line, line, domain, about, words, owner_name, owner_id, due_on, evidence, from_version, recorded_at, recorded_by)
    values (${own}, ${a.planId}, ${a.needLine}, ${a.line ?? own}, ${a.domain}, ${a.about}::uuid[], ${a.words}, ${a.owner}, ${a.ownerId}, ${a.dueOn}, ${a.evidence}, ${a.version}, ${by.at}, ${by.by})`)
}
export const endLines = (db: Db, planId: string, needs: readonly string[], actions: readonly string[], version: number): Promise<unknown> => Promise.all([
  db.run(sql`update plans.need set to_version = ${version} where plan_id = ${planId} and id = any (${needs}::uuid[])`),
  db.run(sql`update plans.action set to_version = ${version} where plan_id = ${planId} and id = any (${actions}::uuid[])`),
])
export const finishAction = (db: Db, planId: string, line: string, on: PlainDate, words: string): Promise<number> =>
  db.run(sql`update plans.action set state = 'done', done_on = ${on}, done_words = ${words} where plan_id = ${planId} and line = ${line} and to_version is null and state = 'open'`)
export const setNeedState = (db: Db, planId: string, line: string, state: string): Promise<number> =>
  db.run(sql`update plans.need set state = ${state} where plan_id = ${planId} and line = ${line} and to_version is null`)
export async function insertProgress(db: Db, by: By, p: ProgressLine & Readonly<{ planId: string; domain: string; on: PlainDate; meetingId: string | null }>): Promise<void> {
  await db.run(sql`insert into plans.progress (id, plan_id, need_line, domain, about, on_day, meeting_id, progress, words, recorded_at, recorded_by)
    values (${id(by)}, ${p.planId}, ${p.line}, ${p.domain}, ${p.about ?? []}::uuid[], ${p.on}, ${p.meetingId}, ${p.progress}, ${p.words?.trim() || null}, ${by.at}, ${by.by})`)
}
export async function insertMember(db: Db, by: By, planId: string, m: MemberLine, from: PlainDate): Promise<void> {
  await db.run(sql`insert into plans.member (id, plan_id, agency, name, role, person_id, actor_id, from_on, recorded_at, recorded_by) values (${id(by)}, ${planId}, ${m.agency}, ${m.name}, ${m.role ?? null}, ${m.personId ?? null}, ${m.actorId ?? null}, ${from}, ${by.at}, ${by.by})`)
}

const planJson = sql`json_build_object('id', p.id, 'kind', p.kind, 'state', p.state, 'startedOn', p.started_on, 'endedOn', p.ended_on, 'leadId', p.lead_id, 'lead', l.name, 'teamId', p.team_id, 'words', p.words, 'ifNot', p.if_not, 'ownWords', p.own_words, 'version', p.version,
  'people', coalesce((select json_agg(json_build_object('personId', coalesce(part.survivor_id, pp.person_id), 'category', pp.category, 'firstCategory', pp.first_category, 'startedOn', pp.started_on, 'endedOn', pp.ended_on, 'endReason', pp.end_reason, 'endWords', pp.end_words) order by pp.started_on, pp.person_id)
    from plans.plan_person pp left join access.person_part part on part.part_id = pp.person_id where pp.plan_id = p.id), '[]'))`
const from = sql`plans.plan p left join access.actor l on l.id = p.lead_id`

const plansWhere = async (db: Db, where: Sql, most = 50): Promise<Plan[]> =>
  (await db.rows<{ plan: Plan }>(sql`select ${planJson} as plan from ${from} where ${where} order by p.started_on desc, p.id limit ${most}`)).map((row) => row.plan)

export const planById = async (db: Db, planId: string): Promise<Plan | undefined> => (await plansWhere(db, sql`p.id = ${planId}`, 1))[0]
export const plansByIds = (db: Db, ids: readonly string[]): Promise<Plan[]> => plansWhere(db, sql`p.id = any (${ids}::uuid[])`, ids.length)
/** Plans about these people (all their part ids). `current`: only those that run for one of them. */
export const plansAbout = (db: Db, ids: readonly string[], current: boolean): Promise<Plan[]> =>
  plansWhere(db, sql`p.id in (select plan_id from plans.plan_person where person_id = any (${ids}::uuid[]) and (not ${current} or ended_on is null))`)

export async function wholePlan(db: Db, planId: string): Promise<WholePlan | undefined> {
  const plan = await planById(db, planId)
  if (!plan) return undefined
  const [rest] = await db.rows<{ rest: Omit<WholePlan, keyof Plan> }>(sql`select json_build_object(
    'needs', coalesce((select json_agg(json_build_object('id', n.id, 'line', n.line, 'about', to_jsonb(n.about), 'words', n.words, 'wanted', n.wanted, 'state', n.state, 'from', n.from_version, 'to', n.to_version) order by n.place_in_plan, n.id) from plans.need n where n.plan_id = ${planId}), '[]'),
    'actions', coalesce((select json_agg(json_build_object('id', a.id, 'line', a.line, 'needLine', a.need_line, 'about', to_jsonb(a.about), 'words', a.words, 'owner', a.owner_name, 'ownerId', a.owner_id, 'dueOn', a.due_on, 'evidence', a.evidence, 'state', a.state, 'doneOn', a.done_on, 'doneWords', a.done_words, 'from', a.from_version, 'to', a.to_version) order by a.id) from plans.action a where a.plan_id = ${planId}), '[]'),
    'progress', coalesce((select json_agg(json_build_object('needLine', g.need_line, 'about', to_jsonb(g.about), 'on', g.on_day, 'meetingId', g.meeting_id, 'progress', g.progress, 'words', g.words, 'by', w.name) order by g.on_day desc, g.id desc) from plans.progress g left join access.actor w on w.id = g.recorded_by where g.plan_id = ${planId}), '[]'),
    'versions', coalesce((select json_agg(json_build_object('version', v.version, 'reason', v.reason, 'meetingId', v.meeting_id, 'at', to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', w.name) order by v.version desc) from plans.version v left join access.actor w on w.id = v.recorded_by where v.plan_id = ${planId}), '[]'),
    'members', coalesce((select json_agg(json_build_object('id', m.id, 'agency', m.agency, 'name', m.name, 'role', m.role, 'personId', m.person_id, 'from', m.from_on, 'to', m.to_on) order by m.from_on, m.id) from plans.member m where m.plan_id = ${planId}), '[]')) as rest`)
  return rest && { ...plan, ...rest.rest }
}

export const peopleOfPlan = async (db: Db, planId: string): Promise<string[]> =>
  (await db.rows<{ person_id: string }>(sql`select person_id from plans.plan_person where plan_id = ${planId}`)).map((row) => row.person_id)
/** The same, of those for whom the plan still runs. */
export const stillOn = async (db: Db, planId: string): Promise<string[]> =>
  (await db.rows<{ person_id: string }>(sql`select person_id from plans.plan_person where plan_id = ${planId} and ended_on is null`)).map((row) => row.person_id)

export type Drift = Readonly<{ planId: string; teamId: string | null; kind: string; startedOn: PlainDate; lead: string | null; people: readonly string[] }>
/** Plans of these teams whose last two reviews (meetings of a kind that reviews them) saw nothing better or achieved. The same rule as `isDrifting`. */
/** `care`: kind of plan and kind of meeting, `carePlan/lookedAfterReview`: such a meeting reviews every plan of its people that ran on the day. */
export const drifting = async (db: Db, of: Readonly<{ teams: readonly string[] } | { lead: string } | { plans: readonly string[] }>, reviews: readonly string[], care: readonly string[]): Promise<Drift[]> =>
  db.rows<Drift>(sql`select p.id as "planId", p.team_id as "teamId", p.kind, p.started_on as "startedOn", l.name as lead, array(select coalesce(part.survivor_id, pp.person_id) from plans.plan_person pp left join access.person_part part on part.part_id = pp.person_id where pp.plan_id = p.id and pp.ended_on is null) as people
    from ${from}, lateral (select count(*) as held, count(*) filter (where exists (select 1 from plans.progress g where g.meeting_id = r.id and g.plan_id = p.id and g.progress in ('better', 'achieved'))) as further
      from (select u.id from (
        select m.id, m.on_day from meetings.meeting m where m.subject_id = p.id and m.state = 'held' and m.kind = any (${reviews}::text[])
        union select m.id, m.on_day from plans.plan_person pp join meetings.meeting_person mp on mp.person_id = pp.person_id join meetings.meeting m on m.id = mp.meeting_id
          where p.kind = any (${[...new Set(care.map((pair) => pair.split('/')[0] ?? ''))]}::text[]) and pp.plan_id = p.id and pp.ended_on is null and m.state = 'held' and m.on_day >= p.started_on and p.kind || '/' || m.kind = any (${care}::text[])
      ) u order by u.on_day desc, u.id desc limit 2) r) x
    where p.state = 'current' and ${'teams' in of ? sql`p.team_id = any (${of.teams}::uuid[])` : 'lead' in of ? sql`p.lead_id = ${of.lead}` : sql`p.id = any (${of.plans}::uuid[])`} and x.held = 2 and x.further = 0 order by p.started_on limit 100`)

/** Which plans drift as it was last looked for: how many of each team, and the first of them. Each as far as the reader sees it. */
export const driftKept = async (db: Db, teams: readonly string[], most: number): Promise<Readonly<{ byTeam: readonly Readonly<{ team: string; plans: number }>[]; first: readonly Drift[] }>> =>
  (await db.one<{ kept: Awaited<ReturnType<typeof driftKept>> | null }>(sql`select plans.drifting_in(${teams}::uuid[], ${most}) as kept`)).kept ?? { byTeam: [], first: [] }

/** Looks through the last two reviews of every plan that runs. @returns how many plans drift now and did not, or the other way round */
export const lookForDrift = async (db: Db, rule: Readonly<{ reviews: readonly string[]; care: readonly string[] }>): Promise<number> =>
  (await db.one<{ changed: number }>(sql`select plans.look_for_drift(${rule.reviews}::text[], ${rule.care}::text[]) as changed`)).changed

/** A plan of this kind runs for them, and it was they who chaired the last of these meetings. */
const chairedLast = (plan: string, kinds: readonly string[]): Sql => sql`(exists (select 1 from plans.plan_person pp where pp.person_id = i.person_id and pp.kind = ${plan} and pp.ended_on is null)
  and i.worker_id = (select m.chair_id from meetings.meeting_person mp join meetings.meeting m on m.id = mp.meeting_id where mp.person_id = i.person_id and m.state = 'held' and m.kind = any (${kinds}::text[]) order by m.on_day desc, m.recorded_at desc limit 1))`
/**
 * Who saw these people for the sake of chairing sees them no longer, unless something is arranged for them to chair, or they chaired the last conference about a protection plan
 * that runs, or the last review of a care plan that runs while nobody else is the reviewing officer.
 */
export const letChairsGo = (db: Db, people: readonly string[], on: PlainDate, kinds: Readonly<{ conferences: readonly string[]; reviews: readonly string[] }>): Promise<number> => db.run(sql`
  update access.involvement i set to_on = greatest(${on}::date, i.from_on) where i.person_id = any (${people}::uuid[]) and i.role = 'chair' and i.domain = 'children' and i.to_on is null and i.superseded_at is null
    and not exists (select 1 from meetings.meeting m join meetings.meeting_person mp on mp.meeting_id = m.id where mp.person_id = i.person_id and m.state = 'planned' and m.chair_id = i.worker_id)
    and not ${chairedLast('protectionPlan', kinds.conferences)}
    and not (${chairedLast('carePlan', kinds.reviews)}
      and not exists (select 1 from access.involvement r where r.person_id = i.person_id and r.role = 'reviewingOfficer' and r.worker_id <> i.worker_id and r.to_on is null and r.superseded_at is null))`)
/** Plans that run and that these meetings made or reviewed. */
export const plansOfMeetings = async (db: Db, meetings: readonly string[]): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select p.id from plans.plan p where p.state = 'current' and p.id = any (array(select m.subject_id from meetings.meeting m where m.id = any (${meetings}::uuid[]) union select pp.plan_id from plans.plan_person pp where pp.conference_id = any (${meetings}::uuid[])))`)).map((row) => row.id)

/** Running plans of which everybody still on them is among these, and that this team has. */
export const plansOfAll = async (db: Db, people: readonly string[], teamId: string): Promise<Plan[]> => plansWhere(db, sql`p.state = 'current' and p.team_id = ${teamId} and exists (select 1 from plans.plan_person pp where pp.plan_id = p.id and pp.ended_on is null and pp.person_id = any (${people}::uuid[]))
  and not exists (select 1 from plans.plan_person pp where pp.plan_id = p.id and pp.ended_on is null and pp.person_id <> all (${people}::uuid[]))`)
/** A plan goes to another team and lead; in its core group the new lead stands where the former did. */
export async function passOn(db: Db, by: By, planId: string, to: Readonly<{ leadId: string; teamId: string; on: PlainDate }>): Promise<void> {
  await db.run(sql`insert into plans.member (id, plan_id, agency, name, role, actor_id, from_on, recorded_at, recorded_by)
    select ${id(by)}, m.plan_id, m.agency, a.name, m.role, a.id, ${to.on}, ${by.at}, ${by.by} from plans.member m join plans.plan p on p.id = m.plan_id and p.lead_id = m.actor_id join access.actor a on a.id = ${to.leadId} where m.plan_id = ${planId} and m.to_on is null and m.actor_id <> ${to.leadId} limit 1`)
  await db.run(sql`update plans.member m set to_on = greatest(${to.on}::date, m.from_on) from plans.plan p where p.id = m.plan_id and m.plan_id = ${planId} and m.actor_id = p.lead_id and m.actor_id <> ${to.leadId} and m.to_on is null`)
  await db.run(sql`update plans.plan set lead_id = ${to.leadId}, team_id = ${to.teamId} where id = ${planId}`)
}

/** Children on a plan with whom nobody works. */
export const withNobody = (db: Db): Promise<{ id: string; kind: string; planId: string; since: PlainDate }[]> => db.rows(sql`
  select w.id, w.kind, w.plan_id as "planId", w.since from plans.with_nobody() w order by w.since, w.id`)
