import { ageOn, dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import type { CareRead } from '../../../record/care/queries.ts'
import { holds } from '../../../record/care/reckoning/episodes.ts'
import type { Passage } from '../../../record/outputs/model.ts'
import type { Card } from '../../../record/people/model.ts'
import { answered, sourceOf, toldOf, type Told, type Written } from './facts.ts'

/** `says`: what of a fact is about each child by itself. `most`: how many of them a paper tells. `ages`: for whom it is asked. */
type Asked = Readonly<{ kind: string; title: string; most: number; ages?: readonly [number, number]; says: (told: Told, named: (id: string) => string) => string }>
const upToDate = (told: Told): string => (told.fact.answers['upToDate'] === 'yes' ? 'Up to date' : 'Not up to date')
const health: readonly Asked[] = [
  { kind: 'health', title: 'Health assessment', most: 2, says: (_, named) => named('by') },
  { kind: 'dental', title: 'Teeth checked', most: 2, says: (_, named) => named('by') },
  { kind: 'immunisations', title: 'Immunisations', most: 1, says: upToDate },
  { kind: 'healthSurveillance', title: 'Development checks', most: 1, ages: [0, 5], says: upToDate },
  { kind: 'strengths', title: 'Strengths and difficulties score', most: 4, ages: [4, 16], says: ({ fact }) => (fact.answers['score'] ? `${fact.answers['score']} of 40` : `No score: ${answered(fact, 'notScored').toLowerCase()}`) },
]
const learning: readonly Asked[] = [
  { kind: 'educationPlan', title: 'Personal education plan', most: 2, ages: [3, 17], says: ({ fact }, named) => [named('school'), answered(fact, 'reviewOn') ? `looked at again on ${answered(fact, 'reviewOn')}` : ''].filter(Boolean).join(', ') },
]

type Wanted = Readonly<{ people: readonly string[]; cards: readonly Card[]; care: CareRead; written: ReadonlyMap<string, Written>; /** Of whom something is kept from people: no name of a school or surgery may tell where they are. */ kept: readonly string[]; today: PlainDate }>

/** Health of each child: the newest of what was looked at, with its source, and what was advised. */
export const healthPassages = (wanted: Wanted): Passage[] => passages(wanted, health, 'the health of a child', 'Health', [{ kind: 'health', id: 'advice', lead: 'What the health assessment asks for' }])
/** Learning of each child: the personal education plan, and what is next. */
export const learningPassages = (wanted: Wanted): Passage[] => passages(wanted, learning, 'the learning of a child', 'Learning', [{ kind: 'educationPlan', id: 'next', lead: 'What is next for learning' }])

function passages({ people, cards, care, written, kept, today }: Wanted, asked: readonly Asked[], place: string, title: string, texts: readonly Readonly<{ kind: string; id: string; lead: string }>[]): Passage[] {
  const children = cards.filter((card) => people.includes(card.id))
  const tables = children.flatMap((card): Passage[] => {
    const inCare = care.periods.some((one) => one.personId === card.id && holds(one, today))
    const age = card.bornOn ? ageOn(card.bornOn, today) : undefined
    const rows = asked.flatMap((one): string[][] => {
      const told = toldOf(care.facts, [card.id], [one.kind], written).slice(0, one.most)
      const askedOf = !one.ages || age === undefined || (age >= one.ages[0] && age <= one.ages[1])
      if (told.length === 0) return inCare && askedOf ? [[one.title, 'Nothing is recorded', '', '']] : []
      // A line of its own words may be about the others it was written for: then it stands with all of them, below.
      return told.map((each) => [one.title, dayInWords(each.fact.on), one.says(each, (id) => (each.about.length > 1 || kept.includes(card.id) ? '' : answered(each.fact, id))), sourceOf(each)])
    })
    return rows.length === 0 ? [] : [{ place, about: [card.id], blocks: [{ kind: 'heading', level: 3, words: card.name }, { kind: 'table', caption: `${title}: ${card.name}`, columns: ['What', 'When', 'What was found', 'Source'], rows }] }]
  })
  const given = (ids: readonly string[]) => listed(children.flatMap((card) => (ids.includes(card.id) ? [card.given || card.name] : [])))
  const words = texts.flatMap(({ kind, id, lead }) => toldOf(care.facts, people, [kind], written)
    // The newest of each child: what was advised before is in the chronology.
    .filter((told, at, all) => told.rows.some((row) => !all.slice(0, at).some((newer) => newer.rows.some((other) => other.personId === row.personId))))
    .flatMap((told): Passage[] => {
      const said = answered(told.fact, id)
      const by = told.about.length > 1 && !told.about.some((one) => kept.includes(one)) ? answered(told.fact, kind === 'educationPlan' ? 'school' : 'by') : ''
      return said === '' && by === '' ? [] : [{ place, about: told.about, blocks: [{ kind: 'paragraph', words: `${lead}, ${given(told.about)}, ${dayInWords(told.fact.on)}${by ? ` (${by})` : ''}: ${said || 'nothing was written.'}` }] }]
    }))
  return [...tables, ...words]
}
