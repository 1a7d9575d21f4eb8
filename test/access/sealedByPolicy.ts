/**
 * What the policy says of whoever seals the link of an adoption (rule 10): who may, and what the record of old shows afterwards. Written from the words of the rule alone.
 */
import { holds, isStaffOf, mayHold, partsOf, sinceNow, why, withNames, withoutNames } from './keptByPolicy.ts'
import { hasFullSight, markingOf, survivorOf, type World } from './policy.ts'

type Id = string
type OnRecord = Readonly<{ id: Id; person: Id; domain: string }>
export type Home = OnRecord & Readonly<{ household?: Id; uprn?: string; postcode?: string; line: string }>
export type Tie = Readonly<{ id: Id; one: Id; other: Id; kind: string; domain: string; corrected?: boolean }>
export type Told = OnRecord & Readonly<{ kind: string; value: string }>
export type Placed = OnRecord & Readonly<{ kind: string; household?: Id; place: string }>
export type Work = Readonly<{ id: Id; people: readonly Id[]; state: string; endedOn?: string; reason?: string; version: number; clock: Readonly<{ id: Id; state: string; corrected?: boolean; metOn?: string; reason?: string }> }>
/** What stands on records beside who may see them. */
export type Belongings = Readonly<{
  homes: readonly Home[]; ties: readonly Tie[]; told: readonly Told[]; cared: readonly (OnRecord & Readonly<{ kind: string }>)[]; placed: readonly Placed[]
  names: readonly (OnRecord & Readonly<{ family: string; corrected?: boolean }>)[]
  numbers: readonly Readonly<{ id: Id; person: Id; value: string; corrected?: boolean }>[]; work: readonly Work[]
}>
export type Seal = Readonly<{ by: Id; old: Id; became: Id; named: readonly Id[] }>
type Sealed = Readonly<{ answer: string; after: World; belongings: Belongings; history: readonly string[]; /** Who did what was new. */ sealedBy?: Id }>

const bare = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '').replace(/^(?:00)?44(\d{9,10})$/, '0$1')
const folded = (text: string | undefined) => text?.toLowerCase().replaceAll(' ', '')
const sameHome = (a: Home, b: Home) => (a.household !== undefined && a.household === b.household) || (a.uprn !== undefined && a.uprn === b.uprn)
  || (a.postcode !== undefined && folded(a.postcode) === folded(b.postcode) && a.line.trim().toLowerCase() === b.line.trim().toLowerCase())
const inFile = <Row extends Readonly<{ domain: string }>>(rows: readonly Row[], goes: (row: Row) => boolean): readonly Row[] => rows.map((row) => (goes(row) ? { ...row, domain: 'adoption' } : row))
const siblings = ['sibling', 'halfSibling', 'stepSibling', 'twin']

/** 10: the brothers and sisters of the record of old, also those by one parent: by what stands there and everybody who works with the child may read. */
function leftBehind(ties: readonly Tie[], old: readonly Id[], became: readonly Id[]): readonly Id[] {
  const open = ties.filter((t) => t.domain === 'shared' && !t.corrected)
  const told = open.filter((t) => siblings.includes(t.kind)).flatMap((t) => (old.includes(t.one) ? [t.other] : old.includes(t.other) ? [t.one] : []))
  const parents = open.filter((t) => t.kind === 'parent' && old.includes(t.other)).map((t) => t.one)
  const theirs = open.filter((t) => t.kind === 'parent' && parents.includes(t.one)).map((t) => t.other)
  return [...new Set([...told, ...theirs])].filter((id) => !old.includes(id) && !became.includes(id))
}

