import { isPlainDate } from '../../../kernel/dates.ts'
import { command, type Done } from '../../../record/access/act.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import { fileChanged, registerPeople } from '../../../record/people/register.ts'
import { EndImport, KeepUnclaimed, StartImport } from './bookModel.ts'
import * as book from './bookStore.ts'
import { changesOf, type Changes } from './changes.ts'
import { AsTheyCame, TakeChild, type Contested, type TakenChild } from './entryModel.ts'
import { daysToldBy, toldDays } from './besideTheRecord.ts'
import { idOf } from './identity.ts'
import { office } from './office.ts'
import * as store from './store.ts'
import { renewWork } from './work.ts'

/** Opens the book of a file that was read to its end and found sound. */
export const startImport = command('exchange.startImport', StartImport, {
  may: 'person.add', people: () => [],
  async run(asking, file) {
    await book.startImport(asking, file)
    return { answer: {} }
  },
})

/** Closes the book of a file with its account. */
export const endImport = command('exchange.endImport', EndImport, {
  may: 'person.add', people: () => [],
  async run(asking, end) {
    await book.endImport(asking, end)
    return { answer: {} }
  },
})

/** Keeps what has no person here, and the list of findings with it. */
export const keepUnclaimed = command('exchange.keepUnclaimed', KeepUnclaimed, {
  may: 'person.add', people: () => [],
  async run(asking, unclaimed) {
    await book.keepUnclaimed(asking, unclaimed)
    await store.keepFindings(asking.db, unclaimed.importId, unclaimed.child, unclaimed.findings, unclaimed.firstPlace)
    return { answer: {} }
  },
})

/** Takes one child of a file: person, facts, referrals, closures, assessments, and what stays beside them. The same child twice is once. */
export const takeChild = command('exchange.takeChild', TakeChild, {
  may: 'person.add',
  people: async (entry, db) => ((await store.isKnown(db, entry.personId)) ? [entry.personId] : []),
  async run(asking, entry): Promise<Done<TakenChild>> {
    const { db } = asking
    await store.writesFor(db, entry.importId, entry.personId)
    const standing = await store.standingOf(db, asking.actor.id, entry)
    const changes = changesOf(entry, standing)
    if (!standing.origin) {
      await registerPeople(asking, [{ id: entry.personId, unborn: entry.unborn }], { domain: 'children', teamId: office.teamId, source: entry.source ?? `cin:${entry.authority}:${entry.year}` })
    }
    await store.keepOrigin(db, entry)
    await store.writeFacts(asking, entry, changes)
    await fileChanged(asking)
    await store.writeWork(asking, entry, changes)
    await renewWork(asking, entry, standing, changes)
    const beside = { ...entry, keptAside: [...entry.keptAside, ...changes.contested.map((one) => besideOf(entry, one))] }
    const kept = new Set(await store.keepAside(asking, beside))
    await store.keepFindings(db, entry.importId, entry.child, [...entry.findings, ...changes.contested.map(({ path, line, reason }) => ({ path, line, reason, outcome: 'kept aside' as const, elements: 1 }))])
    const { facts, identifiers, referrals } = changes
    return {
      answer: {
        person: standing.origin ? 'known' : 'new',
        added: (standing.origin ? 0 : 1) + facts.add.length + identifiers.add.length + referrals.add.length + referrals.addAssessments.length + referrals.factors.length,
        changed: facts.supersede.length + identifiers.supersede.length + referrals.close.length + referrals.renew.length + referrals.authorise.length + (changes.born ? 1 : 0),
        contested: changes.contested,
      },
      happened: [...happenings(asking, entry, changes, standing.origin === null), ...(await daysBeside(asking, entry, beside.keptAside.filter(({ id }) => kept.has(id))))],
      alsoAbout: [entry.personId],
    }
  },
})

/** Keeps children that were taken as the file told of them, some at a time. */
export const keepAsTheyCame = command('exchange.keepAsTheyCame', AsTheyCame, {
  may: 'person.add', people: ({ children }) => children.map(({ personId }) => personId),
  async run(asking, came) {
    await store.keepAsTheyCame(asking, came)
    return { answer: {} }
  },
})

const besideOf = (entry: TakeChild, { path, line, value, reason }: Contested) => ({
  id: idOf('contested', entry.personId, path, value), path, line, reason, outcome: 'kept aside' as const, referralId: null,
  fragment: { name: path.slice(path.lastIndexOf('/') + 1), line, text: value },
})

/** Days of plans and enquiries that are only kept beside the record: told once each, whichever file tells them. */
async function daysBeside({ db, today }: Asking, { personId }: TakeChild, kept: TakeChild['keptAside']): Promise<Happening[]> {
  const days = kept.flatMap(({ id, path, fragment }) => daysToldBy(path, fragment, today).map((told) => ({ ...told, id })))
  if (days.length === 0) return []
  const before = new Set((await store.daysToldBefore(db, personId)).map(({ kind, on }) => `${kind} ${on}`))
  return days.filter(({ kind, on }, at) => !before.has(`${kind} ${on}`) && days.findIndex((one) => one.kind === kind && one.on === on) === at)
    .map(({ kind, on, id }) => ({ kind, people: [personId], on, significant: toldDays[kind].significant, subject: { kind: 'keptAside', id } }))
}

/** What the chronology is told: each thing on its own day, only when it is new here. */
function happenings({ today }: Asking, entry: TakeChild, { facts, referrals }: Changes, isNew: boolean): Happening[] {
  const happened: Happening[] = []
  const tell = (kind: string, on: string | null, subject?: Readonly<{ kind: string; id: string }>, significant = false) => {
    if (on !== null && isPlainDate(on)) happened.push({ kind, people: [entry.personId], on, significant, ...(subject ? { subject } : {}) })
  }
  const referral = (id: string) => ({ kind: 'referral', id })
  const assessment = (id: string) => ({ kind: 'assessment', id })
  for (const one of referrals.add) {
    tell('referral.received', one.receivedOn, referral(one.id), true)
    tell('referral.closed', one.closedOn, referral(one.id))
  }
  for (const one of referrals.close) tell('referral.closed', one.closedOn, referral(one.id))
  for (const { assessment: one } of referrals.addAssessments) {
    tell('assessment.started', one.startedOn, assessment(one.id))
    tell('assessment.authorised', one.authorisedOn, assessment(one.id), true)
  }
  for (const one of referrals.authorise) tell('assessment.authorised', one.authorisedOn, assessment(one.id), true)
  for (const one of facts.add) if (one.kind === 'diedOn') tell('person.died', one.value, undefined, true)
  if (isNew) tell('record.imported', today)
  return happened
}
