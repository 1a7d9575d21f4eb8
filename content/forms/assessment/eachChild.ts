import type { Section } from '../../../src/engine/forms/model.ts'

export const eachChild: Section[] = [
  {
    id: 'health', title: 'Health', group: 'eachChild', about: 'eachChild',
    questions: [
      {
        id: 'healthNow', ask: 'How healthy are the children?', kind: 'words', bringForward: true,
        hint: 'Growth, illness, disability, sleep, food. Say what you have seen, and who told you.', usedIn: ['Plan', 'Health assessment'],
      },
      {
        id: 'healthCare', ask: 'Do they get the health care they need?', kind: 'words', bringForward: true,
        hint: 'GP, dentist, health visitor, hospital, medicine, jabs.', usedIn: ['Plan'],
      },
    ],
  },
  {
    id: 'school', title: 'School and learning', group: 'eachChild', about: 'eachChild',
    questions: [
      {
        id: 'schoolNow', ask: 'How are the children getting on at school?', kind: 'words', bringForward: true,
        hint: 'Say what you have seen and heard, and who told you.', usedIn: ['Plan', 'Personal education plan'],
      },
      { id: 'schoolHelp', ask: 'Does anyone get extra help at school?', kind: 'words', bringForward: true, usedIn: ['Plan', 'Personal education plan'] },
    ],
  },
  {
    id: 'feelings', title: 'Feelings and behaviour', group: 'eachChild', about: 'eachChild',
    questions: [
      {
        id: 'feelingsNow', ask: 'How do the children feel and behave?', kind: 'words', bringForward: true,
        hint: 'What makes them happy, worried or angry, and what they do then.', usedIn: ['Plan'],
      },
      { id: 'strengths', ask: 'What are they good at, and what do they enjoy?', kind: 'words', bringForward: true, usedIn: ['Plan'] },
    ],
  },
  {
    id: 'identity', title: 'Identity and belonging', group: 'eachChild', about: 'eachChild',
    questions: [
      {
        id: 'identityNow', ask: 'Who are they, and where do they belong?', kind: 'words', bringForward: true,
        hint: 'Culture, faith, language, how they see themselves, how others see them.', usedIn: ['Plan', 'Placement matching'],
      },
    ],
  },
  {
    id: 'friends', title: 'Friends and family', group: 'eachChild', about: 'eachChild',
    questions: [
      {
        id: 'friendsNow', ask: 'Who are they close to?', kind: 'words', bringForward: true,
        hint: 'Parents, brothers and sisters, friends, an adult they would turn to.', usedIn: ['Plan', 'Family time'],
      },
    ],
  },
  {
    id: 'selfCare', title: 'Looking after themselves', group: 'eachChild', about: 'eachChild',
    questions: [
      {
        id: 'selfCareNow', ask: 'What can they do for themselves, and what do they have to do?', kind: 'words', bringForward: true,
        hint: 'What fits their age. Say so if a child looks after somebody else.', usedIn: ['Plan', 'Young carer’s assessment'],
      },
    ],
  },
]
