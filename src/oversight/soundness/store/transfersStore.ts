import { survivor, type RecordRule } from '../model.ts'

const inHand = "i.state in ('open', 'waiting', 'returned') and (i.worker_id is not null or i.team_id is not null)"

/** Cases between councils: somebody owns each at every moment. */
export const transferRules: readonly RecordRule[] = [
  { name: 'transfers.owned', says: 'A case that was handed to another council is in the work of somebody here until that council says that it is responsible.', todo: 'Give the work to somebody, or close the transfer by its receipt.', find: `
    select 'a case handed over' as what, g.id from transfers.given g where (g.state = 'sent') <> exists (select 1 from work.item i where i.id = g.item_id and ${inHand})` },
  { name: 'transfers.accepted', says: 'A case that came from another council waits in the work of a team until a manager has accepted it.', todo: 'Accept it, or take it back.', find: `
    select 'a case that came' as what, c.id from transfers.come c where (c.accepted_at is null) <> exists (select 1 from work.item i where i.id = c.item_id and ${inHand})` },
  { name: 'transfers.conference', says: 'For every child who came on a child protection plan and was accepted there is a transfer-in conference, or the work of arranging it.', todo: 'Arrange the transfer-in conference, or write down why there is none.', find: `
    select distinct 'a case that came' as what, c.id from transfers.come c join transfers.piece p on p.come_id = c.id and p.kind = 'onPlan' and p.value ->> 'plan' = 'protectionPlan' and p.value ->> 'endedOn' is null, unnest(p.about) a
    where c.accepted_at is not null
      and not exists (select 1 from meetings.meeting m join meetings.meeting_person mp on mp.meeting_id = m.id where m.kind = 'transferInConference' and m.state <> 'cancelled' and ${survivor('mp.person_id')} = ${survivor('a')})
      and not exists (select 1 from work.item i join work.item_person ip on ip.item_id = i.id where i.section = 'transferInConference' and ${survivor('ip.person_id')} = ${survivor('a')})` },
  { name: 'transfers.care', says: 'Of every child who came looked after and was accepted it is said from which day they are in our care, or why they are not; or somebody has the work of saying so.', todo: 'Open the case that came, Take into our care.', find: `
    select distinct 'a case that came' as what, c.id from transfers.come c join transfers.piece p on p.come_id = c.id and p.kind = 'placement' and p.value ? 'need' and p.value ->> 'to' is null, unnest(p.about) a
    where c.accepted_at is not null
      and not exists (select 1 from transfers.care d where d.come_id = c.id and ${survivor('d.person_id')} = ${survivor('a')})
      and not exists (select 1 from work.item i join work.item_person ip on ip.item_id = i.id where i.kind = 'transferCare' and i.subject_id = c.id and ${inHand} and ${survivor('ip.person_id')} = ${survivor('a')})` },
]
