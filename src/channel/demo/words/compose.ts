import { ageOn, dayOf, longDay, addDays, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { workingDayFrom } from '../../../kernel/workingDays.ts'
import type { Chance } from '../chance.ts'
import type { Member } from '../families/household.ts'
import type { Answer } from '../story.ts'
import type { Written } from '../families/book.ts'
import * as everyday from './everyday.ts'
import { answersFor } from './answers.ts'
import { andList, sayMixed, sayOne, saySome, type Slots } from './grammar.ts'
import type { Theme } from './theme.ts'

export const calledOf = (member: Member): string => member.knownAs ?? (member.given || 'the baby')

/** What texts about this family may speak of, with this child in the middle. */
export function slotsOf(about: Readonly<{ child: Member; children: readonly Member[]; adults: readonly Member[]; street: string; town: string; gp: string; worker: string; at: Instant }>): Slots {
  const { child, children, adults } = about
  const named = children.filter((one) => one.given !== '').map(calledOf)
  const girl = child.sex === 'female'
  const mum = adults.find((one) => one.role === 'mother')
  const dad = adults.find((one) => one.role === 'partner') ?? adults.find((one) => one.role === 'father')
  const carer = adults.find((one) => one.role === 'mother' && one.atHome) ?? adults.find((one) => one.role === 'grandmother') ?? mum ?? dad
  const sib = children.find((one) => one !== child && one.given !== '')
  const school = child.school
  return {
    child: child.given ? calledOf(child) : undefined, he: girl ? 'she' : 'he', him: girl ? 'her' : 'him', his: girl ? 'her' : 'his', himself: girl ? 'herself' : 'himself',
    kids: named.length > 1 ? andList(named.slice(0, 4)) : undefined, sib: sib ? calledOf(sib) : undefined, mum: mum ? calledOf(mum) : undefined, dad: dad ? calledOf(dad) : undefined, carer: carer ? calledOf(carer) : undefined,
    school: school?.name, lead: school?.safeguardingLead, street: about.street, town: about.town, gp: about.gp, worker: about.worker, day: weekdayBefore(dayOf(about.at)), count: String(children.length + 1),
  }
}

const weekdayBefore = (day: PlainDate) => longDay(workingDayFrom(addDays(day, -3), 'england', -1)).split(' ')[0]

export const contactWords = (chance: Chance, theme: Theme, source: keyof Theme['contacts'], slots: Slots): string => sayOne(chance, theme.contacts[source] ?? [], slots)
export const sourcesOf = (theme: Theme, slots: Slots): (keyof Theme['contacts'])[] => {
  const sources: (keyof Theme['contacts'])[] = ['school', 'police', 'healthVisitor', 'gp', 'emergencyDepartment', 'relative', 'neighbour', 'anonymous', 'housing', 'midwife', 'selfReferral']
  return sources.filter((source) => contactWordsPossible(theme, source, slots))
}
const contactWordsPossible = (theme: Theme, source: keyof Theme['contacts'], slots: Slots): boolean =>
  (theme.contacts[source] ?? []).some((template) => [...template.matchAll(/\{(\w+)\}/g)].every(([, slot = '']) => slots[slot] !== undefined || slots[slot.charAt(0).toLowerCase() + slot.slice(1)] !== undefined))

export const visitWords = (chance: Chance, theme: Theme, slots: Slots): string =>
  [sayOne(chance, everyday.visitOpenings, slots), `${sayMixed(chance, theme.visits, slots, chance.whole(0, 2))} ${sayMixed(chance, everyday.visitBodies, slots, chance.whole(1, 3))}`.trim(), sayOne(chance, everyday.visitEndings, slots)].join('\n\n')
export const aloneWords = (chance: Chance, slots: Slots): string => `${sayOne(chance, everyday.aloneWords, slots)} ${saySome(chance, everyday.childSaid, slots, chance.whole(1, 2))}`
export const callWords = (chance: Chance, theme: Theme, slots: Slots): string => sayMixed(chance, [...theme.calls, ...everyday.calls], slots, chance.happens(0.3) ? 2 : 1)
export const titleOf = (chance: Chance, kind: string, slots: Slots): string => sayOne(chance, everyday.titles[kind] ?? ['Note'], slots)

/** A child's own words, in the manner of their age; nothing for a baby. */
export function voiceWords(chance: Chance, theme: Theme, bornOn: PlainDate | null, on: PlainDate): Readonly<{ words: string; how: 'said' | 'drew' | 'wrote' | 'played' }> | undefined {
  const age = bornOn ? ageOn(bornOn, on) : 9
  if (age < 3) return undefined
  const band = age < 6 ? theme.voices.small : age < 12 ? theme.voices.middle : theme.voices.older
  if (band.length === 0) return undefined
  return { words: chance.pick(band), how: age < 6 ? chance.pick(['said', 'drew', 'played'] as const) : chance.weighted([['said', 8], ['wrote', 1], ['drew', 1]]) }
}

/** Which questions stand in which section of the child and family assessment. */
const questionsOf: Readonly<Record<string, readonly string[]>> = {
  family: ['whoMatters'], health: ['healthNow', 'healthCare'], school: ['schoolNow', 'schoolHelp'], feelings: ['feelingsNow', 'strengths'], identity: ['identityNow'], friends: ['friendsNow'], selfCare: ['selfCareNow'],
  everydayCare: ['everydayCareNow'], safety: ['safetyNow'], warmth: ['warmthNow'], routines: ['routinesNow', 'steadiness'], parentHealth: ['parentHealthNow'], housing: ['housingNow'], money: ['moneyNow'], widerFamily: ['widerFamilyNow', 'communityNow'],
}

const usualDecision: Readonly<Record<string, string>> = {
  noFurtherAction: 'What worried us has been dealt with in the family. [Nothing more is needed from us.|They know where to find us.]',
  stepDown: 'The children are safe. What is needed now is help that a family worker and the school can give. We pass it on and close.',
  childInNeedPlan: 'The worry is real, and the family is able to change things. A child in need plan for [three|six] months, with [a visit every two weeks|somebody at school for each child].',
  strategyDiscussion: 'What we have been told must be looked at with the police and health today. A strategy discussion is needed.',
}
/** What the theme has to say about such an outcome, or what is usual. */
function decidedWords(chance: Chance, theme: Theme, outcome: string, slots: Slots): string {
  const grave = /strategy discussion/i
  const ending = /\bclose\b|no further action/i
  const fitting = theme.decides.filter((words) => (outcome === 'strategyDiscussion' ? grave.test(words) : !grave.test(words) && ending.test(words) === (outcome === 'noFurtherAction' || outcome === 'stepDown')))
  return sayOne(chance, fitting, slots) || sayOne(chance, [usualDecision[outcome] ?? ''], slots)
}

/** The assessment, as far as it is written: all of it, or its first sections. */
export function assessmentWords(chance: Chance, theme: Theme, about: Readonly<{ slots: Slots; contact: string; children: readonly Member[]; seen: (id: string) => Readonly<{ seenOn: PlainDate | null; seenAloneOn: PlainDate | null }>; outcome: string; factors: readonly string[]; on: PlainDate; words: ReadonlyMap<string, string> }>, most = 99): Written {
  const { slots, children } = about
  const all = (text: string): Answer => ({ all: text })
  const sections: Record<string, Record<string, Answer>> = {
    whyAssessing: { whyNow: all(`${about.contact.split('\n')[0] ?? ''} We want to understand what each child’s days are like, and what would have to change.`), whoWasAsked: all(sayOne(chance, answersFor['whoWasAsked'] ?? [], slots)) },
  }
  for (const [section, questions] of Object.entries(questionsOf).slice(0, Math.max(0, most - 1))) {
    const answers: Record<string, Answer> = {}
    for (const question of questions) {
      const text = sayOne(chance, answersFor[question] ?? [], slots)
      if (text) answers[question] = all(text)
    }
    if (Object.keys(answers).length > 0) sections[section] = answers
  }
  if (children.some((child) => child.dueOn) && most > 14) sections['baby'] = { babyCare: all(sayOne(chance, answersFor['babyCare'] ?? [], slots)), babyReady: all(sayOne(chance, answersFor['babyReady'] ?? [], slots)) }
  if (most < 20) return sections
  const each = <Of>(of: (child: Member) => Of | undefined): Record<string, Of> => Object.fromEntries(children.flatMap((child) => { const said = of(child); return said === undefined ? [] : [[child.id, said]] }))
  sections['ownWords'] = { inOwnWords: { each: each((child) => about.words.get(child.id) ?? (child.dueOn ? undefined : 'Played beside me and looked at me to see whether I was watching.')) }, seenOn: { each: each((child) => about.seen(child.id).seenOn ?? undefined) }, seenAloneOn: { each: each((child) => about.seen(child.id).seenAloneOn ?? undefined) } }
  sections['whatThisMeans'] = {
    worries: all(saySome(chance, theme.worries, slots, 2)), workingWell: all(saySome(chance, theme.workingWell, slots, 2)), notKnown: all(sayOne(chance, theme.notKnown, slots)), decideAndWhy: all(decidedWords(chance, theme, about.outcome, slots)), factors: { all: about.factors },
  }
  sections['whatShouldHappen'] = { outcome: all(about.outcome), whoDoesWhat: all(sayOne(chance, answersFor['whoDoesWhat'] ?? [], slots)), familyView: all(sayOne(chance, answersFor['familyView'] ?? [], slots)) }
  return sections
}
