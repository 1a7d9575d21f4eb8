import { survivor, type RecordRule } from '../model.ts'

const kept = 'f.superseded_at is null'
const issued = (on: string): string => `exists (select 1 from legal.fact i where i.matter_id = m.id and i.kind = 'issued' and i.superseded_at is null and i.on_day <= ${on})`

/** Legal work: decisions, hearings, directions, orders, and papers for a court. */
export const legalRules: readonly RecordRule[] = [
  { name: 'legal.issued', says: 'Proceedings that were decided more than ninety days ago have been issued, or have ended.', todo: 'Write down the day on which the court issued the application, or end the proceedings.', find: `
    select 'legal work' as what, m.id from legal.matter m where m.kind = 'proceedings' and m.decided_on < $1::date - 90 and not ${issued('$1::date')} and exists (select 1 from legal.matter_person p where p.matter_id = m.id and p.ended_on is null)` },
  { name: 'legal.heardOnceIssued', says: 'A hearing is one of proceedings, and not before the court issued them.', todo: 'Correct the day of the hearing, or write down when the application was issued.', find: `
    select 'a hearing' as what, f.fact_id as id from legal.fact f join legal.matter m on m.id = f.matter_id where f.kind = 'hearing' and ${kept} and not (m.kind = 'proceedings' and ${issued('f.on_day')})` },
  { name: 'legal.afterTheDecision', says: 'What happens in legal work happens on or after the day it was decided, and nothing but a hearing lies ahead.', todo: 'Correct the day.', find: `
    select 'legal work' as what, f.fact_id as id from legal.fact f join legal.matter m on m.id = f.matter_id where ${kept} and (f.on_day < m.decided_on or (f.on_day > $1::date and f.kind <> 'hearing'))` },
  { name: 'legal.onceOfAKind', says: 'No child is in two proceedings, or twice in pre-proceedings, at a time.', todo: 'End one of the two, or say whose record is recorded twice.', find: `
    select 'legal work' as what, (array_agg(p.matter_id order by p.started_on desc))[1] as id from legal.matter_person p where p.ended_on is null group by ${survivor('p.person_id')}, p.kind having count(distinct p.matter_id) > 1` },
  { name: 'legal.led', says: 'Legal work that goes on has somebody who leads it, and each of its children has one of ours.', todo: 'Say who leads it.', find: `
    select 'legal work' as what, m.id from legal.matter m where m.lead_id is null and exists (select 1 from legal.matter_person p where p.matter_id = m.id and p.ended_on is null)
    union all select 'legal work', m.id from legal.matter m where not exists (select 1 from legal.matter_person p where p.matter_id = m.id)` },
  { name: 'legal.directed', says: 'What a court directed stands in the work of somebody until it is done.', todo: 'Write down on which day it was done, or ask for it again.', find: `
    select 'a direction' as what, d.id from legal.direction d join work.item i on i.id = d.item_id where (d.done_on is null) <> (i.state in ('open', 'waiting', 'returned')) and not exists (select 1 from legal.matter_person p where p.matter_id = d.matter_id and p.ended_on is not null)
    union all select 'a direction', d.id from legal.direction d where d.item_id is null and d.done_on is null` },
  { name: 'legal.runsOutLater', says: 'No order runs out before it begins.', todo: 'Correct the last day of the order.', find: `select 'a legal status' as what, s.order_id as id from people.legal_status s where s.superseded_at is null and s.expires_on < s.valid_from` },
  { name: 'legal.adviceOfSomebody', says: 'Advice of a lawyer is about somebody, and where it belongs to legal work, about children of it.', todo: 'Ask the lawyer to write it again about whom it is.', find: `
    select 'advice' as what, a.id from legal.advice a where not exists (select 1 from legal.advice_person p where p.advice_id = a.id)
    union all select 'advice', a.id from legal.advice a join legal.advice_person p on p.advice_id = a.id where a.matter_id is not null and not exists (select 1 from legal.matter_person m where m.matter_id = a.matter_id and ${survivor('m.person_id')} = ${survivor('p.person_id')})` },
  { name: 'papers.written', says: 'Each paper for a conference or a court has its form, finished with it.', todo: 'Open the paper again and finish it, or cancel it.', find: `
    select 'a paper' as what, i.id from work.item i where i.kind = 'paper' and i.state <> 'cancelled' and not exists (select 1 from answers.form f where f.item_id = i.id and (f.state = 'finished') = (i.state = 'done'))` },
  { name: 'papers.ofTheirChildren', says: 'A paper is about the children whom its work is about.', todo: 'Begin the paper again for the right children.', find: `
    select distinct 'a paper' as what, i.id from work.item i join answers.form f on f.item_id = i.id join answers.form_person p on p.form_id = f.id where i.kind = 'paper'
      and not exists (select 1 from work.item_person l where l.item_id = i.id and ${survivor('l.person_id')} = ${survivor('p.person_id')})` },
]
