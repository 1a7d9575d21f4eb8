import type { FormDefinition } from '../../../src/engine/forms/model.ts'

const guidance = 'Working Together to Safeguard Children (2023), chapter 1: working with parents and carers'
const paired = 'A danger is never written down without what would be safe, and how near that is'

/** A mapping with the family: what worries, what works well, what has to happen; each danger with the safety that is aimed at and the numbers that people give. */
export const mapping: FormDefinition = {
  id: 'mapping', version: 1, title: 'Mapping with the family',
  groups: [{ id: 'map', title: 'The map', columns: true }, { id: 'dangers', title: 'Dangers and safety' }],
  sections: [
    {
      id: 'mapWorries', title: 'What are we worried about?', group: 'map', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'mapHarm', ask: 'Harm that was', kind: 'words', bringForward: true, hint: 'What happened, when, what it did to the child.', usedIn: ['The family’s copy', 'Assessment', 'Plan'] },
        { id: 'mapAhead', ask: 'Danger ahead', kind: 'words', bringForward: true, hint: 'What could happen to the child if nothing changes.', usedIn: ['The family’s copy', 'Assessment', 'Plan'] },
        { id: 'mapHarder', ask: 'What makes it harder', kind: 'words', bringForward: true, hint: 'What stands in the way: health, money, housing, who is not there.', usedIn: ['The family’s copy', 'Assessment', 'Plan'] },
      ],
    },
    {
      id: 'mapWell', title: 'What works well?', group: 'map', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'mapStrengths', ask: 'Strengths', kind: 'words', bringForward: true, hint: 'What is good in this family, and who helps.', required: { why: guidance, problem: 'Write what is good in this family' }, usedIn: ['The family’s copy', 'Assessment', 'Plan'] },
        { id: 'mapSafety', ask: 'Safety that is there', kind: 'words', bringForward: true, hint: 'When the danger was there and somebody kept the child safe: who, how, since when.', usedIn: ['The family’s copy', 'Assessment', 'Plan'] },
      ],
    },
    {
      id: 'mapNeeded', title: 'What has to happen?', group: 'map', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'mapNext', ask: 'Next steps', kind: 'words', bringForward: true, hint: 'Who does what, by when: the family, its network, we, others.', required: { why: guidance, problem: 'Write what has to happen next' }, usedIn: ['The family’s copy', 'Assessment', 'Plan'] },
        { id: 'mapEnough', ask: 'What has to be seen so that we need not be here any more', kind: 'words', bringForward: true, usedIn: ['The family’s copy', 'Plan'] },
      ],
    },
    {
      id: 'danger', title: 'Danger statement {row}', group: 'dangers', about: 'eachChild', whom: 'everyone', repeats: 8,
      questions: [
        {
          id: 'dangerStatement', ask: 'What are we worried could happen?', kind: 'words', bringForward: true, hint: 'Who worries, about what, and what it could do to the child. In words the child could read.',
          required: { why: paired, problem: 'Danger statement {row}: there is a goal or a number, and no danger. Write what we are worried could happen', when: { any: [{ question: 'safetyGoal', answered: true }, { question: 'safetyScale', answered: true }] } },
          usedIn: ['The family’s copy', 'Assessment', 'Plan'],
        },
        {
          id: 'safetyGoal', ask: 'Safety goal: what will we see when it is safe?', kind: 'words', bringForward: true, hint: 'What the family does instead, so that everybody knows the child is safe.',
          required: { why: paired, problem: 'Danger statement {row} has no safety goal. Write what we will see when it is safe', when: { question: 'dangerStatement', answered: true } },
          usedIn: ['The family’s copy', 'Plan'],
        },
        {
          id: 'safetyScale', ask: 'How near are we, from 0 to 10?', kind: 'scale', bringForward: true, hint: '0: it will surely happen. 10: the goal is reached.',
          options: [{ code: 'family', label: 'Family member' }, { code: 'child', label: 'Child' }, { code: 'worker', label: 'Worker' }, { code: 'agency', label: 'Other agency' }],
          required: { why: paired, problem: 'Danger statement {row} has no number yet. Ask at least one person how near we are, from 0 to 10', when: { question: 'dangerStatement', answered: true } },
          usedIn: ['The family’s copy', 'The scale over time'],
        },
      ],
    },
  ],
  readFirst: [],
}
