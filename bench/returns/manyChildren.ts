import type pg from 'pg'
import { upnCheckLetter } from '../../src/kernel/identifiers.ts'

/** Tables about a child that the returns read, in the order in which they refer to each other, with the columns that hold ids of the child’s own rows. */
const tables: readonly (readonly [table: string, from: string, ids: readonly string[]])[] = [
  ['access.subject', 'c.person_id = t.id', ['id']], ['access.involvement', 'c.person_id = t.person_id', ['id', 'person_id']], ['people.person', 'c.person_id = t.id', ['id']], ['people.card', 'c.person_id = t.person_id', ['person_id']],
  ['people.fact', 'c.person_id = t.person_id', ['id', 'person_id']], ['people.identifier', 'c.person_id = t.person_id', ['id', 'person_id']], ['people.legal_status', 'c.person_id = t.person_id', ['id', 'order_id', 'person_id']],
  ['contacts.referral', 't.id in (select referral_id from contacts.referral_person l where l.person_id = c.person_id)', ['id']], ['contacts.referral_person', 'c.person_id = t.person_id', ['referral_id', 'person_id']],
  ['assessments.assessment', 't.id in (select assessment_id from assessments.assessment_person l where l.person_id = c.person_id)', ['id', 'referral_id', 'item_id']], ['assessments.assessment_person', 'c.person_id = t.person_id', ['assessment_id', 'person_id']], ['assessments.factor', 'c.person_id = t.person_id', ['assessment_id', 'person_id']],
  ['plans.plan', 't.id in (select plan_id from plans.plan_person l where l.person_id = c.person_id)', ['id']], ['plans.plan_person', 'c.person_id = t.person_id', ['plan_id', 'person_id', 'conference_id']],
  ['protection.enquiry', 't.id in (select enquiry_id from protection.enquiry_person l where l.person_id = c.person_id)', ['id', 'item_id']], ['protection.enquiry_person', 'c.person_id = t.person_id', ['enquiry_id', 'person_id']],
  ['meetings.meeting', 't.id in (select meeting_id from meetings.meeting_person l where l.person_id = c.person_id)', ['id', 'subject_id']], ['meetings.meeting_person', 'c.person_id = t.person_id', ['meeting_id', 'person_id']],
  ['care.period', 'c.person_id = t.person_id', ['id', 'period_id', 'admission_id', 'person_id']], ['care.placement', 'c.person_id = t.person_id', ['id', 'placement_id', 'person_id']], ['care.fact', 'c.person_id = t.person_id', ['id', 'fact_id', 'person_id']],
]

/** Copies of these children, each with all that a return reads of them. Ids are worked out from the id before, so that a referral and its assessments stay together. Triggers sleep. */
async function copyChildren(owner: pg.Client, children: readonly string[], copies: number): Promise<void> {
  for (const [table, where, ids] of tables) {
    const columns = (await owner.query<{ name: string }>("select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''", [table])).rows.map(({ name }) => `"${name}"`)
    const fresh = ids.map((id) => `'${id}', case when t.${id} is not null then md5(t.${id}::text || n)::uuid end`).join(', ')
    await owner.query(`insert into ${table} (${columns.join(', ')}) select distinct on (r.key) ${columns.map((column) => `r.${column}`).join(', ')} from (
      select x.*, n || ' ' || ${ids.map((id) => `coalesce(t.${id}::text, '')`).join(" || ' ' || ")} || ' ' || ${table === 'assessments.factor' ? 't.factor' : "''"} as key from unnest($1::uuid[]) c (person_id) join ${table} t on ${where} cross join generate_series(1, $2) n
      cross join lateral jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${fresh})) x) r`, [children, copies])
  }
}

/** Every child has numbers of their own: the authority’s, and a pupil number whose letter holds. */
async function numberAnew(owner: pg.Client): Promise<void> {
  await owner.query("delete from people.identifier where kind in ('localChildId', 'formerUpn')")
  const { rows } = await owner.query<{ id: string }>("select id from people.identifier where kind = 'upn'")
  const upns = rows.map(({ id }, at) => { const twelve = `0010${String(at).padStart(8, '0')}`; return { id, upn: `${upnCheckLetter(twelve) ?? ''}${twelve}` } })
  await owner.query('update people.identifier i set value = x.upn from jsonb_to_recordset($1::jsonb) x (id uuid, upn text) where x.id = i.id', [JSON.stringify(upns)])
}

/** The children of a council, again and again until so many stand in each return of the year. */
export async function manyChildren(owner: pg.Client, year: number, wanted: number): Promise<void> {
  const ids = async (text: string) => (await owner.query<{ id: string }>(text, [`${year - 1}-04-01`, `${year}-03-31`])).rows.map(({ id }) => id)
  await owner.query("begin; set local session_replication_role = 'replica'")
  const inCare = await ids('select distinct person_id as id from care.period where superseded_at is null and began_on <= $2::date and (ended_on is null or ended_on >= $1::date) order by 1')
  if (inCare.length === 0) throw new Error('Nobody is in care in this council.')
  if (inCare.length < wanted) await copyChildren(owner, inCare, Math.ceil(wanted / inCare.length) - 1)
  const inNeed = 'select distinct l.person_id as id from contacts.referral_person l join contacts.referral r on r.id = l.referral_id where r.received_on <= $2::date and coalesce(l.closed_on, r.closed_on, $2::date) >= $1::date'
  const only = await ids(`${inNeed} and not exists (select 1 from care.period p where p.person_id = l.person_id) order by 1`)
  const missing = wanted - (await ids(inNeed)).length
  if (missing > 0 && only.length > 0) await copyChildren(owner, only, Math.ceil(missing / only.length))
  await numberAnew(owner)
  await owner.query('commit')
  await owner.query('vacuum analyze')
}
