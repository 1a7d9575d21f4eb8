import { survivor, type RecordRule } from '../model.ts'

const inChronology = (what: string, table: string, kind: string, more = ''): string =>
  `select '${what}' as what, t.id from ${table} t where not exists (select 1 from chronology.event e where e.subject_id = t.id and e.subject_kind = '${kind}') ${more}`
const backwards = (what: string, table: string, from: string, to: string, more = ''): string => `select '${what}' as what, id from ${table} where ${to} < ${from} ${more}`
const strangers = (what: string, passage: string, parent: string, links: string, key: string): string =>
  `select distinct '${what}' as what, p.${key} as id from ${passage} p join ${parent} n on n.id = p.${key}, unnest(p.about) one where not exists (select 1 from ${links} l where l.${key} = p.${key} and ${survivor('l.person_id')} = ${survivor('one')})`

/** What was written, who it is about, and people themselves. */
export const writingRules: readonly RecordRule[] = [
  { name: 'chronology.whole', says: 'Each note, contact, referral, assessment, meeting, plan and enquiry stands in the chronology.', todo: 'Tell those who look after Kith: it was written past the commands.', find: [
    inChronology('a note', 'notes.note', 'note'), inChronology('a contact', 'contacts.contact', 'contact'), inChronology('an assessment', 'assessments.assessment', 'assessment'),
    inChronology('a meeting', 'meetings.meeting', 'meeting'), inChronology('a plan', 'plans.plan', 'plan'),
  ].join(' union all ') },
  { name: 'writing.aboutSomebody', says: 'Each note, contact and assessment is about somebody.', todo: 'Write it again about whom it is, as a correction with the reason.', find: `
    select 'a note' as what, n.id from notes.note n where not exists (select 1 from notes.note_person l where l.note_id = n.id)
    union all select 'a contact', c.id from contacts.contact c where not exists (select 1 from contacts.contact_person l where l.contact_id = c.id)
    union all select 'an assessment', a.id from assessments.assessment a where not exists (select 1 from assessments.assessment_person l where l.assessment_id = a.id)` },
  { name: 'writing.passagesOfItsPeople', says: 'A passage is about somebody whom the whole is about.', todo: 'Correct the note: the passage belongs to another family.', find: [
    strangers('a note', 'notes.passage', 'notes.note', 'notes.note_person', 'note_id'), strangers('a meeting', 'meetings.passage', 'meetings.meeting', 'meetings.meeting_person', 'meeting_id'),
    strangers('a form', 'answers.section', 'answers.form', 'answers.form_person', 'form_id'), strangers('a plan', 'plans.need', 'plans.plan', 'plans.plan_person', 'plan_id'),
  ].join(' union all ') },
  { name: 'writing.seenAfterBirth', says: 'No child was seen before birth.', todo: 'Correct the note with the right day, or the day of birth.', find: `
    select 'a note' as what, n.id from notes.note n join notes.note_person l on l.note_id = n.id join people.card c on c.person_id = ${survivor('l.person_id')} where (l.seen or l.seen_alone) and not c.unborn and c.born_about = 'day' and n.happened_on < c.born_on
      and not exists (select 1 from notes.note later where later.corrects = n.id)
    union all select 'an assessment', l.assessment_id from assessments.assessment_person l join people.card c on c.person_id = ${survivor('l.person_id')} where l.seen_on < c.born_on and not c.unborn and c.born_about = 'day'` },
  { name: 'writing.notAhead', says: 'Nothing is written down as having happened on a day that has not come.', todo: 'Correct the day.', find: `
    select 'a note' as what, n.id from notes.note n where n.happened_on > $1::date and not exists (select 1 from notes.note later where later.corrects = n.id)
    union all select 'a contact', c.id from contacts.contact c where c.received_on > $1::date union all select 'an assessment', a.id from assessments.assessment a where a.completed_on > $1::date` },
  { name: 'writing.agreedBySomebody', says: 'What is agreed says who agreed it, and was finished first.', todo: 'Open the assessment again and have it agreed.', find: `
    select 'an assessment' as what, a.id from assessments.assessment a where a.state = 'authorised' and (a.authorised_by is null or a.authorised_on is null or a.outcome is null)
    union all select 'an assessment', a.id from assessments.assessment a where a.authorised_by = a.sent_by and a.state = 'authorised'` },
  { name: 'writing.finishedAsAsked', says: 'A form that is finished keeps the words as they were asked.', todo: 'Tell those who look after Kith.', find: `select 'a form' as what, f.id from answers.form f where f.state = 'finished' and f.as_asked is null` },
  { name: 'times.forwards', says: 'Nothing ends before it begins.', todo: 'Correct one of the two days.', find: [
    backwards('a name', 'people.name', 'valid_from', 'valid_to'), backwards('an address', 'people.address', 'valid_from', 'valid_to'), backwards('a relationship', 'people.relationship', 'valid_from', 'valid_to'),
    backwards('a fact', 'people.fact', 'valid_from', 'valid_to'), backwards('a warning', 'people.warning', 'valid_from', 'valid_to'), backwards('a legal status', 'people.legal_status', 'valid_from', 'valid_to'),
    backwards('a time in care', 'care.period', 'began_on', 'ended_on'), backwards('a placement', 'care.placement', 'valid_from', 'valid_to'), backwards('an allocation', 'work.allocation', 'from_on', 'to_on'),
    backwards('a piece of work', 'work.item', 'opened_on', 'finished_on'), backwards('an involvement', 'access.involvement', 'from_on', 'to_on'), backwards('an assessment', 'assessments.assessment', 'started_on', 'completed_on'),
    backwards('a referral', 'contacts.referral', 'received_on', 'closed_on'), backwards('a plan', 'plans.plan', 'started_on', 'ended_on'),
  ].join(' union all ') },
  { name: 'people.carded', says: 'Each person has a name card, and is in the index under it.', todo: 'Tell those who look after Kith: the card is kept by the database.', find: `select 'a person' as what, p.id from people.person p where not exists (select 1 from people.card c where c.person_id = ${survivor('p.id')})` },
  { name: 'people.mergedOnce', says: 'A part of a merged person leads to one who is no part.', todo: 'Take the parts apart and put them together again.', find: `select 'a person' as what, a.part_id as id from access.person_part a join access.person_part b on b.part_id = a.survivor_id union all select 'a person', part_id from access.person_part where part_id = survivor_id` },
  { name: 'people.notTheirOwnKin', says: 'Nobody is their own relative, and no parent is younger than their child.', todo: 'Correct the relationship, or the day of birth.', find: `
    select 'a relationship' as what, r.id from people.relationship r where r.superseded_at is null and ${survivor('r.person_id')} = ${survivor('r.other_id')}
    union all select 'a relationship', r.id from people.relationship r join people.card parent on parent.person_id = ${survivor('r.person_id')} join people.card child on child.person_id = ${survivor('r.other_id')}
      where r.superseded_at is null and r.kind in ('parent', 'expectedParent') and parent.born_about = 'day' and parent.born_on >= coalesce(child.born_on, child.due_on)` },
  { name: 'people.nothingAfterDeath', says: 'Nobody was seen after their death.', todo: 'Correct the note, or the day of death.', find: `select 'a note' as what, n.id from notes.note n join notes.note_person l on l.note_id = n.id join people.card c on c.person_id = ${survivor('l.person_id')} where (l.seen or l.seen_alone) and n.happened_on > c.died_on` },
  { name: 'decisions.ofTheirContact', says: 'A decision on a contact is about children of that contact.', todo: 'Decide again for the right children.', find: `
    select distinct 'a decision' as what, d.id from contacts.decision d join contacts.decision_person dp on dp.decision_id = d.id where d.superseded_at is null
      and not exists (select 1 from contacts.contact_person cp where cp.contact_id = d.contact_id and ${survivor('cp.person_id')} = ${survivor('dp.person_id')})` },
  { name: 'referrals.fromAContact', says: 'A referral that a contact led to is about children of that contact.', todo: 'Correct whom the referral is about.', find: `
    select distinct 'a referral' as what, r.id from contacts.referral r join contacts.referral_person rp on rp.referral_id = r.id where r.contact_id is not null
      and not exists (select 1 from contacts.contact_person cp where cp.contact_id = r.contact_id and ${survivor('cp.person_id')} = ${survivor('rp.person_id')})` },
]
