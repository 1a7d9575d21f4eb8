import type { About, Answer, Answers, FormDefinition } from './model.ts'

/** A small form with one of each thing, for the tests of this folder. */
export const small: FormDefinition = {
  id: 'small', version: 1, title: 'A small form',
  groups: [{ id: 'children', title: 'Each child' }, { id: 'together', title: 'Together' }],
  readFirst: ['meaning'],
  sections: [
    {
      id: 'school', title: 'School', group: 'children', about: 'eachChild',
      questions: [
        { id: 'schoolNow', ask: 'How is school?', kind: 'words', bringForward: true },
        { id: 'schoolHelp', ask: 'Extra help?', kind: 'words', bringForward: true },
      ],
    },
    {
      id: 'seen', title: 'Seen', group: 'children', about: 'eachChild',
      questions: [
        { id: 'seenOn', ask: 'When was each child seen?', kind: 'date', binds: 'child.seenOn' },
        { id: 'whyNot', ask: 'Why not?', kind: 'words', when: { question: 'seenOn', answered: false }, required: { why: 'guidance', problem: 'Give the day, or say why not' } },
      ],
    },
    { id: 'baby', title: 'The baby', group: 'children', about: 'eachChild', whom: 'unborn', when: { fact: 'children.unborn', is: 'yes' }, questions: [{ id: 'ready', ask: 'What is ready?', kind: 'words' }] },
    {
      id: 'meaning', title: 'What this means', group: 'together', about: 'eachChild', whom: 'everyone',
      questions: [
        { id: 'worries', ask: 'What are we worried about?', kind: 'words', required: { why: 'guidance', problem: 'Say what we are worried about.' } },
        { id: 'factors', ask: 'Factors', kind: 'choices', binds: 'assessment.factors', options: [{ code: 'neglect', label: 'Neglect' }, { code: 'drugs', label: 'Drugs' }, { code: 'none', label: 'None of these', alone: true }] },
        { id: 'outcome', ask: 'Outcome', kind: 'choice', perChild: false, options: [{ code: 'close', label: 'Close' }, { code: 'plan', label: 'Make a plan' }], required: { why: 'decision', problem: 'Choose what should happen' } },
        { id: 'planWhat', ask: 'What goes in the plan?', kind: 'words', perChild: false, when: { question: 'outcome', is: 'plan' } },
      ],
    },
  ],
}
export const family: About = { children: [{ id: 'a', name: 'Amelia' }, { id: 'n', name: 'Noah' }, { id: 'i', name: 'Isla' }] }
export const expecting: About = { children: [...family.children, { id: 'b', name: 'Baby', unborn: true }] }
export const said = (all: string, each?: Record<string, string>): Answer => each ? { all, each } : { all }
export const finished: Answers = { seenOn: said('2025-10-03'), worries: said('Sleep'), outcome: said('close') }
