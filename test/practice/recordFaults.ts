/** A fault put into a sound record past every guard of it, and the rules that have to find it. `free`: a constraint that stands in the way, taken off for the time of the proof. */
export type RecordFault = Readonly<{ rule: string; says: string; sql: string; free?: readonly string[] }>

const born = "(select c.born_on from people.card c where c.person_id = x.person_id)"
const anyNote = '(select id from notes.note order by id limit 1)'
const openItem = "(select id from work.item where state = 'open' and worker_id is not null and duty is not null order by id limit 1)"
const inCare = "(select period_id from care.period where superseded_at is null and ended_on is null order by id limit 1)"
const placed = "(select pl.id from care.placement pl join care.period p on p.person_id = pl.person_id and p.superseded_at is null and p.ended_on is null where pl.superseded_at is null and pl.valid_to is null order by pl.id limit 1)"
const protectedOne = "(select plan_id from plans.plan_person where kind = 'protectionPlan' order by plan_id limit 1)"
const conference = "(select id from meetings.meeting where state = 'held' and kind = 'initialConference' order by id limit 1)"

const proceedings = "(select m.id from legal.matter m join legal.matter_person p on p.matter_id = m.id and p.ended_on is null where m.kind = 'proceedings' order by m.id limit 1)"
const told = '(select id from allegation.allegation order by id limit 1)'
const current = (kind: string) => `(select id from care.fact where kind = '${kind}' and superseded_at is null order by id limit 1)`
const grown = "(select pp.person_id from plans.plan_person pp join people.card c on c.person_id = pp.person_id where pp.kind = 'pathwayPlan' and c.born_on between '2006-01-01' and '2008-12-31' order by 1 limit 1)"

const somebody = '(select id from access.actor order by id limit 1)'
const cameHere = "insert into transfers.come (id, from_code, from_name, made_at, notified_on, taken_at, accepted_at) values (gen_random_uuid(), '331', 'Eastmere', now(), '2026-11-02', now()"
/** Cases between councils. */
const transferFaults: readonly RecordFault[] = [
  { rule: 'transfers.owned', says: 'a case handed over that is in nobody’s work', sql: `insert into transfers.given (id, to_code, to_name, reason, state, asked_at, asked_by, decided_at, decided_by, sent_at) values (gen_random_uuid(), '331', 'Eastmere', 'They moved', 'sent', now(), ${somebody}, now(), (select id from access.actor order by id desc limit 1), now())` },
  { rule: 'transfers.accepted', says: 'a case that came and waits for nobody', sql: `${cameHere}, null)` },
  { rule: 'transfers.conference', says: 'a child who came on a plan and has no conference', sql: `with c as (${cameHere}, now()) returning id) insert into transfers.piece (id, come_id, about, kind, title, blocks, value, place) select gen_random_uuid(), c.id, array[(select person_id from people.card order by 1 limit 1)], 'onPlan', 'Child protection plan', '[]', '{"plan": "protectionPlan", "endedOn": null}', 1 from c` },
  { rule: 'transfers.care', says: 'a child who came looked after and of whom nobody says whose they are', sql: `with c as (${cameHere}, now()) returning id) insert into transfers.piece (id, come_id, about, kind, title, blocks, value, place) select gen_random_uuid(), c.id, array[(select person_id from people.card order by 1 limit 1)], 'placement', 'Looked after', '[]', '{"need": "abuseOrNeglect", "from": "2026-10-01", "to": null}', 1 from c` },
]

