import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { abuseCategories, planEndings } from '../../../../content/codes/meetings.ts'
import { agencies } from '../../../../content/meetings/agencies.ts'
import { childAndFamilyAssessment } from '../../../../content/forms/childAndFamilyAssessment.ts'
import type { Asking } from '../../../record/access/model.ts'
import { frozenForm, lastFinished, peopleOfForm } from '../../../record/answers/register.ts'
import { kindOfFact } from '../../../record/care/reckoning/typed.ts'
import { placementInWords } from '../../../record/care/placementWords.ts'
import { careOf } from '../../../record/care/queries.ts'
import { minutesPassages } from '../../../record/meetings/minutesPaper.ts'
import { nameOfKind } from '../../../record/meetings/pages/words.ts'
import { meetingsAbout } from '../../../record/meetings/queries.ts'
import { meetingFor } from '../../../record/meetings/register.ts'
import { entriesOf } from '../../../record/outputs/bundle/entries.ts'
import { heldFromOutside } from '../../../record/outputs/handingOver.ts'
import { alsoOfUnseen } from '../../../record/outputs/readers.ts'
import { somebodyElse, type Block, type Passage } from '../../../record/outputs/model.ts'
import { statusInWords } from '../../../record/people/legal/rules.ts'
import type { Card } from '../../../record/people/model.ts'
import { idsOf, workingWith } from '../../../record/people/queries.ts'
import { doneForLine, lineOfPlan, linesOf, planPassages } from '../../../record/plans/paper.ts'
import { planKindOf, plansOf } from '../../../record/plans/queries.ts'
import { planFor } from '../../../record/plans/register.ts'
import type { BundleActions, BundleNeed, PieceKind } from './model.ts'
import * as store from './gatherStore.ts'

type Told = Readonly<{ kind: PieceKind; on?: PlainDate | null; title: string; value?: unknown; about: readonly string[]; blocks: readonly Block[]; place?: string }>
/** A passage with the part of it that a machine reads. */
const told = ({ kind, on, title, value, about, blocks, place }: Told): Passage => ({ place: place ?? title.toLowerCase(), about, blocks, part: { kind, value: { on: on ?? null, title, ...(value === undefined ? {} : { value }) } } })
const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
const period = (from: PlainDate | null, to: PlainDate | null): string => (from ? (to ? `${dayInWords(from)} to ${dayInWords(to)}` : `since ${dayInWords(from)}`) : 'no day known')
const mostEntries = 2000

/** What has been done with these children, each thing in a passage of whom it is about: so that the gate gives the other council no more than they may know. */
export async function piecesFor(asking: Asking, children: readonly string[], cards: ReadonlyMap<string, Card>): Promise<Readonly<{ passages: Passage[]; more: boolean }>> {
  const entries = await chronologyPieces(asking, children)
  return { passages: [...await professionals(asking, children), ...await plans(asking, children, cards), ...await lastMeetings(asking, children, cards), ...await lastAssessment(asking, children, cards), ...await inCare(asking, children, cards), ...entries.passages], more: entries.more }
}

async function professionals(asking: Asking, children: readonly string[]): Promise<Passage[]> {
  const all = await Promise.all(children.map(async (id) => (await workingWith(asking, id)).filter((one) => one.to === null && one.domain === 'children').flatMap((one) => (one.worker ?? one.team ? [[one.worker, one.team, one.phone].filter(Boolean).join(', ')] : []))))
  return children.flatMap((id, at) => {
    const rows = [...new Set(all[at])]
    return rows.length === 0 ? [] : [told({ kind: 'professional', title: 'Who works with the child at the council', about: [id], blocks: [{ kind: 'list', rows }] })]
  })
}

