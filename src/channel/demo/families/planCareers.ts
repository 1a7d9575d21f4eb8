import { planCategories, planDurations, reviewsOfEndedPlans, type Volumes } from '../../../../content/demonstration/volumes.ts'
import { addDays, addMonths, ageOn, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays, workingDayFrom } from '../../../kernel/workingDays.ts'
import { chanceOf, type Chance } from '../chance.ts'
import { fairly } from '../fairly.ts'
import { themeNamed } from '../words/themes.ts'
import { chairOf, type Book } from './book.ts'
import { imagineHousehold, isChildOf } from './household.ts'
import { tellLife } from './life.ts'
import { protection, type ProtectionState } from './protection.ts'
import { outlines } from './protectionWords.ts'

/** Of whom to tell: so many on a plan today, so many whose plan began (and another ended) within a year, and of those before them one in so many. */
export type PlansWanted = Volumes['plans'] & Readonly<{ oneIn: number }>
type Plan = Readonly<{ state: ProtectionState; on: PlainDate; lasts: number }>
/** A family whose children had a plan, or have one; `before`: an earlier one. */
export type PlanCareer = Readonly<{ plan: Plan; before: Plan | null; endOn: PlainDate | null; category: string; children: number; bornOn: PlainDate; contactOn: PlainDate; closesOn: PlainDate | null }>

/** Days from the conference to the so-many-eth review, as `protection` holds them. */
const untilReview = (reviews: number): number => 83 + (reviews - 1) * 174
const enquiring = 21
const goesWell = (chance: Chance, reviews: number): boolean[] => Array.from({ length: reviews }, () => chance.happens(0.75))

function draw(seed: string, today: PlainDate, endedOn: PlainDate | null, again: boolean, category: string): PlanCareer {
  const chance = chanceOf(seed)
  const reviews = chance.weighted(reviewsOfEndedPlans)
  const lasts = endedOn ? untilReview(reviews) : chance.whole(...chance.weighted(planDurations.map(([from, to, share]) => [[from, to] as const, share] as const)))
  const on = workingDayFrom(addDays(endedOn ?? today, -lasts - enquiring))
  // The case stays open for a plan of need where protection has just ended.
  const stepped = endedOn !== null && endedOn > addDays(today, -200) && chance.happens(0.4)
  const plan: Plan = { on, lasts, state: { name: 'protection plan', weight: 0, days: [0, 0], plan: 'protectionPlan', further: goesWell(chance, endedOn ? reviews : 6), ...(endedOn ? { ends: stepped ? 'childInNeedPlan' as const : 'noPlan' as const } : {}), ...(chance.happens(0.12) ? { late: true as const } : {}) } }
  const earlier = chance.weighted(reviewsOfEndedPlans)
  const firstOn = workingDayFrom(addDays(on, -untilReview(earlier) - enquiring - chance.whole(120, 700)))
  const before: Plan | null = again ? { on: firstOn, lasts: untilReview(earlier), state: { name: 'an earlier plan', weight: 0, days: [0, 0], plan: 'protectionPlan', further: goesWell(chance, earlier), ends: 'noPlan' } } : null
  const begins = before?.on ?? on
  const bornOn = addDays(begins, -chance.whole(60, 365 * 13))
  const contactOn = addDays(begins, -chance.whole(8, 50))
  const known = addDays(bornOn, 9)
  const closed = endedOn && !stepped ? addWorkingDays(endedOn, chance.whole(15, 40)) : null
  return { plan, before, endOn: endedOn, category, children: chance.weighted([[1, 36], [2, 32], [3, 20], [4, 12]]), bornOn, contactOn: contactOn > known ? contactOn : known, closesOn: closed !== null && closed < addDays(today, -3) ? closed : null }
}

/** All families with plans of protection, now and back for more than five years. */
export function* planCareersOf(wanted: PlansWanted, seed: string, today: PlainDate): Generator<PlanCareer> {
  const again = fairly([[true, wanted.again], [false, wanted.began - wanted.again]] as const)
  const categories = fairly(Object.entries(planCategories))
  let n = 0
  const next = (endedOn: PlainDate | null): PlanCareer => draw(`${seed}/plan/${n++}`, today, endedOn, again(), categories())
  for (let told = 0; told < wanted.now;) {
    const one = next(null)
    told += one.children
    yield one
  }
  const chance = chanceOf(`${seed}/plans`)
  for (const [from, to, count] of [[addDays(today, -365), addDays(today, -8), wanted.began], [addMonths(today, -68), addDays(today, -366), (wanted.began * 4.66) / wanted.oneIn]] as const) {
    for (let told = 0; told < count;) {
      const one = next(workingDayFrom(chance.day(from, to), 'england', -1))
      told += one.children
      yield one
    }
  }
}

const themes: Readonly<Record<string, string>> = { neglect: 'neglect', emotional: 'domesticAbuse', physical: 'physicalHarm', sexual: 'physicalHarm' }

/** Tells such a family: the contact that began it, the enquiry, the conference, the plan and its reviews. */
export function tellPlanFamily(book: Book, career: PlanCareer, number: number): void {
  const { chance, offices, today } = book
  const household = imagineHousehold(book, { eldest: ageOn(career.bornOn, today), unborn: false, firstBorn: career.bornOn, count: career.children })
  household.homes = household.homes.slice(0, 1)
  household.members = household.members.filter((one) => !isChildOf(one) || (one.bornOn !== null && one.bornOn < addDays(career.contactOn, -8)))
  book.name = household.family
  const teams = offices.family.filter((_, n) => n !== 1)
  const working = chance.pick(teams)
  const worker = chance.pick(working.workers)
  tellLife(book, { household, theme: themeNamed(themes[career.category] ?? 'neglect'), working, worker, phase: career.closesOn ? 'closed' : 'plan', before: [], from: career.contactOn, number, tasks: 0, notesAMonth: 1.5, lastOn: career.contactOn, ...(career.closesOn ? { closesOn: career.closesOn } : {}) })
  const children = book.people.filter((one) => one.bornOn !== null && household.members.some((known) => known.id === one.id && isChildOf(known)))
  const outline = outlines.find((one) => one.category === career.category) ?? outlines[0]
  if (!outline || children.length === 0) return
  const telling = () => ({ book, chance, children, ids: children.map((one) => one.id), worker: worker.id, workerName: worker.name, teamId: working.team.id, head: working.head, chair: chairOf(book), outline, history: [] })
  for (const plan of [career.before, career.plan]) if (plan) protection(telling(), plan.state, plan.on)
}
