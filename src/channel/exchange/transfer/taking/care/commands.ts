import { dayInWords, isPlainDate, plain } from '../../../../../kernel/dates.ts'
import { conflict, notFound, type Problem } from '../../../../../kernel/errors.ts'
import { newId } from '../../../../../kernel/ids.ts'
import { command } from '../../../../../record/access/act.ts'
import type { Asking, Happening } from '../../../../../record/access/model.ts'
import { keepFact } from '../../../../../record/care/facts.ts'
import { kindOfFact } from '../../../../../record/care/reckoning/typed.ts'
import { beginCare } from '../../../../../record/care/register.ts'
import { recordOrder } from '../../../../../record/people/legal/register.ts'
import { statusInWords } from '../../../../../record/people/legal/rules.ts'
import { idsOf } from '../../../../../record/people/queries.ts'
import { finishWork } from '../../../../../record/work/register.ts'
import { workOfSubject } from '../../../../../record/work/queries.ts'
import { keepInStep } from '../../../../../record/work/standing/step.ts'
import { isFact, isOrder } from '../../pieces.ts'
import * as come from '../comeStore.ts'
import * as account from '../lineStore.ts'
import { TakeIntoCare, type Come } from '../model.ts'
import * as store from './careStore.ts'
import { offerFor, sourcesOf, type Offer } from './rules.ts'

/** The children of a case whom the other council looks after, with what a time in care here would begin with. */
export async function offersOf(asking: Asking, found: Pick<Come, 'id' | 'people'>, pieces?: readonly come.PieceRow[]): Promise<readonly Offer[]> {
  const read = pieces ?? await come.pieces(asking.db, found.id)
  const offers = await Promise.all(found.people.filter((one) => one.part === 'child').map(async (one) => offerFor(one.personId, await idsOf(asking, [one.personId]), read)))
  return offers.flatMap((one) => one ?? [])
}

type Child = TakeIntoCare['children'][number]
const under = (problems: readonly Problem[], child: Child): readonly Problem[] => problems.map((one) => (one.question === 'on' || one.question === 'people' ? one : { ...one, question: `child.${child.personId}.${one.question}` }))

/**
 * Children whom another council looked after come into our care on the day on which responsibility passes, with the values that a person has confirmed: one press for the
 * family. A new time in care begins (SSDA903 has no reason of its own for a new episode that another council hands over: it begins as S, and theirs ends with E3).
 */
export const takeIntoCare = command('transfers.intoCare', TakeIntoCare, {
  may: 'legal.record',
  people: ({ children }) => children.map((one) => one.personId),
  run: async (asking, { id, on, children, orders, facts }) => {
    const found = await come.byId(asking.db, id)
    if (!found) throw notFound('We could not find that.')
    if (!found.acceptedAt) throw conflict('A manager accepts the case first.')
    const pieces = await come.pieces(asking.db, id)
    const offers = new Map((await offersOf(asking, found, pieces)).map((one) => [one.personId, one]))
    const done = new Set((await store.decided(asking.db, id)).map((one) => one.personId))
    const happened: Happening[] = []
    const ours: string[] = []
    if (!isPlainDate(on) || on > asking.today) return { problems: [{ question: 'on', problem: 'Give the day on which we became responsible: today or before.' }] }
    for (const child of children) {
      const offer = offers.get(child.personId)
      if (!offer || done.has(child.personId)) throw conflict('This was decided for one of the children meanwhile. Open the page again.')
      if (!child.ours) {
        if (!child.why?.trim()) return { problems: [{ question: `child.${child.personId}.why`, problem: `Say why this child stays in the care of ${found.fromName}.` }] }
        await store.decide(asking, { comeId: id, personId: child.personId, outcome: 'theirs', on, periodId: null, why: child.why.trim() })
        await account.settle(asking, id, [...sourcesOf(offer)], 'beside', `stays in the care of ${found.fromName}: ${child.why.trim()}`)
        continue
      }
      if (on < offer.since) return { problems: [{ question: 'on', problem: `${found.fromName} looks after one of them since ${dayInWords(plain(offer.since))}. Give that day or a later one.` }] }
      const periodId = newId(Date.parse(asking.now))
      const began = await beginCare(asking, {
        id: periodId, people: [child.personId], on, planned: true, need: child.need ?? '', legalCode: child.legalCode ?? '', placement: child.placement ?? { kind: '', placeName: '' },
        why: `Taken over from ${found.fromName}, in whose care since ${dayInWords(plain(offer.since))}.`,
        ...(child.court ? { court: child.court } : {}), ...(child.caseNumber ? { caseNumber: child.caseNumber } : {}), ...(child.expiresOn ? { expiresOn: child.expiresOn } : {}),
      })
      if ('problems' in began) return { problems: under(began.problems, child) }
      happened.push(...began.happened)
      ours.push(child.personId)
      await store.decide(asking, { comeId: id, personId: child.personId, outcome: 'ours', on, periodId, why: null })
      await account.settle(asking, id, [...sourcesOf(offer)], 'taken', `confirmed: in our care from ${dayInWords(on)}`)
      happened.push(...await takeOrders(asking, found, child.personId, offer, orders, pieces), ...await takeFacts(asking, found, child.personId, offer, facts, pieces))
    }
    const left = [...offers.keys()].filter((one) => !done.has(one) && !children.some((child) => child.personId === one))
    if (left.length === 0) for (const item of await workOfSubject(asking, id)) if (item.kind === 'transferCare' && item.state !== 'done' && item.state !== 'cancelled') await finishWork(asking, item.id, { outcome: 'done' })
    await keepInStep(asking, ours)
    return { answer: { id, ours: ours.length }, happened }
  },
})

