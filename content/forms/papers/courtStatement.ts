import type { FormDefinition } from '../../../src/engine/forms/model.ts'

const direction = 'Family Procedure Rules 2010, Practice Direction 12A: the local authority’s evidence'

/** The social worker's evidence: what only a person can write. What the record knows (who, where, orders, what happened) is put in by the record. */
export const courtStatement: FormDefinition = {
  id: 'courtStatement', version: 1, title: 'Social worker’s statement',
  groups: [{ id: 'now', title: 'The situation now' }, { id: 'weighed', title: 'Weighed up' }, { id: 'end', title: 'What the court is asked' }],
  sections: [
    {
      id: 'summary', title: 'In short', group: 'now', about: 'all',
      questions: [
        { id: 'statementSummary', ask: 'What is this about, and what is the court asked to decide?', kind: 'words', hint: 'A page at most. Whoever reads only this should know what matters.', required: { why: direction, problem: 'Write in short what this is about' }, usedIn: ['Statement'] },
        { id: 'statementWriter', ask: 'Who are you, and what do you know about this family?', kind: 'words', bringForward: true, hint: 'Your registration, your experience, how often you met them.', usedIn: ['Statement'] },
      ],
    },
    {
      id: 'children', title: 'Each child', group: 'now', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'statementNeeds', ask: 'What does this child need?', kind: 'words', bringForward: true, hint: 'Health, learning, feelings, identity, who matters to them.', required: { why: 'Children Act 1989, section 1(3)(b) and (d)', problem: 'Write what the child needs' }, usedIn: ['Statement'] },
        { id: 'statementWishes', ask: 'What does this child wish and feel?', kind: 'words', bringForward: [{ form: 'courtStatement', question: 'statementWishes' }, { form: 'conferenceReport', question: 'reportVoice' }], required: { why: 'Children Act 1989, section 1(3)(a)', problem: 'Write what the child wishes and feels' }, usedIn: ['Statement'] },
        { id: 'statementHarm', ask: 'What harm has the child suffered, or is likely to suffer?', kind: 'words', bringForward: [{ form: 'courtStatement', question: 'statementHarm' }, { form: 'conferenceReport', question: 'reportHarm' }], hint: 'Each with its day and how we know: the chronology follows.', required: { why: 'Children Act 1989, sections 1(3)(e) and 31(2)', problem: 'Write what harm the child has suffered or is likely to suffer' }, usedIn: ['Statement'] },
      ],
    },
    {
      id: 'parents', title: 'Parents and family', group: 'now', about: 'all',
      questions: [
        { id: 'statementParents', ask: 'How able is each parent, and anybody else who matters, to meet the children’s needs?', kind: 'words', bringForward: [{ form: 'courtStatement', question: 'statementParents' }, { form: 'conferenceReport', question: 'reportParents' }], required: { why: 'Children Act 1989, section 1(3)(f)', problem: 'Write how able each parent is to meet the children’s needs' }, usedIn: ['Statement'] },
        { id: 'statementNetwork', ask: 'Who else in the family was asked, and what came of it?', kind: 'words', bringForward: [{ form: 'courtStatement', question: 'statementNetwork' }, { form: 'conferenceReport', question: 'reportNetwork' }], hint: 'Family group conference, relatives assessed.', usedIn: ['Statement'] },
        { id: 'statementParentsView', ask: 'What do the parents say?', kind: 'words', bringForward: [{ form: 'courtStatement', question: 'statementParentsView' }, { form: 'conferenceReport', question: 'reportTheirView' }], required: { why: direction, problem: 'Write what the parents say' }, usedIn: ['Statement'] },
      ],
    },
    {
      id: 'options', title: 'Each way forward', group: 'weighed', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'statementOptions', ask: 'What are the realistic ways forward, what speaks for and against each?', kind: 'words', hint: 'Every one that is realistic, each weighed as carefully as the others.', required: { why: 'Re B-S (Children) [2013] EWCA Civ 1146: every realistic option is weighed', problem: 'Write the realistic ways forward with what speaks for and against each' }, usedIn: ['Statement'] },
        { id: 'statementChange', ask: 'What would a change of circumstances do to this child?', kind: 'words', required: { why: 'Children Act 1989, section 1(3)(c)', problem: 'Write what a change would do to the child' }, usedIn: ['Statement'] },
      ],
    },
    {
      id: 'asked', title: 'What we ask for', group: 'end', about: 'all',
      questions: [
        { id: 'statementAsked', ask: 'Which orders does the council ask for, and why is each needed?', kind: 'words', required: { why: 'Children Act 1989, section 1(5): an order only where it is better than none', problem: 'Write which orders are asked for, and why' }, usedIn: ['Statement'] },
        { id: 'statementFair', ask: 'How were the parents told and heard?', kind: 'words', hint: 'What they were given to read, when, in which language, with whose help.', usedIn: ['Statement'] },
      ],
    },
  ],
  readFirst: ['summary'],
}
