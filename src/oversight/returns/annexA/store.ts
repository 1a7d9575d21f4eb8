import type { PlainDate } from '../../../kernel/dates.ts'
import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { AdopterHousehold, Around, AssessedOf, Contacted, Protected, Seen, Worked } from './model.ts'

/** Who somebody is now, of a row that is about a part of them. */
const now = sql`coalesce((select p.survivor_id from access.person_part p where p.part_id = l.person_id), l.person_id) as "personId"`

export const contactsOf = (db: Db, { on, halfYear }: Around): Promise<Contacted[]> => db.rows<Contacted>(sql`
  select ${now}, c.received_on as "on", c.source_code as source from contacts.contact_person l join contacts.contact c on c.id = l.contact_id
  where l.role = 'child' and c.domain = 'children' and c.received_on between ${halfYear} and ${on} order by c.received_on, c.id`)

/** Who was given each child: now where somebody is, else last. */
export const workedOf = (db: Db, on: PlainDate): Promise<Worked[]> => db.rows<Worked>(sql`
  select distinct on (1) ${now}, l.from_on as "from", l.to_on as "to", t.name as team, a.name as worker
  from access.involvement l left join access.team t on t.id = l.team_id left join access.actor a on a.id = l.worker_id
  where l.superseded_at is null and l.role = 'allocated' and l.domain = 'children' and l.from_on <= ${on} order by 1, (l.to_on is null or l.to_on > ${on}) desc, l.from_on desc, l.worker_id nulls last, l.id`)

/** Visits of the last twelve months on which a child was seen, newest first. */
export const seenOf = (db: Db, { on, year }: Around): Promise<Seen[]> => db.rows<Seen>(sql`
  select ${now}, n.happened_on as "on", bool_or(coalesce(l.seen_alone, false)) as alone from notes.note_person l join notes.note n on n.id = l.note_id
  where n.kind = 'visit' and n.domain = 'children' and l.seen and n.happened_on between ${year} and ${on} group by 1, 2 order by n.happened_on desc`)

export const assessedOf = (db: Db, { on, halfYear }: Around): Promise<AssessedOf[]> => db.rows<AssessedOf>(sql`
  select ${now}, a.id as "assessmentId", l.seen_on as "seenOn", coalesce(l.outcome, a.outcome) as outcome from assessments.assessment_person l join assessments.assessment a on a.id = l.assessment_id
  where a.domain = 'children' and a.state <> 'cancelled' and a.started_on <= ${on} and (a.authorised_on is null or a.authorised_on >= ${halfYear})`)

export const protectedOf = (db: Db, { on, halfYear }: Around): Promise<Protected[]> => db.rows<Protected>(sql`
  select ${now}, l.valid_from as "from", l.valid_to as "to" from people.legal_status l
  where l.superseded_at is null and l.code in ('emergencyProtection', 'policeProtection', 'emergencyProtectionInCare', 'policeProtectionInCare') and l.valid_from <= ${on} and coalesce(l.valid_to, ${on}::date) >= ${halfYear}::date`)

/** Households that adopt or want to, with the children placed there for adoption. */
export const adoptersOf = (db: Db, { on }: Around): Promise<AdopterHousehold[]> => db.rows<AdopterHousehold>(sql`
  select h.id, h.kind,
    coalesce((select jsonb_agg(jsonb_build_object('id', m.member_id, 'gender', m.gender, 'ethnicity', m.ethnicity, 'disabled', m.disabled) order by m.member_id) from care.household_member m where m.household_id = h.id and m.superseded_at is null), '[]') as members,
    coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'on', s.on_day) order by s.on_day, s.id) from care.household_step s where s.household_id = h.id and s.superseded_at is null and s.on_day <= ${on}), '[]') as steps,
    coalesce((select jsonb_agg(jsonb_build_object('personId', p.person_id, 'from', p.valid_from,
        'matchedOn', (select max(f.held_on) from care.fact f where f.person_id = p.person_id and f.kind = 'match' and f.superseded_at is null and f.held_on <= ${on}),
        'orderOn', (select max(c.ended_on) from care.period c where c.person_id = p.person_id and c.superseded_at is null and c.end_reason in ('adoptedConsent', 'adoptedDispensed') and c.ended_on <= ${on})) order by p.valid_from, p.id)
      from care.placement p where p.household_id = h.id and p.superseded_at is null and p.kind like 'adoption%' and p.valid_from <= ${on}), '[]') as placed
  from care.household h where h.kind in ('adopters', 'fosterAdopters') order by h.id`)
