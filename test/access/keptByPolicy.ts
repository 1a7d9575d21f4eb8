/**
 * What the policy says of those who open, mark, name, grant, keep away and tie records: who may, and what stands there afterwards. Written from the words of the rules alone.
 * Numbers in comments are the rules'.
 */
import { addDays } from '../../src/kernel/dates.ts'
import { closedDomains, findsCard, hasFullSight, heldRoles, manages, markingOf, sightOf, survivorOf, teamsOf, type Domain, type Marking, type RequestOf, type Role, type World } from './policy.ts'

type Id = string
type Until = number | undefined
type Kept = Readonly<{ by: Id }>
/** One thing that an account tries to do. Ids of exclusions, grants, openings and requests are those of their rows. */
export type Attempt = Kept & (
  | Readonly<{ what: 'open'; person: Id; hours: number }>
  | Readonly<{ what: 'close'; person: Id }>
  | Readonly<{ what: 'review'; glass: number }>
  | Readonly<{ what: 'mark'; person: Id; marking: Marking; named: readonly Id[] }>
  | Readonly<{ what: 'exclude'; person: Id; whom: Id; until: Until }>
  | Readonly<{ what: 'endExclusion'; exclusion: number }>
  | Readonly<{ what: 'grant'; person: Id; whom: Id; domain: Domain; write: boolean; until: number }>
  | Readonly<{ what: 'endGrant'; grant: number }>
  | Readonly<{ what: 'name'; person: Id; whom: Id; until: Until }>
  | Readonly<{ what: 'takeOff'; person: Id; whom: Id }>
  | Readonly<{ what: 'tie'; person: Id; whom: Id }>
  | Readonly<{ what: 'propose'; person: Id; whom: Id; domain: Domain; until: number }>
  | Readonly<{ what: 'ask'; person: Id; domain: Domain }>
  | Readonly<{ what: 'decide'; request: number; how: 'given' | 'declined' | 'answered'; until: Until; said?: string | undefined }>
  | Readonly<{ what: 'withdraw'; request: number }>
  | Readonly<{ what: 'nameForAdoption'; adoption: number; whom: Id }>
  | Readonly<{ what: 'takeOffAdoption'; adoption: number; whom: Id }>
)
/** `refused`: may not; `impossible`: nobody could open the record any more; else what is answered, and the world afterwards. */
export type Outcome = 'refused' | 'impossible' | 'asked already' | 'nobody to ask' | Readonly<{ answer: string; after: World; /** What is written into the history of the record. */ history?: readonly string[] }>

/** What stands as the reason of everything that is tried, and of what was asked for before. */
export const why = 'Told by the head of service'
export const reasonBefore = 'To write a report'

const actorOf = (w: World, id: Id) => w.actors.find((a) => a.id === id)
const roles = (w: World, id: Id): readonly Role[] => {
  const actor = actorOf(w, id)
  return actor?.active ? heldRoles(w, actor) : []
}
export const holds = (w: World, id: Id, any: readonly Role[]) => roles(w, id).some((role) => any.includes(role))
const isOpenStaff = (w: World, id: Id) => w.actors.some((a) => a.id === id && a.active && a.kind === 'staff')
export const isStaffOf = (w: World, id: Id, any: readonly Role[]) => isOpenStaff(w, id) && holds(w, id, any)
const lives = (w: World, until: Until) => until === undefined || until > w.now
export const partsOf = (w: World, person: Id): readonly Id[] => w.people.filter((p) => survivorOf(w, p.id) === survivorOf(w, person)).map((p) => p.id)
/** 3, 4: kept from a person, whatever else they may. */
const isKept = (w: World, actor: Id, person: Id) => {
  const parts = partsOf(w, person)
  return w.exclusions.some((x) => x.actor === actor && lives(w, x.until) && parts.includes(x.person)) || parts.includes(actorOf(w, actor)?.ownRecord ?? '')
}

/** 16: a manager, a head or the records role, of a record that they may write on. */
const mayKeep = (w: World, by: Id, person: Id, domain: Domain = 'shared') => isStaffOf(w, by, ['manager', 'head', 'records']) && hasFullSight(w, by, person, domain, true)

