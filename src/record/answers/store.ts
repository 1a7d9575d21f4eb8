import type { Value } from '../../engine/conditions/model.ts'
import type { Proposal } from '../../engine/forms/model.ts'
import type { Instant } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/pool.ts'
import { sql } from '../../platform/db/sql.ts'
import type { FormState } from './model.ts'

/** What is written in one section about everybody (`about` empty) or about some. */
export type SectionRow = Readonly<{
  id: string; section: string; about: string[]; version: number; savedAt: Instant; savedBy: string | null; asAsked: unknown
  answers: Readonly<Record<string, Value>>
  proposals: Readonly<Record<string, { value: Value; source: Proposal['source'] }>>
}>
export type FormRow = Readonly<{ id: string; form: string; formVersion: number; domain: string; state: FormState; itemId: string | null; previousId: string | null; version: number; startedBy: string | null; startedAt: Instant; finishedAt: Instant | null; left: string[]; asAsked: unknown }>
/** As much of a row as a save compares and writes over. `version`: it is written over as it was read, or not at all. */
export type HeldSection = Pick<SectionRow, 'id' | 'about' | 'version' | 'answers'> & Readonly<{ formId: string }>
export type SectionOfItem = HeldSection & Omit<FormHead, 'id'>
export type FormHead = Pick<FormRow, 'id' | 'form' | 'formVersion' | 'domain'>
export type KeptRow = Readonly<{ id: string; section: string; about: string[]; question: string | null; answers: Readonly<Record<string, Value | null>>; by: string | null; at: Instant }>

export async function insertForm(db: Db, f: Readonly<{ id: string; form: string; version: number; domain: string; itemId: string; previousId: string | undefined; by: string; at: Instant; people: readonly string[] }>): Promise<void> {
  await db.run(sql`insert into answers.form (id, form, form_version, domain, item_id, previous_id, started_by, started_at) values (${f.id}, ${f.form}, ${f.version}, ${f.domain}, ${f.itemId}, ${f.previousId ?? null}, ${f.by}, ${f.at})`)
  await db.run(sql`insert into answers.form_person (form_id, person_id, domain) select ${f.id}, p, ${f.domain} from unnest(${f.people}::uuid[]) p`)
}

export const formById = (db: Db, id: string): Promise<FormRow | undefined> => db.maybe<FormRow>(sql`
  select f.id, f.form, f.form_version as "formVersion", f.domain, f.state, f.item_id as "itemId", f.previous_id as "previousId", f.version, a.name as "startedBy", f.started_at as "startedAt", f.finished_at as "finishedAt", f.left_sections as left, f.as_asked as "asAsked"
  from answers.form f left join access.actor a on a.id = f.started_by where f.id = ${id}`)

/** The work that forms belong to, as far as the reader sees the forms. */
export const itemsOfForms = (db: Db, forms: readonly string[]): Promise<{ formId: string; itemId: string }[]> =>
  db.rows<{ formId: string; itemId: string }>(sql`select f.id as "formId", f.item_id as "itemId" from answers.form f where f.id = any (${forms}::uuid[]) and f.item_id is not null`)

export const peopleOfForm = async (db: Db, id: string): Promise<string[]> =>
  (await db.rows<{ person_id: string }>(sql`select person_id from answers.form_person where form_id = ${id}`)).map((row) => row.person_id)

export const sectionsOf = (db: Db, formId: string): Promise<SectionRow[]> => db.rows<SectionRow>(sql`
  select s.id, s.section, s.about, s.version, s.answers, s.proposals, s.saved_at as "savedAt", a.name as "savedBy", s.as_asked as "asAsked"
  from answers.section s left join access.actor a on a.id = s.saved_by where s.form_id = ${formId} order by s.about`)

/** The rows of a section about all, or about one of these each, held until the transaction ends. */
export const sectionRows = (db: Db, formId: string, section: string, abouts: readonly (readonly string[])[]): Promise<HeldSection[]> => db.rows<HeldSection>(sql`
  select s.id, s.form_id as "formId", s.about, s.version, s.answers from answers.section s where s.form_id = ${formId} and s.section = ${section} and ${among(abouts)} order by s.about for update of s`)

/** The same for the form that was begun for a piece of work, each row with its form. `hold`: until the transaction ends; else as they stand. */
export const sectionRowsOfItem = (db: Db, itemId: string, section: string, abouts: readonly (readonly string[])[], hold: boolean): Promise<SectionOfItem[]> => {
  const found = sql`select s.id, s.form_id as "formId", s.about, s.version, s.answers, f.form, f.form_version as "formVersion", f.domain
    from answers.form f join answers.section s on s.form_id = f.id where f.item_id = ${itemId} and s.section = ${section} and ${among(abouts)} order by s.about`
  return db.rows<SectionOfItem>(hold ? sql`${found} for update of s` : found)
}

// A list of lists is no array of PostgreSQL: about all is the empty one, about a child holds one id.
const among = (abouts: readonly (readonly string[])[]) => sql`(cardinality(s.about) = 0 and ${abouts.some((about) => about.length === 0)} or s.about[1] = any (${abouts.flat()}::uuid[]))`

