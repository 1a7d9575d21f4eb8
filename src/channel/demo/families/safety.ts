import { exploitationShares, safety } from '../../../../content/demonstration/volumes.ts'
import { duties } from '../../../../content/timescales/all.ts'
import { addDays, ageOn, dayOf, daysBetween, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays, workingDayFrom } from '../../../kernel/workingDays.ts'
import { happeningsOf, standsFor } from '../../../practice/care/standing.ts'
import type { CareFact } from '../../../record/care/model.ts'
import { dueNow } from '../../../record/work/standing/rules.ts'
import { chanceOf, type Chance } from '../chance.ts'
import type { Person } from '../story.ts'
import { drawn, fostering, lastSeen, returned } from '../words/safety.ts'
import { happened, later, openWork, type Book } from './book.ts'

type Told = CareFact & Readonly<{ by: string; at: Instant }>
type Teller = Readonly<{ book: Book; chance: Chance; child: Person; by: string; teamId: string | null; keep: (kind: string, on: PlainDate, answers: Readonly<Record<string, string>>, more?: Readonly<{ to?: PlainDate; words?: string; significant?: true }>) => void; ago: (days: number) => PlainDate; /** By so many days it all happened later than it stands in the story. */ sooner: number }>
/** A story about a child’s safety outside what the plans tell: `days`, so long must the family be known. */
export type SafetyStory = Readonly<{ about: keyof typeof safety; days: number; ages: readonly [number, number]; atHome?: true; tell: (t: Teller) => void }>

/** Found, looked at again as often as was set; the last review is late, or it is over. */
const exploited = (days: number, risk: string, reviews: readonly (readonly [ago: number, risk: string, better: boolean])[], nextIn: number, over?: number, kind?: string): SafetyStory => ({
  about: 'exploited', days, ages: [11, 17],
  tell: ({ chance, keep, ago, sooner }) => {
    const of = drawn.find((one) => one.kind === (kind ?? chance.weighted(exploitationShares))) ?? drawn[0]
    if (!of) return
    const next = (n: number): PlainDate => (reviews[n] ? ago(reviews[n][0]) : over ? ago(over - 30) : addDays(ago(0), nextIn + (sooner > 0 ? chance.whole(-4, 50) : 0)))
    keep('exploitation', ago(days), { kind: of.kind, risk, reviewOn: next(0), where: of.where, safer: of.safer }, { significant: true, ...(over ? { to: ago(over) } : {}) })
    reviews.forEach(([at, now, better], n) => keep('exploitationReview', ago(at), { risk: now, reviewOn: next(n + 1), changed: better ? of.changed[0] : of.changed[1] }, { significant: true, words: chance.pick(of.said) }))
  },
})
/** Missing or away, so many days ago for so many nights; and whether somebody spoke with the child then: after so many days, not wanted, or not yet. */
const gone = (days: number, times: readonly (readonly [ago: number, nights: number, talk: number | 'declined' | 'none'])[]): SafetyStory => ({
  about: 'missing', days, ages: [12, 17], atHome: true,
  tell: ({ chance, keep, ago }) => times.forEach(([at, nights, talk]) => {
    const back = ago(at - nights)
    keep('missing', ago(at), { how: chance.pick(['missing', 'missing', 'away']), last: chance.pick(lastSeen), backAt: chance.pick(['07:40', '11:15', '19:30', '22:05']), police: `ZV-${chance.whole(1000, 9999)}` }, { significant: true, to: back })
    if (talk === 'declined') keep('returnInterview', addDays(back, 1), { offered: 'yes', accepted: 'no', by: 'Nia Rowe' })
    else if (talk !== 'none') keep('returnInterview', addDays(back, talk), { offered: 'yes', accepted: 'yes', by: 'Nia Rowe' }, { words: chance.pick(returned) })
  }),
})
/** Lives with somebody who is no relative; visited in the first week and then about every so many days. */
const fostered = (days: number, every: number, more: Readonly<{ finding?: string; over?: number; missed?: true }> = {}): SafetyStory => ({
  about: 'privatelyFostered', days, ages: [5, 15], atHome: true,
  tell: ({ chance, keep, ago }) => {
    const [carer, kin] = chance.pick(fostering.carers)
    const told = ago(days - 3)
    const until = ago(more.over ?? (more.missed ? 60 : 1))
    keep('privateFostering', ago(days), { carer, kin, notifiedOn: told, by: chance.pick(fostering.told), agreed: 'yes' }, { significant: true, ...(more.over ? { to: ago(more.over) } : {}) })
    let visits = chance.whole(0, 5)
    for (let on = addWorkingDays(told, 4); on < until; on = workingDayFrom(addDays(on, every - chance.whole(0, 4)), 'england', -1)) keep('privateFosteringVisit', on, { alone: chance.happens(0.9) ? 'yes' : 'no', seen: fostering.seen[visits % fostering.seen.length] ?? '' }, { words: fostering.said[visits++ % fostering.said.length] ?? '' })
    const assessed = addWorkingDays(told, 40)
    if (more.finding && assessed < until) keep('privateFosteringAssessment', assessed, { finding: more.finding, ...(more.finding === 'conditions' ? { requirements: fostering.requirements } : {}) }, { significant: true })
  },
})

