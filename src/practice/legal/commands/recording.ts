import { isPlainDate, momentOf, plain } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { notAllowed } from '../../../kernel/errors.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import { recordOrder } from '../../../record/people/legal/register.ts'
import { finishWork, openWork } from '../../../record/work/register.ts'
import { notMadeByCourts } from '../../../../content/codes/legalStatus.ts'
import { keepInStep } from '../../../record/work/standing/step.ts'
import { Direct, FinishDirection, KeepLegalFact, MakeOrders, type WholeMatter } from '../model.ts'
import { matterFor } from '../queries.ts'
import { kindOfFact, problemsOfFact } from '../rules.ts'
import * as store from '../store.ts'

const by = (asking: Asking): store.By => ({ at: asking.now, by: asking.actor.id })
const going = (matter: WholeMatter): string[] => matter.people.filter((one) => one.endedOn === null).map((one) => one.personId)
/** Nobody in particular is everybody. */
const aboutOf = (matter: WholeMatter, about: readonly string[] | undefined): readonly string[] => {
  const some = (about ?? []).filter((id) => matter.people.some((one) => one.personId === id))
  return some.length === matter.people.length ? [] : some
}

/** Keeps a dated fact: the letter, a meeting, a review, the day it was issued, a hearing, more time. What it corrects stays readable. */
export const keepLegalFact = command('legal.keep', KeepLegalFact, {
  may: 'legal.work',
  people: ({ matterId }, db) => store.peopleOfMatter(db, matterId),
  run: async (asking, said) => {
    const matter = await matterFor(asking, said.matterId)
    const kind = kindOfFact(said.kind)
    const problems = problemsOfFact(said, matter, matter.facts, asking.today)
    if (problems.length > 0 || !kind) return { problems }
    const on = plain(said.on)
    if (said.corrects) await store.supersedeFact(asking.db, by(asking), matter.id, said.corrects, said.why?.trim() ?? '')
    const factId = said.corrects ?? said.id
    const answers = Object.fromEntries(Object.entries(said.answers).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, text.trim()]])))
    const about = aboutOf(matter, said.about)
    await store.insertFact(asking.db, by(asking), { factId, matterId: matter.id, about, kind: kind.id, on, at: said.time ? momentOf(on, said.time) : null, until: said.until ? plain(said.until) : null, answers, words: said.words?.trim() || null })
    if (kind.id === 'issued') await store.setIssued(asking.db, matter.id, { application: answers['application'] ?? null, court: answers['court'] ?? null, caseNumber: answers['caseNumber'] ?? null })
    const people = about.length > 0 ? about : matter.people.map((one) => one.personId)
    await keepInStep(asking, matter.people.map((one) => one.personId))
    const happened: Happening[] = [{ kind: said.corrects ? 'legal.factCorrected' : 'legal.fact', people, on, ...(kind.significant ? { significant: true } : {}), subject: { kind: 'legalFact', id: factId } }]
    return { answer: { factId }, happened }
  },
})

/** What the court directed: in the tray of whoever does it, until it is done. */
export const direct = command('legal.direct', Direct, {
  may: 'legal.work',
  people: ({ matterId }, db) => store.peopleOfMatter(db, matterId),
  run: async (asking, { id, matterId, about, hearingId, words, owner, ownerId, dueOn }) => {
    const matter = await matterFor(asking, matterId)
    const colleague = ownerId ? (await store.workingWith(asking.db, matter.people.map((one) => one.personId))).find((one) => one.id === ownerId) : undefined
    const name = colleague?.name ?? owner?.trim()
    if (!name) return { problems: [{ question: 'owner', problem: 'Say who does it.' }] }
    if (!isPlainDate(dueOn)) return { problems: [{ question: 'dueOn', problem: 'Give the day the court set, as in 3/10/2026.' }] }
    const some = aboutOf(matter, about)
    const itemId = await openWork(asking, { kind: 'courtDirection', domain: 'children', people: some.length > 0 ? some : going(matter), subject: { kind: 'legalMatter', id: matterId }, workerId: colleague?.id ?? matter.leadId, teamId: matter.teamId, dueOn, words: words.trim(), involves: false })
    await store.insertDirection(asking.db, by(asking), { id, matterId, about: some, hearingId: hearingId ?? null, words: words.trim(), owner: name, ownerId: colleague?.id ?? null, dueOn, itemId })
    return { answer: { id, itemId } }
  },
})

/** A direction was carried out: when, and how one knows. */
export const finishDirection = command('legal.directionDone', FinishDirection, {
  may: 'legal.work',
  people: ({ matterId }, db) => store.peopleOfMatter(db, matterId),
  run: async (asking, { matterId, id, on, words }) => {
    if (!isPlainDate(on) || on > asking.today) return { problems: [{ question: 'on', problem: 'Give the day it was done: today or before.' }] }
    const matter = await matterFor(asking, matterId)
    const direction = matter.directions.find((one) => one.id === id)
    if (!direction || (await store.setDirectionDone(asking.db, matterId, id, on, words.trim())) === 0) return { problems: [{ question: 'words', problem: 'This is done already.' }] }
    if (direction.itemId) await finishWork(asking, direction.itemId, { outcome: 'done', on, reason: words.trim() })
    return { answer: { id } }
  },
})

/** Orders that the court made: for each child their own, as orders and legal statuses of the record. A status in our care takes the place of the one before. */
export const makeOrders = command('legal.orders', MakeOrders, {
  may: 'legal.record',
  people: ({ matterId }, db) => store.peopleOfMatter(db, matterId),
  run: async (asking, { matterId, on, orders, details }) => {
    if (!asking.actor.qualified) throw notAllowed('Orders are recorded by a qualified social worker. Ask the worker of these children, or your manager.')
    const matter = await matterFor(asking, matterId)
    if (orders.some((one) => !matter.people.some((person) => person.personId === one.personId))) return { problems: [{ question: 'orders', problem: 'One of these children is not part of this legal work.' }] }
    const none = orders.find((one) => notMadeByCourts.includes(one.code))
    if (none) return { problems: [{ question: `orders.${none.personId}`, problem: 'No court makes this. Choose the order that was made, or record what holds on the page of the child’s orders.' }] }
    const happened: Happening[] = []
    for (const of of Map.groupBy(orders, (one) => `${one.code}/${one.expiresOn ?? ''}`).values()) {
      const [first] = of
      if (!first) continue
      const made = await recordOrder(asking, {
        id: newId(Date.parse(asking.now)), people: of.map((one) => one.personId), code: first.code, from: on, endsPresent: true, ...(first.expiresOn ? { expiresOn: first.expiresOn } : {}), ...(matter.court ? { court: matter.court } : {}),
        ...(matter.caseNumber ? { caseNumber: matter.caseNumber } : {}), ...(details?.trim() ? { details: details.trim() } : {}),
      })
      if ('problems' in made) return { problems: made.problems.map((one) => ({ ...one, question: one.question === 'from' ? 'on' : one.question === 'code' ? `orders.${first.personId}` : one.question })) }
      happened.push(...made.happened)
    }
    await keepInStep(asking, matter.people.map((one) => one.personId))
    return { answer: { orders: orders.length }, happened }
  },
})