/** Orders that hold beside the legal status, from their own day, as the other council told them. */
async function takeOrders(asking: Asking, found: Come, personId: string, offer: Offer, chosen: readonly string[], pieces: readonly come.PieceRow[]): Promise<readonly Happening[]> {
  const happened: Happening[] = []
  for (const one of offer.orders.filter((order) => chosen.includes(order.pieceId))) {
    const told = pieces.find((piece) => piece.id === one.pieceId)?.value
    if (!isOrder(told)) continue
    const came = await recordOrder(asking, { id: newId(Date.parse(asking.now)), people: [personId], code: told.code, from: told.from, details: `As ${found.fromName} told us.`, ...(told.court ? { court: told.court } : {}), ...(told.caseNumber ? { caseNumber: told.caseNumber } : {}), ...(told.expiresOn ? { expiresOn: told.expiresOn } : {}) })
    if ('happened' in came) happened.push(...came.happened)
    await account.settle(asking, found.id, [one.pieceId], 'problems' in came ? 'beside' : 'taken', 'problems' in came ? came.problems[0]?.problem ?? 'it does not fit' : `confirmed: ${statusInWords(told.code).toLowerCase()} on our record, since ${dayInWords(plain(told.from))}`)
  }
  return happened
}

/** Facts that go on to be true of the child, each with where it comes from. What does not fit our form stays beside, with why. */
async function takeFacts(asking: Asking, found: Come, personId: string, offer: Offer, chosen: readonly string[], pieces: readonly come.PieceRow[]): Promise<readonly Happening[]> {
  const happened: Happening[] = []
  for (const one of offer.facts.filter((fact) => chosen.includes(fact.pieceId))) {
    const told = pieces.find((piece) => piece.id === one.pieceId)?.value
    const kind = kindOfFact(one.kind)
    if (!isFact(told) || !kind) continue
    const asked = new Set(kind.questions.map((question) => question.id))
    const came = await keepFact(asking, { id: newId(Date.parse(asking.now)), people: [personId], kind: one.kind, on: one.on, ...(told.to ? { to: told.to } : {}), answers: Object.fromEntries(Object.entries(told.answers).filter(([question]) => asked.has(question))), words: `As ${found.fromName} told us.` })
    if ('happened' in came) happened.push(...came.happened)
    await account.settle(asking, found.id, [one.pieceId], 'problems' in came ? 'beside' : 'taken', 'problems' in came ? `does not fit our form: ${came.problems[0]?.problem ?? ''}` : 'confirmed: on our record, as they told us')
  }
  return happened
}
