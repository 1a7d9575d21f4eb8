import { notFound } from '../../kernel/errors.ts'
import { addWorkingDays } from '../../kernel/workingDays.ts'
import { ageOn, type PlainDate } from '../../kernel/dates.ts'
import type { MeetingKind } from '../../engine/meetings/model.ts'
import type { Asking } from '../access/model.ts'
import { byBirth, childrenOf } from '../people/marks.ts'
import type { Card } from '../people/model.ts'
import { family, idsOf, type PeopleRead } from '../people/queries.ts'
import type { WorkItem } from '../work/model.ts'
import { itemFor } from '../work/register.ts'
import { broughtTo, type Brought } from './followers.ts'
import { agencyLabel } from './rules.ts'
import { dueBy, kindFor } from './register.ts'
import { chairsFor, type Chair } from './queries.ts'

/** Somebody whom the page proposes to invite: what the record knows of them already is not typed again. */
export type Proposed = Readonly<{ agency: string; name: string; role?: string; personId?: string; actorId?: string; report: boolean; chosen: boolean }>
export type Organising = Readonly<{
  kind: MeetingKind; item: WorkItem | undefined; children: readonly Card[]; chosen: readonly string[]; dueOn: PlainDate | null
  on: PlainDate; chairs: readonly Chair[]; proposed: readonly Proposed[]
}>

const parents: readonly string[] = ['parent', 'adoptiveParent', 'stepParent', 'specialGuardian', 'expectedParent', 'fosterCarer']
const underFive = (cards: readonly Card[], today: PlainDate): boolean => cards.some((card) => card.unborn || (card.bornOn !== null && ageOn(card.bornOn, today) < 5))

/** Whom to ask, from what is known of the family: parents by name, each school, the GP, a health visitor or a school nurse by age. */
function proposalsFor(kind: MeetingKind, read: Pick<PeopleRead, 'cards' | 'relationships' | 'facts'>, about: readonly string[], worker: Readonly<{ id: string; name: string }> | undefined, today: PlainDate): Proposed[] {
  const cards = read.cards.filter((card) => about.includes(card.id))
  const values = (fact: string) => [...new Set(read.facts.filter((one) => about.includes(one.personId) && one.kind === fact).map((one) => one.value))]
  const found: Proposed[] = []
  for (const usual of kind.usually) {
    const report = usual.report === true
    if (usual.agency === 'parent') {
      const ids = [...new Set(read.relationships.filter((one) => about.includes(one.otherId) && parents.includes(one.kind) && one.to === null).map((one) => one.personId))]
      for (const card of read.cards.filter((one) => ids.includes(one.id))) found.push({ agency: 'parent', name: card.name, personId: card.id, report: false, chosen: true })
    } else if (usual.agency === 'socialCare') found.push({ agency: 'socialCare', name: worker?.name ?? '', ...(worker ? { actorId: worker.id } : {}), role: 'Social worker', report, chosen: Boolean(worker) })
    else if (usual.agency === 'school') {
      const schools = values('school')
      for (const school of schools) found.push({ agency: 'school', name: school, role: 'Safeguarding lead', report, chosen: true })
      if (schools.length === 0) found.push({ agency: 'school', name: '', report, chosen: false })
    } else if (usual.agency === 'gp') {
      const surgeries = values('gp')
      for (const gp of surgeries) found.push({ agency: 'gp', name: gp, report, chosen: true })
      if (surgeries.length === 0) found.push({ agency: 'gp', name: agencyLabel('gp'), report, chosen: true })
    } else if (usual.agency === 'healthVisitor') {
      const agency = underFive(cards, today) ? 'healthVisitor' : 'schoolNurse'
      found.push({ agency, name: agencyLabel(agency), report, chosen: true })
    } else found.push({ agency: usual.agency, name: agencyLabel(usual.agency), report, chosen: true })
  }
  return found
}

const ownPeople: readonly string[] = ['parent', 'relative', 'child']
/** Who carried out the plan that is brought forward is asked too: by name where only the agency stood, else beside the others. The family is known from the record. */
function withMembers(proposed: readonly Proposed[], brought: Pick<Brought, 'from' | 'members'> | undefined): Proposed[] {
  const rows = [...proposed]
  for (const one of brought?.members ?? []) {
    if (ownPeople.includes(one.agency) || rows.some((row) => row.name === one.name)) continue
    const at = rows.findIndex((row) => row.agency === one.agency && (row.name === '' || row.name === agencyLabel(one.agency)))
    const nameless = rows[at]
    if (nameless) rows[at] = { ...nameless, name: one.name, chosen: true }
    else rows.push({ agency: one.agency, name: one.name, role: one.role || `Core group, ${brought?.from ?? ''}`, report: false, chosen: true })
  }
  return rows
}

/** Two working days before the last, or the next one there is. */
const proposedDay = (dueOn: PlainDate | null, today: PlainDate): PlainDate => {
  const before = dueOn ? addWorkingDays(dueOn, -2) : addWorkingDays(today, 10)
  return before > today ? before : addWorkingDays(today, 1)
}

/** Everything the page of the organiser starts from. @throws NotFound without anybody it could be about */
export async function organising(asking: Asking, o: Readonly<{ kind: string; itemId: string | undefined; people: readonly string[] }>): Promise<Organising> {
  const item = o.itemId ? await itemFor(asking, o.itemId) : undefined
  const kind = kindFor(o.kind || (item?.section ?? ''))
  const chosen = o.people.length > 0 ? o.people : (item?.people.map((person) => person.id) ?? [])
  const [first] = chosen
  if (!first) throw notFound('Say first whom the meeting is about: open it from a child’s page, a plan or your work.')
  const read = await family.of(asking, { id: first })
  const young = childrenOf(read, asking.today)
  const children = read.cards.filter((card) => chosen.includes(card.id) || young.includes(card)).sort(byBirth)
  const due = await dueBy(asking, kind, o.itemId)
  const worker = item?.workerId && item.workerName ? { id: item.workerId, name: item.workerName } : { id: asking.actor.id, name: asking.actor.name }
  const independent = kind.chair === 'independent'
  const chairs = await chairsFor(asking, { teams: [item?.teamId ?? asking.actor.teams[0] ?? ''].filter(Boolean), workers: [worker.id], independent, about: await idsOf(asking, chosen), role: kind.reviews === 'carePlan' ? 'reviewingOfficer' : 'chair' })
  return { kind, item, children, chosen, dueOn: due.on, on: proposedDay(due.on, asking.today), chairs, proposed: withMembers(proposalsFor(kind, read, chosen, worker, asking.today), await broughtTo(asking, kind.id, chosen)) }
}
