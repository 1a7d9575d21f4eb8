import type { PaperFacts, PaperKind } from '../../../content/forms/papers/kinds.ts'
import { dayInWords, type PlainDate } from '../../kernel/dates.ts'
import { listed } from '../../kernel/phrasing.ts'
import { placementInWords } from '../../record/care/placementWords.ts'
import { careOf } from '../../record/care/queries.ts'
import type { Asking } from '../../record/access/model.ts'
import { bornInWords, entriesOf } from '../../record/outputs/bundle/entries.ts'
import { passagesOfEntries } from '../../record/outputs/bundle/rules.ts'
import type { Block, Passage } from '../../record/outputs/model.ts'
import { alsoOfUnseen } from '../../record/outputs/readers.ts'
import { kinWord } from '../../record/people/kinWords.ts'
import { statusesOf } from '../../record/people/legal/register.ts'
import { statusInWords } from '../../record/people/legal/rules.ts'
import { byBirth, isChild } from '../../record/people/marks.ts'
import type { Card } from '../../record/people/model.ts'
import { cardsOf, family, idsOf } from '../../record/people/queries.ts'
import { planPassages } from '../../record/plans/paper.ts'
import { currentPlans, planKindOf } from '../../record/plans/queries.ts'
import { hidingsOf } from '../../record/people/hiding/queries.ts'
import { planFor } from '../../record/plans/register.ts'
import { healthPassages, learningPassages } from './care/health.ts'
import { seeingPassages } from './care/seeing.ts'
import { siblingPassages, siblingsOf } from './care/siblings.ts'
import { writtenAbout } from './store.ts'

type Wanted = Readonly<{ people: readonly string[]; significantOnly: boolean; since?: string | undefined }>
const most = 1000
const heading = (words: string): Block => ({ kind: 'heading', level: 2, words })
const period = (from: PlainDate | null, to: PlainDate | null): string => (from ? (to ? `${dayInWords(from)} to ${dayInWords(to)}` : `since ${dayInWords(from)}`) : 'no day known')

/** What the record itself puts into a paper: each fact in a passage of whom it is about, so that a reader gets no more than they may know. `more`: the chronology was cut. */
export async function factsFor(asking: Asking, kind: PaperKind, wanted: Wanted): Promise<Readonly<{ passages: Passage[]; cards: readonly Card[]; more: boolean }>> {
  const [first = ''] = wanted.people
  const { cards: of, relationships: links } = await family.of(asking, { id: first })
  const cards = [...of].sort(byBirth)
  const passages: Passage[] = []
  let more = false
  let read: ReturnType<typeof careKnown> | undefined
  const known = () => (read ??= careKnown(asking, wanted.people, cards, links))
  const told: Readonly<Record<PaperFacts, () => Promise<Passage[]>>> = {
    family: async () => familyPassages(cards, links, wanted.people),
    orders: () => orders(asking, cards, wanted.people),
    placements: () => placements(asking, cards, wanted.people),
    siblings: async () => under('Brothers and sisters', siblingPassages(await known())),
    seeing: async () => under('Seeing family', seeingPassages(await known())),
    health: async () => under('Health', healthPassages(await known())),
    learning: async () => under('Learning', learningPassages(await known())),
    plans: () => plans(asking, cards, wanted.people),
    chronology: async () => {
      const found = await entriesOf(asking, { people: wanted.people, most, significantOnly: wanted.significantOnly, since: wanted.since })
      more = found.more
      const title = wanted.significantOnly ? 'Chronology of what matters, with its sources' : 'Chronology, with its sources'
      // Under every year: a heading of its own, with the next right after it, would have nothing under it, and go.
      return passagesOfEntries(found.entries, first).map((passage) => ({ ...passage, blocks: passage.blocks.map((block) => (block.kind === 'heading' && block.level === 2 ? { ...block, words: `${title}: ${block.words}` } : block)) }))
    },
  }
  for (const fact of kind.facts) passages.push(...(await told[fact]()))
  return { passages, cards, more }
}

/** Who belongs to the family, who each is to these children, and who has parental responsibility. */
function familyPassages(cards: readonly Card[], relationships: Awaited<ReturnType<typeof family.of>>['relationships'], people: readonly string[]): Passage[] {
  const nameOf = (id: string) => { const card = cards.find((one) => one.id === id); return card?.given || card?.name || '' }
  const lines = cards.flatMap((card): Passage[] => {
    if (people.includes(card.id)) return [{ place: 'a child', about: [card.id], blocks: [{ kind: 'paragraph', words: `${card.name}, ${bornInWords(card)}.` }] }]
    const links = relationships.filter((one) => one.personId === card.id && people.includes(one.otherId) && one.to === null)
    if (links.length === 0) return []
    const kin = [...Map.groupBy(links, (link) => link.kind)].map(([kind, of]) => `${kinWord(kind, card)} of ${listed(of.map((link) => nameOf(link.otherId)))}`).join('; ')
    const responsible = links.filter((link) => link.parentalResponsibility === 'yes').map((link) => nameOf(link.otherId))
    return [{ place: 'somebody of the family', about: [card.id, ...links.map((link) => link.otherId)], blocks: [{ kind: 'paragraph', words: `${card.name}, ${bornInWords(card)}: ${kin}.${responsible.length > 0 ? ` Parental responsibility for ${listed(responsible)}.` : ''}` }] }]
  })
  return [{ place: 'the family', about: [], general: true, blocks: [heading('The family')] }, ...lines]
}

