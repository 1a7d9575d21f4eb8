import { isInstant, momentOf, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { postcodeOf } from '../../../kernel/identifiers.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import type { NewPerson } from '../../../record/people/model.ts'
import { answersToDanger, familyKnows, sources, type RecordContact } from '../model/recorded.ts'
import type { Typed, TypedAdult, TypedChild } from '../model/typed.ts'
import { bornOf } from './born.ts'
import { relationshipsOf } from './kin.ts'
import { childFamily, childName, isEmptyChild, type Known } from './names.ts'

export type Moment = Readonly<{ now: Instant; today: PlainDate }>

const sexes = ['female', 'male', 'notStated'] as const
const among = <const T extends readonly string[]>(codes: T, text: string): T[number] | undefined => codes.find((code) => code === text)
const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

/** `9:5`, `0930`, `9.30 am` as `09:30`; undefined when it is no time. */
export function typedTime(text: string): string | undefined {
  const parts = /^(\d{1,2})[:.h ]?(\d{2})?\s*(am|pm)?$/i.exec(text.trim())
  if (!parts) return undefined
  const hour = Number(parts[1]) % (parts[3] ? 12 : 24) + (parts[3]?.toLowerCase() === 'pm' ? 12 : 0)
  const minute = Number(parts[2] ?? 0)
  return Number(parts[1]) < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined
}

function whenOf(typed: Typed, { now, today }: Moment): Readonly<{ on?: PlainDate; time?: string; problems: readonly Problem[] }> {
  if (said(typed.on) === undefined && said(typed.time) === undefined) return { problems: [] }
  const on = said(typed.on) === undefined ? today : typedDay(typed.on, today)
  if (!on) return { problems: [{ question: 'on', problem: 'Write the day it came as 3/10/2025 or 3 Oct 2025.' }] }
  const time = said(typed.time) === undefined ? '00:00' : typedTime(typed.time)
  if (!time) return { problems: [{ question: 'time', problem: 'Write the time it came as 14:30.' }] }
  const at = momentOf(on, time)
  if (on > today || (isInstant(at) && at > now && said(typed.time) !== undefined)) return { problems: [{ question: on > today ? 'on' : 'time', problem: 'This is still to come. Write when it reached us.' }] }
  return { on, ...(said(typed.time) === undefined ? {} : { time }), problems: [] }
}

function adultOf(adult: TypedAdult, id: string, today: PlainDate, at: string): NewPerson | Readonly<{ problem: Problem }> {
  const born = bornOf(adult.born, today)
  if (!said(adult.given) && !said(adult.family)) return { problem: { question: `${at}.given`, problem: 'Write what you know of this adult’s name, or take the row out.' } }
  if ('problem' in born) return { problem: { question: `${at}.born`, problem: born.problem } }
  if ('dueOn' in born) return { problem: { question: `${at}.born`, problem: 'Write a date of birth, or what you know of it.' } }
  const sex = among(sexes, adult.sex)
  return { id, given: adult.given.trim(), family: adult.family.trim(), ...('bornOn' in born ? born : {}), ...(sex ? { sex } : {}) }
}

function childOf(typed: Typed, child: TypedChild, known: Known, id: string, today: PlainDate, at: string): NewPerson | Readonly<{ problem: Problem }> {
  const born = bornOf(child.born, today, child.unborn)
  if ('problem' in born) return { problem: { question: `${at}.born`, problem: `${childName(typed, child, known)}: ${born.problem.charAt(0).toLowerCase()}${born.problem.slice(1)}` } }
  const unborn = child.unborn || 'dueOn' in born
  const given = child.given.trim()
  const family = childFamily(typed, child, known)
  if (given === '' && !unborn && family === '') return { problem: { question: `${at}.given`, problem: `Write the first name of ${childName(typed, child, known)}, a surname if that is all you have, or take the row out.` } }
  const sex = among(sexes, child.sex)
  const school = said(child.school)
  return {
    id, given, family, ...(unborn ? { unborn: true } : {}), ...('bornOn' in born ? born : {}), ...('dueOn' in born ? { dueOn: born.dueOn } : {}), ...(sex ? { sex } : {}),
    ...(school ? { facts: [{ kind: 'school', value: school }] } : {}),
  }
}

const addressLines = (text: string): string[] => text.split(/[\n,]/).map((line) => line.trim()).filter((line) => line !== '').slice(0, 6)

function homeOf(typed: Typed, ids: Readonly<Record<string, string>>, known: Known): Readonly<{ home?: RecordContact['home']; problems: readonly Problem[] }> {
  const lives = (row: TypedAdult | TypedChild) => row.personId === '' && !row.elsewhere && !('unborn' in row && row.unborn)
  const people = [...typed.adults, ...typed.children].filter(lives).map((row) => ids[row.key]).filter((id): id is string => id !== undefined)
  const whose = typed.adults.find((adult) => adult.key === typed.home)
  if (whose && known[whose.personId]?.address) return people.length > 0 ? { home: { people, of: whose.personId }, problems: [] } : { problems: [] }
  const lines = addressLines(typed.lines)
  const postcode = said(typed.postcode)
  if (postcode && !postcodeOf(postcode)) return { problems: [{ question: 'postcode', problem: 'Check the postcode, as W12 8QT. If only part of it is known, write it with the address.' }] }
  if (lines.length === 0 && !postcode) return { problems: [] }
  if (people.length === 0) return { problems: [] }
  return { home: { people, address: { lines: lines.length > 0 ? lines : ['Address not known'], ...(postcode ? { postcode: postcodeOf(postcode) ?? postcode } : {}) } }, problems: [] }
}

/**
 * What was typed, as the command takes it; or what to put right, each with the name of its field. `known`: those picked from the record. `idFor`: an id for each new row.
 */
export function contactOf(typed: Typed, known: Known, moment: Moment, contactId: string, idFor: (key: string) => string): Readonly<{ input: RecordContact } | { problems: readonly Problem[] }> {
  const problems: Problem[] = []
  const source = among(sources, typed.source === 'other' || typed.source === '' ? typed.otherSource : typed.source)
  if (!source) problems.push({ question: 'source', problem: 'Choose who is telling us. If nobody gave a name, choose “Anonymous”.' })
  if (typed.words.trim() === '') problems.push({ question: 'words', problem: 'Write what they told us, in their words as far as you can.' })
  const when = whenOf(typed, moment)
  problems.push(...when.problems)
  const rows = { ...typed, children: typed.children.filter((child) => !isEmptyChild(child)) }
  if (rows.children.length === 0) problems.push({ question: 'children.0.given', problem: 'Add at least one child, born or not yet born.' })
  const ids: Record<string, string> = Object.fromEntries([...rows.adults, ...rows.children].map((row) => [row.key, row.personId || idFor(row.key)]))
  const people: NewPerson[] = []
  const take = (made: NewPerson | Readonly<{ problem: Problem }>) => void ('problem' in made ? problems.push(made.problem) : people.push(made))
  typed.adults.forEach((adult, i) => { if (!adult.personId) take(adultOf(adult, ids[adult.key] ?? '', moment.today, `adults.${i}`)) })
  typed.children.forEach((child, i) => { if (!child.personId && !isEmptyChild(child)) take(childOf(typed, child, known, ids[child.key] ?? '', moment.today, `children.${i}`)) })
  const unborn = new Set(people.filter((person) => person.unborn).map((person) => person.id))
  const kin = { ...rows, children: rows.children.map((child) => ({ ...child, unborn: child.unborn || unborn.has(ids[child.key] ?? '') })) }
  const home = homeOf(kin, ids, known)
  problems.push(...home.problems)
  if (problems.length > 0 || !source) return { problems }
  const inDanger = among(answersToDanger, typed.danger)
  const knows = among(familyKnows, typed.knows)
  const texts = { agency: said(typed.agency), name: said(typed.name), role: said(typed.role), phone: said(typed.phone), hopesFor: said(typed.hopes), alreadyDoing: said(typed.doing) }
  return {
    input: {
      id: contactId, source, words: typed.words.trim(), ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)),
      ...(when.on ? { receivedOn: when.on } : {}), ...(when.time ? { receivedTime: when.time } : {}),
      ...(inDanger ? { inDanger } : {}), ...(knows ? { familyKnows: knows } : {}),
      people, relationships: relationshipsOf(kin, ids),
      about: [...rows.adults.map((row) => ({ personId: ids[row.key] ?? '', role: 'adult' as const })), ...rows.children.map((row) => ({ personId: ids[row.key] ?? '', role: 'child' as const }))],
      ...(home.home ? { home: home.home } : {}), ...(typed.draft ? { draftId: typed.draft } : {}),
    },
  }
}