const listedNow = (w: World, person: Id) => w.listed.filter((l) => lives(w, l.until) && partsOf(w, person).includes(l.person))
const namesOn = (w: World, person: Id) => [...new Set(listedNow(w, person).map((l) => l.actor))].toSorted()
export const withNames = (w: World, person: Id, names: readonly Id[], until: Until): World => {
  const parts = partsOf(w, person)
  return { ...w, listed: [...w.listed.filter((l) => !(parts.includes(l.person) && names.includes(l.actor))), ...parts.flatMap((part) => names.map((actor) => ({ person: part, actor, until })))] }
}
export const withoutNames = (w: World, person: Id, gone: (actor: Id) => boolean): World => {
  const parts = partsOf(w, person)
  return { ...w, listed: w.listed.filter((l) => !(parts.includes(l.person) && lives(w, l.until) && gone(l.actor))) }
}
/** Who was not on the list before, of each part: since now. */
export const sinceNow = (w: World, person: Id, names: readonly Id[]) => partsOf(w, person).flatMap((part) => [...new Set(names)].filter((actor) => !w.listed.some((l) => l.person === part && l.actor === actor && lives(w, l.until))).map((actor) => `since ${part} ${actor}`))
/** 10: whoever may stand on the list of an adoption: staff of that role who are not kept from the person of old. */
export const mayHold = (w: World, id: Id, old: Id) => isStaffOf(w, id, ['adoption']) && !isKept(w, id, old)
const onAdoption = (w: World, a: World['adoptions'][number] | undefined, by: Id) => isStaffOf(w, by, ['adoption']) && a?.listed.some((l) => l.actor === by && lives(w, l.until)) === true

/**
 * Whom a request for sight goes to: of a marked record those on its list, the managers among them where there are any; of an open one the allocated workers and those who manage
 * the teams that work with the person, or worked with them last: the team's own managers, else those above it. Work in a closed domain tells of nothing here.
 */
function askedOf(w: World, person: Id, besides: readonly Id[]): readonly Id[] {
  const can = (id: Id) => isOpenStaff(w, id) && !besides.includes(id) && !isKept(w, id, person)
  if (markingOf(w, person) !== 'open') {
    const named = namesOn(w, person).filter(can)
    const keepers = named.filter((id) => holds(w, id, ['manager', 'head']))
    return keepers.length > 0 ? keepers : named
  }
  const works = w.involvements.filter((i) => partsOf(w, person).includes(i.person) && !i.superseded && !closedDomains.includes(i.domain))
  const now = works.filter((i) => i.to === undefined || i.to >= w.today)
  const last = now.length > 0 ? now : works.filter((i) => i.to !== undefined && i.to >= addDays(w.today, -365))
  const teams = last.flatMap((i) => (i.team !== undefined ? [i.team] : teamsOf(w, i.worker ?? '')))
  const managers = teams.flatMap((team) => {
    const all = w.actors.filter((one) => can(one.id)).map((one) => ({ id: one.id, how: manages(w, one, team) }))
    return all.filter((one) => one.how === (all.some((other) => other.how === 'itself') ? 'itself' : 'above')).map((one) => one.id)
  })
  return [...new Set([...last.flatMap((i) => (i.worker !== undefined && can(i.worker) ? [i.worker] : [])), ...managers])]
}
/** A request is written, and lies in the trays of those it goes to. */
const sent = (w: World, request: RequestOf, besides: readonly Id[], instead?: RequestOf, answer?: string): Outcome => {
  const tray = askedOf(w, request.person, besides)
  return tray.length === 0 ? 'nobody to ask' : done({ ...w, requests: [...(w.requests ?? []).filter((one) => one !== instead), { ...request, tray }] }, answer ?? String(tray.length))
}
/** 15, 16, 18: who may answer yes: somebody who keeps the record, never for themselves, and not who proposed it. */
const mayGive = (w: World, by: Id, q: RequestOf) => !q.decided && q.actor !== by && !(q.kind === 'second' && q.by === by) && mayKeep(w, by, q.person, markingOf(w, q.person) === 'open' ? (q.domain ?? 'children') : 'shared')

