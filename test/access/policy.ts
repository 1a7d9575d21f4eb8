/**
 * The access policy as plain functions over a small world, written from the words of the rules alone and not from the SQL.
 * The tests beside it ask the database the same questions. Numbers in comments are the rules'.
 */
import { addDays, type PlainDate } from '../../src/kernel/dates.ts'

export const domains = ['shared', 'earlyHelp', 'children', 'adults', 'adoption', 'legal', 'allegation', 'finance'] as const
export type Domain = (typeof domains)[number]
export type Marking = 'open' | 'restricted' | 'sealed'
export type Sight = 'nothing' | 'exists' | 'card' | 'full'

type Id = string
/** Milliseconds; undefined: without an end. */
type End = number | undefined
export type Role = 'worker' | 'manager' | 'head' | 'businessSupport' | 'records' | 'administrator' | 'privacy' | 'legal' | 'designatedOfficer' | 'adoption' | 'partner'

export type ActorOf = Readonly<{ id: Id; kind: 'staff' | 'partner' | 'portal' | 'machine'; active: boolean; ownRecord?: Id | undefined; /** How often the account was written since it was made, and once. */ version?: number }>
export type TeamOf = Readonly<{ id: Id; kind: 'directorate' | 'service' | 'team' | 'frontDoor' | 'emergencyDuty' | 'agency'; parent?: Id | undefined }>
export type MembershipOf = Readonly<{ actor: Id; team?: Id | undefined; role: Role; from: number; to: End }>
export type InvolvementOf = Readonly<{ person: Id; team?: Id | undefined; worker?: Id | undefined; domain: Domain; to?: PlainDate | undefined; /** Written in error, and replaced. */ superseded?: boolean | undefined }>

/** Sight that was asked for by `actor`, or proposed for them by somebody else (`second`: for a second person to agree); in whose trays it lies. */
export type RequestOf = Readonly<{ person: Id; actor: Id; decided: boolean; kind?: 'asked' | 'second'; by?: Id; domain?: Domain; write?: boolean; until?: End; decision?: string; decidedBy?: Id; tray?: readonly Id[]; /** In whose trays it lay, and what came of it. */ closed?: readonly (readonly [whose: Id, how: string])[]; reason?: string; words?: string | undefined }>

export type World = Readonly<{
  now: number
  today: PlainDate
  actors: readonly ActorOf[]
  teams: readonly TeamOf[]
  memberships: readonly MembershipOf[]
  people: readonly Readonly<{ id: Id; marking: Marking }>[]
  merges: readonly Readonly<{ part: Id; into: Id }>[]
  listed: readonly Readonly<{ person: Id; actor: Id; until: End }>[]
  exclusions: readonly Readonly<{ person: Id; actor: Id; until: End }>[]
  involvements: readonly InvolvementOf[]
  grants: readonly Readonly<{ person: Id; actor: Id; domain: Domain; write: boolean; until: number; ended?: boolean | undefined }>[]
  glass: readonly Readonly<{ person: Id; actor: Id; until: number }>[]
  shares: readonly Readonly<{ person: Id; agency: Id; until: End }>[]
  /** Of whom what they reach was worked out before something about them began or ended by itself, or never. */
  stale?: readonly Id[]
  /** 10: who somebody was before an adoption, those on its list, and the brothers and sisters left behind. */
  adoptions: readonly Readonly<{ old: Id; became: Id; listed: readonly Readonly<{ actor: Id; until: End }>[]; leftBehind: readonly Id[] }>[]
  /** Who asked for sight of whom, and whether that was decided. */
  requests?: readonly RequestOf[]
  /** Of whom something is written in this domain together, besides what is written about neighbours. */
  together?: readonly Readonly<{ people: readonly Id[]; domain: Domain }>[]
}>

export const closedDomains: readonly Domain[] = ['adoption', 'legal', 'allegation']
const careRoles: readonly Role[] = ['worker', 'manager', 'head']
const lives = (w: World, until: End) => until === undefined || until > w.now

/** A world does not change: what was worked out of it once stays true. */
function once<Answer>(work: (w: World, who: Id, whom: Id) => Answer): (w: World, who: Id, whom: Id) => Answer {
  const known = new WeakMap<World, Map<string, Answer>>()
  return (w, who, whom) => {
    const of = known.get(w) ?? new Map<string, Answer>()
    known.set(w, of)
    const kept = of.get(who + whom)
    if (kept !== undefined) return kept
    const answer = work(w, who, whom)
    of.set(who + whom, answer)
    return answer
  }
}

