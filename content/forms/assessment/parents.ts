import type { Section } from '../../../src/engine/forms/model.ts'

export const parents: Section[] = [
  {
    id: 'everydayCare', title: 'Everyday care', group: 'parents', about: 'eachChild', whom: 'everyone',
    questions: [
      {
        id: 'everydayCareNow', ask: 'How are the children looked after day by day?', kind: 'words', bringForward: true,
        hint: 'Food, warmth, clothes, washing, getting to school and to the doctor.', usedIn: ['Plan'],
      },
    ],
  },
  {
    id: 'safety', title: 'Keeping children safe', group: 'parents', about: 'eachChild', whom: 'everyone',
    questions: [
      {
        id: 'safetyNow', ask: 'How are the children kept safe?', kind: 'words', bringForward: true,
        hint: 'At home, outside and online; from people and from accidents.', usedIn: ['Plan', 'Safety plan'],
      },
    ],
  },
  {
    id: 'warmth', title: 'Warmth and praise', group: 'parents', about: 'eachChild', whom: 'everyone',
    questions: [
      {
        id: 'warmthNow', ask: 'How do the adults show that they love and enjoy the children?', kind: 'words', bringForward: true,
        hint: 'What you have seen between them, and what the children say.', usedIn: ['Plan'],
      },
    ],
  },
  {
    id: 'routines', title: 'Routines and boundaries', group: 'parents', about: 'eachChild',
    questions: [
      {
        id: 'routinesNow', ask: 'What are their days like?', kind: 'words', bringForward: true,
        hint: 'Mornings, meals, bedtimes, rules, and what happens when a rule is broken.', usedIn: ['Plan'],
      },
      {
        id: 'steadiness', ask: 'Who has looked after them, and has that been steady?', kind: 'words', bringForward: true,
        hint: 'Changes of home, carer or school.', usedIn: ['Plan', 'Permanence'],
      },
    ],
  },
  {
    id: 'parentHealth', title: 'Health of the parents', group: 'parents', about: 'all',
    questions: [
      {
        id: 'parentHealthNow', ask: 'How are the parents, and how does it touch the children?', kind: 'words', bringForward: true,
        hint: 'Health, disability, mood, alcohol and drugs, how they were brought up themselves, how they get on with each other.', usedIn: ['Plan', 'Adult services'],
      },
    ],
  },
  {
    id: 'baby', title: 'Getting ready for the baby', group: 'parents', about: 'eachChild', whom: 'unborn',
    when: { fact: 'children.unborn', is: 'yes' },
    questions: [
      {
        id: 'babyCare', ask: 'How is the pregnancy going?', kind: 'words',
        hint: 'Midwife, scans, how the mother is, the birth plan.', usedIn: ['Plan', 'Pre-birth conference'],
      },
      {
        id: 'babyReady', ask: 'What is ready for the baby, and what is not?', kind: 'words',
        hint: 'A place to sleep, clothes, feeding, who will help in the first weeks.', usedIn: ['Plan', 'Pre-birth conference'],
      },
    ],
  },
]