async function plans(asking: Asking, children: readonly string[], cards: ReadonlyMap<string, Card>): Promise<Passage[]> {
  const found = (await plansOf(asking, children)).filter((plan) => plan.people.some((one) => children.includes(one.personId)))
  const passages: Passage[] = []
  for (const plan of found) {
    const name = planKindOf(plan.kind).name
    for (const one of plan.people.filter((each) => children.includes(each.personId))) {
      const category = one.category ? `, ${labelOf(abuseCategories, one.category).toLowerCase()}` : ''
      passages.push(told({
        kind: 'onPlan', on: one.startedOn, title: `${name}${category}`, about: [one.personId], place: 'on which plan a child is',
        value: { plan: plan.kind, category: one.category, firstCategory: one.firstCategory, startedOn: one.startedOn, endedOn: one.endedOn, endReason: one.endReason },
        blocks: [paragraph(`${cards.get(one.personId)?.name ?? 'The child'}: ${name.toLowerCase()}${category}, ${period(one.startedOn, one.endedOn)}${one.endReason ? ` (${labelOf(planEndings, one.endReason).toLowerCase()})` : ''}.`)],
      }))
    }
    if (plan.state === 'ended') continue
    const whole = await planFor(asking, plan.id)
    const about = plan.people.map((one) => one.personId)
    const typed = linesOf(whole).flatMap(({ need, does }): (BundleNeed | BundleActions)[] => [
      { line: need.line, all: need.about.length === 0, open: need.state === 'open', words: need.words, wanted: need.wanted },
      ...does.map(({ actions }) => ({ line: need.line, actions: actions.filter((one) => one.state === 'open').map((one) => ({ words: one.words, owner: one.owner, dueOn: one.dueOn, evidence: one.evidence ?? '' })) })),
    ])
    const value = (place: string) => (place === lineOfPlan || place === doneForLine ? { value: typed.shift() } : {})
    passages.push(...(await alsoOfUnseen(asking, { kind: 'plan', id: plan.id }, about, planPassages(whole, cards))).filter((one) => one.place !== 'who the plan is for').map((one) => told({ kind: 'plan', on: plan.startedOn, title: name, about: one.about.length > 0 ? one.about : about, blocks: one.blocks, place: one.place, ...value(one.place) })))
    // Somebody of the family who carries it out is told by the plan, in a passage about them.
    const members = whole.members.filter((one) => one.to === null && one.personId === null)
    if (members.length > 0) passages.push(told({ kind: 'professional', title: `Who carries out the ${name.toLowerCase()}`, about, value: { members: members.map(({ agency, name: who, role }) => ({ agency, name: who, role })) }, blocks: [{ kind: 'list', rows: members.map((one) => `${one.name}, ${(agencies.find((agency) => agency.code === one.agency)?.label ?? 'another agency').toLowerCase()}`) }] }))
  }
  return passages
}

/** Of each kind of meeting that makes or reviews a plan, the last that was held: minutes and decisions. */
async function lastMeetings(asking: Asking, children: readonly string[], cards: ReadonlyMap<string, Card>): Promise<Passage[]> {
  const kinds = [['initialConference', 'preBirthConference', 'transferInConference', 'reviewConference'], ['lookedAfterReview', 'careReview'], ['coreGroup']]
  const held = (await meetingsAbout(asking, children, 100, ['held'])).filter((one) => one.domain === 'children')
  const last = kinds.flatMap((group) => held.filter((one) => group.includes(one.kind)).slice(0, 1))
  const passages: Passage[] = []
  for (const one of last) {
    const whole = await meetingFor(asking, one.id)
    const about = whole.people.map((person) => person.personId)
    passages.push(...(await alsoOfUnseen(asking, { kind: 'meeting', id: one.id }, about, minutesPassages(whole, cards))).map((each) => told({ kind: 'meeting', on: whole.on, title: nameOfKind(whole.kind), about: each.about.length > 0 ? each.about : about, blocks: each.blocks, place: each.place })))
  }
  return passages
}

/** The last finished assessment, question by question as it was asked: an answer about one child in a passage of theirs. */
async function lastAssessment(asking: Asking, children: readonly string[], cards: ReadonlyMap<string, Card>): Promise<Passage[]> {
  const formId = await lastFinished(asking, childAndFamilyAssessment.id, await idsOf(asking, children))
  const frozen = formId ? await frozenForm(asking, formId) : undefined
  if (!formId || !frozen) return []
  const everybody = await peopleOfForm(asking.db, formId)
  const on = await store.finishedOn(asking.db, formId)
  return frozen.sections.flatMap((section) => section.questions.flatMap((question) => question.answers.map((answer): Passage => {
    const about = answer.about.length > 0 ? answer.about : everybody
    const whose = answer.about.length === 1 ? listed(answer.about.map((id) => cards.get(id)?.given || cards.get(id)?.name || 'one child')) : ''
    return told({ kind: 'assessment', on, title: frozen.title, about, place: 'an answer of the assessment', blocks: [{ kind: 'heading', level: 3, words: `${question.asked}${whose ? ` (${whose})` : ''}` }, paragraph(answer.words)] })
  })))
}

