import { survivor, type RecordRule } from '../model.ts'

/** Plans, meetings and enquiries. */
export const planRules: readonly RecordRule[] = [
  { name: 'plans.decided', says: 'Nobody has a child protection plan without a conference that was held and decided it for them.', todo: 'Find the conference that decided it and write down its decision, or end the plan.', find: `
    select 'a plan' as what, pp.plan_id as id from plans.plan_person pp where pp.kind = 'protectionPlan' and not exists (select 1 from meetings.decision d join meetings.meeting m on m.id = d.meeting_id and m.state = 'held'
      where d.meeting_id = pp.conference_id and ${survivor('d.person_id')} = ${survivor('pp.person_id')} and d.outcome = 'protectionPlan' and m.kind in ('initialConference', 'preBirthConference', 'transferInConference'))` },
  { name: 'plans.onceOfAKind', says: 'Nobody has two plans of one kind at a time.', todo: 'End one of the two, or say whose record is recorded twice.', find: `
    select 'a plan' as what, (array_agg(pp.plan_id order by pp.started_on desc))[1] as id from plans.plan_person pp where pp.ended_on is null and pp.kind in ('protectionPlan', 'childInNeedPlan', 'carePlan', 'pathwayPlan') group by ${survivor('pp.person_id')}, pp.kind having count(distinct pp.plan_id) > 1` },
  { name: 'plans.endTogether', says: 'A plan runs as long as it runs for somebody, and ends with the last of them.', todo: 'End the plan for whoever it is over, or begin it again.', find: `
    select 'a plan' as what, p.id from plans.plan p where p.state = 'current' and not exists (select 1 from plans.plan_person pp where pp.plan_id = p.id and pp.ended_on is null)
    union all select 'a plan', p.id from plans.plan p where p.state = 'ended' and exists (select 1 from plans.plan_person pp where pp.plan_id = p.id and pp.ended_on is null)` },
  { name: 'plans.conferenceDayFirst', says: 'A child protection plan does not begin before the conference that decided it.', todo: 'Correct the day on which the plan began.', find: `select 'a plan' as what, pp.plan_id as id from plans.plan_person pp join meetings.meeting m on m.id = pp.conference_id where pp.kind = 'protectionPlan' and pp.started_on < m.on_day` },
  { name: 'plans.actionsOwned', says: 'Each open action of a plan has an owner.', todo: 'Open the plan and say who does it.', find: `select 'a plan' as what, a.plan_id as id from plans.action a join plans.plan p on p.id = a.plan_id and p.state = 'current' where a.state = 'open' and a.to_version is null and btrim(a.owner_name) = '' and a.owner_id is null` },
  { name: 'meetings.heldAndDecided', says: 'A conference that was held decided something for each child.', todo: 'Open the meeting and write down what was decided for each of them.', find: `
    select distinct 'a meeting' as what, m.id from meetings.meeting m join meetings.meeting_person mp on mp.meeting_id = m.id where m.state = 'held' and m.kind in ('initialConference', 'preBirthConference', 'transferInConference', 'reviewConference')
      and not exists (select 1 from meetings.decision d where d.meeting_id = m.id and ${survivor('d.person_id')} = ${survivor('mp.person_id')})` },
  { name: 'meetings.notAhead', says: 'No meeting was held on a day that has not come.', todo: 'Correct the day of the meeting.', find: `select 'a meeting' as what, id from meetings.meeting where state = 'held' and on_day > $1::date` },
  { name: 'meetings.aboutSomebody', says: 'Each meeting and each plan is about somebody.', todo: 'Say whom it is about, or cancel it.', find: `
    select 'a meeting' as what, m.id from meetings.meeting m where not exists (select 1 from meetings.meeting_person mp where mp.meeting_id = m.id)
    union all select 'a plan', p.id from plans.plan p where not exists (select 1 from plans.plan_person pp where pp.plan_id = p.id)` },
  { name: 'enquiries.whole', says: 'An enquiry that is finished has an outcome for each child.', todo: 'Open the enquiry and say what came of it for each of them.', find: `select distinct 'a section 47 enquiry' as what, e.id from protection.enquiry e join protection.enquiry_person ep on ep.enquiry_id = e.id where e.state = 'finished' and ep.outcome is null` },
]
