import type { CodeList } from '../../../../content/codes/codeList.ts'
import { awayKinds, placementKinds, placementProviders } from '../../../../content/codes/placements.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { isId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { Line, Words } from '../../../platform/page/fields/text.tsx'
import { rowsOf, treeOf } from '../../../platform/page/posted.ts'
import { plainly } from '../../../record/access/checking.ts'
import { everyValue } from '../../../record/access/own/now.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { Ask } from '../../../record/access/page.ts'
import { carerHousehold } from '../../../record/care/households.ts'
import type { Household, Placement } from '../../../record/care/model.ts'
import { careOf, type CareRead } from '../../../record/care/queries.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { textOf } from '../people/detailForms.tsx'
import { readFamily, type FamilyRead } from '../people/familyRead.ts'

/** What came back under a name with dots: `answers.score`. */
const typedAt = (body: Ask['body'], name: string): string => textOf(name.split('.').reduce<unknown>((under, part) => treeOf(under)[part], body))
/** What was typed, or what stood there before, with what to put right. `first`: before anything was sent. */
export const backOf = (ask: Ask, first: Readonly<Record<string, string | undefined>> = {}) => (name: string, asked = name): { id: string; name: string; value: string; problem?: string } => {
  const sent = Object.keys(ask.body).length > 0
  const problem = ask.problems.find((one) => one.question === asked)?.problem
  return { id: name, name, value: sent ? typedAt(ask.body, name) : first[name] ?? '', ...(problem ? { problem } : {}) }
}
export type Back = ReturnType<typeof backOf>
export const isTicked = (ask: Ask, name: string, first = false): boolean => (Object.keys(ask.body).length > 0 ? ask.body[name] === 'yes' : first)
export const namesOf = (ask: Ask): readonly string[] => (Array.isArray(ask.body.people) ? ask.body.people : [ask.body.people]).filter((id): id is string => typeof id === 'string' && id !== '')
export const dayOr = (text: unknown, today: PlainDate): string => typedDay(textOf(text), today) ?? textOf(text).trim()
export const numbers = (day: string): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`

/** What a list offers today; `but`: what stands there already, also when it is no longer offered. */
export const offered = (list: CodeList, today: PlainDate, but?: string) => everyValue(list).filter((one) => one.code === but || one.own.retiredFrom === undefined || one.own.retiredFrom > today)
  .map((one) => ({ value: one.code, label: one.label, ...(one.group ? { group: one.group } : {}) }))

/** The summary leads to the field that came back: `placement.kind` is the field `kind`. */
export const Summary = ({ ask }: { ask: Ask }) => <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question.replace(/^placement\./, ''), words: p.problem }))} />
export const inWords = plainly({ on: 'Give the day, as in 3/10/2025.', people: 'Tick at least one child.', why: 'Write why, for whoever reads it later.', 'placement.kind': 'Choose what kind of placement it is.', 'placement.placeName': 'Say with whom, or in which home, the child lives.', reason: 'Choose why.', need: 'Choose the main reason.', legalCode: 'Choose by what right the child is in our care.' })

/** Whom it is about: the child of the page, and the brothers and sisters it could be about too. */
export const Children = ({ ask, who, ticked, label, hint }: { ask: Ask; who: readonly PersonCard[]; ticked: readonly string[]; label: string; hint?: string }) => who.length < 2
  ? <>{who.map((card) => <input type="hidden" name="people" value={card.id} />)}</>
  : <Choices name="people" label={label} {...(hint ? { hint } : {})} values={Object.keys(ask.body).length > 0 ? namesOf(ask) : ticked} options={who.map((card) => ({ value: card.id, label: card.name }))} {...(ask.problems.some((p) => p.question === 'people') ? { problem: ask.problems.find((p) => p.question === 'people')?.problem ?? '' } : {})} />

/** Where a child lives: the same questions when they come, move, or it is corrected. */
export const PlacementQuestions = ({ ask, back, today, first, but, at = '' }: { ask: Ask; back: Back; today: PlainDate; first: boolean; but?: Placement; /** Of another place of the same night: `elsewhere.0.`. */ at?: string }) => (
  <>
    <Select label="Kind of placement" empty="Choose one" options={offered(placementKinds, today, but?.kind).filter((one) => !first || !awayKinds.includes(one.value))} {...back('kind', 'placement.kind')} />
    <Line label="With whom, or in which home" hint="The carers’ names, or the name of the home or school" {...back('placeName', 'placement.placeName')} maxLength={200} />
    <Select label="Who provides it" empty={first ? 'Choose one' : 'Choose one; nobody when away for a time'} options={offered(placementProviders, today, but?.provider ?? undefined)} {...back('provider', 'placement.provider')} />
    <Words label="Address" optional="when it is known" rows={3} {...back('lines', 'placement.lines')} maxLength={600} />
    <Line label="Postcode" optional="when it is known" width={12} {...back('postcode', 'placement.postcode')} maxLength={10} />
    <Line label="Council in whose area it lies" optional="where that is not ours" {...back('authority', 'placement.authority')} maxLength={100} />
    <Line label="Number of registration (URN)" optional="of a home, or of the fostering agency" width={12} {...back('urn', 'placement.urn')} maxLength={20} />
    {but ? null : <Tick name={`${at}temporary`} label="A relative or friend who is approved for a time (regulation 24): visits run by their own rule" checked={at === '' ? isTicked(ask, 'temporary') : back('temporary').value === 'yes'} />}
    <Tick name={`${at}hidden`} label="Keep the place from most people: it could put somebody at risk" checked={at === '' ? isTicked(ask, 'hidden', but?.hidden) : back('hidden').value === 'yes'} />
    {at === '' ? <input type="hidden" name="householdId" value={back('householdId').value} /> : null}
  </>
)
export const placementIn = (ask: Ask, from: Readonly<Record<string, unknown>> = ask.body) => {
  const text = (name: string): string => textOf(from[name]).trim()
  const lines = text('lines').split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 6)
  return {
    kind: text('kind'), placeName: text('placeName'), ...(text('provider') ? { provider: text('provider') } : {}), ...(text('householdId') ? { householdId: text('householdId') } : {}), ...(text('urn') ? { urn: text('urn') } : {}),
    ...(lines.length > 0 ? { lines } : {}), ...(text('postcode') ? { postcode: text('postcode') } : {}), ...(text('authority') ? { authority: text('authority') } : {}), ...(from['hidden'] === 'yes' ? { hidden: true } : {}), ...(from['temporary'] === 'yes' ? { temporary: true } : {}),
  }
}

/** What was typed about another place of the same night. */
export const backElsewhere = (ask: Ask, n: number): Back => (name, asked = name) => {
  const at = `elsewhere.${n}.`
  const problem = ask.problems.find((one) => one.question === `${at}${asked.replace(/^placement\./, '')}`)?.problem
  return { id: `${at}${name}`, name: `${at}${name}`, value: textOf(rowsOf(ask.body.elsewhere)[n]?.[name]), ...(problem ? { problem } : {}) }
}

/** The household that an address names by its id, so that what is known of it stands in the form already: no name goes into an address. @throws NotFound */
export async function householdAsked(asking: Asking, ask: Ask): Promise<Household | undefined> {
  const id = ask.query.household ?? ''
  return isId(id) ? (await carerHousehold.of(asking, { id })).stands.household : undefined
}

/** The child and the family around, for whoever may read the record. @throws NotFound */
export async function childFor(asking: Asking, ask: Ask): Promise<{ read: FamilyRead; card: PersonCard }> {
  const { sight, read } = await readFamily(asking, ask.params.id ?? '')
  const card = read.cardOf(read.id)
  if (sight !== 'full' || !card) throw notFound('These details are not open to you. Ask the worker.')
  return { read, card }
}
export const stepsTo = (card: PersonCard, here: string) => [{ label: card.name, href: `/people/${card.id}` }, { label: 'In our care', href: `/people/${card.id}/care` }, { label: here }]
/** Brothers and sisters who are born, the child of the page first. */
export const siblings = (read: FamilyRead, card: PersonCard): readonly PersonCard[] => [card, ...read.children.filter((child) => child.id !== card.id && !child.unborn)]

type Here = Readonly<{ read: FamilyRead; card: PersonCard; care: CareRead; mine: Placement; who: readonly PersonCard[]; together: readonly string[] }>
/** The child and where they are placed now, and the brothers and sisters who are in care too; `together`: those at the same place. @throws NotFound when the child is not in care */
export async function inCareFor(asking: Asking, ask: Ask): Promise<Here> {
  const { read, card } = await childFor(asking, ask)
  const all = siblings(read, card)
  const care = await careOf(asking, all.map((one) => one.id))
  const now = (id: string) => care.placements.find((one) => one.personId === id && one.to === null)
  const mine = now(card.id)
  if (!mine) throw notFound('This child is not in our care now.')
  const who = all.filter((one) => now(one.id) !== undefined)
  return { read, card, care, mine, who, together: who.filter((one) => now(one.id)?.placementId === mine.placementId || (mine.householdId !== null && now(one.id)?.householdId === mine.householdId)).map((one) => one.id) }
}
