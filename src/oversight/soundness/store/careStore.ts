import { survivor, type RecordRule } from '../model.ts'

const days = (from: string, to: string): string => `daterange(${from}, ${to}, '[)')`
const periods = `(select ${survivor('p.person_id')} as person_id, p.period_id as id, ${days('p.began_on', 'p.ended_on')} as days from care.period p where p.superseded_at is null)`
const placements = `(select ${survivor('p.person_id')} as person_id, p.placement_id as id, ${days('p.valid_from', 'p.valid_to')} as days from care.placement p where p.superseded_at is null)`
const statuses = `(select ${survivor('s.person_id')} as person_id, s.order_id as id, ${days('s.valid_from', 's.valid_to')} as days from people.legal_status s where s.superseded_at is null and s.kind = 'lookedAfter')`
/** All days of these, person by person: worked out once, not once for each. */
const whole = (of: string): string => `(select o.person_id, range_agg(o.days) as days from ${of} o group by o.person_id)`
/** The days of a time in care until today that none of these cover. */
const uncovered = (by: string): string => `select 'a time in care' as what, p.id from ${periods} p left join ${whole(by)} c on c.person_id = p.person_id
  where not isempty((datemultirange(p.days * daterange(null, $1::date, '[]'))) - coalesce(c.days, '{}'::datemultirange))`
/** What begins before everything earlier of the same person has ended. */
const twice = (what: string, of: string): string => `select '${what}' as what, o.id from (select x.id, lower(x.days) as begins, max(coalesce(upper(x.days), 'infinity'::date)) over (partition by x.person_id order by lower(x.days), x.id rows between unbounded preceding and 1 preceding) as until
  from ${of} x where not isempty(x.days)) o where o.begins < o.until`

/** Children in our care: where they live, by what right, and when. */
export const careRules: readonly RecordRule[] = [
  { name: 'care.placed', says: 'A child in our care has a placement on every day of it.', todo: 'Open where the child lives (In our care) and write down the placement that is missing, or correct the days.', find: uncovered(placements) },
  { name: 'care.placedOnce', says: 'A child has one placement at a time.', todo: 'Open where the child lives and correct the days of one of the two.', find: twice('a placement', placements) },
  { name: 'care.placedInCare', says: 'A placement lies within a time in care.', todo: 'Correct the days of the placement, or of the time in care.', find: `select 'a placement' as what, p.id from ${placements} p left join ${whole(periods)} c on c.person_id = p.person_id where not isempty(datemultirange(p.days) - coalesce(c.days, '{}'::datemultirange))` },
  { name: 'care.lawful', says: 'A child in our care has a legal status on every day of it.', todo: 'Open the legal status of the child and write down by what right the child is in care since then.', find: uncovered(statuses) },
  { name: 'care.oneStatus', says: 'A child has one legal status as a looked-after child at a time.', todo: 'Open the legal status of the child and end or correct one of the two.', find: twice('a legal status', statuses) },
  { name: 'care.oncePerTime', says: 'Times in care of one child do not overlap.', todo: 'Correct the days of one of the two, or say whose record is recorded twice.', find: twice('a time in care', periods) },
  { name: 'care.notBeforeBirth', says: 'Nobody came into care, was placed or was seen to be something before they were born.', todo: 'Correct the day, or the day of birth.', find: `
    select 'a time in care' as what, p.period_id as id from care.period p join people.card c on c.person_id = ${survivor('p.person_id')} where p.superseded_at is null and not c.unborn and p.began_on < c.born_on
    union all select 'a placement', p.placement_id from care.placement p join people.card c on c.person_id = ${survivor('p.person_id')} where p.superseded_at is null and not c.unborn and p.valid_from < c.born_on` },
  { name: 'care.householdKnown', says: 'A placement with a carer household is with one that was approved.', todo: 'Write down the approval of the household, or correct with whom the child lives.', find: `
    select 'a placement' as what, p.placement_id as id from care.placement p where p.superseded_at is null and p.household_id is not null and not exists (select 1 from care.household h where h.id = p.household_id)` },
]
