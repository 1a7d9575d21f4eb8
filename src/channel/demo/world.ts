import { addDays, addMonths, type PlainDate } from '../../kernel/dates.ts'
import { chanceOf } from './chance.ts'
import { officesOf, type Offices } from './council.ts'
import { closeBook, openBook, type Book } from './families/book.ts'
import { tellAllegations } from './families/allegations.ts'
import { tellDisputes } from './families/disputes.ts'
import { tellMappings } from './families/mappings.ts'
import { tellPapers } from './families/papers.ts'
import { protectionStates, tellProtection } from './families/protection.ts'
import { planCareersOf, tellPlanFamily } from './families/planCareers.ts'
import { carersOf } from './families/carers.ts'
import { careStates, tellCare, withHerAunt } from './families/care.ts'
import { tellCareFamily } from './families/careFamily.ts'
import { careersOf } from './families/careers.ts'
import { hardFamilies, tellHard } from './families/hard.ts'
import { imagineHousehold } from './families/household.ts'
import { livesInCare, tellLifeInCare } from './families/inCare.ts'
import { tellLegalWork } from './families/legalWork.ts'
import { tellLegal } from './families/legal.ts'
import { tellLife, type Phase } from './families/life.ts'
import { namedFamilies, tellNamed } from './families/named.ts'
import { onTheIndex } from './families/onTheIndex.ts'
import { safetyStories, tellSafety } from './families/safety.ts'
import { smithAndBegum } from './families/smithAndBegum.ts'
import { sessionRows, sessionsOf, tellSupervised } from './families/supervised.ts'
import type { Size } from './sizes.ts'
import type { ContactOutcome, FamilyStory } from './story.ts'
import { themesForAge } from './words/themes.ts'

export type World = Readonly<{ offices: Offices; families: () => Generator<FamilyStory>; count: number }>

/** The same seed and the same day make the same world, to the last id. Families come one at a time, so that no size stands in memory. */
export function worldOf(size: Size, seed: string, today: PlainDate): World {
  const offices = officesOf(size, seed, today)
  const told: ((book: Book, number: number) => void)[] = [
    smithAndBegum,
    ...namedFamilies.map((name) => (book: Book, number: number) => tellNamed(book, name, number)),
    ...hardFamilies.map((which) => (book: Book, number: number) => tellHard(book, which, number)),
  ]
  const ordinary = Math.max(0, size.families - told.length)
  const open = Math.max(0, size.open - told.length)
  const careers = [...careersOf(size.care, seed, today)]
  const plans = [...planCareersOf(size.plans, seed, today)]
  const early = told.length + ordinary
  const later = early + careers.length
  const count = later + plans.length + size.index
  // One of each in the council to try; the larger ones have theirs in their proportions.
  const lives = size.name === 'small' ? livesInCare : []
  function* families(): Generator<FamilyStory> {
    const unsafe = [...safetyStories]
    const [untold, disputed] = [{ left: 5 }, { left: 2 }]
    const sessions = sessionsOf(offices, seed, today, size.supervised.months)
    /** What is told of every family once its life is. */
    const closed = (book: Book, n: number): FamilyStory => {
      if (n === 0) book.protection.push(...sessionRows(sessions, seed))
      if (n >= told.length) tellSafety(book, `${seed}/safety/${n}`, unsafe)
      if (n >= told.length) tellLegalWork(book, `${seed}/legalWork/${n}`)
      tellPapers(book, `${seed}/papers/${n}`, size.papers)
      tellMappings(book, `${seed}/mappings/${n}`, size.papers)
      tellDisputes(book, `${seed}/dispute/${n}`, disputed)
      if (n >= early) tellAllegations(book, `${seed}/allegation/${n}`, untold)
      tellSupervised(book, sessions, `${seed}/supervised/${n}`, size.supervised.share)
      return closeBook(book)
    }
    const wanted = [...careStates]
    const carers = carersOf(seed, today, (offices.family[0]?.head ?? offices.frontDoor.head).id, size.care.now)
    const rooms = new Map<string, number>()
    const protecting = [...protectionStates]
    const [, second] = offices.family
    for (let n = 0; n < count; n++) {
      const book = openBook(chanceOf(`${seed}/family/${n}`), offices, today, '', n)
      const fixed = told[n]
      const career = careers[n - early]
      const plan = plans[n - later]
      if (career || plan) {
        if (career) tellCareFamily(book, career, n, { carers, rooms })
        else if (plan) tellPlanFamily(book, plan, n)
        yield closed(book, n)
        continue
      }
      if (fixed) fixed(book, n)
      else if (n < early) ordinaryFamily(book, size, n, n - told.length, open)
      else onTheIndex(book, n)
      if (n >= namedFamilies.length + 1) tellLegal(book, `${seed}/legal/${n}`)
      // Every second family is asked first whether it is one in need or under protection: the same few would all be in care otherwise.
      if (n >= told.length && n % 2 === 0) tellProtection(book, `${seed}/protection/${n}`, protecting)
      if (book.protection.length === 0 && (n >= told.length || book.name === 'Dunn')) tellCare(book, `${seed}/care/${n}`, book.name === 'Dunn' ? [withHerAunt] : wanted, carers, rooms)
      if (n >= told.length && n % 2 === 1) tellProtection(book, `${seed}/protection/${n}`, protecting)
      if (n === 0) book.carers = carers
      yield closed(book, n)
    }
    for (const [n, which] of lives.entries()) {
      const book = openBook(chanceOf(`${seed}/inCare/${which}`), offices, today, '', count + n)
      // Of Tom Hughes’s team, so that those who try the council meet them.
      if (second) tellLifeInCare({ book, number: count + n, carers, rooms, working: second, worker: second.workers.find((one) => one.name === 'Sam Price') ?? second.head }, which)
      yield closed(book, count + n)
    }
  }
  return { offices, families, count: count + lives.length }
}