/** Who a person is now, when merged: where the merging ends. */
export const survivorOf = (w: World, person: Id): Id => endOfMerging(w, person, '')
const endOfMerging = once((w, person): Id => {
  const merge = w.merges.find((m) => m.part === person)
  return merge ? survivorOf(w, merge.into) : person
})
const samePerson = (w: World, a: Id, b: Id) => survivorOf(w, a) === survivorOf(w, b)

/** 1: the strictest marking of all its parts. */
export const markingOf = (w: World, person: Id): Marking => strictest(w, person, '')
const strictest = once((w, person): Marking => {
  const marks = w.people.filter((p) => samePerson(w, p.id, person)).map((p) => p.marking)
  return marks.includes('sealed') ? 'sealed' : marks.includes('restricted') ? 'restricted' : 'open'
})

const held = (w: World, actor: ActorOf) => w.memberships.filter((m) => {
  if (m.actor !== actor.id || m.from > w.now || !lives(w, m.to)) return false
  const agency = w.teams.find((t) => t.id === m.team)?.kind === 'agency'
  if (actor.kind === 'partner') return m.role === 'partner' && agency
  // 13: a machine account works in the team made for it, and nowhere else
  if (actor.kind === 'machine') return m.role === 'worker' && m.team !== undefined && !agency
  return actor.kind === 'staff' && m.role !== 'partner' && !agency
})
/** The roles that an account holds at this moment. */
export const heldRoles = (w: World, actor: ActorOf): readonly Role[] => held(w, actor).map((m) => m.role)
/** The teams in which it holds them. */
export const heldTeams = (w: World, actor: ActorOf): readonly Id[] => held(w, actor).flatMap((m) => m.team ?? [])
const isCareStaff = (w: World, actor: ActorOf) => actor.kind === 'staff' && held(w, actor).some((m) => careRoles.includes(m.role))
const isUnder = (w: World, team: Id, above: Id): boolean => {
  const parent = w.teams.find((t) => t.id === team)?.parent
  return parent === above || (parent !== undefined && isUnder(w, parent, above))
}

/** 7: care staff of the team, or those who manage a team above it. An agency is no team of care staff: it works by shares. */
const worksInOrAbove = (w: World, actor: ActorOf, team: Id) =>
  w.teams.find((t) => t.id === team)?.kind !== 'agency' && held(w, actor).some((m) => m.team !== undefined && careRoles.includes(m.role) && (m.team === team || (m.role !== 'worker' && isUnder(w, team, m.team))))

/** The teams of a worker who works with somebody without one. A closed account still has them. */
export const teamsOf = (w: World, worker: Id): readonly Id[] => w.actors.find((a) => a.id === worker)?.kind !== 'staff' ? [] : w.memberships.flatMap((theirs) =>
  theirs.actor === worker && theirs.team !== undefined && careRoles.includes(theirs.role) && theirs.from <= w.now && lives(w, theirs.to) && w.teams.find((t) => t.id === theirs.team)?.kind !== 'agency' ? [theirs.team] : [])
/** 7: who manages a team: in it, or above it. */
export const manages = (w: World, actor: ActorOf, team: Id): 'itself' | 'above' | undefined => {
  const teams = held(w, actor).filter((m) => m.role === 'manager' || m.role === 'head').map((m) => m.team)
  return teams.includes(team) ? 'itself' : teams.some((above) => above !== undefined && isUnder(w, team, above)) ? 'above' : undefined
}

/** 7: those who manage a worker who works with the person without a team: above a team of theirs, or of that team itself. A closed account is still managed. */
const managesWorker = (w: World, actor: ActorOf, worker: Id) => teamsOf(w, worker).some((team) => manages(w, actor, team) !== undefined)

