import { addDays, dayOf, moment } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Domain, Marking, Role, TeamOf, World } from './policy.ts'

const day = 86_400_000
const ids = <Names extends readonly string[]>(names: Names) => Object.fromEntries(names.map((name) => [name, newId()])) as Record<Names[number], string>

const teams = {
  directorate: ['directorate'], children: ['service', 'directorate'], grownUps: ['service', 'directorate'],
  family: ['team', 'children'], court: ['team', 'children'], adults: ['team', 'grownUps'],
  frontDoor: ['frontDoor', 'directorate'], night: ['emergencyDuty', 'directorate'], school: ['agency'], hospital: ['agency'], clinic: ['agency', 'children'],
} as const satisfies Record<string, readonly [TeamOf['kind'], string?]>
type TeamName = keyof typeof teams

type Place = readonly [team: TeamName | undefined, role: Role, fromDays?: number, toDays?: number]
type Sort = Readonly<{ kind?: 'partner' | 'portal' | 'machine'; inactive?: true; own?: string; places: readonly Place[] }>
const works = (...places: Place[]): Sort => ({ places })

/** Thirty-seven accounts: every role, at every height, and every way an account may not be what it seems. */
const accounts = {
  familyWorker: works(['family', 'worker'], [undefined, 'adoption']), courtWorker: works(['court', 'worker', -900, 30], [undefined, 'adoption'], ['clinic', 'worker'], ['adults', 'worker', -900, -1], ['grownUps', 'worker', 1]), adultsWorker: works(['adults', 'worker', -900, 60], ['clinic', 'worker']),
  familyManager: works(['family', 'manager']), courtManager: works(['court', 'manager']), adultsManager: works(['adults', 'manager'], [undefined, 'adoption']),
  childrenManager: works(['children', 'manager']), grownUpsManager: works(['grownUps', 'manager']), childrenHead: works(['children', 'head']), grownUpsHead: works(['grownUps', 'head']),
  childrenWorker: works(['children', 'worker'], [undefined, 'adoption']), directorateHead: works(['directorate', 'head']), directorateManager: works(['directorate', 'manager']),
  doorWorker: works(['frontDoor', 'worker']), doorManager: works(['frontDoor', 'manager']), nightWorker: works(['night', 'worker']),
  familySupport: works(['family', 'businessSupport']), doorSupport: works(['frontDoor', 'businessSupport']), recordsOfficer: works([undefined, 'records']), administrator: works([undefined, 'administrator']),
  privacyOfficer: works([undefined, 'privacy']), lawyer: works(['children', 'legal'], [undefined, 'adoption']), designatedOfficer: works([undefined, 'designatedOfficer']),
  teacher: { kind: 'partner', places: [['school', 'partner']] }, nurse: { kind: 'partner', places: [['hospital', 'partner']] }, partnerAsWorker: { kind: 'partner', places: [['family', 'worker'], ['hospital', 'worker']] },
  citizen: { kind: 'portal', places: [['family', 'worker']] }, feed: { kind: 'machine', places: [['family', 'worker']] }, idleFeed: { kind: 'machine', places: [] },
  left: { inactive: true, places: [['family', 'worker'], [undefined, 'adoption']] }, endedWorker: works(['family', 'worker', -900, -1]), comingWorker: works(['family', 'worker', 1]), twoTeams: works(['family', 'worker'], ['adults', 'worker'], [undefined, 'adoption']),
  ownRecordWorker: { own: 'ownRecord', places: [['family', 'worker'], ['frontDoor', 'worker']] }, keptWorker: works(['family', 'worker'], ['directorate', 'head']),
  homeless: works(['family', 'partner']), administratorWhoWorks: works([undefined, 'administrator'], ['family', 'worker'], [undefined, 'adoption']),
} satisfies Record<string, Sort>
const accountNames = Object.keys(accounts) as (keyof typeof accounts)[]