const openPhases: readonly (readonly [Phase, number])[] = [['undecided', 5], ['unallocated', 3], ['assessing', 38], ['signOff', 6], ['returned', 2], ['plan', 46]]
const past: readonly (readonly [ContactOutcome, number])[] = [['noFurtherAction', 30], ['informationAndAdvice', 14], ['earlyHelp', 14], ['referral', 42]]

function ordinaryFamily(book: Book, size: Size, number: number, place: number, open: number): void {
  const { chance, offices, today } = book
  const phase = place < open ? chance.weighted(openPhases) : 'closed'
  const eldest = phase === 'closed' ? chance.whole(1, 24) : chance.whole(0, 17)
  const unborn = phase !== 'closed' && chance.happens(0.14)
  const household = imagineHousehold(book, { eldest: Math.min(eldest, 17), unborn })
  const expecting = household.members.some((one) => one.dueOn !== null)
  const working = chance.pick(offices.family)
  const before = Array.from({ length: phase === 'closed' ? chance.weighted([[1, 5], [2, 4], [3, 2], [4, 1]]) : chance.weighted([[0, 4], [1, 4], [2, 3], [3, 1]]) }, () => chance.weighted(past))
  const long = place >= open && place < open + size.long.families
  if (phase === 'closed' && !before.includes('referral') && chance.happens(0.6)) before.push('referral')
  if (long) before.push('referral')
  const lately = phase === 'closed' && !long && place < open + size.long.families + size.lately
  const years = Math.max(1, Math.min(12, eldest))
  book.name = household.family
  tellLife(book, {
    household, theme: chance.weighted(themesForAge(Math.min(17, eldest), expecting)), working, worker: chance.pick(working.workers.filter((one) => one.name !== 'Priya Nair')), phase, before: lately ? ['referral'] : before, number, ...(phase === 'plan' && size.planDays ? { lastDays: chance.whole(...size.planDays) } : {}), tasks: phase === 'closed' ? size.closedTasks : size.openTasks,
    from: lately ? addDays(today, -chance.whole(200, 500)) : addDays(addMonths(today, -12 * years), chance.whole(10, 300)), notesAMonth: long ? size.long.notes / 8 : size.notesAMonth,
  })
}
