import type { Section } from '../../../src/engine/forms/model.ts'

export const homeAndCommunity: Section[] = [
  {
    id: 'housing', title: 'Housing', group: 'homeAndCommunity', about: 'all',
    questions: [
      {
        id: 'housingNow', ask: 'What is home like?', kind: 'words', bringForward: true,
        hint: 'Room, beds, warmth, damp, safety, whether they can stay. Say whether you saw where the children sleep.', usedIn: ['Plan', 'Housing'],
      },
    ],
  },
  {
    id: 'money', title: 'Work and money', group: 'homeAndCommunity', about: 'all',
    questions: [
      {
        id: 'moneyNow', ask: 'Is there enough to live on?', kind: 'words', bringForward: true,
        hint: 'Work, benefits, debts, what goes short first.', usedIn: ['Plan', 'Section 17 help'],
      },
    ],
  },
  {
    id: 'widerFamily', title: 'Wider family', group: 'homeAndCommunity', about: 'all',
    questions: [
      {
        id: 'widerFamilyNow', ask: 'Who else helps, or could?', kind: 'words', bringForward: true,
        hint: 'Grandparents, aunts and uncles, friends. Say whether a family meeting was offered.', usedIn: ['Plan', 'Family group conference'],
      },
      {
        id: 'communityNow', ask: 'What is there for the family nearby?', kind: 'words', bringForward: true,
        hint: 'Groups, faith, sport, neighbours; and what makes life hard, such as racism or gangs.', usedIn: ['Plan'],
      },
    ],
  },
]
