import { addDays, dayOf, daysBetween, moment, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { workingDayFrom } from '../../../kernel/workingDays.ts'
import { chanceOf, type Chance } from '../chance.ts'
import type { Offices } from '../council.ts'
import type { Involvement, ProtectionRow, Staff } from '../story.ts'
import { ownParts, spoken, type Spoken, type Standing } from '../words/supervision.ts'
import { finishWork, happened, openWork, type Book } from './book.ts'

/** A worker with whoever leads them, on a day. */
export type Session = Readonly<{ id: string; worker: Staff; manager: Staff; on: PlainDate; at: Instant; state: 'open' | 'signed' }>
/** The sessions of each worker, the last first. */
export type Sessions = ReadonlyMap<string, readonly Session[]>

/** One a month, as policies ask; with one colleague in eleven the last was too long ago, and one in four has not signed yet. `n`: which colleague. */
function sessionsWith(seed: string, worker: Staff, manager: Staff, n: number, months: number, today: PlainDate): Session[] {
  const chance = chanceOf(`${seed}/supervision/${worker.email}`)
  const late = n % 11 === 5
  const unsigned = n % 4 === 3
  const last = addDays(today, -(late ? chance.whole(33, 48) : chance.whole(2, 24)))
  return Array.from({ length: months }, (_, n): Session => {
    const on = workingDayFrom(addDays(last, -28 * n - (n === 0 ? 0 : chance.whole(-2, 2))), 'england', -1)
    const at = moment(`${on}T${String(chance.whole(10, 15))}:00:00.000Z`)
    return { id: chance.id(at), worker, manager, on, at, state: n === 0 && unsigned ? 'open' : 'signed' }
  })
}

/** Everybody is supervised by whoever manages their team; managers, and teams without one, by the head of service. `months`: so far back. */
export function sessionsOf(offices: Offices, seed: string, today: PlainDate, months: number): Sessions {
  const head = offices.council.staff.find((one) => one.memberships.some((of) => of.role === 'head'))
  const teams = [offices.frontDoor, offices.emergency, ...offices.family, offices.earlyHelp, offices.adults]
  const led = [
    ...teams.flatMap((team) => team.workers.filter((one) => one !== team.head).map((worker) => [worker, team.head] as const)),
    ...(head ? [offices.frontDoor, offices.emergency, ...offices.family].map((team) => [team.head, offices.services.find((one) => one.teams.some((of) => of.id === team.team.id))?.head ?? head] as const) : []),
    ...(head && offices.adoption ? [[offices.adoption, head] as const] : []),
    ...offices.reviewing.workers.map((worker, n) => [worker, offices.reviewing.heads[n % offices.reviewing.heads.length] ?? offices.reviewing.head] as const),
    ...(head ? [...offices.reviewing.heads, ...offices.services.map((one) => one.head)].map((one) => [one, head] as const) : []),
  ]
  return new Map(led.map(([worker, manager], n) => [worker.id, sessionsWith(seed, worker, manager, n, months, today)]))
}

/** The sessions themselves belong to the council: the first family brings them, as it brings the carers. */
export function sessionRows(sessions: Sessions, seed: string): ProtectionRow[] {
  return [...sessions.values()].flat().flatMap((one): ProtectionRow[] => {
    const chance = chanceOf(`${seed}/own/${one.id}`)
    const ended = moment(Date.parse(one.at) + 80 * 60_000)
    const [wellbeing, learning, agreed] = chance.pick(ownParts)
    const signed = moment(Date.parse(one.at) + 26 * 3_600_000)
    return [
      { table: 'supervision.session', row: { id: one.id, worker_id: one.worker.id, manager_id: one.manager.id, held_on: one.on, state: one.state, manager_signed_at: ended, worker_signed_at: one.state === 'signed' ? signed : null, version: 2, recorded_at: one.at, recorded_by: one.manager.id } },
      ...(one.state === 'open' || chance.happens(0.6) ? [{ table: 'supervision.own_part' as const, row: { id: chance.id(one.at), session_id: one.id, worker_id: one.worker.id, wellbeing, learning, agreed, recorded_at: one.at, recorded_by: one.worker.id, superseded_at: null } }] : []),
    ]
  })
}

type Rows = Book['protection']
const onPlan = (rows: Rows, kind: string, on: PlainDate): boolean => rows.some(({ table, row }) => table === 'plans.plan_person' && row['kind'] === kind && String(row['started_on']) <= on && (row['ended_on'] === null || String(row['ended_on']) > on))

/** How far the case of these people had come on a day. */
function standingOn(book: Book, on: PlainDate): Standing {
  if (book.care.periods.some((one) => one.from <= on && (one.to === null || one.to > on))) return 'inCare'
  if (onPlan(book.protection, 'protectionPlan', on)) return 'protected'
  if (onPlan(book.protection, 'childInNeedPlan', on)) return 'inNeed'
  if (book.assessments.some((one) => one.startedOn <= on && (one.authorised === null || dayOf(one.authorised.at) > on))) return 'assessing'
  if (book.care.periods.some((one) => one.to !== null && one.to <= on)) return 'leftCare'
  return book.referrals.some((one) => one.on <= on && (one.closedOn === null || one.closedOn > on)) ? 'inNeed' : 'other'
}

/** Who was worked with together: by one worker, in one team. */
const together = (involvements: readonly Involvement[], children: ReadonlySet<string>): Involvement[][] => {
  const mine = involvements.filter((one) => one.workerId !== null && one.domain === 'children' && one.role === 'allocated' && children.has(one.personId))
  return [...Map.groupBy(mine, (one) => `${one.workerId} ${one.from} ${one.to}`).values()]
}

/** What was said and decided about a family at the supervisions of whoever worked with them; `share`: at so many of them. */
export function tellSupervised(book: Book, sessions: Sessions, seed: string, share: number): void {
  const children = new Set(book.people.filter((one) => one.marking === 'open' && !one.mergedInto && book.referrals.some((referral) => referral.children.includes(one.id))).map((one) => one.id))
  if (children.size === 0) return
  const chance = chanceOf(seed)
  for (const group of together(book.involvements, children)) {
    const [first] = group
    if (!first?.workerId) continue
    for (const session of sessions.get(first.workerId) ?? []) {
      if (session.on <= addDays(first.from, 2) || (first.to !== null && first.to <= session.on) || !chance.happens(share)) continue
      tellEntry(book, chance, session, group.map((one) => one.personId), first.to)
    }
  }
}

/** Two others of the worker’s team, in a group supervision. */
const colleaguesOf = (book: Book, session: Session): Staff[] =>
  (book.offices.family.find((one) => one.workers.some((who) => who.id === session.worker.id))?.workers ?? []).filter((one) => one.id !== session.worker.id).slice(0, 2)

function tellEntry(book: Book, chance: Chance, session: Session, people: readonly string[], until: PlainDate | null): void {
  const said = chance.pick(spoken[standingOn(book, session.on)])
  const named = book.people.find((one) => people.includes(one.id) && one.names[0]?.given)?.names[0]?.given ?? 'The child'
  const filled = (words: string): string => words.replaceAll('{child}', named)
  const by = session.manager.id
  const id = chance.id(session.at)
  book.protection.push({ table: 'supervision.entry', row: { id, session_id: session.id, domain: 'children', words: filled(said.words), decided: filled(said.decided), beside: '', worker_id: session.worker.id, manager_id: by, held_on: session.on, recorded_at: session.at, recorded_by: by } })
  if (chance.happens(0.06)) for (const one of colleaguesOf(book, session)) book.protection.push({ table: 'supervision.entry_with', row: { id: chance.id(session.at), entry_id: id, actor_id: one.id } })
  for (const personId of people) book.protection.push({ table: 'supervision.entry_person', row: { entry_id: id, person_id: personId, domain: 'children' } })
  happened(book, 'supervision.discussed', by, session.at, people, { on: session.on, significant: said.decided !== '', subject: { kind: 'supervision', id } })
  if (said.does && chance.happens(0.5)) tellAction(book, chance, session, id, people, { ...said.does, words: filled(said.does.words) }, until)
}

/** What was decided goes into the work of whoever does it: most of it is done in its time, some of the last sessions is late. */
function tellAction(book: Book, chance: Chance, session: Session, id: string, people: readonly string[], does: NonNullable<Spoken['does']>, until: PlainDate | null): void {
  const owner = does.manager ? session.manager : session.worker
  const dueOn = workingDayFrom(addDays(session.on, does.days))
  const place = openWork(book, {
    kind: 'task', subject: { kind: 'supervision', id }, people, by: session.manager.id, at: session.at, words: does.words, workerId: owner.id, teamId: does.manager ? null : owner.memberships[0]?.teamId ?? null, dueOn, decidesOnly: true,
    askedBy: does.manager ? null : session.manager.id,
  })
  const over = until !== null && until <= book.today
  const stillOpen = !over && (dueOn >= book.today ? chance.happens(0.8) : daysBetween(dueOn, book.today) < 40 && chance.happens(0.25))
  if (stillOpen) return
  const done = addDays(dueOn, -chance.whole(0, 3))
  const last = [done, addDays(book.today, -1), ...(until ? [until] : [])].sort()[0] ?? done
  finishWork(book, place, last > session.on ? last : session.on, 'done')
}
