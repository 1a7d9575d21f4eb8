import { frontDoor } from '../../../../content/pathways/frontDoor.ts'
import { followEach } from '../../../engine/pathways/follow.ts'
import { conflict, notAllowed, notFound } from '../../../kernel/errors.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import type { Card } from '../../../record/people/model.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { openWorkAbout, workOfSubject } from '../../../record/work/queries.ts'
import { allocateWork, cancelWork, finishWork, leaveWork, openWork, startClock, workAlsoWith } from '../../../record/work/register.ts'
import { DecideContact } from '../model/recorded.ts'
import { dutiesFrom } from './clocks.ts'
import { allocateTo, openAllocation } from './allocating.ts'
import { mayDecide, mostSerious, problemsOfDecision } from '../rules/deciding.ts'
import { calledInWords } from '../rules/words.ts'
import * as contacts from '../store/contacts.ts'
import * as store from '../store/decisions.ts'

const calledOf = (card: Card | undefined) => (card ? calledInWords(card) : 'this child')
const isOpen = (item: WorkItem) => item.state === 'open' || item.state === 'waiting' || item.state === 'returned'

/** Only those children of the contact whom the decider may see can be decided on. */
const childrenOf = async (asking: Asking, contactId: string): Promise<string[]> =>
  (await contacts.peopleOn(asking.db, contactId)).filter((one) => one.role === 'child').map((one) => one.personId)

/** Open assessments of these children, but not the one that this contact led to. */
async function openAssessments(asking: Asking, children: readonly string[], referralId: string | undefined): Promise<ReadonlyMap<string, string>> {
  const open = (await openWorkAbout(asking, children)).filter((item) => (item.kind === 'allocation' || item.kind === 'assessment' || item.kind === 'assessmentSignOff') && item.subjectId !== referralId)
  return new Map(open.flatMap((item) => item.people.map((person) => [person.id, item.workerName ?? item.teamName ?? 'a team'] as const)))
}

const sameChildren = (work: WorkItem, children: readonly string[]) => work.people.length === children.length && children.every((id) => work.people.some((person) => person.id === id))

/** The referral and its allocation; with a worker named, the allocation is done in the same step and the assessment of all its children is theirs. */
async function refer(asking: Asking, input: DecideContact, source: string | null, children: readonly string[], before: string | undefined, decision: WorkItem | undefined): Promise<Readonly<{ referralId?: string; happened: readonly Happening[] }>> {
  const work = before ? (await workOfSubject(asking, before)).find((item) => (item.kind === 'assessment' || item.kind === 'allocation') && isOpen(item)) : undefined
  const reason = input.reason.slice(0, 500)
  if (before) await store.takeFromReferral(asking.db, before, children, asking.today, reason, asking.now)
  if (children.length === 0) {
    if (work) await cancelWork(asking, work.id, reason)
    return { happened: [] }
  }
  // Without a team it waits at the front door, where somebody sees it.
  const teamId = input.teamId ?? decision?.teamId ?? asking.actor.teams[0]
  const to = { teamId: teamId ?? null, workerId: input.workerId ?? null }
  if (before && work && sameChildren(work, children)) {
    if (work.kind === 'allocation' && to.teamId && to.workerId) return { referralId: before, happened: await allocateTo(asking, { id: work.id, referralId: before, children }, { teamId: to.teamId, workerId: to.workerId }) }
    if ((work.kind === 'allocation' || input.teamId || input.workerId) && (work.teamId !== to.teamId || work.workerId !== to.workerId)) await allocateWork(asking, work.id, { ...to, reason })
    return { referralId: before, happened: [] }
  }
  // Other children than before: what was asked ends with its reason, and one new piece of work is for all of them.
  if (work) await cancelWork(asking, work.id, reason)
  const referralId = before ?? await store.insertReferral(asking.db, { contactId: input.contactId, source, on: asking.today, by: asking.actor.id, at: asking.now, children })
  if (before) await store.addToReferral(asking.db, before, children)
  if (!teamId) return { referralId, happened: [] }
  const step = await openAllocation(asking, { referralId, children, receivedOn: (await store.referralReceivedOn(asking.db, referralId)) ?? asking.today, parentId: decision?.id }, { teamId, workerId: to.workerId })
  return { referralId, happened: to.workerId ? await allocateTo(asking, { id: step, referralId, children }, { teamId, workerId: to.workerId }) : [] }
}