export function sealByPolicy(w: World, b: Belongings, { by, old: oldId, became: becameId, named }: Seal): 'refused' | Sealed {
  const [survivor, newSurvivor] = [survivorOf(w, oldId), survivorOf(w, becameId)]
  const [old, became] = [partsOf(w, oldId), partsOf(w, becameId)]
  const list = [...new Set([...named, by])].toSorted()
  const mayWrite = (person: Id) => hasFullSight(w, by, person, 'shared', true)
  if (!isStaffOf(w, by, ['adoption']) || survivor === newSurvivor || !mayWrite(survivor) || !mayWrite(newSurvivor) || markingOf(w, newSurvivor) !== 'open') return 'refused'
  if (w.adoptions.some((a) => old.includes(a.old) || became.includes(a.became)) || !list.every((one) => mayHold(w, one, survivor))) return 'refused'
  // 15: sight for an administrator needs a second person.
  if (list.some((one) => one !== by && holds(w, one, ['administrator']))) return 'refused'
  // The new identity carries no number of the old one, however it is written; also none that was corrected since.
  if (b.numbers.some((mine) => became.includes(mine.person) && !mine.corrected && b.numbers.some((theirs) => old.includes(theirs.person) && folded(theirs.value) === folded(mine.value)))) return { answer: 'sameNumber', after: w, belongings: b, history: [] }

  // No destination: whoever the new record is tied to, their homes, and how they are reached.
  const around = b.ties.filter((t) => !t.corrected).flatMap((t) => (became.includes(t.one) ? [t.other] : became.includes(t.other) ? [t.one] : [])).filter((id) => !old.includes(id))
  const there = [...became, ...around]
  const ties = inFile(b.ties, (t) => (old.includes(t.one) && there.includes(t.other)) || (old.includes(t.other) && there.includes(t.one)))
  const adoptive = b.placed.filter((p) => old.includes(p.person) && p.kind.startsWith('adoption'))
  const over = { endedOn: w.today, reason: 'The record is closed' }
  const isOpen = (one: Work) => ['open', 'waiting', 'returned'].includes(one.state) && one.people.some((p) => old.includes(p)) && one.people.every((p) => old.includes(p))
  const marked = { ...w, people: w.people.map((p) => (old.includes(p.id) && p.marking === 'open' ? { ...p, marking: 'restricted' as const } : p)) }
  const left = leftBehind(ties, old, became)
  // A name of the new family, where another is left to call the record by.
  const isTheirs = (one: Belongings['names'][number]) => one.domain === 'shared' && b.names.some((other) => there.includes(other.person) && other.domain === 'shared' && bare(other.family) === bare(one.family))
  const isCalledElse = b.names.some((one) => old.includes(one.person) && one.domain === 'shared' && !one.corrected && !isTheirs(one))
  return {
    answer: 'done',
    sealedBy: by,
    history: [`marked ${markingOf(w, survivor) === 'sealed' ? 'sealed' : 'restricted'} ${list.join(',')} - -`, ...sinceNow(w, survivor, list)],
    after: {
      ...withNames(withoutNames(marked, survivor, (actor) => !list.includes(actor)), survivor, list, undefined),
      involvements: w.involvements.map((i) => (old.includes(i.person) && !i.superseded && (i.to === undefined || i.to > w.today) ? { ...i, to: w.today } : i)),
      requests: w.requests?.map((q) => (old.includes(q.person) ? { ...q, tray: [] } : q)) ?? [],
      adoptions: [...w.adoptions, { old: survivor, became: newSurvivor, leftBehind: left, listed: list.map((actor) => ({ actor, until: undefined })) }],
    },
    belongings: {
      ...b, ties,
      homes: inFile(b.homes, (home) => old.includes(home.person) && b.homes.some((other) => there.includes(other.person) && sameHome(home, other))),
      told: inFile(b.told, (one) => old.includes(one.person) && ['school', 'gp', 'phone', 'email'].includes(one.kind) && b.told.some((other) => there.includes(other.person) && other.kind === one.kind && bare(other.value) === bare(one.value))),
      names: inFile(b.names, (one) => isCalledElse && old.includes(one.person) && isTheirs(one)),
      cared: inFile(b.cared, (one) => old.includes(one.person) && ['familyFinding', 'link', 'decisionAsked'].includes(one.kind)),
      placed: inFile(b.placed, (one) => old.includes(one.person) && (one.kind.startsWith('adoption')
        || adoptive.some((a) => (a.household !== undefined && a.household === one.household) || a.place.trim().toLowerCase() === one.place.trim().toLowerCase()))),
      work: b.work.map((one) => (!isOpen(one) ? one : {
        ...one, state: 'cancelled', ...over, version: one.version + 1,
        clock: ['running', 'paused'].includes(one.clock.state) && !one.clock.corrected ? { ...one.clock, state: 'stopped', metOn: over.endedOn, reason: over.reason } : one.clock,
      })),
    },
  }
}

/** What stands in the tables of all this, and of everybody who works with whom. */
export function belongingsOf(w: World, b: Belongings, sealedBy?: Id): readonly string[] {
  const rows = (what: string, all: readonly Readonly<{ id: Id; domain: string }>[]) => all.map((one) => `${what} ${one.id} ${one.domain}`)
  return [
    ...rows('home', b.homes), ...rows('tie', b.ties), ...rows('told', b.told), ...rows('name', b.names), ...rows('cared', b.cared), ...rows('placed', b.placed),
    ...b.work.flatMap(({ clock, ...one }) => [`work ${one.id} ${one.state} ${one.endedOn ?? '-'} ${one.reason ?? '-'} ${one.version}`, `clock ${clock.id} ${clock.state} ${clock.metOn ?? '-'} ${clock.reason ?? '-'}`]),
    ...w.involvements.map((i) => `works ${i.person} ${i.team ?? '-'} ${i.worker ?? '-'} ${i.domain} ${i.to ?? '-'}`),
    ...w.adoptions.flatMap((a, at) => [`adoption ${a.old} ${a.became}${sealedBy && at === w.adoptions.length - 1 ? ` ${w.today} ${why} ${sealedBy}` : ''}`, ...a.leftBehind.map((sibling) => `left ${a.old} ${sibling}`)]),
    'derived rows that differ: 0',
  ].toSorted()
}