type Touch = readonly [team: TeamName | undefined, domain: Domain, endedDaysAgo?: number, worker?: keyof typeof accounts, superseded?: true]
type Whom = Readonly<{ marking?: Marking; into?: string; touched: readonly Touch[] }>
const open = (...touched: Touch[]): Whom => ({ touched })
const marked = (marking: Marking, ...touched: Touch[]): Whom => ({ marking, touched })
const ours: Touch = ['family', 'children']

/** Thirty-three people: every marking, domain and end of involvement, merged pairs of each, and who was adopted. */
const people = {
  unknown: open(['family', 'children', undefined, undefined, true], [undefined, 'children', undefined, 'courtWorker', true], [undefined, 'adults', undefined, 'adultsWorker', true]), ours: open(ours), ended200: open(['family', 'children', 200], ['court', 'legal']), ended365: open(['family', 'children', 365], ['court', 'allegation']), ended366: open(['family', 'children', 366], [undefined, 'finance', undefined, 'directorateHead']),
  adult: open(['adults', 'adults']), both: open(ours, ['adults', 'adults']), workerOnly: open([undefined, 'children', undefined, 'courtWorker']), workerEnded: open([undefined, 'children', 30, 'courtWorker'], ['adults', 'adults', 0]),
  workedByStrangers: open([undefined, 'children', undefined, 'partnerAsWorker'], [undefined, 'adults', undefined, 'feed'], [undefined, 'finance', undefined, 'left'], [undefined, 'legal', undefined, 'adultsWorker'], [undefined, 'adults', undefined, 'familySupport']), adopted: open(['family', 'adoption']), legalAdvice: open(['family', 'legal'], ['family', 'finance'], ['court', 'legal']), allegation: open(['family', 'allegation']), early: open(['family', 'earlyHelp', undefined, 'familyWorker']),
  listedOne: marked('restricted', ours), listedNone: marked('restricted', ours, [undefined, 'children', undefined, 'courtWorker']), sealedListed: marked('sealed', ours), sealedNone: marked('sealed', ours),
  merged: open(ours), mergedPart: { into: 'merged', touched: [['adults', 'adults']] },
  strictPart: { marking: 'restricted', into: 'strictInto', touched: [ours] }, strictInto: open(['adults', 'adults']),
  sealedPart: { marking: 'sealed', into: 'sealedInto', touched: [ours] }, sealedInto: marked('restricted', ours),
  kept: open(ours, ['court', 'children', 0]), ownRecord: open(ours), shared: open(['family', 'earlyHelp']), sharedMarked: marked('restricted', ['family', 'earlyHelp']),
  brother: open(ours, ['court', 'adoption']), adoptedOld: marked('restricted', ours), adoptedNew: open(['family', 'earlyHelp']), sealedOld: marked('sealed', ours),
  // At last, so that nothing afterwards works out again what their managers reach: who begins to work with somebody on their own, with and without a team's work before.
  sealedNew: open(['adults', 'adults', undefined, 'childrenWorker'], [undefined, 'adults', undefined, 'grownUpsHead'], [undefined, 'finance', undefined, 'childrenWorker']),
} satisfies Record<string, Whom>
const peopleNames = Object.keys(people) as (keyof typeof people)[]

