import type pg from 'pg'

type Rows = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>

/** What can be written in a table, its values as these say and all others as they stand. */
async function copied(rows: Rows, table: string, as: Readonly<Record<string, string>>): Promise<{ into: string; values: string }> {
  const columns = (await rows<{ name: string }>("select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''", [table])).map(({ name }) => name)
  return { into: `${table} (${columns.join(', ')})`, values: columns.map((name) => as[name] ?? `t.${name}`).join(', ') }
}

/**
 * Notes until there are so many: copies of those that are there, some days apart, each with its people, its entry in the chronology and its passages, put there past triggers as a
 * dump is. Notes of the very long records are not copied, so that those stay as long as they are. @returns how many were added
 */
export async function moreNotes(rows: Rows, wanted: number): Promise<number> {
  const [count] = await rows<{ notes: number }>('select count(*)::int as notes from notes.note')
  const missing = wanted - (count?.notes ?? 0)
  if (missing <= 0) return 0
  await rows("set session_replication_role = 'replica'")
  await rows("create temp table short as select n.id from notes.note n where n.corrects is null and not exists (select 1 from notes.note_person p join (select person_id from notes.note_person group by 1 having count(*) > 400) long using (person_id) where p.note_id = n.id)")
  await rows(`create temp table copy as select s.id as old, (left(s.id::text, 24) || right(gen_random_uuid()::text, 12))::uuid as new, (random() * 40)::int - 20 as days from short s cross join generate_series(1, $1::int / greatest(1, (select count(*)::int from short)) + 1) limit ${missing}`.replace('$1::int', String(missing)))
  await rows('create index on copy (old)')
  const note = await copied(rows, 'notes.note', { id: 'c.new', happened_on: '(t.happened_on + c.days)' })
  await rows(`insert into ${note.into} select ${note.values} from copy c join notes.note t on t.id = c.old`)
  const person = await copied(rows, 'notes.note_person', { note_id: 'c.new' })
  await rows(`insert into ${person.into} select ${person.values} from copy c join notes.note_person t on t.note_id = c.old`)
  const passage = await copied(rows, 'notes.passage', { id: 'gen_random_uuid()', note_id: 'c.new' })
  await rows(`insert into ${passage.into} select ${passage.values} from copy c join notes.passage t on t.note_id = c.old`)
  await rows("create temp table told as select t.id as old, (left(t.id::text, 24) || right(gen_random_uuid()::text, 12))::uuid as new, c.new as note, c.days from copy c join chronology.event t on t.subject_id = c.old and t.kind like 'note.%'")
  const event = await copied(rows, 'chronology.event', { id: 'c.new', subject_id: 'c.note', happened_on: '(t.happened_on + c.days)' })
  await rows(`insert into ${event.into} select ${event.values} from told c join chronology.event t on t.id = c.old`)
  const whose = await copied(rows, 'chronology.event_person', { event_id: 'c.new', happened_on: '(t.happened_on + c.days)' })
  await rows(`insert into ${whose.into} select ${whose.values} from told c join chronology.event_person t on t.event_id = c.old`)
  await rows('drop table short, copy, told')
  await rows("set session_replication_role = 'origin'")
  return missing
}

/** Accounts until there are so many: of partner agencies, who do nothing here but be there. */
export async function moreAccounts(rows: Rows, wanted: number): Promise<void> {
  await rows("insert into access.actor (id, kind, name, email) select gen_random_uuid(), 'partner', 'Partner ' || n, 'partner' || n || '@bench.example' from generate_series(1, greatest(0, $1 - (select count(*)::int from access.actor))) n on conflict do nothing", [wanted])
}
