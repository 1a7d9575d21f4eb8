import type { Section } from '../../../src/engine/forms/model.ts'

export const startingPoints: Section[] = [
  {
    id: 'whyAssessing', title: 'Why we are assessing', group: 'startingPoints', about: 'all',
    questions: [
      {
        id: 'whyNow', ask: 'Why are we assessing now?', kind: 'words',
        hint: 'What we were told, by whom, and what we want to understand.',
        required: { why: 'The family, and a court, must be able to read why we came into their lives.', problem: 'Say why we are assessing now.' },
        usedIn: ['The letter to the family', 'Conference report'],
      },
      {
        id: 'whoWasAsked', ask: 'Whom have we talked to, and who agreed that we share?', kind: 'words',
        hint: 'Parents, children, school, health, others. Say who did not agree, and why we asked all the same.',
        usedIn: ['Sources of the assessment'],
      },
    ],
  },
  {
    id: 'family', title: 'Who is in the family', group: 'startingPoints', about: 'all',
    questions: [
      {
        id: 'whoMatters', ask: 'Who matters in these children’s lives?', kind: 'words', bringForward: true,
        hint: 'Who lives at home, who comes and goes, who lives elsewhere. The family tree shows the rest.',
        usedIn: ['The letter to the family', 'Plan'],
      },
    ],
  },
]