/** No, or an answer in words: also by those in whose tray it lies. */
const mayAnswer = (w: World, by: Id, q: RequestOf) => !q.decided && q.actor !== by && !(q.kind === 'second' && q.by === by) && hasFullSight(w, by, q.person, 'shared') && (mayKeep(w, by, q.person) || q.tray?.includes(by) === true)

/** A request leaves the trays it lies in. */
const leaves = (q: RequestOf, how: string) => ({ tray: [], closed: [...(q.closed ?? []), ...(q.tray ?? []).map((whose) => [whose, how] as const)] })

const done = (after: World, answer = '', history: readonly string[] = []): Outcome => ({ answer, after, history })
const end = (until: Until) => (until === undefined ? '-' : String(until))

export function byPolicy(w: World, a: Attempt): Outcome {
  if (a.what === 'open') {
    // 8, 9, 5: care staff who may know of the record; never a sealed one; eight hours at most.
    if (sightOf(w, a.by, a.person) === 'nothing' || markingOf(w, a.person) === 'sealed' || !isStaffOf(w, a.by, ['worker', 'manager', 'head'])) return 'refused'
    const hours = Math.min(Math.max(a.hours, 1), 8)
    return done({ ...w, glass: [...w.glass, { person: survivorOf(w, a.person), actor: a.by, until: w.now + hours * 3_600_000 }] }, String(hours))
  }
  if (a.what === 'close') {
    const mine = w.glass.filter((g) => g.actor === a.by && g.until > w.now && survivorOf(w, g.person) === survivorOf(w, a.person))
    return done({ ...w, glass: w.glass.filter((g) => !mine.includes(g)) }, String(mine.length))
  }
  if (a.what === 'review') {
    // 9, 18: the privacy officer, and nobody their own.
    if (!holds(w, a.by, ['privacy'])) return 'refused'
    const glass = w.glass[a.glass]
    return glass === undefined || glass.actor === a.by ? done(w, '0') : done(w, '1', [`reviewed ${glass.person} ${glass.actor}`])
  }
  if (a.what === 'mark') {
    if (!mayKeep(w, a.by, a.person) || !a.named.every((one) => isOpenStaff(w, one))) return 'refused'
    // 15: sight for an administrator needs a second person.
    if (a.named.some((one) => holds(w, one, ['administrator']) && !namesOn(w, a.person).includes(one))) return 'refused'
    if (a.marking !== 'open' && a.named.every((one) => isKept(w, one, a.person))) return 'impossible'
    const parts = partsOf(w, a.person)
    const marked = { ...w, people: w.people.map((p) => (parts.includes(p.id) ? { ...p, marking: a.marking } : p)) }
    const left = withoutNames(marked, a.person, (actor) => a.marking === 'open' || !a.named.includes(actor))
    return done(a.marking === 'open' ? left : withNames(left, a.person, [...new Set(a.named)], undefined), '', [`marked ${a.marking} ${a.named.toSorted().join(',')} - -`, ...(a.marking === 'open' ? [] : sinceNow(w, a.person, a.named))])
  }
  if (a.what === 'exclude') {
    // 3: everybody may say of themselves that they are too near.
    if (!mayKeep(w, a.by, a.person) && !(a.whom === a.by && sightOf(w, a.by, a.person) !== 'nothing')) return 'refused'
    return done({ ...w, exclusions: [...w.exclusions, { person: a.person, actor: a.whom, until: a.until }] }, '', [`kept ${a.person} ${a.whom}`])
  }
  if (a.what === 'endExclusion') {
    const one = w.exclusions[a.exclusion]
    if (!one || !lives(w, one.until) || one.actor === a.by || !mayKeep(w, a.by, one.person)) return done(w, '-')
    return done({ ...w, exclusions: w.exclusions.filter((x) => x !== one) }, one.person, [`endedExclusion ${one.person} ${one.actor}`])
  }
  if (a.what === 'grant') {
    // 7, 15: to a colleague, of an open record and of what the giver may write, for a time; never to oneself or to an administrator.
    if (a.whom === a.by || a.until <= w.now || !mayKeep(w, a.by, a.person, a.domain) || markingOf(w, a.person) !== 'open' || !isOpenStaff(w, a.whom) || holds(w, a.whom, ['administrator'])) return 'refused'
    return done({ ...w, grants: [...w.grants, { person: a.person, actor: a.whom, domain: a.domain, write: a.write, until: a.until }] }, '', [`given ${a.person} ${a.whom}`])
  }
  if (a.what === 'endGrant') {
    const one = w.grants[a.grant]
    if (!one || one.ended || !(mayKeep(w, a.by, one.person) || (holds(w, a.by, ['administrator']) && markingOf(w, one.person) !== 'sealed'))) return done(w, '-')
    return done({ ...w, grants: w.grants.map((g) => (g === one ? { ...g, ended: true } : g)) }, one.person, [`endedGrant ${one.person} ${one.actor}`])
  }
  if (a.what === 'name') {
    if (!mayKeep(w, a.by, a.person) || holds(w, a.whom, ['administrator']) || markingOf(w, a.person) === 'open' || a.whom === a.by || !lives(w, a.until) || isKept(w, a.whom, a.person) || !isOpenStaff(w, a.whom)) return 'refused'
    const after = withNames(w, a.person, [a.whom], a.until)
    return done(after, '', [`named ${markingOf(w, a.person)} ${namesOn(after, a.person).join(',')} ${a.whom} ${end(a.until)}`, ...sinceNow(w, a.person, [a.whom])])
  }
  if (a.what === 'takeOff') {
    if (!mayKeep(w, a.by, a.person)) return 'refused'
    const taken = listedNow(w, a.person).filter((l) => l.actor === a.whom).length
    if (taken === 0) return done(w, '0')
    const after = withoutNames(w, a.person, (actor) => actor === a.whom)
    if (!listedNow(after, a.person).some((l) => isOpenStaff(w, l.actor) && !isKept(w, l.actor, a.person))) return 'impossible'
    return done(after, String(taken), [`takenOff ${markingOf(w, a.person)} ${namesOn(after, a.person).join(',')} ${a.whom} -`])
  }
  if (a.what === 'tie') {
    // 4: whoever has a record of their own never reads it; nobody unties themselves.
    if (!mayKeep(w, a.by, a.person) || a.whom === a.by) return 'refused'
    return done({ ...w, actors: w.actors.map((one) => (one.id === a.whom ? { ...one, ownRecord: a.person, version: (one.version ?? 1) + 1 } : one)) })
  }
  if (a.what === 'propose') {
    // 15: what an administrator would see waits for a second person.
    const mine = mayKeep(w, a.by, a.person, markingOf(w, a.person) === 'open' ? a.domain : 'shared')
    if (a.whom === a.by || a.until <= w.now || !mine || isKept(w, a.whom, a.person) || !isOpenStaff(w, a.whom)) return 'refused'
    return sent(w, { person: survivorOf(w, a.person), actor: a.whom, decided: false, kind: 'second', by: a.by, domain: a.domain, write: true, until: a.until, reason: why }, [a.by, a.whom])
  }
  if (a.what === 'ask') {
    // Asking is for those who might break the glass, once while nobody has answered.
    if (sightOf(w, a.by, a.person) === 'nothing' || markingOf(w, a.person) === 'sealed' || !isStaffOf(w, a.by, ['worker', 'manager', 'head'])) return 'refused'
    if ((w.requests ?? []).some((q) => q.actor === a.by && !q.decided && survivorOf(w, q.person) === survivorOf(w, a.person))) return 'asked already'
    return sent(w, { person: survivorOf(w, a.person), actor: a.by, decided: false, domain: a.domain, reason: why }, [a.by])
  }
  if (a.what === 'decide') return answered(w, a, w.requests?.[a.request])
  if (a.what === 'withdraw') {
    const q = w.requests?.[a.request]
    if (!q || q.decided || (q.by ?? q.actor) !== a.by) return done(w, '0')
    return done({ ...w, requests: w.requests?.map((one) => (one === q ? { ...q, decided: true, decision: 'withdrawn', decidedBy: a.by, ...leaves(q, 'withdrawn') } : one)) ?? [] }, '1')
  }
  // 10: the list of an adoption changes by those on it; nobody names themselves, and it is never left to nobody.
  const adoption = w.adoptions[a.adoption]
  if (!adoption || !onAdoption(w, adoption, a.by)) return 'refused'
  const old = survivorOf(w, adoption.old)
  const changed = (after: World, listed: typeof adoption.listed): World => ({ ...after, adoptions: after.adoptions.map((one) => (one === adoption ? { ...adoption, listed } : one)) })
  if (a.what === 'nameForAdoption') {
    if (a.whom === a.by || !mayHold(w, a.whom, old) || holds(w, a.whom, ['administrator']) || markingOf(w, old) === 'open') return 'refused'
    const after = changed(withNames(w, old, [a.whom], undefined), [...adoption.listed.filter((l) => l.actor !== a.whom), { actor: a.whom, until: undefined }])
    return done(after, '', [`named ${markingOf(w, old)} ${namesOn(after, old).join(',')} ${a.whom} -`, ...sinceNow(w, old, [a.whom])])
  }
  if (!adoption.listed.some((l) => l.actor !== a.whom && lives(w, l.until) && mayHold(w, l.actor, old))) return 'impossible'
  const taken = adoption.listed.filter((l) => l.actor === a.whom && lives(w, l.until))
  if (taken.length === 0) return done(w, '0')
  const after = changed(withoutNames(w, old, (actor) => actor === a.whom), adoption.listed.filter((l) => !taken.includes(l)))
  return done(after, String(taken.length), [`takenOff ${markingOf(w, old)} ${namesOn(after, old).join(',')} ${a.whom} -`])
}

