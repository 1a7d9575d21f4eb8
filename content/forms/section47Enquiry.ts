import { enquiryOutcomes } from '../codes/protection.ts'
import type { FormDefinition } from '../../src/engine/forms/model.ts'

const guidance = 'Working Together to Safeguard Children (2023), chapter 3: section 47 enquiries'

/** What a section 47 enquiry finds: one writing for all the brothers and sisters, parted where one differs. */
export const section47Enquiry: FormDefinition = {
  id: 'section47Enquiry', version: 1, title: 'Section 47 enquiry',
  groups: [{ id: 'found', title: 'What we found' }, { id: 'means', title: 'What it means' }],
  sections: [
    {
      id: 'children', title: 'Each child', group: 'found', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'enquirySeenOn', ask: 'When was each child seen for this enquiry?', kind: 'date', whom: 'born', binds: 'child.seenOn', hint: 'Leave empty for a child nobody has seen.', usedIn: ['The manager’s decision', 'First page of the record'] },
        { id: 'enquirySeenAloneOn', ask: 'When was each child seen alone?', kind: 'date', whom: 'born', binds: 'child.seenAloneOn', when: { question: 'enquirySeenOn', answered: true }, usedIn: ['The manager’s decision', 'First page of the record'] },
        { id: 'enquiryNotSeen', ask: 'Why was a child not seen?', kind: 'words', whom: 'born', when: { question: 'enquirySeenOn', answered: false }, required: { why: `${guidance}: the child is seen`, problem: 'Say why a child was not seen, or give the day in the question above' }, usedIn: ['The manager’s decision'] },
        { id: 'enquiryOwnWords', ask: 'What do the children say or show?', kind: 'words', whom: 'born', binds: 'child.ownWords', required: { why: 'Children Act 1989 section 47(5A): the child’s wishes and feelings', problem: 'Write what the children say or show' }, usedIn: ['Conference', 'First page of the record'] },
        { id: 'enquiryFound', ask: 'What did we find out about each child?', kind: 'words', hint: 'Injuries and how they are explained, health, school, how the child is at home. Say who told you.', required: { why: guidance, problem: 'Write what was found out' }, usedIn: ['Conference', 'The manager’s decision'] },
        { id: 'enquiryMedical', ask: 'Was a medical examination asked for?', kind: 'yesNo', usedIn: ['Conference'] },
      ],
    },
    {
      id: 'parents', title: 'Parents and carers', group: 'found', about: 'all',
      questions: [
        { id: 'enquiryParents', ask: 'What do the parents and carers say?', kind: 'words', hint: 'Each of them. Say whom we have not spoken to, and why.', required: { why: guidance, problem: 'Write what the parents and carers say' }, usedIn: ['Conference'] },
        { id: 'enquiryAgencies', ask: 'What do the police, health and others say?', kind: 'words', usedIn: ['Conference'] },
      ],
    },
    {
      id: 'means', title: 'What it means', group: 'means', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'enquiryHarm', ask: 'What harm has happened, or is likely?', kind: 'words', required: { why: guidance, problem: 'Say what harm has happened or is likely' }, usedIn: ['Conference', 'The manager’s decision'] },
        { id: 'enquirySafeNow', ask: 'What keeps the children safe now?', kind: 'words', hint: 'Who does what, from today.', required: { why: guidance, problem: 'Say what keeps the children safe now' }, usedIn: ['Conference', 'The manager’s decision'] },
        { id: 'enquiryOutcome', ask: 'What should happen next?', kind: 'choice', options: enquiryOutcomes.codes, binds: 'section47.outcome', required: { why: 'The manager decides on it; children in need census: ICPCnotRequired', problem: 'Choose what should happen next' }, usedIn: ['The manager’s decision', 'Next step of the pathway'] },
        { id: 'enquiryWhy', ask: 'Why?', kind: 'words', required: { why: guidance, problem: 'Say why this should happen' }, usedIn: ['The manager’s decision', 'Conference'] },
      ],
    },
  ],
  readFirst: ['means'],
}