export const formsOfItem = (db: Db, itemId: string): Promise<FormHead[]> => db.rows<FormHead>(sql`select f.id, f.form, f.form_version as "formVersion", f.domain from answers.form f where f.item_id = ${itemId}`)

/** Writes the answers of a row over those that were read, and who wrote them last. Where somebody has changed the row since, nothing is written and the command begins again. */
export async function rewriteSection(db: Db, row: Pick<HeldSection, 'id' | 'version'>, w: Readonly<{ answers: unknown; by: string; at: Instant }>): Promise<void> {
  await db.run(sql`select answers.rewrite(${row.id}, ${row.version}, ${JSON.stringify(w.answers)}::jsonb, ${w.by}, ${w.at})`)
}

/** Writes a row that was not there. Two who do so at once are two: the second begins again and finds the first, instead of writing over it. */
export async function insertSection(db: Db, w: Readonly<{ formId: string; section: string; domain: string; about: readonly string[]; answers: unknown; by: string; at: Instant }>): Promise<void> {
  await db.run(sql`insert into answers.section (id, form_id, section, domain, about, answers, proposals, saved_by, saved_at)
    values (${newId(Date.parse(w.at))}, ${w.formId}, ${w.section}, ${w.domain}, ${w.about}::uuid[], ${JSON.stringify(w.answers)}::jsonb, '{}', ${w.by}, ${w.at})`)
}

export async function writeSection(db: Db, w: Readonly<{ formId: string; section: string; domain: string; about: readonly string[]; answers: unknown; proposals: unknown; by: string; at: Instant }>): Promise<void> {
  await db.run(sql`insert into answers.section (id, form_id, section, domain, about, answers, proposals, saved_by, saved_at)
    values (${newId(Date.parse(w.at))}, ${w.formId}, ${w.section}, ${w.domain}, ${w.about}::uuid[], ${JSON.stringify(w.answers)}::jsonb, ${JSON.stringify(w.proposals)}::jsonb, ${w.by}, ${w.at})
    on conflict (form_id, section, about) do update set answers = excluded.answers, proposals = excluded.proposals, saved_by = excluded.saved_by, saved_at = excluded.saved_at, version = answers.section.version + 1`)
}

export async function keep(db: Db, k: Readonly<{ id: string; formId: string; section: string; domain: string; about: readonly string[]; question?: string; answers: unknown; why: 'before' | 'clash' | 'joined' | 'sent' | 'reopened'; by: string; at: Instant; theirsBy?: string | undefined }>): Promise<void> {
  await db.run(sql`insert into answers.section_kept (id, form_id, section, domain, about, question, answers, why, kept_by, kept_at) values (${k.id}, ${k.formId}, ${k.section}, ${k.domain}, ${k.about}::uuid[], ${k.question ?? null}, ${JSON.stringify(k.answers)}::jsonb, ${k.why}, ${k.by}, ${k.at})`)
}

export const openClashes = (db: Db, formId: string): Promise<KeptRow[]> => db.rows<KeptRow>(sql`
  select k.id, k.section, k.about, k.question, k.answers, a.name as by, k.kept_at as at from answers.section_kept k left join access.actor a on a.id = k.kept_by
  where k.form_id = ${formId} and k.why = 'clash' and k.resolved_at is null order by k.kept_at`)

export const resolveClash = (db: Db, id: string, at: Instant): Promise<number> => db.run(sql`update answers.section_kept set resolved_at = ${at} where id = ${id} and resolved_at is null`)

export async function setForm(db: Db, id: string, state: FormState, more: Readonly<{ finishedAt?: Instant; asAsked?: unknown }> = {}): Promise<void> {
  await db.run(sql`update answers.form set state = ${state}, finished_at = coalesce(${more.finishedAt ?? null}, finished_at), as_asked = coalesce(${more.asAsked === undefined ? null : JSON.stringify(more.asAsked)}::jsonb, as_asked), version = version + 1 where id = ${id}`)
}

export async function setAsAsked(db: Db, formId: string, section: string, about: readonly string[], asAsked: unknown): Promise<void> {
  await db.run(sql`update answers.section set as_asked = ${JSON.stringify(asAsked)}::jsonb where form_id = ${formId} and section = ${section} and about = ${about}::uuid[]`)
}

export async function leave(db: Db, formId: string, section: string): Promise<void> {
  await db.run(sql`update answers.form set left_sections = array_append(left_sections, ${section}) where id = ${formId} and not (${section} = any (left_sections))`)
}

/** The last finished form of this kind about any of these people. */
export const lastFinished = async (db: Db, form: string, people: readonly string[]): Promise<string | undefined> =>
  (await db.maybe<{ id: string }>(sql`select f.id from answers.form f where f.form = ${form} and f.state = 'finished' and f.id in (select form_id from answers.form_person where person_id = any (${people}::uuid[])) order by f.finished_at desc nulls last limit 1`))?.id