/** Each once in the council to try; then as often as the published figures say. */
export const safetyStories: readonly SafetyStory[] = [
  exploited(150, 'moderate', [[70, 'emerging', true]], 12, undefined, 'criminal'),
  exploited(60, 'significant', [], -9, undefined, 'sexual'),
  exploited(320, 'moderate', [[230, 'moderate', false], [140, 'emerging', true]], 0, 60, 'online'),
  exploited(120, 'significant', [[62, 'significant', false]], 20, undefined, 'countyLines'),
  gone(130, [[120, 1, 2], [48, 2, 6], [15, 1, 'declined']]),
  gone(40, [[38, 1, 1], [2, 1, 'none']]),
  fostered(130, 38, { finding: 'suitable' }),
  fostered(6, 38),
  fostered(470, 39, { finding: 'conditions', missed: true }),
  fostered(400, 39, { finding: 'suitable', over: 150 }),
]

/** Stories of safety for some families that are worked with now. `wanted`: of which one is to be told still. */
export function tellSafety(book: Book, seed: string, wanted: SafetyStory[]): void {
  const chance = chanceOf(seed)
  const held = book.involvements.findLast((one) => one.workerId !== null && one.to === null && one.domain === 'children' && one.role === 'allocated')
  if (!held?.workerId || !book.referrals.some((one) => one.closedOn === null)) return
  const inCare = new Set(book.care.periods.map((one) => one.personId))
  const able = book.people.filter((one) => one.bornOn !== null && one.marking === 'open' && !one.mergedInto && book.involvements.some((known) => known.personId === one.id && known.workerId === held.workerId && known.to === null))
  const fit = (story: SafetyStory): Person | undefined => able.find((one) => one.bornOn !== null && ageOn(one.bornOn, addDays(book.today, -story.days)) >= story.ages[0] && ageOn(one.bornOn, book.today) <= story.ages[1]
    && (!story.atHome || !inCare.has(one.id)) && [dayOf(one.at), held.from].every((on) => daysBetween(on, book.today) > story.days + 3))
  const at = wanted.findIndex(fit)
  const some = (about: SafetyStory['about']): SafetyStory | undefined => { const fitting = safetyStories.filter((one) => one.about === about && fit(one)); return fitting.length > 0 && chance.happens(safety[about]) ? chance.pick(fitting) : undefined }
  const sooner = at >= 0 ? 0 : chance.whole(1, 24)
  const found = at >= 0 ? wanted.splice(at, 1) : [some('exploited'), some('missing'), some('privatelyFostered')]
  for (const story of found) {
    const child = story && fit(story)
    if (story && child) tellStory({ book, chance, child, by: held.workerId, teamId: held.teamId, sooner }, story)
  }
}

function tellStory({ book, chance, child, by, teamId, sooner }: Omit<Teller, 'keep' | 'ago'>, story: SafetyStory): void {
  const facts: Told[] = []
  const keep: Teller['keep'] = (kind, on, answers, more = {}) => {
    if (on >= book.today) return
    const at = chance.workingMoment(on)
    const kept = dayOf(at) < book.today ? at : later(child.at, 200 + facts.length)
    const factId = chance.id(kept)
    facts.push({ id: chance.id(kept), factId, personId: child.id, kind, on, to: more.to ?? null, answers, words: more.words ?? null, recordedAt: kept, by, at: kept })
    happened(book, 'care.fact', by, kept, [child.id], { on, significant: more.significant ?? false, subject: { kind: 'careFact', id: factId } })
  }
  story.tell({ book, chance, child, by, teamId, keep, sooner, ago: (days) => addDays(book.today, -(days > 30 ? days - sooner : days)) })
  book.care = { ...book.care, facts: [...book.care.facts, ...facts] }
  const care = { periods: [], placements: [], statuses: [], facts }
  const subject = { kind: 'careDuty', id: book.care.periods.findLast((one) => one.personId === child.id)?.admissionId ?? child.id }
  const standing = standsFor(care, child.bornOn, [], book.today).map((one) => ({ ...one, personId: child.id, subject, workerId: by, teamId }))
  for (const due of dueNow(duties, standing, happeningsOf(child.id, care, child.bornOn, book.today), [], book.today)) {
    const at = chance.workingMoment(due.startedOn)
    openWork(book, { kind: due.kind, subject, people: [child.id], by, at: dayOf(at) < book.today ? at : later(child.at, 300), teamId, workerId: by, decidesOnly: true, openedOn: due.startedOn, duties: [{ duty: due.duty, startedOn: due.startedOn, startedAt: due.startedAt ?? null, dueOn: due.dueOn, dueAt: due.dueAt ?? null }] })
  }
}