/** The fixed council: 37 accounts and 33 people, so that each rule meets each kind of record from each side. */
export function fixedWorld(): World & Readonly<{ nameOf: (id: string) => string }> {
  const now = Date.now()
  const today = dayOf(moment(now))
  const team = ids(Object.keys(teams) as TeamName[])
  const actor = ids(accountNames)
  const person: Record<string, string> = ids(peopleNames)
  const at = (days: number | undefined) => (days === undefined ? undefined : now + days * day)
  const names = new Map(Object.entries({ ...actor, ...person }).map(([name, id]) => [id, name]))
  const eachAccount = Object.entries(accounts) as [keyof typeof accounts, Sort][]
  const eachPerson = Object.entries(people) as [keyof typeof people, Whom][]
  return {
    now, today, nameOf: (id) => names.get(id) ?? id,
    teams: (Object.entries(teams) as [TeamName, readonly [TeamOf['kind'], TeamName?]][]).map(([name, [kind, parent]]) => ({ id: team[name], kind, parent: parent && team[parent] })),
    actors: eachAccount.map(([name, sort]) => ({ id: actor[name], kind: sort.kind ?? 'staff', active: !sort.inactive, ownRecord: sort.own && person[sort.own] })),
    memberships: eachAccount.flatMap(([name, sort]) => sort.places.map(([where, role, from, to]) => ({ actor: actor[name], team: where && team[where], role, from: at(from ?? -900)!, to: at(to) }))),
    people: eachPerson.map(([name, whom]) => ({ id: person[name]!, marking: whom.marking ?? 'open' })),
    merges: eachPerson.flatMap(([name, whom]) => (whom.into ? [{ part: person[name]!, into: person[whom.into]! }] : [])),
    involvements: eachPerson.flatMap(([name, whom]) => whom.touched.map(([where, domain, ended, worker, superseded]) => ({
      person: person[name]!, team: where && team[where], worker: worker && actor[worker], domain, superseded, to: ended === undefined ? undefined : addDays(today, -ended),
    }))),
    listed: [
      { person: person.listedOne!, actor: actor.adultsWorker, until: undefined }, { person: person.listedOne!, actor: actor.courtWorker, until: at(-1) }, { person: person.listedOne!, actor: actor.teacher, until: undefined },
      { person: person.sealedListed!, actor: actor.directorateHead, until: undefined }, { person: person.strictPart!, actor: actor.courtWorker, until: at(1) }, { person: person.sealedInto!, actor: actor.courtManager, until: undefined },
      { person: person.sealedPart!, actor: actor.nightWorker, until: at(1) }, { person: person.ours!, actor: actor.grownUpsManager, until: undefined },
      // Marked records that somebody keeps, beside some who cannot open them: gone, of an agency, kept away, over.
      { person: person.listedOne!, actor: actor.courtManager, until: undefined }, { person: person.listedOne!, actor: actor.adultsManager, until: at(1) }, { person: person.listedOne!, actor: actor.administrator, until: undefined }, { person: person.listedOne!, actor: actor.administratorWhoWorks, until: at(1) },
      { person: person.sealedListed!, actor: actor.left, until: undefined }, { person: person.sharedMarked!, actor: actor.childrenManager, until: undefined }, { person: person.sharedMarked!, actor: actor.teacher, until: undefined },
      // On the list of their adoption too, and named without an end: taken off, they stand on neither.
      { person: person.sharedMarked!, actor: actor.childrenWorker, until: undefined },
      { person: person.adoptedOld!, actor: actor.childrenHead, until: undefined }, { person: person.adoptedOld!, actor: actor.twoTeams, until: undefined }, { person: person.sealedOld!, actor: actor.grownUpsHead, until: at(1) }, { person: person.sealedOld!, actor: actor.courtWorker, until: at(-1) }, { person: person.sealedOld!, actor: actor.twoTeams, until: at(1) },
      { person: person.strictPart!, actor: actor.grownUpsHead, until: undefined },
    ],
    exclusions: [
      { person: person.kept!, actor: actor.keptWorker, until: undefined }, { person: person.ours!, actor: actor.keptWorker, until: at(-1) }, { person: person.mergedPart!, actor: actor.keptWorker, until: undefined },
      { person: person.listedOne!, actor: actor.adultsWorker, until: at(-1) }, { person: person.shared!, actor: actor.nurse, until: undefined },
      { person: person.adult!, actor: actor.doorWorker, until: at(-1) }, { person: person.adult!, actor: actor.doorManager, until: at(1) }, { person: person.both!, actor: actor.nightWorker, until: undefined }, { person: person.both!, actor: actor.doorSupport, until: undefined },
      { person: person.adult!, actor: actor.doorSupport, until: at(-1) }, { person: person.brother!, actor: actor.familyManager, until: at(1) }, { person: person.adoptedOld!, actor: actor.twoTeams, until: undefined }, { person: person.adoptedOld!, actor: actor.familyWorker, until: at(-1) }, { person: person.adoptedOld!, actor: actor.administratorWhoWorks, until: at(1) },
      { person: person.adult!, actor: actor.teacher, until: at(1) }, { person: person.both!, actor: actor.teacher, until: at(-1) }, { person: person.adult!, actor: actor.nurse, until: undefined }, { person: person.listedNone!, actor: actor.doorWorker, until: at(-1) },
    ],
    grants: [
      { person: person.unknown!, actor: actor.adultsWorker, domain: 'adults', write: true, until: at(1)! }, { person: person.unknown!, actor: actor.familySupport, domain: 'children', write: false, until: at(1)! },
      { person: person.ended366!, actor: actor.familyWorker, domain: 'legal', write: false, until: at(-1)! }, { person: person.adopted!, actor: actor.lawyer, domain: 'adoption', write: false, until: at(1)! },
      { person: person.allegation!, actor: actor.designatedOfficer, domain: 'allegation', write: true, until: at(1)! }, { person: person.listedNone!, actor: actor.courtWorker, domain: 'children', write: true, until: at(1)! },
      { person: person.unknown!, actor: actor.teacher, domain: 'earlyHelp', write: true, until: at(1)! }, { person: person.unknown!, actor: actor.courtManager, domain: 'children', write: true, until: at(1)!, ended: true },
      { person: person.ours!, actor: actor.recordsOfficer, domain: 'children', write: true, until: at(1)! }, { person: person.sealedListed!, actor: actor.familyWorker, domain: 'children', write: true, until: at(1)! },
    ],
    glass: [
      { person: person.unknown!, actor: actor.courtWorker, until: now + 3_600_000 }, { person: person.listedNone!, actor: actor.familyWorker, until: now + 3_600_000 }, { person: person.sealedNone!, actor: actor.childrenManager, until: now + 3_600_000 },
      { person: person.ours!, actor: actor.privacyOfficer, until: now + 3_600_000 }, { person: person.workedByStrangers!, actor: actor.familyWorker, until: now + 3_600_000 }, { person: person.adult!, actor: actor.courtWorker, until: now - 3_600_000 }, { person: person.mergedPart!, actor: actor.courtManager, until: now + 3_600_000 },
    ],
    shares: [
      { person: person.shared!, agency: team.school, until: undefined }, { person: person.shared!, agency: team.hospital, until: at(1) }, { person: person.early!, agency: team.school, until: at(-1) }, { person: person.early!, agency: team.hospital, until: at(1) },
      { person: person.sharedMarked!, agency: team.school, until: undefined }, ...(['adult', 'both', 'workerOnly'] as const).flatMap((name) => [team.school, team.hospital].map((agency) => ({ person: person[name]!, agency, until: undefined }))), { person: person.mergedPart!, agency: team.hospital, until: undefined }, { person: person.unknown!, agency: team.clinic, until: undefined }, { person: person.brother!, agency: team.hospital, until: undefined },
    ],
    requests: [
      { person: person.adult!, actor: actor.courtWorker, decided: false }, { person: person.adult!, actor: actor.familyWorker, decided: true, decidedBy: actor.adultsManager }, { person: person.ended366!, actor: actor.courtWorker, decided: false },
      { person: person.workerOnly!, actor: actor.familyManager, decided: true, decidedBy: actor.courtManager }, { person: person.merged!, actor: actor.familyManager, decided: false, domain: 'adults', tray: [actor.familyWorker, actor.adultsManager] },
      // Asked by somebody who keeps the record themselves by now.
      { person: person.ours!, actor: actor.familyManager, decided: false, tray: [actor.childrenManager] },
      // Asked before two records became one; of a marked record; by an administrator, and by somebody who has left or is kept away since; proposed for an administrator by one manager, for another to agree.
      { person: person.mergedPart!, actor: actor.courtManager, decided: false, tray: [actor.familyManager] }, { person: person.listedOne!, actor: actor.familyManager, decided: false, tray: [actor.courtManager] }, { person: person.sharedMarked!, actor: actor.administratorWhoWorks, decided: false, domain: 'legal' },
      { person: person.both!, actor: actor.administratorWhoWorks, decided: false }, { person: person.ours!, actor: actor.left, decided: false }, { person: person.kept!, actor: actor.keptWorker, decided: false }, { person: person.adult!, actor: actor.teacher, decided: false, domain: 'adults', tray: [actor.adultsWorker] },
      { person: person.both!, actor: actor.administrator, decided: false, kind: 'second', by: actor.familyManager, write: true, until: at(1), domain: 'children', tray: [actor.childrenManager], closed: [[actor.adultsManager, 'passedOn'], [actor.familyWorker, 'passedOn']] },
      { person: person.sealedListed!, actor: actor.administrator, decided: false, kind: 'second', by: actor.grownUpsHead, write: true, until: at(2), domain: 'shared' },
    ],
    // 7, 10, 19: somebody seen in a closed domain beside somebody seen in all others.
    together: [
      ...(['legalAdvice', 'adopted', 'allegation'] as const).flatMap((closed, i) => (['listedNone', 'unknown', 'listedOne', 'shared'] as const).map((other) => ({ people: [person[closed]!, person[other]!], domain: (['legal', 'adoption', 'allegation'] as const)[i]! }))),
      { people: [person.early!], domain: 'earlyHelp' }, { people: [person.ownRecord!], domain: 'earlyHelp' }, { people: [person.early!, person.shared!], domain: 'earlyHelp' }, { people: [person.legalAdvice!, person.ended366!], domain: 'finance' },
      { people: [person.listedOne!, person.ours!], domain: 'children' }, { people: [person.ours!, person.both!], domain: 'earlyHelp' }, { people: [person.both!, person.adoptedOld!, person.brother!], domain: 'adults' },
      { people: [person.adoptedOld!, person.sharedMarked!], domain: 'children' }, { people: [person.sharedMarked!, person.adoptedOld!], domain: 'children' }, { people: [person.sharedMarked!], domain: 'children' }, { people: [person.workedByStrangers!], domain: 'shared' },
    ],
    stale: [actor.directorateHead, actor.twoTeams, actor.administrator],
    adoptions: [
      { old: person.adoptedOld!, became: person.adoptedNew!, leftBehind: [person.brother!], listed: [{ actor: actor.courtWorker, until: undefined }, { actor: actor.adultsManager, until: at(-1) }, { actor: actor.lawyer, until: at(1) }, { actor: actor.teacher, until: undefined }, { actor: actor.courtManager, until: undefined }] },
      // Two who were adopted apart, and left each other behind.
      { old: person.brother!, became: person.early!, leftBehind: [person.adoptedOld!], listed: [{ actor: actor.courtWorker, until: at(1) }, { actor: actor.left, until: undefined }] },
      { old: person.sharedMarked!, became: person.ended200!, leftBehind: [person.brother!], listed: [{ actor: actor.familyWorker, until: undefined }, { actor: actor.childrenWorker, until: undefined }, { actor: actor.administratorWhoWorks, until: undefined }] },
      { old: person.sealedOld!, became: person.sealedNew!, leftBehind: [person.ours!], listed: [{ actor: actor.familyWorker, until: undefined }, { actor: actor.twoTeams, until: at(1) }] },
      { old: person.adult!, became: person.legalAdvice!, leftBehind: [person.ours!], listed: [] },
      // One who left nobody behind.
      { old: person.workerEnded!, became: person.allegation!, leftBehind: [], listed: [{ actor: actor.lawyer, until: undefined }] },
    ],
  }
}
