import { ageOn, dayInWords, shortDay, type PlainDate } from '../../kernel/dates.ts'
import { hueOfChild, type PersonMark, type PersonSymbol } from '../../platform/page/mark.ts'
import type { Card, Relationship } from './model.ts'

const symbolOf = (card: Pick<Card, 'sex' | 'unborn'>): PersonSymbol =>
  card.unborn ? 'unborn' : card.sex === 'female' ? 'female' : card.sex === 'male' ? 'male' : 'notStated'

/** The one mark of one person, for every page. */
export const markOf = (card: Pick<Card, 'id' | 'name' | 'sex' | 'unborn' | 'hue'>): PersonMark => ({
  name: card.name,
  symbol: symbolOf(card),
  hue: card.hue === null ? 'slate' : hueOfChild(card.hue),
})

/** `9`, `7 months`, `due 12 Mar 2026`, `about 34`, or nothing when it is not known. */
export function ageInWords(card: Pick<Card, 'bornOn' | 'bornAbout' | 'dueOn' | 'unborn' | 'diedOn' | 'endedOn'>, today: PlainDate): string {
  if (card.endedOn) return `pregnancy ended ${dayInWords(card.endedOn)}`
  if (card.unborn) return card.dueOn ? `due ${shortDay(card.dueOn, today).slice(4)}` : 'not yet born'
  if (!card.bornOn) return 'age not known'
  const years = ageOn(card.bornOn, card.diedOn ?? today)
  const about = card.bornAbout === 'day' || card.bornAbout === null ? '' : 'about '
  if (card.diedOn) return `died ${dayInWords(card.diedOn)}, aged ${about}${years}`
  if (years >= 2) return `${about}${years}`
  const months = (Number(today.slice(0, 4)) - Number(card.bornOn.slice(0, 4))) * 12 + Number(today.slice(5, 7)) - Number(card.bornOn.slice(5, 7)) - (today.slice(8) < card.bornOn.slice(8) ? 1 : 0)
  return months < 1 ? 'under a month' : `${about}${months} ${months === 1 ? 'month' : 'months'}`
}

/** Whether the person is a child (or not yet born) on the day; unknown ages count as given by `otherwise`. */
export const isChild = (card: Pick<Card, 'bornOn' | 'unborn'>, today: PlainDate, otherwise = false): boolean =>
  card.unborn || (card.bornOn === null ? otherwise : ageOn(card.bornOn, today) < 18)

const elders: readonly string[] = ['parent', 'adoptiveParent', 'grandparent', 'stepParent', 'expectedParent', 'fosterCarer', 'specialGuardian']
const bonds: readonly string[] = ['married', 'divorced']
type Line = Pick<Relationship, 'personId' | 'kind'> & Partial<Pick<Relationship, 'otherId'>>
/** Who of them is grown by what they are to others: somebody’s parent, grandparent, carer or guardian, or married. */
const grownBy = (relationships: readonly Line[]): ReadonlySet<string> =>
  new Set(relationships.flatMap((one) => [...(elders.includes(one.kind) || bonds.includes(one.kind) ? [one.personId] : []), ...(one.otherId && bonds.includes(one.kind) ? [one.otherId] : [])]))

/** The children of a family on the day, born first; of unknown age all but those whom a relationship shows to be grown: a child nobody knows the birthday of is one too. */
export function childrenOf<C extends Card>(read: Readonly<{ cards: readonly C[]; relationships: readonly Line[] }>, today: PlainDate): C[] {
  const grown = grownBy(read.relationships)
  return read.cards.filter((card) => isChild(card, today, !grown.has(card.id))).sort(byBirth)
}

/** Born first, first; the unborn after them; unknown last. */
export const byBirth = (a: Pick<Card, 'bornOn' | 'dueOn' | 'name'>, b: Pick<Card, 'bornOn' | 'dueOn' | 'name'>): number =>
  (a.bornOn ?? a.dueOn ?? '9999').localeCompare(b.bornOn ?? b.dueOn ?? '9999') || a.name.localeCompare(b.name)
