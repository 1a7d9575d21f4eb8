import { assessmentFactors } from '../../codes/factors.ts'
import { assessmentOutcomes, overdueReasons } from '../../codes/work.ts'
import type { Section } from '../../../src/engine/forms/model.ts'

const wishes = 'Children Act 1989 section 17(4A): the child’s wishes and feelings'
const analysis = 'Working Together to Safeguard Children (2023), chapter 3: an assessment reaches a judgement and a decision'

export const bringingTogether: Section[] = [
  {
    id: 'ownWords', title: 'The children’s own words', group: 'bringingTogether', about: 'eachChild',
    questions: [
      {
        id: 'inOwnWords', ask: 'What do the children say, in their own words?', kind: 'words', binds: 'child.ownWords',
        hint: 'Their words, or what they drew, showed or did. A small child speaks too.',
        required: { why: wishes, problem: 'Write what the children say or show.' }, usedIn: ['First page of the record', 'The letter to the family', 'Plan'],
      },
      {
        id: 'seenOn', ask: 'When was each child last seen?', kind: 'date', binds: 'child.seenOn',
        hint: 'Leave empty for a child nobody has seen.', usedIn: ['Children in need census', 'First page of the record'],
      },
      {
        id: 'whyNotSeen', ask: 'Why was a child not seen?', kind: 'words', when: { question: 'seenOn', answered: false },
        required: { why: 'Working Together to Safeguard Children (2023), chapter 3: every child is seen', problem: 'Say why a child was not seen, or give the day in the question above' },
        usedIn: ['The manager’s decision'],
      },
      {
        id: 'seenAloneOn', ask: 'When was each child last seen alone?', kind: 'date', binds: 'child.seenAloneOn',
        when: { question: 'seenOn', answered: true }, usedIn: ['First page of the record'],
      },
      {
        id: 'whyNotAlone', ask: 'Why was a child not seen alone?', kind: 'words',
        when: { all: [{ question: 'seenOn', answered: true }, { question: 'seenAloneOn', answered: false }] },
        hint: 'A baby, for one.', usedIn: ['The manager’s decision'],
      },
    ],
  },
  {
    id: 'whatThisMeans', title: 'What this means', group: 'bringingTogether', about: 'eachChild', whom: 'everyone',
    help: 'This is what people read first.',
    questions: [
      { id: 'worries', ask: 'What are we worried about?', kind: 'words', bringForward: [{ form: 'mapping', question: 'dangerStatement1' }, { form: 'mapping', question: 'mapAhead' }, { form: 'mapping', question: 'mapHarm' }], hint: 'What has happened, and what might happen to the child if nothing changes.', required: { why: analysis, problem: 'Say what we are worried about, or that we are not' }, usedIn: ['The manager’s decision', 'The letter to the family', 'Plan'] },
      { id: 'workingWell', ask: 'What is working well?', kind: 'words', bringForward: [{ form: 'mapping', question: 'mapStrengths' }], hint: 'What keeps the children safe and well, however small.', required: { why: analysis, problem: 'Say what is working well' }, usedIn: ['The manager’s decision', 'The letter to the family', 'Plan'] },
      { id: 'notKnown', ask: 'What do we not know?', kind: 'words', hint: 'What is missing, what does not fit, what we could not check.', required: { why: analysis, problem: 'Say what we do not know' }, usedIn: ['The manager’s decision', 'Plan'] },
      { id: 'decideAndWhy', ask: 'What do we decide, and why?', kind: 'words', hint: 'The judgement, and what it rests on.', required: { why: analysis, problem: 'Say what we decide and why' }, usedIn: ['The manager’s decision', 'The letter to the family', 'Plan'] },
      { id: 'factors', ask: 'Which of these are part of it?', kind: 'choices', options: assessmentFactors.codes, binds: 'assessment.factors', hint: 'What was found, not what was suspected at the start.', required: { why: 'Children in need census: AssessmentFactors of each finished assessment', problem: 'Choose at least one factor, or “None of these”' }, usedIn: ['Children in need census', 'Measures'] },
    ],
  },
  {
    id: 'whatShouldHappen', title: 'What should happen', group: 'bringingTogether', about: 'eachChild', whom: 'everyone',
    questions: [
      { id: 'outcome', ask: 'What should happen next?', kind: 'choice', options: assessmentOutcomes.codes, binds: 'assessment.outcome', required: { why: 'The manager decides on it', problem: 'Choose what should happen next' }, usedIn: ['The manager’s decision', 'Next step of the pathway', 'The letter to the family'] },
      { id: 'whoDoesWhat', ask: 'Who will do what, and by when?', kind: 'words', bringForward: [{ form: 'mapping', question: 'mapNext' }], hint: 'What the family will do, what we will do, what others will do.', usedIn: ['Plan', 'The letter to the family'] },
      { id: 'familyView', ask: 'What do the parents and children think of this?', kind: 'words', hint: 'Where they agree and where they do not.', required: { why: 'Working Together to Safeguard Children (2023), chapter 3: an assessment is done with the family', problem: 'Write what the family thinks of this' }, usedIn: ['The manager’s decision', 'The letter to the family'] },
      { id: 'whyLate', ask: 'Why did it take longer than 45 working days?', kind: 'choice', perChild: false, options: overdueReasons.codes, binds: 'assessment.lateReason', when: { fact: 'assessment.late', is: 'yes' }, required: { why: 'Working Together to Safeguard Children: the reason is recorded when 45 working days are exceeded', problem: 'Choose why it took longer' }, usedIn: ['Measures'] },
    ],
  },
]
