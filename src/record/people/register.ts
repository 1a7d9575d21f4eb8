import { addDays, isPlainDate, type PlainDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/errors.ts'
import { involve } from '../access/register.ts'
import type { Asking, Domain } from '../access/model.ts'
import type { NewAddress, NewPerson, NewRelationship } from './model.ts'
import { fileForSearch } from './search/store.ts'
import { endAddresses, giveHousehold, giveHues, insertAddress, insertAddressOnce, insertFirstFacts, insertPerson, insertRelationship, insertSubject, homeWherePlaced, lastHome, presentHome, type Recording } from './store/writing.ts'

export const recordingOf = (asking: Asking): Recording => ({ db: asking.db, by: asking.actor.id, at: asking.now })

/** What to put right before a person is recorded: days that are in no calendar, or in the future. `field`: the name before the dot. */
export function problemsOfPerson(person: NewPerson, today: PlainDate, field: string): Problem[] {
  const problems: Problem[] = []
  if (person.bornOn && !isPlainDate(person.bornOn)) problems.push({ question: `${field}.bornOn`, problem: 'Write the date of birth as day, month and year, as in 14 1 2016.' })
  else if (person.bornOn && person.bornOn > today) problems.push({ question: `${field}.bornOn`, problem: 'This date of birth is in the future. If the child is not yet born, choose “not yet born” and give the date the baby is due.' })
  if (person.dueOn && !isPlainDate(person.dueOn)) problems.push({ question: `${field}.dueOn`, problem: 'Write the date the baby is due as day, month and year.' })
  else if (person.dueOn && person.dueOn > addDays(today, 310)) problems.push({ question: `${field}.dueOn`, problem: 'Check the date the baby is due: it is more than ten months away.' })
  return problems
}

/**
 * Records new people inside a command that made their ids: first facts, and who works with them from now on (the caller's team, when the caller is in one),
 * so that what is written next is visible to those it should be.
 */
export async function registerPeople(asking: Asking, people: readonly NewPerson[], working: Readonly<{ domain: Domain; teamId?: string | undefined; workerId?: string | undefined; source?: string }>): Promise<void> {
  const recording = recordingOf(asking)
  for (const person of people) {
    await insertSubject(recording, person.id)
    // The front door sees by its flag; anybody else sees what they record because their team works with the person from now on.
    const teamId = working.teamId ?? (asking.actor.wide.includes(working.domain) ? undefined : asking.actor.teams[0])
    if (teamId || working.workerId) await involve(asking.db, { personId: person.id, teamId, workerId: working.workerId, domain: working.domain, from: asking.today })
    await insertPerson(recording, person.id, person.unborn ? 'unborn' : 'person', working.source)
    await insertFirstFacts(recording, person)
  }
  await fileForSearch(asking.db)
}

/** Files anew for search whoever this command has changed. A command that writes people's names, dates, addresses or numbers ends with it. */
export const fileChanged = ({ db }: Asking): Promise<number> => fileForSearch(db)

export async function recordRelationships(asking: Asking, relationships: readonly NewRelationship[]): Promise<void> {
  const recording = recordingOf(asking)
  for (const r of relationships) await insertRelationship(recording, r)
  await giveHues(asking.db, relationships.map((r) => r.otherId))
}

/** Keeps an address that an import tells, inside its command, once. */
export const keepAddress = (asking: Asking, personId: string, address: Parameters<typeof insertAddressOnce>[2]): Promise<boolean> => insertAddressOnce(recordingOf(asking), personId, address)

/** Gives these children the hue of their mark, inside a command that wrote their relationships itself. */
export const giveTheirHues = ({ db }: Asking, children: readonly string[]): Promise<void> => giveHues(db, children)

/** Where somebody lives now, as the address of others who live with them: one household from now on. Undefined when no home of theirs is known. */
export async function homeShared(asking: Asking, personId: string): Promise<NewAddress | undefined> {
  const home = await presentHome(asking.db, personId)
  if (!home) return undefined
  const householdId = home.household_id ?? newId(Date.parse(asking.now))
  if (!home.household_id) await giveHousehold(recordingOf(asking), home.id, householdId)
  return { householdId, lines: home.lines, ...(home.postcode ? { postcode: home.postcode } : {}), hidden: home.hidden }
}

export type LivedAt = Readonly<{ householdId: string | null; lines: readonly string[]; postcode: string | null; hidden: boolean; from: PlainDate | null; to: PlainDate | null }>

/** The home of somebody before a day, by whichever part of a merged record it was written about. */
export const homeBefore = (asking: Asking, ids: readonly string[], on: PlainDate): Promise<LivedAt | undefined> => lastHome(asking.db, ids, on)

/** Where a placement was is home from the day on which it ended, inside a command; after `livesElsewhere`. */
export const staysWherePlaced = (asking: Asking, ids: readonly string[], on: PlainDate): Promise<void> => homeWherePlaced(recordingOf(asking), ids, on)

/** From a day on somebody lives elsewhere, inside a command: their homes and placements end. Without an address it is not known where. */
export async function livesElsewhere(asking: Asking, ids: readonly string[], on: PlainDate, address?: NewAddress & Readonly<{ personId: string }>): Promise<void> {
  const recording = recordingOf(asking)
  for (const id of ids) for (const kind of ['home', 'mainly', 'placement', 'temporary']) await endAddresses(recording, id, kind, on)
  if (!address) return
  const { personId, ...rest } = address
  await insertAddress(recording, personId, { ...rest, from: on })
}
