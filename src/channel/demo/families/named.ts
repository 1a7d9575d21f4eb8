import { addDays, addMonths, moment, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays } from '../../../kernel/workingDays.ts'
import { schoolFor, somePlace } from '../places.ts'
import { themeNamed } from '../words/themes.ts'
import { hear, openWork, type Book } from './book.ts'
import type { Household, Member } from './household.ts'
import { tellLife, type Phase } from './life.ts'
import { colleague, member } from './telling.ts'

type Child = readonly [given: string, sex: 'female' | 'male', age: number, school?: string]
type Task = Readonly<{ kind: 'visit' | 'task'; words: string; due: (today: PlainDate) => PlainDate; time?: string; of?: number; waits?: boolean }>
type Named = Readonly<{ family: string; heritage: string; children: readonly Child[]; mother: string; father?: string; theme: string; phase: Phase; worker: string; lastDays: number; tasks?: readonly Task[]; said?: string }>
const inDays = (n: number) => (today: PlainDate) => addWorkingDays(today, n)

/** Families that workers of Family Support 2 have on their desks: late, today, this week, and waiting for others; and what waits for Tom Hughes. */
const families: readonly Named[] = [
  { family: 'Lawson', heritage: 'english', children: [['Ruby', 'female', 4, 'Little Acorns Nursery']], mother: 'Stacey', father: 'Craig', theme: 'domesticAbuse', phase: 'signOff', worker: 'Priya Nair', lastDays: 39, said: 'This is my bed. It is the cloud one.', tasks: [{ kind: 'visit', words: 'Visit Ruby. She needs to be seen alone', due: inDays(-1) }, { kind: 'task', words: 'Answer Tom’s question about where Ruby sleeps', due: (today) => today }] },
  { family: 'Malik', heritage: 'pakistani', children: [['Tariq', 'male', 9, 'Oakfield Primary'], ['Sana', 'female', 6, 'Oakfield Primary']], mother: 'Saima', father: 'Nadeem', theme: 'physicalHarm', phase: 'plan', worker: 'Priya Nair', lastDays: 120, tasks: [{ kind: 'task', words: 'Update the plan after the family meeting: two actions to enter', due: inDays(-3) }, { kind: 'task', words: 'Family meeting, five of six people are coming', due: inDays(1), time: '14:00' }] },
  { family: 'Cole', heritage: 'mixed', children: [['Jayden', 'male', 15, 'Ridgeway Academy']], mother: 'Rochelle', theme: 'missing', phase: 'assessing', worker: 'Priya Nair', lastDays: 17, tasks: [{ kind: 'task', words: 'Return home interview with Jayden, within 72 hours of his return', due: (today) => today, time: '19:10' }] },
  { family: 'Dunn', heritage: 'irish', children: [['Kyra', 'female', 16, 'Ridgeway Academy']], mother: 'Siobhan', theme: 'selfHarm', phase: 'plan', worker: 'Priya Nair', lastDays: 150, said: 'Mum just sat on the floor next to me. That was the right thing.', tasks: [{ kind: 'visit', words: 'Visit Kyra at her aunt’s in Eastbrook', due: inDays(2), time: '16:00' }, { kind: 'task', words: 'Visits to Kyra every 3 months: with Tom for his decision', due: inDays(4), waits: true }] },
  { family: 'Price-Okoro', heritage: 'nigerian', children: [['Ade', 'male', 7, 'Oakfield Primary'], ['Temi', 'female', 3, 'Little Acorns Nursery']], mother: 'Blessing', father: 'Festus', theme: 'housing', phase: 'assessing', worker: 'Priya Nair', lastDays: 30, tasks: [{ kind: 'task', words: 'Write to housing with the GP’s letter', due: inDays(3) }] },
  { family: 'Lewis', heritage: 'caribbean', children: [['Ade', 'male', 11, 'Ridgeway Academy']], mother: 'Marcia', theme: 'disability', phase: 'signOff', worker: 'Mei Chan', lastDays: 36 },
  { family: 'Doyle', heritage: 'irish', children: [['Cian', 'male', 2, 'Little Acorns Nursery'], ['Orla', 'female', 5, 'St Brannoc’s Primary']], mother: 'Deirdre', father: 'Eamon', theme: 'alcohol', phase: 'signOff', worker: 'Mei Chan', lastDays: 33 },
  { family: 'Cole-Bright', heritage: 'english', children: [['Maisie', 'female', 8, 'Oakfield Primary']], mother: 'Leanne', father: 'Scott', theme: 'separation', phase: 'signOff', worker: 'Sam Price', lastDays: 42 },
  { family: 'Haddad', heritage: 'arab', children: [['Yara', 'female', 10, 'Oakfield Primary'], ['Karim', 'male', 7, 'Oakfield Primary'], ['Jana', 'female', 1]], mother: 'Rania', father: 'Bassam', theme: 'parentMentalHealth', phase: 'signOff', worker: 'Sam Price', lastDays: 44 },
  { family: 'Wojcik', heritage: 'polish', children: [['Filip', 'male', 13, 'Ridgeway Academy'], ['Maja', 'female', 9, 'Oakfield Primary']], mother: 'Agnieszka', father: 'Marcin', theme: 'alcohol', phase: 'returned', worker: 'Priya Nair', lastDays: 40 },
  { family: 'Balogun', heritage: 'nigerian', children: [['Chidi', 'male', 6, 'Oakfield Primary'], ['Adaeze', 'female', 4, 'Little Acorns Nursery']], mother: 'Patience', theme: 'domesticAbuse', phase: 'unallocated', worker: 'Joe Adair', lastDays: 3 },
  { family: 'Finch', heritage: 'english', children: [['Albie', 'male', 0]], mother: 'Chelsea', father: 'Ricky', theme: 'neglect', phase: 'unallocated', worker: 'Mei Chan', lastDays: 1 },
  { family: 'Novak', heritage: 'roma', children: [['Denisa', 'female', 12, 'Ridgeway Academy'], ['Marek', 'male', 8, 'Oakfield Primary'], ['Esmeralda', 'female', 3, 'Little Acorns Nursery']], mother: 'Renata', father: 'Milan', theme: 'housing', phase: 'unallocated', worker: 'Lena Marsh', lastDays: 1 },
  { family: 'Asante', heritage: 'ghanaian', children: [['Esi', 'female', 14, 'Ridgeway Academy']], mother: 'Comfort', theme: 'youngCarer', phase: 'undecided', worker: 'Joe Adair', lastDays: 2 },
  { family: 'Kowalczyk', heritage: 'polish', children: [['Antoni', 'male', 5, 'St Brannoc’s Primary'], ['Lena', 'female', 3, 'Little Acorns Nursery']], mother: 'Beata', father: 'Tomasz', theme: 'domesticAbuse', phase: 'undecided', worker: 'Joe Adair', lastDays: 0 },
  { family: 'Harwood', heritage: 'english', children: [['Tilly', 'female', 12, 'Ridgeway Academy'], ['Archie', 'male', 9, 'Oakfield Primary']], mother: 'Gemma', father: 'Dean', theme: 'neglect', phase: 'undecided', worker: 'Sam Price', lastDays: 1 },
]
export const namedFamilies: readonly string[] = families.map((one) => one.family)

