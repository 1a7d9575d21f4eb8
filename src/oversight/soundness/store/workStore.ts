import { survivor, type RecordRule } from '../model.ts'

const open = `i.state in ('open', 'waiting', 'returned')`
/** Where what a piece of work or an event points to is kept, by the word for it. */
export const keptIn: Readonly<Record<string, string>> = {
  assessment: 'assessments.assessment', contact: 'contacts.contact', decision: 'contacts.decision', enquiry: 'protection.enquiry', letter: 'assessments.letter', meeting: 'meetings.meeting', note: 'notes.note', output: 'outputs.output',
  plan: 'plans.plan', referral: 'contacts.referral', legalMatter: 'legal.matter', supervision: 'supervision.entry', dispute: 'reviewing.dispute', work: 'work.item',
}
const pointsNowhere = (of: string, what: string): string => Object.entries(keptIn).map(([kind, table]) => `select '${what}' as what, x.id from ${of} x where x.subject_kind = '${kind}' and not exists (select 1 from ${table} t where t.id = x.subject_id)`).join(' union all ')

/** Work that is open: whose it is, by when, about whom. */
export const workRules: readonly RecordRule[] = [
  { name: 'work.owned', says: 'Each piece of open work has a worker, or stands in the list of a team without one. A transfer is owned by whoever gives until somebody takes.', todo: 'Give it to a worker or a team.', find: `select 'a piece of work' as what, i.id from work.item i where ${open} and i.worker_id is null and i.team_id is null` },
  { name: 'work.ownedByPresent', says: 'Nobody who has left, and no team that is closed, has open work.', todo: 'Give it to somebody who works here.', find: `
    select 'a piece of work' as what, i.id from work.item i join access.actor a on a.id = i.worker_id where ${open} and not a.active
    union all select 'a piece of work', i.id from work.item i join access.team t on t.id = i.team_id where ${open} and i.worker_id is null and not t.active` },
  { name: 'work.aboutSomebody', says: 'Each piece of open work is about somebody, so that somebody sees it.', todo: 'Say whom it is about, or cancel it.', find: `select 'a piece of work' as what, i.id from work.item i where ${open} and not exists (select 1 from work.item_person l where l.item_id = i.id and l.domain = i.domain)` },
  { name: 'work.carried', says: 'Boards find each piece of open work under the team and worker who have it.', todo: 'Ask those who look after Kith to bring its links in step: they are kept by the database alone.', find: `
    select distinct 'a piece of work' as what, i.id from work.item i join work.item_person l on l.item_id = i.id where (l.team_id, l.worker_id, l.own) is distinct from (case when ${open} then i.team_id end, case when ${open} then i.worker_id end, case when ${open} then l.domain = i.domain end)` },
  { name: 'work.dutyCounted', says: 'No duty of open work runs without its clock.', todo: 'Open the work again, so that its clock begins with the day it began.', find: `
    select 'a piece of work' as what, i.id from work.item i where ${open} and i.duty is not null and not exists (select 1 from work.clock c where c.item_id = i.id and c.superseded_at is null)` },
  { name: 'work.clocksEnd', says: 'No clock runs on for work that has ended.', todo: 'End the clock with the day on which the work ended.', find: `select 'a piece of work' as what, i.id from work.item i join work.clock c on c.item_id = i.id and c.superseded_at is null where not ${open} and c.state in ('running', 'paused')` },
  { name: 'work.clocksDue', says: 'Each clock that runs has the day by which it is due, not before it began.', todo: 'Ask those who look after Kith: the timescale gave no day.', find: `select 'a clock' as what, c.id from work.clock c where c.superseded_at is null and c.state in ('running', 'paused') and (coalesce(c.due_on, c.due_at::date) is null or c.due_on < c.started_on)` },
  { name: 'work.endsWithADay', says: 'What is done or cancelled has the day on which it ended, and what is open has none.', todo: 'Write down the day on which it ended.', find: `select 'a piece of work' as what, i.id from work.item i where (not ${open}) <> (i.finished_on is not null)` },
  { name: 'work.allocatedAsKept', says: 'The history of whose work it is ends with whoever has it.', todo: 'Give the work once more to whoever has it.', find: `
    select 'a piece of work' as what, i.id from work.item i join work.allocation a on a.item_id = i.id and a.to_on is null and a.superseded_at is null where ${open} and a.worker_id is distinct from i.worker_id` },
  { name: 'work.notOfTheDead', says: 'Nobody is to be visited after their death.', todo: 'Cancel the visit with the reason.', find: `
    select 'a piece of work' as what, i.id from work.item i where ${open} and i.kind in ('visit', 'careVisit') and exists (select 1 from work.item_person l where l.item_id = i.id)
      and not exists (select 1 from work.item_person l join people.card c on c.person_id = ${survivor('l.person_id')} where l.item_id = i.id and (c.died_on is null or c.died_on >= i.opened_on))` },
  { name: 'work.closedWithout', says: 'Nothing is open for a referral that is closed for everybody.', todo: 'Finish or cancel what is open, or open the referral again.', find: `
    select 'a piece of work' as what, i.id from work.item i join contacts.referral r on r.id = i.subject_id where i.subject_kind = 'referral' and ${open} and r.closed_on is not null
    union all select 'a piece of work', i.id from work.item i join assessments.assessment a on a.id = i.subject_id where i.subject_kind = 'assessment' and i.kind in ('assessment', 'assessmentSignOff') and ${open} and a.state = 'authorised'
    union all select 'a piece of work', i.id from work.item i join meetings.meeting m on m.id = i.subject_id where i.subject_kind = 'meeting' and i.kind = m.kind and ${open} and m.state <> 'planned'` },
  { name: 'work.pointsSomewhere', says: 'What a piece of work is for is there.', todo: 'Cancel it with the reason, and tell those who look after Kith.', find: pointsNowhere('work.item', 'a piece of work') },
  { name: 'chronology.pointsSomewhere', says: 'What an entry of a chronology points to is there.', todo: 'Tell those who look after Kith: something was taken out of the record.', find: pointsNowhere('chronology.event', 'an entry of a chronology') },
]
