import { survivor, type RecordRule } from '../model.ts'

const of = (kind: string): string => `(select f.id, f.fact_id, ${survivor('f.person_id')} as person_id, f.held_on, f.held_to, f.answers from care.fact f where f.kind = '${kind}' and f.superseded_at is null)`
const before = (kind: string, by: string): string => `exists (select 1 from ${of(kind)} b where b.person_id = f.person_id and ${by})`
const officers = `(select m.actor_id from access.membership m join access.actor a on a.id = m.actor_id and a.active where m.role = 'designatedOfficer' and (m.valid_to is null or m.valid_to > now()))`

/** Safety outside the home, private arrangements, and allegations against those who work with children. */
export const safetyRules: readonly RecordRule[] = [
  { name: 'care.factsForwards', says: 'Nothing that is known of a child with a day ends before it begins, or lies ahead.', todo: 'Correct one of the two days.', find: `select 'a fact' as what, f.fact_id as id from care.fact f where f.superseded_at is null and (f.held_to < f.held_on or f.held_on > $1::date)` },
  { name: 'missing.oneAtATime', says: 'A child is missing once at a time.', todo: 'Write down the day on which the child came back from the first.', find: `
    select 'a time missing' as what, b.fact_id as id from ${of('missing')} a join ${of('missing')} b on b.person_id = a.person_id and b.id > a.id and daterange(a.held_on, a.held_to, '[)') && daterange(b.held_on, b.held_to, '[)')` },
  { name: 'missing.talkOffered', says: 'Whoever came back from being missing more than thirty days ago, and in this year, was offered a talk.', todo: 'Offer it now, and write down that it was late, or that the child did not want it.', find: `
    select 'a time missing' as what, f.fact_id as id from ${of('missing')} f where f.held_to between $1::date - 365 and $1::date - 30 and not ${before('returnInterview', 'b.held_on >= f.held_to')}` },
  { name: 'missing.talkAfterReturn', says: 'A talk after coming back follows a return.', todo: 'Write down the time for which the child was missing, or correct the day of the talk.', find: `select 'a talk' as what, f.fact_id as id from ${of('returnInterview')} f where not ${before('missing', 'b.held_on <= f.held_on and (b.held_to is null or b.held_to <= f.held_on)')}` },
  { name: 'exploitation.lookedAtAgain', says: 'Exploitation that goes on has a day on which it is looked at again, after it was known.', todo: 'Set a day for the next review.', find: `
    select 'exploitation' as what, f.fact_id as id from ${of('exploitation')} f where (f.held_to is null or f.held_to > $1::date) and coalesce(f.answers ->> 'reviewOn', '') !~ '^\\d{4}-\\d\\d-\\d\\d$'
    union all select 'exploitation', f.fact_id from ${of('exploitation')} f where f.answers ->> 'reviewOn' < f.held_on::text` },
  { name: 'exploitation.reviewsOfIt', says: 'A review of exploitation is one of exploitation that was known.', todo: 'Write down since when it was known, or correct the day of the review.', find: `select 'a review' as what, f.fact_id as id from ${of('exploitationReview')} f where not ${before('exploitation', 'b.held_on <= f.held_on')}` },
  { name: 'fostering.known', says: 'A private fostering arrangement has the day on which we were told, and visits and assessments are those of an arrangement.', todo: 'Write down when we were told, or correct the day of the visit.', find: `
    select 'a private arrangement' as what, f.fact_id as id from ${of('privateFostering')} f where coalesce(f.answers ->> 'notifiedOn', '') !~ '^\\d{4}-\\d\\d-\\d\\d$' or f.answers ->> 'notifiedOn' > $1::text
    union all select 'a visit to a private arrangement', f.fact_id from ${of('privateFosteringVisit')} f where not ${before('privateFostering', 'b.held_on <= f.held_on and (b.held_to is null or b.held_to >= f.held_on)')}
    union all select 'an assessment of a private arrangement', f.fact_id from ${of('privateFosteringAssessment')} f where not ${before('privateFostering', 'b.held_on <= f.held_on')}` },
  { name: 'fostering.notInCare', says: 'Nobody lives in a private arrangement while in our care.', todo: 'End the arrangement with the day on which the child came into our care.', find: `
    select 'a private arrangement' as what, f.fact_id as id from ${of('privateFostering')} f join care.period p on p.superseded_at is null and ${survivor('p.person_id')} = f.person_id and daterange(p.began_on, p.ended_on, '[)') && daterange(f.held_on, f.held_to, '[)')` },
  { name: 'allegations.ofOfficers', says: 'Each allegation is with every designated officer there is, whomever it is about.', todo: 'A designated officer opens what was told before they came, on the page of allegations.', find: `
    select distinct 'an allegation' as what, b.allegation_id as id from allegation.about b cross join ${officers} o where not exists (select 1 from access.involvement i where i.worker_id = o.actor_id and i.domain = 'allegation' and i.superseded_at is null and i.to_on is null and ${survivor('i.person_id')} = ${survivor('b.person_id')})
    union select 'an allegation', a.id from allegation.allegation a where a.ended_on is null and not exists (select 1 from ${officers} o)` },
  { name: 'allegations.againstOne', says: 'Each allegation is against one adult.', todo: 'Write it down again: one for each adult.', find: `select 'an allegation' as what, a.id from allegation.allegation a where (select count(*) from allegation.about b where b.allegation_id = a.id and b.role = 'professional') <> 1` },
  { name: 'allegations.answered', says: 'An allegation has its first answer within thirty days, and before it ends.', todo: 'Write down the first answer.', find: `select 'an allegation' as what, a.id from allegation.allegation a where a.advised_on is null and (a.told_on < $1::date - 30 or a.ended_on is not null)` },
  { name: 'allegations.ended', says: 'An allegation comes to its end within a year.', todo: 'Write down what came of it, or what is waited for.', find: `
    select 'an allegation' as what, a.id from allegation.allegation a where a.ended_on is null and a.told_on < $1::date - 365 and not exists (select 1 from allegation.step s where s.allegation_id = a.id and s.on_day > $1::date - 90)` },
  { name: 'allegations.forwards', says: 'An allegation is known, told, answered and ended in this order.', todo: 'Correct the day.', find: `
    select 'an allegation' as what, a.id from allegation.allegation a where a.told_on < a.known_on or a.advised_on < a.told_on or a.ended_on < a.told_on
    union all select 'an allegation', s.allegation_id from allegation.step s join allegation.allegation a on a.id = s.allegation_id where s.on_day < a.known_on` },
]