export function tellNamed(book: Book, name: string, number: number): void {
  const told = families.find((one) => one.family === name)
  if (!told) return
  const { chance, today } = book
  book.name = told.family
  const worker = colleague(book, told.worker)
  const working = book.offices.family.find((team) => team.workers.includes(worker)) ?? book.offices.family[0]
  if (!working) return
  const household = householdOf(book, told)
  const eldest = Math.max(...told.children.map(([, , age]) => age))
  const early = told.phase === 'undecided' || told.phase === 'unallocated'
  const before = eldest < 2 ? [] : eldest < 5 || early ? ['informationAndAdvice' as const] : chance.pick([['noFurtherAction', 'referral'], ['earlyHelp'], ['informationAndAdvice', 'referral', 'noFurtherAction']] as const)
  const from = addDays(addMonths(today, -12 * Math.min(8, Math.max(1, eldest))), chance.whole(30, 120))
  tellLife(book, { household, theme: themeNamed(told.theme), working, worker, phase: told.phase, before: [...before], from, notesAMonth: 2.4, number, tasks: 0, lastDays: told.lastDays })
  const referral = book.referrals.at(-1)
  if (!referral || referral.closedOn) return
  const opened = chance.workingMoment(addWorkingDays(today, -9))
  for (const task of told.tasks ?? []) {
    openWork(book, {
      kind: task.kind, subject: { kind: 'referral', id: referral.id }, people: referral.children, by: worker.id, at: opened, teamId: working.team.id, workerId: worker.id, words: task.words, dueOn: task.due(today), state: task.waits ? 'waiting' : 'open',
      dueAt: task.time ? moment(`${task.due(today)}T${task.time}:00.000Z`) : null,
    })
  }
  const child = referral.children[0]
  if (told.said && child) hear(book, { personId: child, words: told.said, how: told.said.startsWith('This is') ? 'drew' : 'said', by: worker.id, saidTo: worker.name, place: 'At home', at: chance.workingMoment(addWorkingDays(today, -5)) })
}

function householdOf(book: Book, told: Named): Household {
  const { chance, today } = book
  const eldest = Math.max(...told.children.map(([, , age]) => age))
  const home = somePlace(chance, 'Ardenvale')
  const bornYears = (years: number) => addDays(addMonths(today, -12 * years), -chance.whole(5, 350))
  const mother: Member = member(book, { given: told.mother, family: told.family, sex: 'female', role: 'mother', born: bornYears(eldest + chance.whole(20, 29)), heritage: told.heritage })
  const father = told.father ? member(book, { given: told.father, family: told.family, sex: 'male', role: 'father', born: bornYears(eldest + chance.whole(21, 33)), heritage: told.heritage, home: told.theme !== 'separation' && told.theme !== 'domesticAbuse' }) : undefined
  const parents = [mother.id, ...(father ? [father.id] : [])]
  const children = told.children.map(([given, sex, age, school]) => member(book, { given, family: told.family, sex, role: 'child', born: age === 0 ? addDays(today, -44) : bornYears(age), parents, heritage: told.heritage, school: school ?? schoolFor(chance, age, 'Ardenvale')?.name ?? 'none' }))
  const since = addDays(addMonths(today, -12 * (eldest + 1)), -chance.whole(100, 900))
  return { members: [mother, ...(father ? [father] : []), ...children], homes: [home, somePlace(chance, 'Ardenvale')], gp: 'Mill Lane Surgery', family: told.family, tie: father ? [{ a: mother.id, b: father.id, kind: father.atHome ? 'partner' : 'separated', since, until: null }] : [] }
}
