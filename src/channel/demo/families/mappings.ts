import type { Answers } from '../../../engine/forms/model.ts'
import { keptNumber, type GivenNumber } from '../../../engine/forms/scale.ts'
import { addDays, plain, type PlainDate } from '../../../kernel/dates.ts'
import { workingDayFrom } from '../../../kernel/workingDays.ts'
import { chanceOf, type Chance } from '../chance.ts'
import { mappingWords, type MappingWords } from '../words/mappings.ts'
import type { Book } from './book.ts'
import { rowsIn, teamOf, tellPaper, text } from './papers.ts'

/** The numbers of one day: somebody of the family a little higher than the worker. */
function numbersOf(chance: Chance, on: PlainDate, about: number): GivenNumber[] {
  const least = (number: number): number => Math.max(0, Math.min(10, number))
  return [
    { number: least(about + chance.whole(0, 2)), by: 'family', name: 'Their mother', on },
    { number: least(about + chance.whole(-1, 1)), by: 'child', name: '', on },
    { number: least(about - 1), by: 'worker', name: '', on },
  ]
}

function answersOf(words: MappingWords, people: readonly string[], nameOf: (id: string) => string, numbers: readonly (readonly GivenNumber[])[]): Answers {
  const [first = '', ...more] = people
  const say = (said: string): string => said.replaceAll('{child}', nameOf(first))
  const columns = Object.entries(words.columns).map(([question, said]) => {
    const own = words.own[question]
    return [question, { all: say(said), ...(own && more.length > 0 ? { each: { [first]: say(own) } } : {}) }] as const
  })
  const dangers = words.dangers.flatMap((one, at) => [
    [`dangerStatement${at + 1}`, { all: say(one.danger) }], [`safetyGoal${at + 1}`, { all: say(one.goal) }], [`safetyScale${at + 1}`, { all: (numbers[at] ?? []).map(keptNumber) }],
  ] as const)
  return Object.fromEntries([...columns, ...dangers])
}

/** Mappings with families under protection: one soon after the first conference, and a second three months on with what has moved. `share`: of how many first conferences. */
export function tellMappings(book: Book, seed: string, share: number): void {
  const chance = chanceOf(seed)
  const { today } = book
  for (const row of rowsIn(book, 'meetings.meeting').filter((one) => one['kind'] === 'initialConference' && one['state'] === 'held')) {
    const held = plain(text(row['on_day']))
    if (held < addDays(today, -500) || !chance.happens(share)) continue
    const people = rowsIn(book, 'meetings.meeting_person').flatMap((one) => (one['meeting_id'] === row['id'] ? [text(one['person_id'])] : []))
    const by = text(row['recorded_by'])
    const words = chance.pick(mappingWords)
    const nameOf = (id: string): string => book.people.find((one) => one.id === id)?.names[0]?.given || 'the baby'
    const about = { kind: 'mapping', people, by, teamId: teamOf(book, by), forWhom: words.with }
    const [first, second] = [workingDayFrom(addDays(held, 12)), workingDayFrom(addDays(held, 100))]
    if (first >= today) continue
    const then = words.dangers.map(() => numbersOf(chance, first, 3))
    const before = tellPaper(book, chance, { ...about, begunOn: first, finishedOn: first }, answersOf(words, people, nameOf, then))
    if (second >= today || !before) continue
    const now = then.map((numbers) => [...numbers, ...numbersOf(chance, second, 6)])
    tellPaper(book, chance, { ...about, begunOn: second, finishedOn: second }, answersOf(words, people, nameOf, now), before)
  }
}
