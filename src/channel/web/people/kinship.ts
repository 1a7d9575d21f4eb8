import { ageOn, type PlainDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import type { Family, TreeCouple, TreeParent } from '../../../platform/page/tree/family.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { kinWord } from '../../../record/people/kinWords.ts'
import type { Card, Relationship } from '../../../record/people/model.ts'
import { familyName, homeOf, type FamilyRead } from './familyRead.ts'

/** `Mother of Amelia, Noah, Isla and Leo, with parental responsibility`: who an adult is to the children. */
export function toTheChildren(read: FamilyRead, adult: Card): string {
  const links = read.relationships.filter((r) => r.personId === adult.id && read.children.some((child) => child.id === r.otherId) && r.to === null)
  const kinds = Map.groupBy(links, (link) => link.kind)
  const parts = [...kinds].map(([kind, of]) => {
    const children = read.children.filter((child) => of.some((link) => link.otherId === child.id))
    const whom = children.length === read.children.length && children.length > 2 ? `all ${children.length} children` : listed(children.map((child) => child.given || child.name))
    const responsible = of.filter((link) => link.parentalResponsibility === 'yes').length
    const also = responsible === 0 ? '' : responsible === of.length ? ', with PR' : `, with PR for ${responsible}`
    return kind === 'expectedParent' ? `${kinWord(kind, adult)}${also}` : `${kinWord(kind, adult)} of ${whom}${also}`
  })
  const said = parts.join('; ')
  if (said) return said.charAt(0).toUpperCase() + said.slice(1)
  const couple = read.relationships.find((r) => (r.personId === adult.id || r.otherId === adult.id) && ['partner', 'married', 'separated', 'divorced'].includes(r.kind))
  const other = couple ? read.cardOf(couple.personId === adult.id ? couple.otherId : couple.personId) : undefined
  return couple && other ? `${couple.kind === 'partner' || couple.kind === 'married' ? 'Partner' : 'Former partner'} of ${other.given || other.name}` : ''
}

const year = (day: string | null): string | undefined => day?.slice(0, 4)

function couplesOf(read: FamilyRead): TreeCouple[] {
  const kinds: Partial<Record<Relationship['kind'], TreeCouple['kind']>> = { married: 'married', partner: 'livingTogether', separated: 'separated', divorced: 'divorced' }
  return read.relationships.flatMap((r): TreeCouple[] => {
    const kind = kinds[r.kind]
    if (!kind || !read.cardOf(r.personId) || !read.cardOf(r.otherId)) return []
    const from = year(r.from)
    const until = year(r.to)
    return [{ a: r.personId, b: r.otherId, kind: kind === 'livingTogether' && r.to ? 'separated' : kind, ...(from ? { from } : {}), ...(until ? { until } : {}) }]
  })
}

function parentageOf(read: FamilyRead): TreeParent[] {
  const kinds: Partial<Record<Relationship['kind'], TreeParent['kind']>> = { parent: 'birth', expectedParent: 'birth', adoptiveParent: 'adopted', fosterCarer: 'fostered', specialGuardian: 'fostered' }
  return read.relationships.flatMap((r): TreeParent[] => {
    const kind = kinds[r.kind]
    return kind && read.cardOf(r.personId) && read.cardOf(r.otherId) ? [{ parent: r.personId, child: r.otherId, kind }] : []
  })
}

const inside = (card: Card, today: PlainDate): string => (card.unborn || !card.bornOn ? (card.unborn ? '' : '?') : String(ageOn(card.bornOn, card.diedOn ?? today)))

/** The facts that the family tree draws. Only who may be known to the reader is there. Friends and neighbours are in the list, not in the tree. */
export function treeOf(read: FamilyRead): Family {
  const { today } = read
  const kin = new Set(read.relationships.filter((r) => !['friend', 'neighbour', 'lodger', 'notKnown'].includes(r.kind)).flatMap((r) => [r.personId, r.otherId]).concat(read.id))
  const people = read.cards.filter((card) => kin.has(card.id) || read.atHome.has(card.id))
  const households = new Map<string, { members: string[]; label?: string }>()
  for (const card of people) {
    const home = homeOf(read.addresses, card.id)
    const key = home?.householdId ?? (read.atHome.has(card.id) ? (read.home?.householdId ?? 'here') : undefined)
    if (!key) continue
    const household = households.get(key) ?? { members: [], ...(home && !home.hidden && home.lines[0] ? { label: home.lines[0] } : {}) }
    household.members.push(card.id)
    households.set(key, household)
  }
  return {
    people: people.map((card) => {
      const child = read.children.some((c) => c.id === card.id)
      const age = inside(card, today)
      const born = card.unborn ? ageInWords(card, today) : card.bornOn ? `b. ${card.bornAbout === 'day' || card.bornAbout === 'month' ? '' : 'about '}${card.bornOn.slice(0, 4)}` : undefined
      return {
        id: card.id, name: child ? card.given || card.name : card.name, symbol: markOf(card).symbol, ...(age ? { age } : {}), ...(born ? { born } : {}), died: card.diedOn !== null,
        childWeWorkWith: child, hue: markOf(card).hue, ...(card.bornOn ?? card.dueOn ? { bornOn: card.bornOn ?? card.dueOn ?? '' } : {}), href: `/people/${card.id}`,
      }
    }),
    couples: couplesOf(read),
    parents: parentageOf(read),
    households: [...households].filter(([, household]) => household.members.length > 1 || household.label).map(([id, household]) => ({ id, ...household })),
  }
}

export const treeTitle = (read: FamilyRead): string => `Family tree of the ${familyName(read)}`
