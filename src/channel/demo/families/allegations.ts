import { allegationShare } from '../../../../content/demonstration/volumes.ts'
import { addDays, moment, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { addWorkingDays } from '../../../kernel/workingDays.ts'
import { chanceOf } from '../chance.ts'
import { alleged } from '../words/safety.ts'
import { happened, type Book } from './book.ts'

/** How far it has come: told so many days ago; told today, answered, and ended. */
const stages = [{ days: 1, answered: false, ended: false }, { days: 24, answered: true, ended: false }, { days: 140, answered: true, ended: true }] as const
const atHour = (on: PlainDate, hour: number): Instant => moment(`${on}T${String(hour).padStart(2, '0')}:10:00.000Z`)

/**
 * An allegation against somebody who works with children, as a worker told it: seen by the designated officers alone, who work with everybody it is about in that domain and no other.
 * `wanted`: how many are to be told still, each at another stage.
 */
export function tellAllegations(book: Book, seed: string, wanted: { left: number }): void {
  const chance = chanceOf(seed)
  const officers = book.offices.council.staff.filter((one) => one.memberships.some((of) => of.role === 'designatedOfficer'))
  const held = book.involvements.findLast((one) => one.workerId !== null && one.to === null && one.domain === 'children' && one.role === 'allocated' && !one.becauseOf)
  const teller = book.offices.council.staff.find((one) => one.id === held?.workerId)
  const stage = wanted.left > 0 ? stages[wanted.left % stages.length] : chance.pick(stages)
  const [officer] = officers
  if (!held || !teller || !officer || !stage) return
  const toldOn = addWorkingDays(book.today, -Math.max(1, Math.round((stage.days + (stage.ended ? chance.whole(0, 150) : 0)) / 1.45)))
  const child = book.people.find((one) => one.id === held.personId && one.bornOn !== null && one.bornOn < addDays(toldOn, -365) && one.marking === 'open' && !one.mergedInto)
  if (!child || held.from > toldOn || !(wanted.left > 0 || chance.happens(allegationShare))) return
  const said = wanted.left > 0 ? alleged[wanted.left % alleged.length] : chance.pick(alleged)
  if (!said) return
  wanted.left -= 1
  const at = atHour(toldOn, 9)
  const [id, adultId] = [chance.id(at), chance.id(at)]
  const people = [child.id, adultId]
  const put = (table: Book['protection'][number]['table'], row: Readonly<Record<string, unknown>>): void => void book.protection.push({ table, row })
  const advisedOn = stage.answered ? addWorkingDays(toldOn, 1) : null
  const endedOn = stage.ended ? addWorkingDays(toldOn, chance.whole(25, 60)) : null
  const over = endedOn !== null && endedOn < book.today
  put('access.subject', { id: adultId, marking: 'open', created_by: teller.id, created_at: at })
  put('allegation.allegation', {
    id, known_on: toldOn, told_on: toldOn, told_by: teller.name, professional_name: said.name, professional_role: said.role, employer: said.employer, words: said.words, criterion: advisedOn ? said.criterion : null, advised_on: advisedOn,
    outcome: over ? said.outcome : null, ended_on: over ? endedOn : null, outcome_words: over ? said.ended : null, barring: over ? said.barring ?? false : null, regulator: over ? said.regulator ?? false : null, version: 1 + Number(stage.answered) + Number(over), recorded_at: at, recorded_by: teller.id,
  })
  put('allegation.about', { allegation_id: id, person_id: child.id, domain: 'allegation', role: 'child' })
  put('allegation.about', { allegation_id: id, person_id: adultId, domain: 'allegation', role: 'professional' })
  for (const one of officers) for (const personId of people) book.involvements.push({ personId, teamId: null, workerId: one.id, domain: 'allegation', role: 'designatedOfficer', from: toldOn, to: null, by: teller.id, at })
  const step = (kind: string, on: PlainDate, words: string, came: string | null = null): void => {
    if (on >= book.today) return
    put('allegation.step', { id: chance.id(atHour(on, 14)), allegation_id: id, kind, on_day: on, came, words, recorded_at: atHour(on, 14), recorded_by: officer.id })
    happened(book, kind === 'answer' ? 'allegation.answered' : 'allegation.step', officer.id, atHour(on, 14), people, { on, domain: 'allegation', subject: { kind: 'allegation', id } })
  }
  if (!advisedOn) return
  step('answer', advisedOn, said.advised)
  step('meeting', addWorkingDays(toldOn, 4), said.meeting, 'The employer, the police, the social worker, the designated officer')
  step('police', addWorkingDays(toldOn, 9), said.police)
  if (over && endedOn) happened(book, 'allegation.ended', officer.id, atHour(endedOn, 15), people, { on: endedOn, domain: 'allegation', subject: { kind: 'allegation', id } })
}
