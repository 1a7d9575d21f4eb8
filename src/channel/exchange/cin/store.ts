import type { Instant } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import { asJson } from '../../../platform/documents.ts'
import { printsOf } from '../../../oversight/returns/cin/whole.ts'
import type { Changes } from './changes.ts'
import type { AsTheyCame, Standing, TakeChild } from './entryModel.ts'
import type { Finding } from './model.ts'

/** Whether an import told of this person before, as far as the importer may see. */
export const isKnown = async (db: Db, personId: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from exchange.origin where person_id = ${personId}`)) !== undefined

/** From here on, what this command writes is noted as the import's, so that it can be taken back until the import is accepted. */
export async function writesFor(db: Db, importId: string, personId: string): Promise<void> {
  await db.run(sql`select exchange.writes_for(${importId}, ${personId})`)
}

/** The ids of the pieces of work that an import may open for this child. */
const workOf = (entry: TakeChild): string[] => [entry.taskId, ...entry.referrals.flatMap(({ assessments }) => assessments.map(({ workId }) => workId))]

/** What the record holds of the child, in one question. */
export async function standingOf(db: Db, importer: string, entry: TakeChild): Promise<Standing> {
  const { standing } = await db.one<{ standing: Standing }>(sql`
    select jsonb_build_object(
      'origin', (select jsonb_build_object('year', year) from exchange.origin where person_id = ${entry.personId}),
      'kind', (select kind from people.person where id = ${entry.personId}),
      'facts', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'value', value, 'mine', recorded_by = ${importer}, 'current', superseded_at is null)), '[]') from people.fact where person_id = ${entry.personId}),
      'identifiers', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'value', value, 'mine', recorded_by = ${importer}, 'current', superseded_at is null)), '[]') from people.identifier where person_id = ${entry.personId}),
      'referrals', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'primary_need', r.primary_need, 'no_further_action', r.no_further_action, 'closed_on', r.closed_on, 'version', r.version)), '[]')
        from contacts.referral_person l join contacts.referral r on r.id = l.referral_id where l.person_id = ${entry.personId}),
      'assessments', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'authorised_on', a.authorised_on, 'state', a.state, 'version', a.version, 'begun', a.form_id is not null)), '[]')
        from assessments.assessment_person l join assessments.assessment a on a.id = l.assessment_id where l.person_id = ${entry.personId}),
      'factors', (select coalesce(jsonb_agg(jsonb_build_object('assessment_id', assessment_id, 'factor', factor)), '[]') from assessments.factor where person_id = ${entry.personId}),
      'openWork', (select coalesce(jsonb_agg(id), '[]') from work.item where id = any (${workOf(entry)}::uuid[]) and state in ('open', 'waiting', 'returned'))
    ) as standing`)
  return standing
}

export async function keepOrigin(db: Db, entry: TakeChild): Promise<void> {
  await db.run(sql`insert into exchange.origin as o (person_id, authority, year, import_id) values (${entry.personId}, ${entry.authority}, ${entry.year}, ${entry.importId})
    on conflict (person_id) do update set year = excluded.year, import_id = excluded.import_id where excluded.year > o.year`)
}

/** Facts and identifiers. */
export async function writeFacts({ db, actor, now }: Asking, entry: TakeChild, { facts, identifiers, born }: Changes): Promise<void> {
  if (born) await db.run(sql`update people.person set kind = 'person', version = version + 1 where id = ${entry.personId}`)
  const withIds = (said: readonly Readonly<{ kind: string; value: string }>[]) => JSON.stringify(said.map(({ kind, value }) => ({ id: newId(Date.parse(now)), kind, value })))
  if (facts.supersede.length) await db.run(sql`update people.fact set superseded_at = ${now} where id = any(${facts.supersede}::uuid[])`)
  if (identifiers.supersede.length) await db.run(sql`update people.identifier set superseded_at = ${now} where id = any(${identifiers.supersede}::uuid[])`)
  if (facts.add.length) {
    await db.run(sql`insert into people.fact (id, person_id, kind, value, about, recorded_at, recorded_by)
      select id, ${entry.personId}, kind, value, case when kind in ('bornOn', 'diedOn') then 'day' end, ${now}, ${actor.id} from jsonb_to_recordset(${withIds(facts.add)}::jsonb) as x (id uuid, kind text, value text)`)
  }
  if (identifiers.add.length) {
    await db.run(sql`insert into people.identifier (id, person_id, kind, value, recorded_at, recorded_by)
      select id, ${entry.personId}, kind, value, ${now}, ${actor.id} from jsonb_to_recordset(${withIds(identifiers.add)}::jsonb) as x (id uuid, kind text, value text)`)
  }
}

/** Referrals, their closures, assessments and factors. */
export async function writeWork(asking: Asking, entry: TakeChild, { referrals }: Changes): Promise<void> {
  const { db, actor, now } = asking
  if (referrals.add.length) {
    const rows = JSON.stringify(referrals.add)
    await db.run(sql`insert into contacts.referral (id, received_on, source_code, primary_need, no_further_action, closed_on, close_reason, recorded_at, recorded_by)
      select id, "receivedOn", "sourceCode", "primaryNeed", "noFurtherAction", "closedOn", "closeReason", ${now}, ${actor.id}
      from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, "receivedOn" date, "sourceCode" text, "primaryNeed" text, "noFurtherAction" boolean, "closedOn" date, "closeReason" text)`)
    await db.run(sql`insert into contacts.referral_person (referral_id, person_id, domain, closed_on, close_reason)
      select id, ${entry.personId}, 'children', "closedOn", "closeReason" from jsonb_to_recordset(${rows}::jsonb) as x (id uuid, "closedOn" date, "closeReason" text)`)
  }
  for (const { id, closedOn, closeReason } of referrals.close) await closeReferral(db, entry.personId, id, closedOn, closeReason, now)
  for (const { id, primaryNeed, noFurtherAction } of referrals.renew) {
    await db.run(sql`update contacts.referral set primary_need = ${primaryNeed}, no_further_action = ${noFurtherAction}, version = version + 1 where id = ${id}`)
  }
  for (const { referral, assessment } of referrals.addAssessments) {
    await db.run(sql`insert into assessments.assessment (id, referral_id, started_on, completed_on, authorised_on, state, recorded_at, recorded_by)
      values (${assessment.id}, ${referral.id}, ${assessment.startedOn}, ${assessment.authorisedOn}, ${assessment.authorisedOn}, ${assessment.authorisedOn ? 'authorised' : 'open'}, ${now}, ${actor.id})`)
    await db.run(sql`insert into assessments.assessment_person (assessment_id, person_id, domain) values (${assessment.id}, ${entry.personId}, 'children')`)
  }
  for (const { id, authorisedOn } of referrals.authorise) {
    await db.run(sql`update assessments.assessment set completed_on = ${authorisedOn}, authorised_on = ${authorisedOn}, state = 'authorised', version = version + 1 where id = ${id}`)
  }
  if (referrals.factors.length) {
    await db.run(sql`insert into assessments.factor (assessment_id, person_id, domain, factor, recorded_at)
      select "assessmentId", ${entry.personId}, 'children', factor, ${now} from jsonb_to_recordset(${JSON.stringify(referrals.factors)}::jsonb) as x ("assessmentId" uuid, factor text)`)
  }
}

export async function closeReferral(db: Db, personId: string, id: string, closedOn: string | null, closeReason: string | null, at: Instant): Promise<number> {
  await db.run(sql`update contacts.referral_person set closed_on = ${closedOn}, close_reason = ${closeReason}, closed_at = ${at} where referral_id = ${id} and person_id = ${personId}`)
  return db.run(sql`update contacts.referral set closed_on = ${closedOn}, close_reason = ${closeReason}, version = version + 1 where id = ${id} and closed_on is null`)
}

/** What stays beside the record; what was kept before is not kept twice. @returns the ids of what is new there */
export async function keepAside({ db, actor, now }: Asking, entry: TakeChild): Promise<string[]> {
  if (entry.keptAside.length === 0) return []
  const added = await db.rows<{ id: string }>(sql`insert into exchange.kept_aside (id, person_id, import_id, referral_id, path, line, outcome, reason, fragment, recorded_at, recorded_by)
    select id, ${entry.personId}, ${entry.importId}, "referralId", path, line, outcome, reason, fragment, ${now}, ${actor.id}
    from jsonb_to_recordset(${JSON.stringify(entry.keptAside)}::jsonb) as x (id uuid, "referralId" uuid, path text, line int, outcome text, reason text, fragment jsonb)
    where not exists (select 1 from exchange.kept_aside k where k.id = x.id) returning id`)
  return added.map(({ id }) => id)
}

/** Children as the file told of them, with a print of what the record holds of each now: the census of that year tells them again while the print is the same. */
export async function keepAsTheyCame({ db, documents }: Asking, { importId, year, children }: AsTheyCame): Promise<void> {
  await db.run(sql`select exchange.writes_for(${importId}, null)`)
  const prints = await printsOf(db, children.map(({ personId }) => personId))
  for (const { personId, number, told } of children) {
    const kept = asJson(documents.kept(`cin ${year} ${number}`, JSON.stringify({ Child: told })))
    await db.run(sql`select returns.keep_census(${importId}, ${personId}, ${year}, ${number}, ${kept}::jsonb, ${prints.get(personId) ?? ''})`)
  }
}

/** Kinds and days that the chronology already has of what is kept beside the record. */
export const daysToldBefore = (db: Db, personId: string): Promise<{ kind: string; on: string }[]> =>
  db.rows(sql`select e.kind, e.happened_on as "on" from chronology.event_person p join chronology.event e on e.id = p.event_id where p.person_id = ${personId} and e.subject_kind = 'keptAside'`)

/** The list of findings of one child; 0 stands for what is outside every child. */
export async function keepFindings(db: Db, importId: string, child: number, findings: readonly Finding[], firstPlace = 0): Promise<void> {
  if (findings.length === 0) return
  await db.run(sql`insert into exchange.finding (import_id, child, place, line, path, outcome, reason, elements)
    select ${importId}, ${child}, place, line, path, outcome, reason, elements
    from jsonb_to_recordset(${JSON.stringify(findings.map((finding, place) => ({ ...finding, place: firstPlace + place })))}::jsonb) as x (place int, line int, path text, outcome text, reason text, elements int)
    on conflict do nothing`)
}

