import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import type { Placement } from '../../../record/care/model.ts'
import { placementInWords } from '../../../record/care/placementWords.ts'
import type { CareRead } from '../../../record/care/queries.ts'
import { holds } from '../../../record/care/reckoning/episodes.ts'
import { oneHome } from '../../../record/care/reckoning/together.ts'
import { somebodyElse, type Passage } from '../../../record/outputs/model.ts'
import type { Card, Relationship } from '../../../record/people/model.ts'
import { answered, sourceOf, toldOf, type Written } from './facts.ts'

const kin: readonly string[] = ['sibling', 'halfSibling', 'stepSibling', 'twin']
type Links = readonly Pick<Relationship, 'personId' | 'otherId' | 'kind'>[]
/** Brothers and sisters of somebody: of one parent, or said to be. */
export function siblingsOf(id: string, links: Links): readonly string[] {
  const parentsOf = (child: string) => links.filter((one) => one.otherId === child && (one.kind === 'parent' || one.kind === 'adoptiveParent')).map((one) => one.personId)
  const shared = links.filter((one) => (one.kind === 'parent' || one.kind === 'adoptiveParent') && parentsOf(id).includes(one.personId)).map((one) => one.otherId)
  const said = links.flatMap((one) => (!kin.includes(one.kind) ? [] : one.personId === id ? [one.otherId] : one.otherId === id ? [one.personId] : []))
  return [...new Set([...shared, ...said])].filter((one) => one !== id)
}

type Living = 'together' | 'apart' | undefined
const home = (places: readonly Placement[], id: string, on: PlainDate): Placement | undefined => places.find((one) => one.personId === id && holds(one, on))
function living(places: readonly Placement[], a: string, b: string, on: PlainDate): Living {
  const [one, other] = [home(places, a, on), home(places, b, on)]
  return one && other ? (oneHome(one, other) ? 'together' : 'apart') : undefined
}
/** Since which day two children live as they live now. */
function sinceOf(places: readonly Placement[], a: string, b: string, today: PlainDate): PlainDate {
  const now = living(places, a, b, today)
  const days = [...new Set(places.flatMap((one) => (one.from <= today && (one.personId === a || one.personId === b) ? [one.from] : [])))].toSorted().toReversed()
  const other = days.findIndex((day) => living(places, a, b, day) !== now)
  return days[other === -1 ? days.length - 1 : other - 1] ?? today
}

type Wanted = Readonly<{ people: readonly string[]; cards: readonly Card[]; links: Links; care: CareRead; written: ReadonlyMap<string, Written>; today: PlainDate }>

/** Which brothers and sisters live together, which apart, since when and why: a passage for each two, so that a reader learns of nobody whom they may not know. Never a place. */
export function siblingPassages({ people, cards, links, care, written, today }: Wanted): Passage[] {
  const inCare = (id: string) => care.periods.some((one) => one.personId === id && holds(one, today))
  const given = (id: string) => { const card = cards.find((one) => one.id === id); return card?.given || card?.name || 'A brother or sister' }
  const children = cards.filter((card) => people.includes(card.id) && inCare(card.id))
  const others = (id: string) => siblingsOf(id, links).filter((one) => cards.some((card) => card.id === one && !card.unborn))
  const pairs = children.flatMap((child) => others(child.id).filter((id) => !children.slice(0, children.indexOf(child)).some((before) => before.id === id)).map((id) => [child.id, id] as const))
  const lines = pairs.flatMap(([a, b]): Passage[] => {
    const now = living(care.placements, a, b, today)
    const kinds = [a, b].map((id) => { const place = home(care.placements, id, today); return place ? `${given(id)}: ${placementInWords(place.kind).toLowerCase()}` : '' }).join('; ')
    const words = now === 'together' ? `${given(a)} and ${given(b)} live together, since ${dayInWords(sinceOf(care.placements, a, b, today))}.`
      : now === 'apart' ? `${given(a)} and ${given(b)} live apart, since ${dayInWords(sinceOf(care.placements, a, b, today))} (${kinds}).`
      : inCare(b) ? '' : `${given(b)} is not in our care.`
    return words === '' ? [] : [{ place: 'brothers and sisters', about: [a, b], blocks: [{ kind: 'paragraph', words }] }]
  })
  const apart = (id: string) => others(id).filter((other) => living(care.placements, id, other, today) === 'apart')
  const said = toldOf(care.facts.filter((one) => holds({ from: one.on, to: one.to }, today)), [...people, ...people.flatMap(apart)], ['siblingsApart'], written).filter((one) => one.rows.some((row) => apart(row.personId).length > 0))
  const why = said.map((one): Passage => {
    // Whoever lives elsewhere is spoken of in it, whether or not it was written with them.
    const about = [...new Set([...one.about, ...one.rows.flatMap((row) => apart(row.personId))])]
    const close = answered(one.fact, 'close')
    return { place: 'why brothers and sisters do not live together', about, blocks: [{ kind: 'paragraph', words: `Why ${listed(about.filter((id) => id !== somebodyElse).map(given))} do not live together: ${answered(one.fact, 'why')}` }, ...(close ? [{ kind: 'paragraph' as const, words: `How they stay close: ${close}` }] : []), { kind: 'paragraph', words: `${sourceOf(one)}, ${dayInWords(one.fact.on)}.` }] }
  })
  const began = said.length > 0 ? [] : [...Map.groupBy(care.periods.filter((one) => people.includes(one.personId) && holds(one, today) && one.apartWhy && apart(one.personId).length > 0), (one) => one.admissionId)].flatMap(([admission, of]): Passage[] => {
    const [first] = of
    const source = written.get(admission)
    const about = [...new Set([...of.flatMap((one) => [one.personId, ...apart(one.personId)]), ...(source?.people ?? []), ...(source?.others ? [somebodyElse] : [])])]
    return first?.apartWhy ? [{ place: 'why brothers and sisters do not live together', about, blocks: [{ kind: 'paragraph', words: `Why ${listed(about.filter((id) => id !== somebodyElse).map(given))} do not live together: ${first.apartWhy}` }, { kind: 'paragraph', words: `Written down when they came into our care, ${dayInWords(first.from)}.` }] }] : []
  })
  return [...lines, ...why, ...began]
}
