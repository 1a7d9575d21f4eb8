import { awayKinds } from '../../../content/codes/placements.ts'
import { dayInWords, momentOf, plain, type PlainDate } from '../../kernel/dates.ts'
import { notAllowed, type Problem } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Asking, Happening } from '../access/model.ts'
import { beginLookedAfter, endLookedAfter, takeBackLookedAfter } from '../people/legal/register.ts'
import { cardsOf, idsOf } from '../people/queries.ts'
import { fileChanged, homeBefore, livesElsewhere, recordingOf, staysWherePlaced } from '../people/register.ts'
import type { BeginCare, ChangePlacement, CorrectPlacement, EndCare, Period, Placement, PlacementSaid } from './model.ts'
import { holds } from './reckoning/episodes.ts'
import { postcodeOf, problemsOfBeginning, problemsOfComing, problemsOfEnd, problemsOfMove, problemsOfPlacement } from './reckoning/typed.ts'
import * as store from './store/care.ts'

/** What came of it inside a command: what happened, or what to put right. */
export type Told = Readonly<{ happened: readonly Happening[] } | { problems: readonly Problem[] }>
const wrong = (question: string, problem: string): Told => ({ problems: [{ question, problem }] })

/** Who is in care, and where they live, is recorded by somebody who is social-work-qualified. */
export function requireQualified({ actor }: Asking): void {
  if (!actor.qualified) throw notAllowed('Coming into care, moves and leaving care are recorded by a qualified social worker. Ask the worker of this child, or your manager.')
}

const rowOf = (said: PlacementSaid, placementId: string, personId: string, from: string): store.NewPlacement => ({
  placementId, personId, kind: said.kind, provider: awayKinds.includes(said.kind) ? null : said.provider || null, placeName: said.placeName.trim(), householdId: said.householdId ?? null,
  urn: said.urn?.trim().toUpperCase() || null, postcode: postcodeOf(said.postcode) ?? null, authority: said.authority?.trim() || null, hidden: said.hidden ?? false, changeReason: null, from, to: null,
})

/** Where a child lives now, for whoever looks for their address. With their own parents, home stays home; away for a time, the placement stays. */
async function livesThere(asking: Asking, ids: readonly string[], personId: string, said: PlacementSaid, on: PlainDate): Promise<void> {
  if (awayKinds.includes(said.kind)) return
  const lines = (said.lines ?? []).map((line) => line.trim()).filter(Boolean)
  if (said.kind === 'ownParents' && lines.length === 0) return
  const postcode = postcodeOf(said.postcode)
  await livesElsewhere(asking, ids, on, lines.length === 0 && !postcode ? undefined : { personId, kind: 'placement', lines: lines.length > 0 ? lines : [said.placeName.trim()], ...(postcode ? { postcode } : {}), ...(said.hidden ? { hidden: true } : {}), ...(said.householdId ? { householdId: said.householdId } : {}) })
}

const subject = (kind: 'carePeriod' | 'carePlacement', id: string) => ({ kind, id })