/** A request for sight is answered by a second person, who sees the record. */
function answered(w: World, a: Extract<Attempt, Readonly<{ what: 'decide' }>>, q: RequestOf | undefined): Outcome {
  if (!q || q.actor === a.by || (q.kind === 'second' && q.by === a.by) || !hasFullSight(w, a.by, q.person, 'shared')) return 'refused'
  if (q.decided) return done(w, 'over')
  const until = q.until ?? a.until
  const after = (more: World): World => ({ ...more, requests: w.requests?.map((one) => (one === q ? { ...q, decided: true, decision: a.how, decidedBy: a.by, until, words: a.said || undefined, ...leaves(q, a.how) } : one)) ?? [] })
  if (a.how !== 'given') return mayAnswer(w, a.by, q) ? done(after(w), a.how) : 'refused'
  if (!mayGive(w, a.by, q) || until === undefined || until <= w.now || isKept(w, q.actor, q.person) || !isOpenStaff(w, q.actor)) return 'refused'
  // 15: an administrator's sight needs two, so the first yes is passed on.
  if (q.kind !== 'second' && holds(w, q.actor, ['administrator'])) return sent(w, { ...q, kind: 'second', by: a.by, until: a.until, ...leaves(q, 'passedOn'), reason: [q.reason ?? reasonBefore, ...(a.said ? [a.said] : [])].join('\n') }, [a.by, q.actor], q, 'passedOn')
  if (markingOf(w, q.person) === 'open') return done(after({ ...w, grants: [...w.grants, { person: q.person, actor: q.actor, domain: q.domain ?? 'children', write: q.write === true, until }] }), 'given', [`given ${q.person} ${q.actor}`])
  const named = withNames(w, q.person, [q.actor], until)
  return done(after(named), 'given', [`named ${markingOf(w, q.person)} ${namesOn(named, q.person).join(',')} ${q.actor} ${end(until)}`, ...sinceNow(w, q.person, [q.actor])])
}