/** The orders and legal statuses of each child, with their days and courts. */
export async function ordersOf(asking: Asking, people: readonly string[], known?: readonly Card[]): Promise<Passage[]> {
  const cards = known ?? [...(await cardsOf(asking, people)).values()]
  const lines = await Promise.all(people.map(async (id): Promise<Passage[]> => {
    const found = [...(await statusesOf(asking, await idsOf(asking, [id])))].sort((a, b) => a.from.localeCompare(b.from))
    const card = cards.find((one) => one.id === id)
    return found.length === 0 || !card ? [] : [{ place: 'the orders of a child', about: [id], blocks: [{ kind: 'heading', level: 3, words: card.name }, { kind: 'table', caption: `Orders and legal statuses: ${card.name}`, columns: ['What', 'When', 'Court and case number'], rows: found.map((one) => [statusInWords(one.code), period(one.from, one.to), [one.court, one.caseNumber].filter(Boolean).join(', ')]) }] }]
  }))
  return lines.flat()
}

async function orders(asking: Asking, cards: readonly Card[], people: readonly string[]): Promise<Passage[]> {
  const all = await ordersOf(asking, people, cards)
  return all.length === 0 ? [] : [{ place: 'orders', about: [], general: true, blocks: [heading('Orders and legal statuses')] }, ...all]
}

/** Where each child lived: kinds and days, never a place, which may be kept from a reader of the paper. */
async function placements(asking: Asking, cards: readonly Card[], people: readonly string[]): Promise<Passage[]> {
  const read = await careOf(asking, people)
  const all = people.flatMap((id): Passage[] => {
    const mine = read.placements.filter((one) => one.personId === id).toSorted((a, b) => a.from.localeCompare(b.from))
    const card = cards.find((one) => one.id === id)
    return mine.length === 0 || !card ? [] : [{ place: 'where a child lived', about: [id], blocks: [{ kind: 'heading', level: 3, words: card.name }, { kind: 'table', caption: `Placements: ${card.name}`, columns: ['Kind', 'When'], rows: mine.map((one) => [placementInWords(one.kind), period(one.from, one.to)]) }] }]
  })
  return all.length === 0 ? [] : [{ place: 'placements', about: [], general: true, blocks: [heading('Placements')] }, ...all]
}

const under = (words: string, passages: readonly Passage[]): Passage[] => (passages.length === 0 ? [] : [{ place: words.toLowerCase(), about: [], general: true, blocks: [heading(words)] }, ...passages])

/** What is known of the children's care and of that of their brothers and sisters, and where each fact comes from. */
async function careKnown(asking: Asking, people: readonly string[], cards: readonly Card[], links: Awaited<ReturnType<typeof family.of>>['relationships']) {
  const near = cards.filter((card) => people.includes(card.id) || people.some((id) => siblingsOf(id, links).includes(card.id)))
  const care = await careOf(asking, near.map((card) => card.id))
  const [written, hidden] = await Promise.all([
    writtenAbout(asking.db, [...new Set(care.facts.map((one) => one.factId))], [...new Set(care.periods.map((one) => one.admissionId))]),
    Promise.all(people.map(async (id) => ((await hidingsOf(asking, id)).some((one) => one.endedAt === null) ? [id] : []))),
  ])
  const kept = [...hidden.flat(), ...care.placements.filter((one) => one.hidden && one.to === null).map((one) => one.personId)]
  return { people, cards: near.filter((card) => people.includes(card.id) || isChild(card, asking.today)), links, care, written: new Map(written.map((one) => [one.id, one])), kept, today: asking.today }
}

async function plans(asking: Asking, cards: readonly Card[], people: readonly string[]): Promise<Passage[]> {
  const named = new Map(cards.map((card) => [card.id, card]))
  const running = await currentPlans(asking, people)
  const whole = await Promise.all(running.map((one) => planFor(asking, one.id)))
  const passages = await Promise.all(whole.map(async (plan): Promise<Passage[]> => {
    const about = plan.people.map((one) => one.personId)
    const of = await alsoOfUnseen(asking, { kind: 'plan', id: plan.id }, about, planPassages(plan, named))
    return [{ place: 'a plan', about, blocks: [heading(`${planKindOf(plan.kind).name}, as it stands`)] }, ...of.map((one) => ({ ...one, about: one.about.length > 0 ? one.about : about }))]
  }))
  return passages.flat()
}