/** Children come into care, together or one alone: the period, the legal status and where they live from that day on. */
export async function beginCare(asking: Asking, said: BeginCare): Promise<Told> {
  requireQualified(asking)
  const problems = problemsOfBeginning(said, asking.today)
  if (problems.length > 0) return { problems }
  const on = plain(said.on)
  if (said.time && momentOf(on, said.time) > asking.now) return wrong('time', 'This hour has not come yet. Where it was before midnight, give the day before.')
  const ages = problemsOfComing(on, [...(await cardsOf(asking, said.people)).values()])
  if (ages.length > 0) return { problems: ages }
  const recording = recordingOf(asking)
  const legal = await beginLookedAfter(asking, { orderId: newId(Date.parse(asking.now)), people: said.people, code: said.legalCode, from: on, court: said.court, caseNumber: said.caseNumber, expiresOn: said.expiresOn })
  if ('problems' in legal) return legal
  const places = [{ people: said.people.filter((id) => !said.elsewhere?.some((one) => one.people.includes(id))), placement: said.placement }, ...(said.elsewhere ?? [])].map((one) => ({ ...one, placementId: newId(Date.parse(asking.now)) }))
  for (const personId of said.people) {
    const place = places.find((one) => one.people.includes(personId))
    if (!place) return wrong('people', 'Say for each child where they go.')
    const ids = await idsOf(asking, [personId])
    const clash = (await store.periods(asking.db, ids)).find((one) => one.to === null || one.to > on)
    if (clash) return wrong('people', `One of the children is in our care from ${dayInWords(clash.from)}${clash.to ? ` to ${dayInWords(clash.to)}` : ' to this day'}. Untick that child, or check the day.`)
    const home = await homeBefore(asking, ids, on)
    await store.insertPeriod(recording, {
      periodId: said.id, personId, admissionId: said.id, from: on, beganAt: said.time ? momentOf(on, said.time) : null, to: null, planned: said.planned, need: said.need, why: said.why.trim(),
      apartWhy: said.apartWhy?.trim() || null, endReason: null, endWords: null, homePostcode: home?.postcode ?? null,
    })
    await store.insertPlacement(recording, rowOf(place.placement, place.placementId, personId, on))
    await livesThere(asking, ids, personId, place.placement, on)
  }
  await fileChanged(asking)
  return { happened: [{ kind: 'care.began', people: said.people, on, significant: true, subject: subject('carePeriod', said.id) }, ...legal.happened] }
}

type InCare = Readonly<{ period: Period; placement: Placement; ids: readonly string[]; placements: readonly Placement[] }>
/** The open period of somebody, with where they live. */
async function inCare(asking: Asking, personId: string): Promise<InCare | undefined> {
  const ids = await idsOf(asking, [personId])
  const period = (await store.periods(asking.db, ids)).find((one) => one.to === null)
  const placements = await store.placements(asking.db, ids)
  const placement = placements.find((one) => one.to === null)
  return period && placement ? { period, placement, ids, placements } : undefined
}
const notInCare = wrong('people', 'One of the children is not in our care now. Untick that child, or record first that they came into our care.')

/** A move: the placement that stands ends on the day on which the new one begins, with the reason. */
export async function movePlacement(asking: Asking, said: ChangePlacement): Promise<Told> {
  requireQualified(asking)
  const problems = problemsOfMove(said, asking.today)
  if (problems.length > 0) return { problems }
  const on = plain(said.on)
  const recording = recordingOf(asking)
  for (const personId of said.people) {
    const now = await inCare(asking, personId)
    if (!now) return notInCare
    if (now.placement.from >= on) return wrong('on', `The present placement began on ${dayInWords(now.placement.from)}. Give a later day, or correct that placement.`)
    await store.endPlacement(recording, now.placement.id, on, said.reason)
    await store.insertPlacement(recording, rowOf(said.placement, said.id, now.period.personId, on))
    await livesThere(asking, now.ids, personId, said.placement, on)
  }
  await fileChanged(asking)
  return { happened: [{ kind: 'care.moved', people: said.people, on, significant: true, subject: subject('carePlacement', said.id) }] }
}

/** Children leave care: the period, the placement and the legal status end on one day. */
export async function endCare(asking: Asking, said: EndCare): Promise<Told> {
  requireQualified(asking)
  const problems = problemsOfEnd(said, asking.today)
  if (problems.length > 0) return { problems }
  const on = plain(said.on)
  const recording = recordingOf(asking)
  const happened: Happening[] = []
  for (const personId of said.people) {
    const now = await inCare(asking, personId)
    if (!now) return notInCare
    if (now.placement.from > on) return wrong('on', `The child moved on ${dayInWords(now.placement.from)}, after this day. Check the day, or correct that placement first.`)
    await store.supersedePeriods(recording, [now.period.id])
    await store.insertPeriod(recording, { ...now.period, to: on, endReason: said.reason, endWords: said.words?.trim() || null })
    await store.endPlacement(recording, now.placement.id, on, null)
    await store.endReviewing(asking.db, now.ids, on, undefined)
    happened.push({ kind: 'care.ended', people: [personId], on, significant: true, subject: subject('carePeriod', now.period.periodId) })
    if (now.placement.kind === 'ownParents') continue
    const home = said.homeAgain ? await homeBefore(asking, now.ids, now.period.from) : undefined
    await livesElsewhere(asking, now.ids, on, home ? { personId, kind: 'home', lines: [...home.lines], ...(home.postcode ? { postcode: home.postcode } : {}), hidden: home.hidden, ...(home.householdId ? { householdId: home.householdId } : {}) } : undefined)
    if (said.staysThere && !home) await staysWherePlaced(asking, now.ids, on)
  }
  const legal = await endLookedAfter(asking, said.people, on)
  await fileChanged(asking)
  return { happened: [...happened, ...legal] }
}