/** Legal work, safety, allegations, supervision, care leavers. */
const laterFaults: readonly RecordFault[] = [
  { rule: 'legal.issued', says: 'proceedings of last year that no court issued', sql: `with gone as (delete from legal.fact where matter_id = ${proceedings} and kind = 'issued') update legal.matter set decided_on = '2026-01-05' where id = ${proceedings}` },
  { rule: 'legal.heardOnceIssued', says: 'a hearing of pre-proceedings', sql: "update legal.matter set kind = 'preProceedings' where id = (select matter_id from legal.fact where kind = 'hearing' order by id limit 1)" },
  { rule: 'legal.heardOnceIssued', says: 'a hearing before the court issued anything', sql: "update legal.fact set on_day = on_day - 400 where id = (select id from legal.fact where kind = 'hearing' order by id limit 1)" },
  { rule: 'legal.afterTheDecision', says: 'a letter before the decision', sql: "update legal.fact set on_day = '2001-01-01' where id = (select id from legal.fact where kind = 'letter' order by id limit 1)" },
  { rule: 'legal.afterTheDecision', says: 'an application issued next year', sql: "update legal.fact set on_day = '2027-03-01' where id = (select id from legal.fact where kind = 'issued' order by id limit 1)" },
  { rule: 'legal.onceOfAKind', says: 'two parts of one child in two proceedings', sql: `with one as (select person_id from legal.matter_person where matter_id = ${proceedings} order by 1 limit 1), other as (select matter_id, person_id from legal.matter_person where matter_id <> ${proceedings} and person_id <> (select person_id from one) order by 1, 2 limit 1),
    twin as (update legal.matter_person set kind = 'proceedings', ended_on = null, outcome = null where (matter_id, person_id) = (select matter_id, person_id from other))
    insert into access.person_part (part_id, survivor_id, into_id, merged_by, reason) select one.person_id, other.person_id, other.person_id, (select id from access.actor limit 1), 'one' from one, other` },
  { rule: 'legal.led', says: 'proceedings that nobody leads', sql: `update legal.matter set lead_id = null where id = ${proceedings}` },
  { rule: 'legal.led', says: 'legal work about nobody', sql: `delete from legal.matter_person where matter_id = ${proceedings}` },
  { rule: 'legal.directed', says: 'a direction whose work was finished and which is not done', sql: "update work.item set state = 'done', finished_on = '2026-11-01' where id = (select item_id from legal.direction where done_on is null order by id limit 1)" },
  { rule: 'legal.directed', says: 'a direction in nobody’s work', sql: 'update legal.direction set item_id = null where done_on is null' },
  { rule: 'legal.runsOutLater', says: 'an order that ran out before it began', free: ['people.legal_status legal_status_check1'], sql: 'update people.legal_status set expires_on = valid_from - 1 where id = (select id from people.legal_status where superseded_at is null order by id limit 1)' },
  { rule: 'legal.adviceOfSomebody', says: 'advice about nobody', sql: "insert into legal.advice (id, given_on, given_by, words) values (gen_random_uuid(), '2026-11-02', 'A lawyer', 'As we said')" },
  { rule: 'legal.adviceOfSomebody', says: 'advice about a child of other legal work', sql: `with a as (insert into legal.advice (id, matter_id, given_on, given_by, words) values (gen_random_uuid(), ${proceedings}, '2026-11-02', 'A lawyer', 'As we said') returning id)
    insert into legal.advice_person (advice_id, person_id, domain) select a.id, (select person_id from people.card where person_id not in (select person_id from legal.matter_person) order by 1 limit 1), 'legal' from a` },
  { rule: 'papers.written', says: 'a finished paper whose form is a draft', sql: "update answers.form set state = 'draft' where item_id = (select id from work.item where kind = 'paper' and state = 'done' order by id limit 1)" },
  { rule: 'papers.written', says: 'a paper without a form', sql: "update answers.form set item_id = null where item_id = (select id from work.item where kind = 'paper' order by id limit 1)" },
  { rule: 'papers.ofTheirChildren', says: 'a paper about another child', sql: "update answers.form_person set person_id = (select person_id from people.card order by person_id desc limit 1) where (form_id, person_id) = (select p.form_id, p.person_id from answers.form_person p join answers.form f on f.id = p.form_id join work.item i on i.id = f.item_id and i.kind = 'paper' order by 1, 2 limit 1)" },
  { rule: 'care.factsForwards', says: 'a child who came back before going missing', free: ['care.fact fact_check'], sql: `update care.fact set held_to = held_on - 1 where id = ${current('missing')}` },
  { rule: 'care.factsForwards', says: 'a review of next year', sql: `update care.fact set held_on = '2027-05-01', held_to = null where id = ${current('review')}` },
  { rule: 'missing.oneAtATime', says: 'missing twice at a time', sql: `insert into care.fact (id, fact_id, person_id, domain, kind, held_on, held_to, answers) select gen_random_uuid(), gen_random_uuid(), person_id, domain, kind, held_on, held_on + 2, answers from care.fact where id = ${current('missing')}` },
  { rule: 'missing.talkOffered', says: 'a return with nobody to talk with', sql: "delete from care.fact where kind = 'returnInterview'" },
  { rule: 'missing.talkAfterReturn', says: 'a talk without a return', sql: "delete from care.fact where kind = 'missing'" },
  { rule: 'exploitation.lookedAtAgain', says: 'exploitation that nobody looks at again', sql: "update care.fact set answers = answers - 'reviewOn' where kind = 'exploitation' and held_to is null" },
  { rule: 'exploitation.lookedAtAgain', says: 'a review before it was known', sql: `update care.fact set answers = answers || '{"reviewOn": "2001-01-01"}' where id = ${current('exploitation')}` },
  { rule: 'exploitation.reviewsOfIt', says: 'a review of what was never known', sql: "delete from care.fact where kind = 'exploitation'" },
  { rule: 'fostering.known', says: 'an arrangement that nobody told us of', sql: `update care.fact set answers = answers - 'notifiedOn' where id = ${current('privateFostering')}` },
  { rule: 'fostering.known', says: 'a visit to no arrangement', sql: "delete from care.fact where kind = 'privateFostering'" },
  { rule: 'fostering.notInCare', says: 'a child in our care in a private arrangement', sql: `update care.fact set held_to = null, person_id = (select person_id from care.period where superseded_at is null and ended_on is null order by id limit 1) where id = ${current('privateFostering')}` },
  { rule: 'allegations.ofOfficers', says: 'an allegation that the officer does not see', sql: `delete from access.involvement where domain = 'allegation' and person_id in (select person_id from allegation.about where allegation_id = ${told})` },
  { rule: 'allegations.ofOfficers', says: 'allegations where there is no officer', sql: "update access.membership set valid_to = now() - interval '1 day', valid_from = now() - interval '2 days' where role = 'designatedOfficer'" },
  { rule: 'allegations.againstOne', says: 'an allegation against nobody', sql: `delete from allegation.about where role = 'professional' and allegation_id = ${told}` },
  { rule: 'allegations.answered', says: 'an allegation that ended without an answer', sql: 'update allegation.allegation set advised_on = null where ended_on is not null' },
  { rule: 'allegations.answered', says: 'an allegation that nobody answered for two months', sql: "update allegation.allegation set advised_on = null, known_on = '2026-08-20', told_on = '2026-08-20' where ended_on is null" },
  { rule: 'allegations.ended', says: 'an allegation of two years ago that nobody looks at', sql: "with gone as (delete from allegation.step where allegation_id in (select id from allegation.allegation where ended_on is null)) update allegation.allegation set known_on = '2024-09-01', told_on = '2024-09-01' where ended_on is null" },
  { rule: 'allegations.forwards', says: 'an allegation told before it was known', sql: `update allegation.allegation set known_on = told_on + 1 where id = ${told}` },
  { rule: 'supervision.aboutSomebody', says: 'a decision of supervision on nobody’s record', sql: 'delete from supervision.entry_person where entry_id = (select id from supervision.entry order by id limit 1)' },
  { rule: 'supervision.ofItsSession', says: 'something discussed on another day than the session', sql: 'update supervision.entry set held_on = held_on + 1 where id = (select id from supervision.entry order by id limit 1)' },
  { rule: 'supervision.notAhead', says: 'a supervision of next year', sql: "update supervision.session set held_on = '2027-02-01' where id = (select id from supervision.session order by id limit 1)" },
  { rule: 'supervision.told', says: 'a decision that no chronology knows', sql: "delete from chronology.event where subject_kind = 'supervision' and subject_id = (select id from supervision.entry order by id limit 1)" },
  { rule: 'supervision.told', says: 'a dispute that no chronology knows', sql: "delete from chronology.event where subject_kind = 'dispute'" },
  { rule: 'disputes.withSomebody', says: 'an open dispute that nobody has to answer', sql: "update work.item set state = 'done', finished_on = '2026-11-20' where kind = 'dispute' and state = 'open'" },
  { rule: 'disputes.withSomebody', says: 'a dispute that is over and still to be answered', sql: "update work.item set state = 'open', finished_on = null where id = (select item_id from reviewing.dispute where state = 'resolved' order by id limit 1)" },
  { rule: 'disputes.notTheirOwn', says: 'a dispute that its chair has to answer', sql: "update reviewing.dispute_step s set whom_id = d.raised_by from reviewing.dispute d where d.id = s.dispute_id and s.whom_id is not null" },
  { rule: 'disputes.notTheirOwn', says: 'a dispute about nobody', sql: 'delete from reviewing.dispute_person where dispute_id = (select id from reviewing.dispute order by id limit 1)' },
  { rule: 'leaving.advised', says: 'a care leaver without an adviser', sql: `delete from care.fact where kind = 'adviser' and person_id = ${grown}` },
  { rule: 'leaving.planned', says: 'a care leaver without a plan', sql: `with one as (select ${grown} as id), plan as (delete from plans.plan_person where kind = 'pathwayPlan' and person_id = (select id from one)) delete from care.fact where kind = 'pathwayPlan' and person_id = (select id from one)` },
  { rule: 'leaving.ofAge', says: 'a pathway plan for a child of ten', sql: `update people.card set born_on = '2016-01-01' where person_id = ${grown}` },
  { rule: 'leaving.ofAge', says: 'a pathway plan that nobody leads', sql: "update plans.plan set lead_id = null where kind = 'pathwayPlan' and state = 'current'" },
]