/** The name on the card of somebody in these councils. */
export const nameOf = (id: Id): string => `Child of ${id}`

/** What somebody is told about requests and adoptions when they look. */
export function lookedAt(w: World, by: Id): readonly string[] {
  const same = (a: Id, b: Id) => survivorOf(w, a) === survivorOf(w, b)
  return [
    ...(isStaffOf(w, by, ['adoption']) ? w.actors.filter((one) => isStaffOf(w, one.id, ['adoption'])).map((one) => `holder ${one.id}`) : []),
    ...w.adoptions.flatMap((a) => (onAdoption(w, a, by) ? a.listed.filter((l) => lives(w, l.until)).map((l) => `list ${a.old} ${l.actor} ${end(l.until)}`) : [])),
    ...w.people.flatMap(({ id }) => w.adoptions.flatMap((a) => {
      if (!(same(id, a.old) || same(id, a.became)) || !onAdoption(w, a, by) || isKept(w, by, a.old) || isKept(w, by, a.became)) return []
      const other = survivorOf(w, same(id, a.old) ? a.became : a.old)
      return [`of ${id} ${a.old} ${same(id, a.old)} ${findsCard(w, by, other) ? `${other} ${nameOf(other)}` : '- -'}`]
    })),
    ...(w.requests ?? []).flatMap((q) => (hasFullSight(w, by, q.person, 'shared') ? [`request ${survivorOf(w, q.person)} ${q.actor} ${mayGive(w, by, q)} ${mayAnswer(w, by, q)}`] : [])),
    ...w.people.flatMap(({ id }) => (sightOf(w, by, id) === 'nothing' ? [] : (w.requests ?? []).flatMap((q) => (q.actor === by && q.kind !== 'second' && same(q.person, id) ? [`mine ${id} ${q.decision ?? (q.decided ? 'declined' : '-')}`] : [])))),
  ].toSorted()
}

