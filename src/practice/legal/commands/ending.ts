import { isPlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import { keepInStep } from '../../../record/work/standing/step.ts'
import { EndMatter, type Matter } from '../model.ts'
import { matterFor } from '../queries.ts'
import { endingsOf } from '../rules.ts'
import * as store from '../store.ts'

const by = (asking: Asking): store.By => ({ at: asking.now, by: asking.actor.id })
type Begins = Pick<store.NewMatter, 'kind' | 'decidedOn' | 'words' | 'people' | 'leadId' | 'teamId' | 'adviserId'> & Readonly<{ follows?: string; meetingId?: string }>

/** Pre-proceedings or proceedings begin for these children, inside a command. Who has that already goes on with it. */
export async function beginMatter(asking: Asking, m: Begins): Promise<Happening[]> {
  const running = await store.mattersAbout(asking.db, m.people)
  const already = new Set(running.filter((one) => one.kind === m.kind).flatMap((one) => one.people.filter((person) => person.endedOn === null).map((person) => person.personId)))
  const people = m.people.filter((id) => !already.has(id))
  if (people.length === 0) return []
  const id = newId(Date.parse(asking.now))
  await store.insertMatter(asking.db, by(asking), { ...m, id, people })
  return [{ kind: m.kind === 'preProceedings' ? 'legal.preProceedingsBegan' : 'legal.proceedingsDecided', people, on: m.decidedOn, significant: true, subject: { kind: 'legalMatter', id } }]
}

/** Those of other legal work of these children go on; who saw advice for a part they took sees it no longer where nothing goes on. */
async function closeSight(asking: Asking, people: readonly string[]): Promise<void> {
  const open = new Set((await store.mattersAbout(asking.db, people)).flatMap((one) => one.people.filter((person) => person.endedOn === null).map((person) => person.personId)))
  const over = people.filter((id) => !open.has(id))
  if (over.length > 0) await store.endLegal(asking.db, over, asking.today)
}

/** Ends a matter for some children, each with what came of it. Where pre-proceedings lead to court, proceedings begin. */
export async function endFor(asking: Asking, matter: Matter, end: Pick<EndMatter, 'on' | 'ends' | 'words'>): Promise<Happening[]> {
  if (!isPlainDate(end.on)) return []
  for (const one of end.ends) await store.endPerson(asking.db, matter.id, one.personId, { on: end.on, outcome: one.outcome, words: end.words.trim() })
  const happened: Happening[] = [{ kind: matter.kind === 'preProceedings' ? 'legal.preProceedingsEnded' : 'legal.proceedingsEnded', people: end.ends.map((one) => one.personId), on: end.on, significant: true, subject: { kind: 'legalMatter', id: matter.id } }]
  const toCourt = matter.kind === 'preProceedings' ? end.ends.filter((one) => one.outcome === 'issue').map((one) => one.personId) : []
  if (toCourt.length > 0) happened.push(...await beginMatter(asking, { kind: 'proceedings', follows: matter.id, decidedOn: end.on, people: toCourt, leadId: matter.leadId, teamId: matter.teamId, adviserId: matter.adviserId, words: end.words.trim() }))
  return happened
}

export const endMatter = command('legal.end', EndMatter, {
  may: 'record.write',
  people: ({ matterId }, db) => store.peopleOfMatter(db, matterId),
  run: async (asking, { matterId, ...end }) => {
    const matter = await matterFor(asking, matterId)
    if (!isPlainDate(end.on) || end.on > asking.today || end.on < matter.decidedOn) return { problems: [{ question: 'on', problem: 'Give the day it ended: not before it began, and not a day to come.' }] }
    const codes = endingsOf(matter.kind).codes.map((one) => one.code)
    const still = matter.people.filter((one) => one.endedOn === null).map((one) => one.personId)
    if (end.ends.some((one) => !codes.includes(one.outcome))) return { problems: [{ question: 'ends', problem: 'Choose how it ends.' }] }
    if (end.ends.some((one) => !still.includes(one.personId))) return { problems: [{ question: 'ends', problem: 'It has ended for one of them already.' }] }
    const happened = await endFor(asking, matter, end)
    await keepInStep(asking, matter.people.map((one) => one.personId))
    await closeSight(asking, end.ends.map((one) => one.personId))
    return { answer: { ended: end.ends.length }, happened }
  },
})