export const recordFaults: readonly RecordFault[] = [
  { rule: 'care.placed', says: 'a child in care whose placement ends without another', sql: `update care.placement set valid_to = greatest(valid_from, current_date - 20) where id = ${placed}` },
  { rule: 'care.placed', says: 'a child in care without any placement', sql: `update care.placement set superseded_at = now() where person_id = (select person_id from care.period where period_id = ${inCare} limit 1)` },
  { rule: 'care.placedOnce', says: 'two placements at a time', free: ['care.placement one_placement_at_once'], sql: `insert into care.placement (id, placement_id, person_id, kind, place_name, valid_from) select gen_random_uuid(), gen_random_uuid(), person_id, kind, place_name, valid_from from care.placement where id = ${placed}` },
  { rule: 'care.placedInCare', says: 'a placement after the time in care', sql: `update care.placement set valid_from = valid_from - 400 where id = (select pl.id from care.placement pl where superseded_at is null and not exists (select 1 from care.placement o where o.person_id = pl.person_id and o.superseded_at is null and o.valid_from < pl.valid_from) order by id limit 1)` },
  { rule: 'care.lawful', says: 'a child in care without a legal status', sql: `update people.legal_status set superseded_at = now() where kind = 'lookedAfter' and person_id = (select person_id from care.period where period_id = ${inCare} limit 1)` },
  { rule: 'care.oneStatus', says: 'two legal statuses at a time', free: ['people.legal_status one_looked_after_status'], sql: `insert into people.legal_status (id, order_id, person_id, kind, code, valid_from) select gen_random_uuid(), gen_random_uuid(), person_id, kind, 'careOrder', valid_from from people.legal_status where kind = 'lookedAfter' and superseded_at is null order by id limit 1` },
  { rule: 'care.oncePerTime', says: 'two times in care at once', free: ['care.period one_period_at_once'], sql: `insert into care.period (id, period_id, person_id, admission_id, began_on, planned, need) select gen_random_uuid(), gen_random_uuid(), person_id, gen_random_uuid(), began_on, true, need from care.period where period_id = ${inCare} and superseded_at is null` },
  { rule: 'care.notBeforeBirth', says: 'in care before birth', sql: `update care.period x set began_on = ${born} - 1 where x.id = (select p.id from care.period p join people.card c on c.person_id = p.person_id and c.born_on is not null where p.superseded_at is null order by p.id limit 1)` },
  { rule: 'care.householdKnown', says: 'placed with a household that is not there', sql: `update care.placement set household_id = gen_random_uuid() where id = ${placed}` },
  { rule: 'plans.decided', says: 'a child protection plan whose conference decided none', sql: `delete from meetings.decision where meeting_id = (select conference_id from plans.plan_person where plan_id = ${protectedOne} limit 1)` },
  { rule: 'plans.onceOfAKind', says: 'two plans of one kind', free: ['plans.plan_person plan_person_plan_id_kind_fkey'], sql: `insert into plans.plan (id, kind, started_on) values ('00000000-0000-7000-8000-0000000000aa', 'childInNeedPlan', '2026-01-01'); drop index plans.one_plan_of_a_kind; insert into plans.plan_person (plan_id, person_id, domain, kind, started_on) select '00000000-0000-7000-8000-0000000000aa', person_id, 'children', 'childInNeedPlan', '2026-01-01' from plans.plan_person where kind = 'childInNeedPlan' and ended_on is null limit 1` },
  { rule: 'plans.endTogether', says: 'a plan that runs for nobody', sql: "update plans.plan_person set ended_on = started_on, end_reason = 'other' where plan_id = (select id from plans.plan where state = 'current' order by id limit 1)" },
  { rule: 'plans.endTogether', says: 'a plan that has ended and runs for somebody', sql: "update plans.plan set state = 'ended' where id = (select id from plans.plan where state = 'current' order by id limit 1)" },
  { rule: 'plans.conferenceDayFirst', says: 'a plan before its conference', sql: `update plans.plan_person set started_on = started_on - 10 where plan_id = ${protectedOne}` },
  { rule: 'plans.actionsOwned', says: 'an action of nobody', sql: "update plans.action set owner_name = ' ', owner_id = null where plan_id in (select id from plans.plan where state = 'current') and state = 'open'" },
  { rule: 'meetings.heldAndDecided', says: 'a conference that decided nothing', sql: `delete from meetings.decision where meeting_id = ${conference}` },
  { rule: 'meetings.notAhead', says: 'a meeting held next month', sql: `update meetings.meeting set on_day = '2027-01-05' where id = ${conference}` },
  { rule: 'meetings.aboutSomebody', says: 'a meeting about nobody', sql: `delete from meetings.meeting_person where meeting_id = ${conference}` },
  { rule: 'enquiries.whole', says: 'an enquiry finished without an outcome', sql: "update protection.enquiry_person set outcome = null where enquiry_id = (select id from protection.enquiry where state = 'finished' order by id limit 1)" },
  { rule: 'work.owned', says: 'work of nobody', sql: `update work.item set worker_id = null, team_id = null where id = ${openItem}` },
  { rule: 'work.ownedByPresent', says: 'work of somebody who has left', sql: `update access.actor set active = false where id = (select worker_id from work.item where id = ${openItem})` },
  { rule: 'work.ownedByPresent', says: 'work of a team that is closed', sql: "update access.team set active = false where id = (select team_id from work.item where state = 'open' and worker_id is null limit 1)" },
  { rule: 'work.aboutSomebody', says: 'work about nobody', sql: `delete from work.item_person where item_id = ${openItem}` },
  { rule: 'work.carried', says: 'a board that would not find a piece', sql: `update work.item_person set team_id = null where item_id = ${openItem}` },
  { rule: 'work.dutyCounted', says: 'a duty without its clock', sql: `delete from work.clock where item_id = ${openItem}` },
  { rule: 'work.clocksEnd', says: 'a clock that runs for finished work', sql: "update work.clock set state = 'running' where id = (select c.id from work.clock c join work.item i on i.id = c.item_id and i.state = 'done' where c.superseded_at is null limit 1)" },
  { rule: 'work.clocksDue', says: 'a clock without a day', sql: `update work.clock set due_on = null, due_at = null where item_id = ${openItem}` },
  { rule: 'work.endsWithADay', says: 'work done on no day', sql: "update work.item set finished_on = null where id = (select id from work.item where state = 'done' limit 1)" },
  { rule: 'work.allocatedAsKept', says: 'a history that ends with somebody else', sql: `update work.allocation set worker_id = (select id from access.actor where id <> worker_id limit 1) where id = (select a.id from work.allocation a join work.item i on i.id = a.item_id and i.state = 'open' where a.to_on is null and a.superseded_at is null limit 1)` },
  { rule: 'work.notOfTheDead', says: 'a visit to somebody who has died', sql: "update people.card set died_on = '2010-01-01' where person_id in (select person_id from work.item_person where item_id = (select id from work.item where state = 'open' and kind in ('visit', 'careVisit') order by id limit 1))" },
  { rule: 'work.closedWithout', says: 'a sign-off that is open though it was agreed', sql: "update assessments.assessment set state = 'authorised' where id = (select subject_id from work.item where kind = 'assessmentSignOff' and state = 'open' limit 1)" },
  { rule: 'work.pointsSomewhere', says: 'work for an assessment that is not there', sql: "update work.item set subject_id = gen_random_uuid() where id = (select id from work.item where subject_kind = 'assessment' limit 1)" },
  { rule: 'chronology.pointsSomewhere', says: 'an entry of a note that is not there', sql: `delete from notes.note where id = ${anyNote}` },
  { rule: 'chronology.whole', says: 'a note that no chronology knows', sql: `delete from chronology.event where subject_id = ${anyNote}` },
  { rule: 'writing.aboutSomebody', says: 'a note about nobody', sql: `delete from notes.note_person where note_id = ${anyNote}` },
  { rule: 'writing.passagesOfItsPeople', says: 'a passage about a stranger', sql: 'update notes.passage set about = array[gen_random_uuid()] where id = (select id from notes.passage limit 1)' },
  { rule: 'writing.seenAfterBirth', says: 'a child seen before birth', sql: "update notes.note set happened_on = '1990-01-01' where id = (select l.note_id from notes.note_person l join people.card c on c.person_id = l.person_id and c.born_about = 'day' and c.born_on > '2000-01-01' where l.seen limit 1)" },
  { rule: 'writing.notAhead', says: 'a note of a day to come', sql: `update notes.note set happened_on = '2030-01-01' where id = ${anyNote}` },
  { rule: 'writing.agreedBySomebody', says: 'an assessment agreed by nobody', sql: "update assessments.assessment set authorised_by = null where id = (select id from assessments.assessment where state = 'authorised' limit 1)" },
  { rule: 'writing.agreedBySomebody', says: 'an assessment agreed by its writer', sql: "update assessments.assessment set authorised_by = sent_by where id = (select id from assessments.assessment where state = 'authorised' limit 1)" },
  { rule: 'writing.finishedAsAsked', says: 'a finished form without its words', sql: "update answers.form set as_asked = null where id = (select id from answers.form where state = 'finished' limit 1)" },
  { rule: 'times.forwards', says: 'an involvement that ends before it begins', free: ['access.involvement involvement_check'], sql: 'update access.involvement set to_on = from_on - 1 where id = (select id from access.involvement limit 1)' },
  { rule: 'times.forwards', says: 'work finished before it was begun', sql: "update work.item set finished_on = opened_on - 1 where id = (select id from work.item where state = 'done' limit 1)" },
  { rule: 'people.carded', says: 'a person without a name card', sql: "delete from people.card where person_id = (select person_id from people.card where born_on is not null order by person_id limit 1)" },
  { rule: 'people.mergedOnce', says: 'a part that leads to a part', sql: `with p as (select array(select id from people.person where id not in (select part_id from access.person_part union select survivor_id from access.person_part) order by id limit 3) as id), w as (select id from access.actor limit 1)
    insert into access.person_part (part_id, survivor_id, into_id, merged_by, reason) select p.id[1], p.id[2], p.id[2], w.id, 'one' from p, w union all select p.id[2], p.id[3], p.id[3], w.id, 'two' from p, w` },
  { rule: 'people.notTheirOwnKin', says: 'a parent younger than the child', sql: "update people.card set born_on = '2026-01-01' where person_id = (select r.person_id from people.relationship r join people.card c on c.person_id = r.person_id and c.born_about = 'day' join people.card o on o.person_id = r.other_id and o.born_on is not null where r.kind = 'parent' and r.superseded_at is null limit 1)" },
  { rule: 'people.nothingAfterDeath', says: 'somebody seen after their death', sql: "update people.card set died_on = '2001-01-01' where person_id = (select person_id from notes.note_person where seen limit 1)" },
  { rule: 'decisions.ofTheirContact', says: 'a decision about a child of another contact', sql: 'update contacts.decision_person set person_id = (select person_id from people.card order by person_id desc limit 1) where (decision_id, person_id) = (select dp.decision_id, dp.person_id from contacts.decision_person dp join contacts.decision d on d.id = dp.decision_id and d.superseded_at is null order by 1, 2 limit 1)' },
  { rule: 'referrals.fromAContact', says: 'a referral about a child of another contact', sql: 'update contacts.referral_person set person_id = (select person_id from people.card order by person_id desc limit 1) where (referral_id, person_id) = (select rp.referral_id, rp.person_id from contacts.referral_person rp join contacts.referral r on r.id = rp.referral_id and r.contact_id is not null order by 1, 2 limit 1)' },
  ...transferFaults,
  ...laterFaults,
]