/** Telling the person who contacted us, writing to parents, passing to early help: small pieces of work that follow, each done once. */
async function openRest(asking: Asking, input: DecideContact, parentId: string | undefined, receivedOn: Parameters<typeof dutiesFrom>[1]): Promise<void> {
  const subject = { kind: 'contact', id: input.contactId }
  const already = (await workOfSubject(asking, input.contactId)).filter(isOpen)
  const openings = followEach(frontDoor, 'contactDecision', Object.fromEntries(input.outcomes.map((one) => [one.personId, one.outcome])))
  for (const opening of openings) {
    if (opening.step === 'allocation' || already.some((item) => item.kind === opening.step)) continue
    if (opening.step === 'tellReferrer' && !input.tellReferrer) continue
    const clocks = dutiesFrom(opening.duties, receivedOn, asking.today)
    const itemId = await openWork(asking, { kind: opening.step, domain: 'children', people: opening.people, subject, parentId, workerId: asking.actor.id, dueOn: clocks[0]?.dueOn, duty: clocks[0]?.duty, pathway: frontDoor.id, pathwayVersion: frontDoor.version })
    for (const clock of clocks) await startClock(asking, { itemId, subject, ...clock })
  }
  const names = await cardsOf(asking, input.writeTo ?? [])
  if (names.size > 0 && !already.some((item) => item.kind === 'tellFamily')) {
    await openWork(asking, { kind: 'tellFamily', domain: 'children', people: input.outcomes.map((one) => one.personId), subject, parentId, workerId: input.workerId ?? asking.actor.id, words: listed([...names.values()].map((card) => card.name)) })
  }
}

/** One decision by one qualified manager for all the children of a contact; outcomes may differ by child. A decision made again takes the place of the one before. */
export const decideContact = command('contacts.decide', DecideContact, {
  may: 'contact.decide',
  people: ({ outcomes }) => outcomes.map((one) => one.personId),
  run: async (asking, input) => {
    if (!mayDecide(asking.actor)) throw notAllowed('A manager or practice supervisor who is social-work-qualified decides on a contact. Ask one of them: it waits in their decisions.')
    const contact = await contacts.contactById(asking.db, input.contactId)
    if (!contact) throw notFound('We could not find that contact.')
    const children = await childrenOf(asking, input.contactId)
    const cards = await cardsOf(asking, children)
    const ended = contact.decisions.find((decision) => !decision.superseded)?.referralId ?? undefined
    const open = await openAssessments(asking, children, ended)
    const work = (await workOfSubject(asking, input.contactId)).find((item) => item.kind === 'contactDecision')
    const problems = problemsOfDecision(input, children.map((id) => ({ id, given: calledOf(cards.get(id)), openWith: open.get(id) })), work?.dueOn ?? undefined, asking.today)
    if (problems.length > 0) return { problems }
    if (!(await contacts.changeState(asking.db, input.contactId, ['open'], 'decided'))) {
      throw conflict('Somebody else has decided on this contact meanwhile. Open it again to read what was decided.')
    }
    const before = await store.supersedeDecision(asking.db, input.contactId, asking.now)
    const referred = input.outcomes.filter((one) => one.outcome === 'referral').map((one) => one.personId)
    const { referralId, happened: allocated } = await refer(asking, input, contact.source, referred, before, work)
    const decisionId = await store.insertDecision(asking.db, input, asking.actor.id, asking.now, referralId)
    // A team that has the referral, without a worker yet, works with the adults of the contact too.
    if (referralId && input.teamId && !input.workerId) {
      const adults = (await contacts.peopleOn(asking.db, input.contactId)).filter((one) => one.role === 'adult').map((one) => one.personId)
      await workAlsoWith(asking, adults, referred, 'children', { teamId: input.teamId, workerId: null })
    }
    if (work && isOpen(work)) await finishWork(asking, work.id, { outcome: mostSerious(input.outcomes.map((one) => one.outcome)), reason: input.lateReason })
    await openRest(asking, input, work?.id, contact.receivedOn)
    if (work) await leaveWork(asking, work.id)
    const happened: Happening[] = [{ kind: 'contact.decided', people: children, on: asking.today, at: asking.now, subject: { kind: 'decision', id: decisionId } }]
    if (referralId && referralId !== before) happened.push({ kind: 'referral.opened', people: referred, on: asking.today, at: asking.now, significant: true, subject: { kind: 'referral', id: referralId } })
    return { answer: { decisionId, referralId: referralId ?? null }, happened: [...happened, ...allocated] }
  },
})
