import { TypeCompiler } from '@sinclair/typebox/compiler'
import { plain, type PlainDate } from '../../../../kernel/dates.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { Id, shape, Words } from '../../../../kernel/shape.ts'
import { command, type Done } from '../../../../record/access/act.ts'
import { councilSettings } from '../../../../record/access/council.ts'
import type { Asking, Happening } from '../../../../record/access/model.ts'
import { careOf } from '../../../../record/care/queries.ts'
import { endCare, type Told } from '../../../../record/care/register.ts'
import { letChairsGo } from '../../../../record/plans/register.ts'
import { outputKind, sendOut } from '../../../../record/outputs/sending.ts'
import { holdersOf, sightOf } from '../../../../record/people/queries.ts'
import { currentPlans } from '../../../../record/plans/queries.ts'
import { endPlanFor } from '../../../../record/plans/register.ts'
import { cancelWork, finishWork, openWork } from '../../../../record/work/register.ts'
import { keepInStep } from '../../../../record/work/standing/step.ts'
import { peopleFor } from '../gatherPeople.ts'
import { piecesFor } from '../gather.ts'
import * as store from './givenStore.ts'
import { keysOf } from '../councils/councilStore.ts'
import { trustedReceipt } from './trusted.ts'
import { AskTransfer, DecideTransfer, SendTransfer } from './model.ts'

/** What no file ever holds: asked in person, so that a sentence about one family gives nothing away that is not said of every family. */
const askedInPerson = 'What is kept confidential is never in this file, here or for any family: where somebody lives who is protected, legal advice, allegations against professionals, adoption records, sealed records. Ring the council and ask.'

const handedOver = outputKind({
  kind: 'transfers.case', title: 'Case handed to another council', purpose: 'The family moves to another council', lawfulBasis: 'Public task: UK GDPR article 6(1)(e), and 9(2)(g) or (h)', tellsLeftOut: true,
  again: (asking, input) => {
    if (!typed.Check(input)) throw conflict('What was to go out cannot be read any more. Ask for it again.')
    return send(asking, input)
  },
})
const typed = TypeCompiler.Compile(SendTransfer)

/** Asks that children are handed to another council, with those of the family who go along. A manager who did not ask agrees. */
export const askTransfer = command('transfers.ask', AskTransfer, {
  may: 'output.send',
  people: ({ children, adults }) => [...children, ...adults],
  run: async (asking, input) => {
    const { authority } = await councilSettings(asking.db)
    const known = (await keysOf(asking.db, input.toCode)).find((one) => !one.withdrawn)
    const toName = known?.name ?? input.toName?.trim() ?? ''
    if (authority === '') return { problems: [{ question: 'toCode', problem: 'Your council’s own number is not set. An administrator sets it under Settings, Council.' }] }
    if (input.toCode === authority) return { problems: [{ question: 'toCode', problem: 'This is your own council. Choose the one where the family lives now.' }] }
    if (toName === '') return { problems: [{ question: 'toName', problem: 'Write the name of the council.' }] }
    for (const id of [...input.children, ...input.adults]) if ((await sightOf(asking, id)).marking === 'sealed') return { problems: [{ question: 'children', problem: 'A sealed record does not go into a file. Hand it over in person.' }] }
    if ((await store.childrenAlready(asking.db, input.children)).length > 0) return { problems: [{ question: 'children', problem: 'One of these children is being handed over already. Open that one, or take it back first.' }] }
    await store.insert(asking.db, { id: input.id, toCode: input.toCode, toName, reason: input.reason.trim(), at: asking.now, by: asking.actor.id, children: input.children, adults: input.adults.filter((id) => !input.children.includes(id)) })
    return { answer: { id: input.id }, why: input.reason.trim() }
  },
})

/** A manager agrees or refuses: never whoever asked (access policy, rule 18). */
export const decideTransfer = command('transfers.decide', DecideTransfer, {
  may: 'output.agree',
  people: ({ id }, db) => store.peopleOf(db, id),
  run: async (asking, { id, decision, reason }) => {
    const given = await store.byId(asking.db, id)
    if (!given) throw notFound('We could not find that transfer.')
    if (given.askedById === asking.actor.id) return { problems: [{ question: 'reason', problem: 'You asked for this yourself. Another manager has to agree.' }] }
    if ((await store.decide(asking.db, id, { state: decision === 'agree' ? 'agreed' : 'refused', because: reason.trim(), by: asking.actor.id, at: asking.now })) === 0) throw conflict('Somebody else has decided on this meanwhile.')
    await openWork(asking, { kind: 'transferDecided', domain: 'children', people: given.people.map((one) => one.id), subject: { kind: 'transferGiven', id }, workerId: given.askedById, askedBy: asking.actor.id, words: decision === 'agree' ? 'agreed: send it' : 'not agreed', involves: false })
    return { answer: { id }, why: reason.trim() }
  },
})

