import { survivor, type RecordRule } from '../model.ts'

/** Supervision, and what chairs and reviewing officers dispute. */
export const supervisedRules: readonly RecordRule[] = [
  { name: 'supervision.aboutSomebody', says: 'What was decided in supervision about a family stands on the record of somebody of it.', todo: 'Write it down again at the next supervision, about whom it is.', find: `select 'a supervision' as what, e.id from supervision.entry e where not exists (select 1 from supervision.entry_person p where p.entry_id = e.id)` },
  { name: 'supervision.ofItsSession', says: 'What was discussed is of the two people and the day of its session.', todo: 'Tell those who look after Kith: it was written past the commands.', find: `select 'a supervision' as what, e.id from supervision.entry e join supervision.session s on s.id = e.session_id where (e.worker_id, e.manager_id, e.held_on) is distinct from (s.worker_id, s.manager_id, s.held_on)` },
  { name: 'supervision.notAhead', says: 'No supervision was held on a day that has not come.', todo: 'Correct the day of the supervision.', find: `select 'a supervision' as what, s.id from supervision.session s where s.held_on > $1::date` },
  { name: 'supervision.told', says: 'What was decided in supervision and what was disputed stand in the chronology.', todo: 'Tell those who look after Kith: it was written past the commands.', find: `
    select 'a supervision' as what, e.id from supervision.entry e where not exists (select 1 from chronology.event v where v.subject_id = e.id and v.subject_kind = 'supervision')
    union all select 'a dispute', d.id from reviewing.dispute d where not exists (select 1 from chronology.event v where v.subject_id = d.id and v.subject_kind = 'dispute')` },
  { name: 'disputes.withSomebody', says: 'A dispute that is open stands in the work of whoever has to answer; one that is over does not.', todo: 'Take the dispute further, to somebody who answers, or say that it is over.', find: `
    select 'a dispute' as what, d.id from reviewing.dispute d left join work.item i on i.id = d.item_id where (d.state = 'open') <> coalesce(i.state in ('open', 'waiting', 'returned') and i.worker_id is not null, false)` },
  { name: 'disputes.notTheirOwn', says: 'Nobody answers their own dispute, and each is about somebody.', todo: 'Take the dispute further, to somebody else.', find: `
    select distinct 'a dispute' as what, d.id from reviewing.dispute d join reviewing.dispute_step s on s.dispute_id = d.id and (s.whom_id = d.raised_by or s.on_day < d.raised_on)
    union select 'a dispute', d.id from reviewing.dispute d where not exists (select 1 from reviewing.dispute_person p where p.dispute_id = d.id)` },
]

const years = (age: number): string => `(c.born_on + interval '${age} years')::date`
const days = (from: string, to: string): string => `sum(greatest(0, least(coalesce(p.ended_on, $1::date), ${to}) - greatest(p.began_on, ${from})))`
/** Times in care that count: series of short breaks do not. */
const stays = `(select ${survivor('p.person_id')} as person_id, p.began_on, p.ended_on from care.period p where p.superseded_at is null
  and not exists (select 1 from people.legal_status s where s.person_id = p.person_id and s.superseded_at is null and s.code like 'shortBreaks%' and s.valid_from <= p.began_on and (s.valid_to is null or s.valid_to > p.began_on)))`
/** Eligible for half a year or more (Children Act 1989, schedule 2, paragraph 19B: thirteen weeks in care since fourteen, some of it at sixteen or seventeen), and not twenty-one yet. */
const owed = `(select c.person_id as id from people.card c join ${stays} p on p.person_id = c.person_id where c.died_on is null and ${years(21)} > $1::date and ${years(16)} < $1::date - 180
  group by c.person_id, c.born_on having ${days(years(16), years(18))} >= 180 and ${days(years(14), years(18))} >= 91 + 180)`
const whoHas = (kind: string): string => `(select ${survivor('f.person_id')} from care.fact f where f.superseded_at is null and f.kind = '${kind}')`

/** Care leavers: who advises them and by what plan. */
export const leavingRules: readonly RecordRule[] = [
  { name: 'leaving.advised', says: 'Whoever has been sixteen or seventeen in our care for half a year has, until twenty-one, a personal adviser who was named.', todo: 'Name the personal adviser (Leaving care).', find: `select 'a care leaver' as what, c.id from ${owed} c where c.id not in ${whoHas('adviser')}` },
  { name: 'leaving.planned', says: 'And a pathway plan.', todo: 'Make the pathway plan with them (Leaving care).', find: `select 'a care leaver' as what, c.id from ${owed} c where c.id not in ${whoHas('pathwayPlan')} and c.id not in (select ${survivor('pp.person_id')} from plans.plan_person pp where pp.kind = 'pathwayPlan')` },
  { name: 'leaving.ofAge', says: 'A pathway plan is for somebody of fifteen or more, and somebody leads it.', todo: 'Correct the day of the plan, or say who leads it.', find: `
    select 'a plan' as what, pp.plan_id as id from plans.plan_person pp join people.card c on c.person_id = ${survivor('pp.person_id')} where pp.kind = 'pathwayPlan' and pp.started_on < ${years(15)}
    union all select 'a plan', p.id from plans.plan p where p.kind = 'pathwayPlan' and p.state = 'current' and p.lead_id is null` },
]
