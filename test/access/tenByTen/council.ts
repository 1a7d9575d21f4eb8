import { addDays, dayOf, moment } from '../../../src/kernel/dates.ts'
import { newId } from '../../../src/kernel/ids.ts'
import type { World } from '../policy.ts'

const ids = <Names extends readonly string[]>(names: Names) => Object.fromEntries(names.map((name) => [name, newId()])) as Record<Names[number], string>

export const actorNames = ['allocatedWorker', 'colleague', 'serviceManager', 'frontDoorWorker', 'head', 'businessSupport', 'administrator', 'adultsWorker', 'partner', 'inactiveWorker'] as const
export const personNames = ['allocated', 'unallocated', 'restricted', 'sealed', 'mergedPart', 'mergedInto', 'excluded', 'twoDomains', 'ownRecord', 'closed200', 'closed400'] as const
export type ActorName = (typeof actorNames)[number]
export type PersonName = (typeof personNames)[number]

/** A council of ten actors and ten people (one of them recorded twice and merged), so that each rule of the policy meets each kind of record. */
export function tenByTen(): { world: World; actor: Record<ActorName, string>; person: Record<PersonName, string> } {
  const now = Date.now()
  const today = dayOf(moment(now))
  const team = ids(['directorate', 'service', 'adultsService', 'family', 'adults', 'frontDoor', 'agency'] as const)
  const actor = ids(actorNames)
  const person = ids(personNames)
  const from = now - 900 * 86_400_000
  const member = (a: ActorName, t: keyof typeof team | undefined, role: World['memberships'][number]['role']) => ({ actor: actor[a], team: t && team[t], role, from, to: undefined })
  const works = (p: PersonName, to?: number) => ({ person: person[p], team: team.family, domain: 'children', ...(to === undefined ? {} : { to: addDays(today, -to) }) }) as const
  const world: World = {
    now, today,
    teams: [
      { id: team.directorate, kind: 'directorate' }, { id: team.service, kind: 'service', parent: team.directorate }, { id: team.adultsService, kind: 'service', parent: team.directorate },
      { id: team.family, kind: 'team', parent: team.service }, { id: team.adults, kind: 'team', parent: team.adultsService }, { id: team.frontDoor, kind: 'frontDoor', parent: team.directorate },
      { id: team.agency, kind: 'agency' },
    ],
    actors: actorNames.map((name) => ({ id: actor[name], kind: name === 'partner' ? 'partner' : 'staff', active: name !== 'inactiveWorker', ownRecord: name === 'colleague' ? person.ownRecord : undefined })),
    memberships: [
      member('allocatedWorker', 'family', 'worker'), member('colleague', 'family', 'worker'), member('serviceManager', 'service', 'manager'), member('frontDoorWorker', 'frontDoor', 'worker'),
      member('head', 'directorate', 'head'), member('businessSupport', 'family', 'businessSupport'), member('administrator', undefined, 'administrator'), member('adultsWorker', 'adults', 'worker'),
      member('partner', 'agency', 'partner'), member('inactiveWorker', 'family', 'worker'),
    ],
    people: personNames.map((name) => ({ id: person[name], marking: name === 'restricted' || name === 'sealed' ? name : 'open' })),
    merges: [{ part: person.mergedPart, into: person.mergedInto }],
    listed: [{ person: person.restricted, actor: actor.adultsWorker, until: undefined }, { person: person.sealed, actor: actor.adultsWorker, until: undefined }, { person: person.sealed, actor: actor.head, until: now - 1000 }],
    exclusions: [{ person: person.excluded, actor: actor.colleague, until: undefined }, { person: person.allocated, actor: actor.colleague, until: now - 1000 }],
    involvements: [
      { ...works('allocated'), worker: actor.allocatedWorker }, works('restricted'), works('sealed'), works('mergedPart'), works('excluded'), works('twoDomains'),
      { person: person.twoDomains, team: team.adults, domain: 'adults' }, works('ownRecord'), works('closed200', 200), works('closed400', 400),
    ],
    grants: [{ person: person.unallocated, actor: actor.allocatedWorker, domain: 'adults', write: true, until: now + 3_600_000 }],
    glass: [{ person: person.unallocated, actor: actor.adultsWorker, until: now + 3_600_000 }, { person: person.sealed, actor: actor.serviceManager, until: now + 3_600_000 }],
    shares: [{ person: person.ownRecord, agency: team.agency, until: undefined }],
    adoptions: [],
  }
  return { world, actor, person }
}
