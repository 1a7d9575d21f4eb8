import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import type { CareRead } from '../../../record/care/queries.ts'
import { somebodyElse, type Passage } from '../../../record/outputs/model.ts'
import type { Card } from '../../../record/people/model.ts'
import { answered, sourceOf, toldOf, wordsOf, type Told, type Written } from './facts.ts'

const mostTimes = 20
type Wanted = Readonly<{ people: readonly string[]; cards: readonly Card[]; care: CareRead; written: ReadonlyMap<string, Written>; today: PlainDate }>

/** Whom the children see, how and how often; and what it was like, the newest first. What was arranged for several stands in one passage about all of them. */
export function seeingPassages({ people, cards, care, written, today }: Wanted): Passage[] {
  const given = (ids: readonly string[]) => listed(cards.flatMap((card) => (ids.includes(card.id) ? [card.given || card.name] : [])))
  const began = care.periods.filter((one) => people.includes(one.personId)).map((one) => one.from).toSorted().at(0) ?? today
  const arranged = toldOf(care.facts, people, ['contactArrangement'], written).filter(({ fact }) => fact.to === null || fact.to > began)
  const times = toldOf(care.facts, people, ['familyTime'], written).slice(0, mostTimes)
  const together = (all: readonly Told[]) => [...Map.groupBy(all, (one) => one.about.toSorted().join()).values()]
  return [
    ...together(arranged).flatMap((of): Passage[] => {
      const about = of[0]?.about ?? []
      return [
        { place: 'how a child sees their family', about, blocks: [{ kind: 'heading', level: 3, words: `${given(about)}: what is arranged` }, {
          kind: 'table', caption: `Seeing family: ${given(about)}`, columns: ['With whom', 'How', 'How often', 'When', 'Source'],
          rows: of.map((one) => [answered(one.fact, 'who'), answered(one.fact, 'how'), answered(one.fact, 'often'), one.fact.to ? `${dayInWords(one.fact.on)} to ${dayInWords(one.fact.to)}` : `since ${dayInWords(one.fact.on)}`, sourceOf(one)]),
        }] },
        ...of.flatMap((one) => freeWords(one, (ids) => `${given(ids)}, with ${answered(one.fact, 'who')}:`, 'how a child sees their family')),
      ]
    }),
    ...times.flatMap((one, i): Passage[] => [
      { place: 'what time with family was like', about: one.about, blocks: [...(i === 0 ? [{ kind: 'heading' as const, level: 3 as const, words: 'What it was like' }] : []), { kind: 'paragraph', words: `${dayInWords(one.fact.on)}, ${given(one.about)} with ${answered(one.fact, 'who')}: ${lower(answered(one.fact, 'came'))}. ${sourceOf(one)}.` }] },
      ...freeWords(one, (ids) => (ids.length < one.about.filter((id) => id !== somebodyElse).length ? `${given(ids)}:` : ''), 'what time with family was like'),
    ]),
  ]
}
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
const freeWords = (one: Told, lead: (about: readonly string[]) => string, place: string): Passage[] => wordsOf(one).map(({ about, words }): Passage => ({ place, about, blocks: [...(lead(about) ? [{ kind: 'paragraph' as const, words: lead(about) }] : []), ...words.map((text) => ({ kind: 'paragraph' as const, words: text }))] }))
