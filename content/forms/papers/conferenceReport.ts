import type { FormDefinition } from '../../../src/engine/forms/model.ts'

const guidance = 'Working Together to Safeguard Children (2023), chapter 3: the report to the conference'

/** What the social worker tells the child protection conference: written once for all the children, parted where one differs. */
export const conferenceReport: FormDefinition = {
  id: 'conferenceReport', version: 1, title: 'Report for the conference',
  groups: [{ id: 'see', title: 'What we see' }, { id: 'think', title: 'What we think' }],
  sections: [
    {
      id: 'children', title: 'Each child', group: 'see', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'reportDay', ask: 'What is a day like for the child?', kind: 'words', bringForward: true, hint: 'How they sleep, eat, learn, play; who looks after them; what they like.', required: { why: guidance, problem: 'Write what a day is like for the child' }, usedIn: ['Report for the conference'] },
        { id: 'reportVoice', ask: 'What does the child say, and what do they want to happen?', kind: 'words', bringForward: [{ form: 'conferenceReport', question: 'reportVoice' }, { form: 'childAndFamilyAssessment', question: 'inOwnWords' }], hint: 'Their own words where you have them. For a baby: what you see.', required: { why: 'Children Act 1989, section 17(4A): the child’s wishes and feelings', problem: 'Write what the child says, or what you see where they cannot say it' }, usedIn: ['Report for the conference'] },
        { id: 'reportHarm', ask: 'What harm has happened, and what are we worried will happen?', kind: 'words', bringForward: [{ form: 'conferenceReport', question: 'reportHarm' }, { form: 'childAndFamilyAssessment', question: 'worries' }], hint: 'What, when, by whom, how we know.', required: { why: guidance, problem: 'Write what harm has happened or is feared' }, usedIn: ['Report for the conference'] },
      ],
    },
    {
      id: 'parents', title: 'Parents and carers', group: 'see', about: 'all',
      questions: [
        { id: 'reportParents', ask: 'How do the parents and carers look after the children?', kind: 'words', bringForward: [{ form: 'conferenceReport', question: 'reportParents' }, { form: 'childAndFamilyAssessment', question: 'everydayCareNow' }], required: { why: guidance, problem: 'Write how the parents and carers look after the children' }, usedIn: ['Report for the conference'] },
        { id: 'reportTheirView', ask: 'What do the parents and carers say about our worries?', kind: 'words', required: { why: guidance, problem: 'Write what the parents and carers say' }, usedIn: ['Report for the conference'] },
        { id: 'reportNetwork', ask: 'Who else helps this family?', kind: 'words', bringForward: [{ form: 'conferenceReport', question: 'reportNetwork' }, { form: 'childAndFamilyAssessment', question: 'widerFamilyNow' }], usedIn: ['Report for the conference'] },
      ],
    },
    {
      id: 'weighed', title: 'Weighed up', group: 'think', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'reportSafe', ask: 'What works well and keeps the child safe?', kind: 'words', bringForward: [{ form: 'conferenceReport', question: 'reportSafe' }, { form: 'childAndFamilyAssessment', question: 'workingWell' }], required: { why: guidance, problem: 'Write what keeps the child safe' }, usedIn: ['Report for the conference'] },
        { id: 'reportUnknown', ask: 'What do we not know?', kind: 'words', bringForward: true, usedIn: ['Report for the conference'] },
        { id: 'reportView', ask: 'What does the social worker think should be decided, and why?', kind: 'words', hint: 'Whether a plan is needed, in which category, and what has to change first.', required: { why: guidance, problem: 'Write what should be decided, and why' }, usedIn: ['Report for the conference', 'The conference’s decision'] },
      ],
    },
  ],
  readFirst: ['weighed'],
}