/** Orders, where they lived (kinds and days; where they live now with the place, unless it is hidden), and what is known of health, education and reviews. */
async function inCare(asking: Asking, children: readonly string[], cards: ReadonlyMap<string, Card>): Promise<Passage[]> {
  const [read, holds] = [await careOf(asking, children), await heldFromOutside(asking, children)]
  const nameOf = (id: string) => cards.get(id)?.name ?? 'The child'
  return [
    ...read.statuses.map((one) => told({
      kind: 'order', on: one.from, title: statusInWords(one.code), about: [one.personId], place: 'an order',
      value: { code: one.code, kind: one.kind, court: one.court, caseNumber: one.caseNumber, from: one.from, to: one.to, expiresOn: one.expiresOn },
      blocks: [paragraph(`${nameOf(one.personId)}: ${statusInWords(one.code)}, ${period(one.from, one.to)}${one.court ? `, ${one.court}` : ''}${one.caseNumber ? `, ${one.caseNumber}` : ''}.`)],
    })),
    ...read.periods.map((one) => told({ kind: 'placement', on: one.from, title: 'Looked after', about: [one.personId], place: 'a time in care', value: { from: one.from, to: one.to, need: one.need, endReason: one.endReason }, blocks: [paragraph(`${nameOf(one.personId)}: looked after ${period(one.from, one.to)}.`)] })),
    ...read.placements.map((one) => told({ kind: 'placement', on: one.from, title: placementInWords(one.kind), about: [one.personId], place: 'where a child lived', value: { kind: one.kind, provider: one.provider, from: one.from, to: one.to, ...(one.to === null && !one.hidden && !holds([one.placeName, one.postcode ?? '']) ? { place: { name: one.placeName, urn: one.urn, postcode: one.postcode } } : {}) }, blocks: [paragraph(`${nameOf(one.personId)}: ${placementInWords(one.kind)}, ${period(one.from, one.to)}.`)] })),
    ...read.facts.flatMap((one): Passage[] => {
      const kind = kindOfFact(one.kind)
      if (!kind) return []
      const answers = kind.questions.flatMap((question) => { const text = one.answers[question.id]; return text && question.kind !== 'colleague' ? [`${question.label}: ${question.list ? labelOf(question.list, text) : text}`] : [] })
      return [told({ kind: 'careFact', on: one.on, title: kind.title, about: [one.personId], place: 'health, education or a review', value: { kind: one.kind, to: one.to, answers: one.answers }, blocks: [paragraph(`${nameOf(one.personId)}, ${dayInWords(one.on)}: ${kind.title}. ${answers.join('. ')}`), ...(one.words ? [paragraph(one.words)] : [])] })]
    }),
  ]
}

async function chronologyPieces(asking: Asking, children: readonly string[]): Promise<Readonly<{ passages: Passage[]; more: boolean }>> {
  const { entries, more } = await entriesOf(asking, { people: children, most: mostEntries, domains: ['children', 'shared', 'earlyHelp'] })
  const passages = entries.toSorted((a, b) => a.on.localeCompare(b.on)).map((entry) => told({
    kind: 'entry', on: entry.on, title: entry.title, about: [...entry.about, ...(entry.others ? [somebodyElse] : [])], place: `the entry of ${dayInWords(entry.on)}`, value: { source: entry.source },
    blocks: [{ kind: 'heading', level: 3, words: `${dayInWords(entry.on)}: ${entry.title}` }, ...(entry.words ? [paragraph(entry.words)] : []), ...(entry.said ? [{ kind: 'quote' as const, words: entry.said, by: '' }] : []), paragraph(entry.source)],
  }))
  return { passages, more }
}