/** Who stood on the list of a person and does not any more: until now. */
export function offNow(before: World, after: World, person: Id): readonly string[] {
  const on = (w: World) => w.listed.filter((l) => lives(w, l.until) && partsOf(before, person).includes(l.person)).map((l) => `off ${l.person} ${l.actor}`)
  const left = on(after)
  return [...new Set(on(before))].filter((one) => !left.includes(one))
}

/** What stands in the tables about a person, and about the accounts that matter, by this world. */
export function stateOf(w: World, person: Id, actors: readonly Id[]): readonly string[] {
  const parts = partsOf(w, person)
  const about = <One extends { person: Id }>(all: readonly One[]) => all.filter((one) => parts.includes(one.person))
  const besides = (all: readonly { person: Id }[]) => all.length - about(all).length
  return [
    ...parts.map((part) => `marking ${part} ${w.people.find((p) => p.id === part)?.marking}`),
    ...about(w.listed).filter((l) => lives(w, l.until)).map((l) => `listed ${l.person} ${l.actor} ${end(l.until)}`),
    ...about(w.exclusions).filter((x) => lives(w, x.until)).map((x) => `excluded ${x.person} ${x.actor} ${end(x.until)}`),
    ...about(w.grants).filter((g) => !g.ended).map((g) => `granted ${g.person} ${g.actor} ${g.domain} ${g.write} ${g.until}`),
    ...about(w.glass).filter((g) => g.until > w.now).map((g) => `glass ${g.person} ${g.actor}`),
    ...about(w.requests ?? []).map((q) => `request ${q.person} ${q.actor} ${q.kind ?? 'asked'} ${q.domain ?? 'children'} ${q.write === true} ${end(q.until)} ${q.by ?? q.actor} ${q.decision ?? (q.decided ? 'declined' : '-')} ${q.decidedBy ?? '-'} ${q.reason ?? reasonBefore} ${q.words ?? '-'}`),
    ...about(w.requests ?? []).flatMap((q) => (q.closed ?? []).map(([whose, how]) => `closed ${q.actor} ${whose} ${how}`)),
    ...about(w.requests ?? []).flatMap((q) => (q.tray ?? []).map((whose) => `tray ${q.actor} ${whose}`)),
    ...w.adoptions.filter((a) => parts.includes(a.old)).flatMap((a) => a.listed.filter((l) => lives(w, l.until)).map((l) => `adoption ${a.old} ${l.actor} ${end(l.until)}`)),
    `besides ${[
      w.people.filter((p) => !parts.includes(p.id) && p.marking === 'open').length, besides(w.listed.filter((l) => lives(w, l.until))), besides(w.exclusions.filter((x) => lives(w, x.until))), besides(w.grants.filter((g) => !g.ended)), besides(w.glass.filter((g) => g.until > w.now)),
      besides((w.requests ?? []).filter((q) => !q.decided)), besides((w.requests ?? []).flatMap((q) => (q.tray ?? []).map(() => q))), besides(w.adoptions.flatMap((a) => a.listed.filter((l) => lives(w, l.until)).map(() => ({ person: a.old })))),
    ].join(' ')}`,
    ...actors.map((id) => `own ${id} ${actorOf(w, id)?.ownRecord ?? '-'} ${actorOf(w, id)?.version ?? 1}`),
  ].toSorted()
}