/** What stands under a placement is superseded by what should have stood there. A day that moves takes the end of the one before with it. */
export async function correctPlacement(asking: Asking, said: CorrectPlacement): Promise<Told> {
  requireQualified(asking)
  const ids = await idsOf(asking, [said.personId])
  const all = await store.placements(asking.db, ids)
  const one = all.find((row) => row.placementId === said.placementId)
  if (!one) return wrong('placement.kind', 'We could not find that placement. It may have been corrected meanwhile: open the list again.')
  if (one.placeName === store.hiddenPlace) return wrong('placement.placeName', 'This place is hidden from you. Ask somebody who knows it to correct it.')
  const before = all.find((row) => row.to === one.from && row.from < one.from)
  const on = said.on
  const problems = [...problemsOfPlacement(said.placement, before === undefined), ...problemsOfMove({ on, reason: said.reason ?? 'other', placement: said.placement }, asking.today).filter((p) => p.question === 'on' || p.question === 'reason')]
  if (problems.length > 0) return { problems }
  const first = before === undefined || (await store.periods(asking.db, ids)).some((period) => period.from === one.from)
  if (first && on !== one.from) return wrong('on', `This is where the child came on ${dayInWords(one.from)}, the day they came into our care. That day stays.`)
  if (before && on <= before.from) return wrong('on', `The placement before began on ${dayInWords(before.from)}. Give a later day.`)
  if (one.to !== null && on >= one.to) return wrong('on', `This placement ended on ${dayInWords(one.to)}. Give an earlier day.`)
  const recording = recordingOf(asking)
  await store.supersedePlacements(recording, [one.id], said.why.trim())
  if (before && (on !== one.from || said.reason)) await store.endPlacement(recording, before.id, on, said.reason ?? null, said.why.trim())
  await store.insertPlacement(recording, { ...rowOf(said.placement, one.placementId, one.personId, on), to: one.to, changeReason: one.changeReason })
  if (one.to === null) await livesThere(asking, ids, said.personId, said.placement, plain(on))
  await fileChanged(asking)
  return { happened: [{ kind: 'care.corrected', people: [said.personId], on: plain(on), subject: subject('carePlacement', one.placementId) }] }
}

/** It was never so: recorded about the wrong child, or twice. Kept, with the reason. */
export async function takeBackCare(asking: Asking, said: Readonly<{ periodId: string; people: readonly string[]; why: string }>): Promise<Told> {
  requireQualified(asking)
  const recording = recordingOf(asking)
  const happened: Happening[] = []
  for (const personId of said.people) {
    const ids = await idsOf(asking, [personId])
    const period = (await store.periods(asking.db, ids)).find((one) => one.periodId === said.periodId)
    if (!period) return wrong('people', 'We could not find that time in care. It may have been taken back meanwhile: open the page again.')
    const within = (await store.placements(asking.db, ids)).filter((one) => holds(period, one.from))
    await store.supersedePlacements(recording, within.map((one) => one.id), said.why.trim())
    await store.supersedePeriods(recording, [period.id], said.why.trim())
    if (period.to === null) await store.endReviewing(asking.db, ids, asking.today, undefined)
    await takeBackLookedAfter(asking, [personId], period.from, period.to, said.why.trim())
    const home = await homeBefore(asking, ids, period.from)
    if (period.to === null && home) await livesElsewhere(asking, ids, period.from, { personId, kind: 'home', lines: [...home.lines], ...(home.postcode ? { postcode: home.postcode } : {}), hidden: home.hidden, ...(home.householdId ? { householdId: home.householdId } : {}) })
    happened.push({ kind: 'care.takenBack', people: [personId], on: period.from, subject: subject('carePeriod', period.periodId) })
  }
  await fileChanged(asking)
  return { happened }
}
