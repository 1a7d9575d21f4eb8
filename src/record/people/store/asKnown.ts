import type { Instant, PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Card } from '../model.ts'
import { known } from './known.ts'

/** What the name card said then. The hue of a mark is no fact about a person and is not kept by day. */
export type CardThen = Omit<Card, 'hue'>

export const placesKept = async (db: Db, people: readonly string[]): Promise<string[]> => (await db.rows<{ id: string }>(sql`
  select a.id from people.address a where a.person_id = any (${people}::uuid[]) and exists (select 1 from people.address h where h.person_id = any (${people}::uuid[]) and h.superseded_at is null and h.hidden and people.kept_now(h.id)
    and people.first_line(h.lines) = people.first_line(a.lines) and h.postcode is not distinct from a.postcode)`)).map((row) => row.id)

/**
 * The cards of people just before a moment, worked out from their names and facts as the card of today is (people.derive_card). Who was not on
 * the record by then is missing. The kind of a person is one column: who kept a record from before birth was unborn to us until the birth was known, and so was
 * somebody with a day due and no birth known then.
 */
export const cardsThen = (db: Db, people: readonly string[], day: PlainDate, before: Instant): Promise<CardThen[]> =>
  db.rows<CardThen>(sql`
    select p.id, coalesce(nullif(btrim(n.given || ' ' || n.family), ''), people.called_without_name(p.id, u.unborn, p.source)) as name,
      coalesce(n.given, '') as given, coalesce(n.family, '') as family, b.value::date as "bornOn", b.about as "bornAbout", d.value::date as "dueOn", x.value::date as "diedOn",
      coalesce(s.value, 'notStated') as sex, u.unborn, e.on_day as "endedOn"
    from people.person p
    left join lateral (select given, family from people.name where person_id = p.id and domain = 'shared' and ${known(before)} and (valid_to is null or valid_to >= ${day}::date)
      order by case kind when 'legal' then 0 when 'knownAs' then 1 when 'birth' then 2 when 'former' then 3 else 4 end, valid_from desc nulls last, recorded_at desc limit 1) n on true
    left join lateral (select value, coalesce(about, 'day') as about from people.fact where person_id = p.id and domain = 'shared' and kind = 'bornOn' and ${known(before)} order by recorded_at desc limit 1) b on true
    left join lateral (select value from people.fact where person_id = p.id and domain = 'shared' and kind = 'dueOn' and ${known(before)} order by recorded_at desc limit 1) d on true
    left join lateral (select value from people.fact where person_id = p.id and domain = 'shared' and kind = 'diedOn' and ${known(before)} order by recorded_at desc limit 1) x on true
    left join lateral (select value from people.fact where person_id = p.id and domain = 'shared' and kind = 'sex' and ${known(before)} order by valid_from desc nulls last, recorded_at desc limit 1) s on true
    left join lateral (select max(on_day) as on_day from people.becoming where person_id = p.id and child_id is null and ${known(before)}) e on true
    cross join lateral (select (d.value is not null and b.value is null)
      or ((p.kind = 'unborn' or exists (select 1 from people.becoming k where k.person_id = p.id and k.child_id = p.id))
        and not exists (select 1 from people.becoming where person_id = p.id and child_id = p.id and ${known(before)})) as unborn) u
    where p.id = any (${people}::uuid[]) and p.recorded_at < ${before} order by p.id`)