async function send(asking: Asking, input: SendTransfer): Promise<Done<Readonly<{ id: string; outputId: string; held: boolean }>>> {
  const given = await store.byId(asking.db, input.id)
  if (!given) throw notFound('We could not find that transfer.')
  if (given.state !== 'agreed') throw conflict(given.state === 'asked' ? 'No manager has agreed to this yet.' : 'This has gone out already, or was taken back.')
  const children = given.people.filter((one) => one.part === 'child').map((one) => one.id)
  const adults = given.people.filter((one) => one.part === 'adult').map((one) => one.id)
  const who = await peopleFor(asking, { children, adults })
  const what = await piecesFor(asking, children, who.cards)
  if (what.more) return { problems: [{ question: 'id', problem: 'There are more than 2,000 entries in the chronology. Hand the children over in smaller groups.' }] }
  const all = [...children, ...adults]
  const named = children.flatMap((id) => who.cards.get(id)?.name ?? [])
  const out = await sendOut(asking, handedOver, {
    reader: { kind: 'outside', name: given.toName }, people: all, knows: all, format: 'pdf', subject: { kind: 'transferGiven', id: given.id }, back: `/transfers/given/${given.id}`, input,
    title: `Handed over: ${named.join(', ')}`, from: ['Children’s social care'], to: [given.toName],
    passages: [{ place: 'why', about: [], blocks: [{ kind: 'paragraph', words: given.reason }] }, ...who.passages, ...what.passages, { place: 'what is asked in person', about: [], blocks: [{ kind: 'paragraph', words: askedInPerson }] }],
    foot: `For ${given.toName} alone.`,
  }, { because: input.because })
  if ('problems' in out) return out
  if (out.state === 'held') return { answer: { id: given.id, outputId: out.outputId, held: true } }
  const holder = (await holdersOf(asking, children)).values().next().value
  const itemId = await openWork(asking, { kind: 'transferGiven', domain: 'children', people: children, subject: { kind: 'transferGiven', id: given.id }, workerId: given.askedById, teamId: holder?.teamId ?? null, words: given.toName, involves: false })
  await store.setSent(asking.db, given.id, { outputId: out.outputId, itemId, at: asking.now })
  return { answer: { id: given.id, outputId: out.outputId, held: false }, happened: [...out.happened, { kind: 'transfer.sent', people: children, on: asking.today, significant: true, subject: { kind: 'transferGiven', id: given.id } }], why: given.reason }
}

/** What was agreed goes out by the gate, and is kept as it went. The children stay ours until the other council says that it is responsible. */
export const sendTransfer = command('transfers.send', SendTransfer, { may: 'output.send', people: ({ id }, db) => store.peopleOf(db, id), run: send })

/** It is not handed over after all, or not yet. What went out stays kept. */
export const withdrawTransfer = command('transfers.withdraw', shape({ id: Id, reason: Words(2000) }), {
  may: 'output.send',
  people: ({ id }, db) => store.peopleOf(db, id),
  run: async (asking, { id, reason }) => {
    const given = await store.byId(asking.db, id)
    if (!given || (await store.withdraw(asking.db, id)) === 0) throw conflict('This has ended already.')
    if (given.itemId) await cancelWork(asking, given.itemId, reason.trim())
    return { answer: { id }, why: reason.trim() }
  },
})

/** Whom they look after from a day is not in our care any more from then on (SSDA903: E3, another council took over). Nobody who is in our care: nothing ends. */
async function endsOurs(asking: Asking, child: string, on: PlainDate, toName: string): Promise<Told> {
  const care = await careOf(asking, [child])
  if (!care.periods.some((one) => one.to === null)) return { happened: [] }
  if (!asking.actor.qualified) return { problems: [{ question: 'receipt', problem: 'A child of this transfer is in our care, which ends by it: a qualified social worker closes it with this receipt.' }] }
  return endCare(asking, { people: [child], on, reason: 'otherCouncil', words: `${toName} took over, by its signed receipt.` })
}

/**
 * The other council has taken responsibility, by its own signed word: the transfer ends, and with it our plan for these children, on the day it says. A receipt that we
 * cannot trust changes nothing.
 */
export const closeByReceipt = command('transfers.receipt', shape({ id: Id, receipt: Words(20_000) }), {
  may: 'output.send',
  people: ({ id }, db) => store.peopleOf(db, id),
  run: async (asking, { id, receipt }) => {
    const refuse = (problem: string): Done<{ id: string }> => ({ problems: [{ question: 'receipt', problem }] })
    const given = await store.byId(asking.db, id)
    if (!given) throw notFound('We could not find that transfer.')
    const children = given.people.filter((one) => one.part === 'child').map((one) => one.id)
    const read = await trustedReceipt(asking, receipt, (bundleId) => Promise.resolve(bundleId === id ? { ...given, children } : undefined))
    if ('problem' in read) return refuse(read.problem)
    const said = read.receipt
    const on = plain(said.responsibleOn)
    await store.setTaken(asking.db, id, { on, receipt: receipt.trim() })
    if (given.itemId) await finishWork(asking, given.itemId, { outcome: 'taken', on })
    const happened: Happening[] = [{ kind: 'transfer.taken', people: children, on, significant: true, subject: { kind: 'transferGiven', id } }]
    for (const plan of await currentPlans(asking, children)) {
      const theirs = plan.people.filter((one) => !one.endedOn && children.includes(one.personId)).map((one) => one.personId)
      const day = plan.startedOn > on ? plan.startedOn : on
      happened.push(...await endPlanFor(asking, plan.id, theirs, { on: day, reason: 'moved', words: `${given.toName} is responsible from ${said.responsibleOn}.` }))
    }
    for (const child of said.children.filter((one) => children.includes(one.id))) {
      if (!child.careFrom) continue
      const ended = await endsOurs(asking, child.id, plain(child.careFrom), given.toName)
      if ('problems' in ended) return refuse(`${ended.problems[0]?.problem ?? ''} Nothing was changed.`)
      happened.push(...ended.happened)
    }
    await letChairsGo(asking, children)
    await keepInStep(asking, children)
    return { answer: { id }, happened }
  },
})