/** When what an account reaches changes by itself: a membership of their own begins or ends, or one of a colleague below them who works with somebody on their own. */
export function reachesUntil(w: World, actor: ActorOf): End {
  const above = held(w, actor).filter((m) => m.role === 'manager' || m.role === 'head')
  const counts = (m: MembershipOf) => m.actor === actor.id
    || (w.involvements.some((i) => i.worker === m.actor && i.team === undefined && !i.superseded) && above.some((mine) => m.team !== undefined && mine.team !== undefined && (mine.team === m.team || isUnder(w, m.team, mine.team))))
  const moments = w.memberships.filter(counts).flatMap((m) => [m.from, m.to ?? 0]).filter((at) => at > w.now)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** 7: the front door and the emergency duty team. */
const isWide = (w: World, actor: ActorOf) =>
  actor.kind === 'staff' && held(w, actor).some((m) => careRoles.includes(m.role) && w.teams.some((t) => t.id === m.team && (t.kind === 'frontDoor' || t.kind === 'emergencyDuty')))

const isMemberOf = (w: World, actor: ActorOf, agency: Id) => held(w, actor).some((m) => m.role === 'partner' && m.team === agency)

/** 2, 3, 4: nobody may enter, an exclusion wins over everything, nobody reads their own record. */
const isKept = (w: World, actor: ActorOf, person: Id): boolean => keptFrom(w, actor.id, person)
const keptFrom = once((w, actorId, person): boolean => {
  const actor = actorOf(w, actorId)
  return !actor?.active
    || w.exclusions.some((x) => x.actor === actor.id && lives(w, x.until) && samePerson(w, x.person, person))
    || (actor.ownRecord !== undefined && samePerson(w, actor.ownRecord, person))
})

/** 5, 6: on the list of a marked record; of merged people, on the list of the part that is marked most strictly. */
const isListed = (w: World, actor: ActorOf, person: Id) =>
  w.listed.some((l) => l.actor === actor.id && lives(w, l.until) && samePerson(w, l.person, person)
    && w.people.find((p) => p.id === l.person)?.marking === markingOf(w, person))

/** 9: reading only, never for sealed records. */
const hasBrokenGlass = (w: World, actor: ActorOf, person: Id) =>
  markingOf(w, person) !== 'sealed' && w.glass.some((g) => g.actor === actor.id && g.until > w.now && samePerson(w, g.person, person))

type Ground = Readonly<{ domain: Domain | '*' | 'agency'; write: boolean }>
/** Everything that gives this actor full sight of something of this person, with the domain it is in. */
const groundsOf = (w: World, actor: ActorOf, person: Id): readonly Ground[] => groundsBetween(w, actor.id, person)
const groundsBetween = once((w, actorId, person): readonly Ground[] => {
  const actor = actorOf(w, actorId)
  if (!actor) return []
  const marking = markingOf(w, person)
  const grounds: Ground[] = []
  if (actor.kind === 'staff') {
    if (marking !== 'open' && isListed(w, actor, person)) grounds.push({ domain: '*', write: true })
    if (hasBrokenGlass(w, actor, person)) grounds.push({ domain: '*', write: false })
  }
  // 10: the adoption file is for those on its list; a record of old is closed, so its marking changes nothing here.
  for (const a of w.adoptions) {
    if (actor.kind === 'staff' && samePerson(w, a.old, person) && a.listed.some((l) => l.actor === actor.id && lives(w, l.until))) grounds.push({ domain: 'adoption', write: true })
  }
  if (marking !== 'open') return grounds
  for (const i of w.involvements) {
    if (i.superseded || !samePerson(w, i.person, person)) continue
    const allocated = actor.kind === 'staff' && i.worker === actor.id && (i.to === undefined || i.to >= w.today)
    const team = i.team !== undefined && worksInOrAbove(w, actor, i.team) && (i.to === undefined || w.today <= addDays(i.to, 365))
    const line = actor.kind === 'staff' && i.team === undefined && i.worker !== undefined && managesWorker(w, actor, i.worker) && (i.to === undefined || w.today <= addDays(i.to, 365))
    if (allocated || team || line) grounds.push({ domain: i.domain, write: true })
  }
  for (const g of w.grants) {
    if (actor.kind === 'staff' && !g.ended && g.actor === actor.id && g.until > w.now && samePerson(w, g.person, person)) grounds.push({ domain: g.domain, write: g.write })
  }
  // 11: only the early help records, so without what is shared. Contributing comes by the partners' own commands.
  for (const s of w.shares) {
    if (actor.kind === 'partner' && isMemberOf(w, actor, s.agency) && lives(w, s.until) && samePerson(w, s.person, person)) grounds.push({ domain: 'agency', write: false })
  }
  return grounds
})

const reaches = (ground: Ground, domain: Domain) =>
  ground.domain === 'agency' ? domain === 'earlyHelp'
    : domain === 'shared' || ground.domain === domain || (ground.domain === '*' && !closedDomains.includes(domain))

/** 10: the record of old stays in what it shares with brothers and sisters: whoever works with one of them finds its name. */
const worksWithSibling = (w: World, actor: ActorOf, person: Id) => markingOf(w, person) !== 'sealed'
  && w.adoptions.some((a) => samePerson(w, a.old, person) && a.leftBehind.some((sibling) => groundsOf(w, actor, sibling).some((g) => g.domain !== 'agency' && g.domain !== 'adoption')))

const actorOf = (w: World, id: Id | undefined) => w.actors.find((a) => a.id === id)
const isKnown = (w: World, person: Id) => w.people.some((p) => p.id === person)

/** Full sight of this person in this domain; `writing`: and may write there. */
export function hasFullSight(w: World, actorId: Id | undefined, person: Id, domain: Domain, writing = false): boolean {
  const actor = actorOf(w, actorId)
  if (!actor || !isKnown(w, person) || isKept(w, actor, person)) return false
  // 7 and 19: the front door has no sight of adoption, of legal advice and of allegations; of finance it reads.
  const wide = markingOf(w, person) === 'open' && isWide(w, actor) && !closedDomains.includes(domain) && !(writing && domain === 'finance')
  return wide || groundsOf(w, actor, person).some((g) => reaches(g, domain) && (!writing || g.write))
}

/** The level of sight of a person: full when it is full in any domain. */
export function sightOf(w: World, actorId: Id | undefined, person: Id): Sight {
  const actor = actorOf(w, actorId)
  if (!actor || !isKnown(w, person) || isKept(w, actor, person)) return 'nothing'
  const marking = markingOf(w, person)
  const grounds = groundsOf(w, actor, person)
  if ((marking === 'open' && isWide(w, actor)) || grounds.some((g) => g.domain !== 'agency')) return 'full'
  // 8, 11; and the records role, which merges (16) and must find what to merge
  const finds = isCareStaff(w, actor) || held(w, actor).some((m) => m.role === 'businessSupport' || m.role === 'records')
  if ((marking === 'open' && (finds || grounds.length > 0)) || worksWithSibling(w, actor, person)) return 'card'
  // 6
  return marking === 'restricted' && isCareStaff(w, actor) ? 'exists' : 'nothing'
}

export const findsCard = (w: World, actor: Id | undefined, person: Id) => ['card', 'full'].includes(sightOf(w, actor, person))

/** 14: a row about several people. */
export const seesRow = (w: World, actor: Id | undefined, people: readonly Id[], domain: Domain) => people.some((p) => hasFullSight(w, actor, p, domain))
/** 14: whom of its people the reader sees on it. */
export const seenOn = (w: World, actor: Id | undefined, people: readonly Id[], domain: Domain) => people.filter((p) => hasFullSight(w, actor, p, domain))
/** 14: a passage of such a row. 10: about a brother or sister too it stays as it was, when somebody in it was adopted. */
export function seesPassage(w: World, actorId: Id | undefined, people: readonly Id[], about: readonly Id[], domain: Domain): boolean {
  const actor = actorOf(w, actorId)
  const stays = (p: Id) => actor !== undefined && !isKept(w, actor, p) && markingOf(w, p) !== 'sealed' && w.adoptions.some((a) => samePerson(w, a.old, p)
    && a.leftBehind.some((sibling) => about.some((other) => samePerson(w, other, sibling)) && hasFullSight(w, actorId, sibling, domain)))
  return seesRow(w, actorId, people, domain) && about.every((p) => hasFullSight(w, actorId, p, domain) || stays(p))
}
/** 14 with 5: a relationship shows with full sight of one, and leaves no trace of somebody who may not be found. */
export const seesRelationship = (w: World, actor: Id | undefined, a: Id, b: Id, domain: Domain) =>
  seesRow(w, actor, [a, b], domain) && findsCard(w, actor, a) && findsCard(w, actor, b)
