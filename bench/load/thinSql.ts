/** What the thin server asks of the database, with no sight, no audit and no history. */
export const thinSql = {
  family: `with recursive kin (id, step) as (
      select $1::uuid, 0 union
      select x.other, kin.step + 1 from kin join lateral (
        select r.other_id as other, r.kind from people.relationship r where r.person_id = kin.id and r.superseded_at is null
        union all select r.person_id, r.kind from people.relationship r where r.other_id = kin.id and r.superseded_at is null
        union all select b.person_id, 'household' from people.address a join people.address b on b.household_id = a.household_id and b.superseded_at is null and b.valid_to is null
          where a.person_id = kin.id and a.superseded_at is null and a.valid_to is null and a.household_id is not null) x on x.kind not in ('friend', 'other', 'cousin') or kin.step = 0
      where kin.step < 3) select id from kin group by id order by min(step) limit 80`,
  cards: 'select * from people.card where person_id = any ($1)',
  names: 'select * from people.name where person_id = any ($1) and superseded_at is null',
  addresses: 'select * from people.address where person_id = any ($1) and superseded_at is null',
  facts: 'select * from people.fact where person_id = any ($1) and superseded_at is null',
  identifiers: 'select * from people.identifier where person_id = any ($1) and superseded_at is null',
  relationships: 'select * from people.relationship where superseded_at is null and (person_id = any ($1) or other_id = any ($1))',
  warnings: 'select * from people.warning where person_id = any ($1) and superseded_at is null',
  voices: 'select * from people.voice where person_id = any ($1) and superseded_at is null order by said_on desc limit 20',
  work: `select i.*, t.name as team, w.name as worker, c.person_id, c.name from work.item i left join access.team t on t.id = i.team_id left join access.actor w on w.id = i.worker_id
    join work.item_person ip on ip.item_id = i.id join people.card c on c.person_id = ip.person_id where i.state in ('open', 'waiting', 'returned') and i.id in (select item_id from work.item_person where person_id = any ($1)) order by i.due_on`,
  notes: `select n.*, a.name as author, np.person_id, np.seen, np.seen_alone from (select n.* from notes.note n where n.id in (select note_id from notes.note_person where person_id = any ($1)) order by n.happened_on desc limit 20) n
    join access.actor a on a.id = n.author_id join notes.note_person np on np.note_id = n.id`,
  passages: 'select g.* from notes.passage g join notes.note_person np on np.note_id = g.note_id where np.person_id = any ($1) order by g.id desc limit 20',
  search: `select person_id, name, born_on, similarity(name, $1) as near from people.card where name % $1 order by near desc limit 20`,
  tray: `select i.*, t.name as team, c.person_id, c.name from (select * from work.item where worker_id = $1 and state in ('open', 'waiting', 'returned') order by due_on, id limit 300) i left join access.team t on t.id = i.team_id
    join work.item_person ip on ip.item_id = i.id join people.card c on c.person_id = ip.person_id`,
  board: `select i.*, c.person_id, c.name from (select * from work.item where team_id = $1 and state in ('open', 'waiting', 'returned') order by due_on, id limit 400) i join work.item_person ip on ip.item_id = i.id join people.card c on c.person_id = ip.person_id`,
  counts: `select worker_id, count(*) as items, count(*) filter (where due_on < current_date) as late from work.item where team_id = $1 and state in ('open', 'waiting', 'returned') group by worker_id`,
  events: `select e.*, a.name as by, ep.person_id, n.title, left(n.words, 220) as words from chronology.event_person ep join chronology.event e on e.id = ep.event_id left join access.actor a on a.id = e.actor_id left join notes.note n on n.id = e.subject_id
    where ep.person_id = $1 order by ep.happened_on desc limit 2000`,
  page: `select e.*, a.name as by, ep.person_id, n.title, left(n.words, 220) as words from chronology.event_person ep join chronology.event e on e.id = ep.event_id left join access.actor a on a.id = e.actor_id left join notes.note n on n.id = e.subject_id
    where ep.person_id = $1 order by ep.happened_on desc limit 50`,
  note: 'insert into notes.note (id, kind, title, words, happened_on, author_id) values ($1, \'note\', \'Note\', $2, current_date, $3)',
  section: 'update answers.section set answers = $1, version = version + 1, saved_at = now() where id = $2 and version = $3',
  notePerson: 'insert into notes.note_person (note_id, person_id, domain) values ($1, $2, \'children\')',
} as const
