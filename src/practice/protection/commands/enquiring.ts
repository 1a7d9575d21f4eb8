import { section47Enquiry } from '../../../../content/forms/section47Enquiry.ts'
import { childProtection } from '../../../../content/pathways/childProtection.ts'
import { followEach } from '../../../engine/pathways/follow.ts'
import { asAsked } from '../../../engine/forms/frozen.ts'
import { parted } from '../../../engine/forms/parting.ts'
import { problemsOnFinish, wrongAnswers } from '../../../engine/forms/problems.ts'
import { conflict, notAllowed, notFound, type Problem } from '../../../kernel/errors.ts'
import { command } from '../../../record/access/act.ts'
import type { Asking, Happening } from '../../../record/access/model.ts'
import { ChooseText } from '../../../record/answers/model.ts'
import * as answers from '../../../record/answers/register.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { finishWork, itemFor, managerOf, manages, moveClock, openWork, peopleOfItem, reopenWork } from '../../../record/work/register.ts'
import { DecideEnquiry, OfItem, SaveEnquiry, type Enquiry } from '../model.ts'
import { aboutOf, conferenceKind, factsOf } from '../rules.ts'
import * as store from '../store.ts'
import { openStep } from './opening.ts'

const conferenceClock = 'initialConference.held'
const by = (asking: Asking): store.By => ({ at: asking.now, by: asking.actor.id })

/** The enquiry of a piece of work. @throws NotFound */
export async function enquiryOf(asking: Asking, itemId: string): Promise<{ item: WorkItem; enquiry: Enquiry }> {
  const item = await itemFor(asking, itemId)
  const enquiry = await store.ofItem(asking.db, itemId)
  if (!enquiry) throw notFound('We could not find that enquiry.')
  return { item, enquiry }
}

async function writable(asking: Asking, itemId: string) {
  const found = await enquiryOf(asking, itemId)
  if (found.enquiry.state !== 'open' && found.enquiry.state !== 'returned') throw conflict('This enquiry was sent. Ask for it to be returned to write in it.')
  const formId = found.enquiry.formId ?? (await answers.openForm(asking, { definition: section47Enquiry, domain: 'children', itemId, about: aboutOf(found.item) }))
  if (!found.enquiry.formId) await store.setForm(asking.db, found.enquiry.id, formId)
  return { ...found, formId }
}

/** Keeps what was written: for all the children, and where one differs. */
export const saveEnquiry = command('protection.saveEnquiry', SaveEnquiry, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, changes }) => {
    const { formId } = await writable(asking, itemId)
    const clashes = await answers.saveForm(asking, formId, section47Enquiry, changes)
    const wrong = wrongAnswers(section47Enquiry, (await answers.readForm(asking, formId)).answers)
    if (wrong.length > 0) return { problems: wrong }
    return { answer: { saved: true, clashes } }
  },
})

/** Chooses between two texts that were written in one place of an enquiry. */
export const settleEnquiry = command('protection.settleEnquiry', ChooseText, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, clashId, choose }) => {
    const { formId } = await writable(asking, itemId)
    await answers.chooseText(asking, formId, section47Enquiry, clashId, choose)
    return { answer: { settled: true } }
  },
})

const dayMistakes = (facts: ReturnType<typeof factsOf>, today: string): Problem[] =>
  facts.people.some((one) => (one.seenOn ?? '') > today || (one.seenAloneOn ?? '') > today) ? [{ question: 'enquirySeenOn', problem: 'This day has not come yet. Give the day the child was seen.' }] : []

/** Sends the enquiry to the one manager who agrees it. */
export const sendEnquiry = command('protection.sendEnquiry', OfItem, {
  may: 'record.write',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId }) => {
    const { item, enquiry, formId } = await writable(asking, itemId)
    const form = await answers.readForm(asking, formId)
    const about = aboutOf(item)
    const facts = factsOf(section47Enquiry, form.answers, about)
    const problems = [...problemsOnFinish(section47Enquiry, form.answers, form.proposals, about), ...dayMistakes(facts, asking.today)]
    if (problems.length > 0) return { problems }
    const { shared, own } = parted(asAsked(section47Enquiry, form.answers, about), form.answers)
    await answers.freezeWords(asking, formId, shared, own)
    for (const person of facts.people) await store.setPerson(asking.db, enquiry.id, person)
    const people = about.children.map((child) => child.id)
    const teamId = item.teamId ?? asking.actor.teams[0] ?? null
    const manager = teamId ? await managerOf(asking.db, teamId, [asking.actor.id, ...(item.workerId ? [item.workerId] : [])]) : undefined
    const signOffId = await openWork(asking, {
      kind: 'section47SignOff', domain: 'children', people, subject: { kind: 'enquiry', id: enquiry.id }, parentId: item.id, teamId, workerId: manager?.id ?? null, askedBy: asking.actor.id, dueOn: item.dueOn ?? undefined,
      pathway: childProtection.id, pathwayVersion: childProtection.version, involves: false,
    })
    await store.setSent(asking.db, by(asking), enquiry.id, signOffId)
    await moveClock(asking, conferenceClock, itemId, signOffId)
    await finishWork(asking, itemId, { outcome: 'finished' })
    return { answer: { signOffId, sentTo: manager?.name ?? 'the head of service' }, happened: [{ kind: 'protection.enquirySent', people, on: asking.today, subject: { kind: 'enquiry', id: enquiry.id } }] }
  },
})

/** One manager agrees what comes of the enquiry for each child, or returns it. Nobody agrees their own work. */
export const decideEnquiry = command('protection.decideEnquiry', DecideEnquiry, {
  may: 'work.decide',
  people: ({ itemId }, db) => peopleOfItem(db, itemId),
  run: async (asking, { itemId, decision, comment }) => {
    const { item: signOff, enquiry } = await enquiryOf(asking, itemId)
    if (signOff.kind !== 'section47SignOff' || !enquiry.itemId) throw notFound('We could not find that decision.')
    const work = await itemFor(asking, enquiry.itemId)
    if ([enquiry.sentBy, signOff.askedBy, work.workerId].includes(asking.actor.id)) throw notAllowed('Nobody agrees their own work. Another manager decides on this one.')
    if (signOff.workerId !== asking.actor.id && !(await manages(asking.db, asking.actor.id, signOff.teamId))) throw notAllowed('The manager of the team decides on this. Ask them, or whoever stands in for them.')
    if (enquiry.state !== 'sent' || enquiry.signOffId !== itemId || signOff.state === 'done') return { problems: [{ question: 'decision', problem: 'Somebody has decided on this already. Open it again to see what was decided.' }] }
    const said = comment?.trim() ?? ''
    if (decision === 'return' && !said) return { problems: [{ question: 'comment', problem: 'Say what should change.' }] }
    await store.insertDecision(asking.db, by(asking), { enquiryId: enquiry.id, decision, comment: said || null })
    const happened = decision === 'agree' ? await agree(asking, signOff, work, enquiry) : await giveBack(asking, signOff, work, enquiry, said)
    return { answer: { decided: decision }, happened }
  },
})

async function agree(asking: Asking, signOff: WorkItem, work: WorkItem, enquiry: Enquiry): Promise<Happening[]> {
  const subject = { kind: 'enquiry', id: enquiry.id }
  const people = enquiry.people.map((one) => one.personId)
  await store.setFinished(asking.db, enquiry.id, asking.today)
  if (enquiry.formId) {
    const form = await answers.readForm(asking, enquiry.formId)
    await answers.setFormState(asking, enquiry.formId, 'finished')
    for (const said of factsOf(section47Enquiry, form.answers, aboutOf(work)).said) await store.insertVoice(asking.db, by(asking), { ...said, on: enquiry.people.find((one) => one.personId === said.personId)?.seenOn ?? asking.today, to: enquiry.sentByName ?? 'the worker', enquiryId: enquiry.id })
  }
  const outcomes = Object.fromEntries(enquiry.people.flatMap((one) => (one.outcome ? [[one.personId, one.outcome]] : [])))
  for (const next of followEach(childProtection, 'section47SignOff', outcomes)) {
    const about = work.people.filter((person) => next.people.includes(person.id))
    if (next.step === 'arrangeConference') {
      const itemId = await openWork(asking, {
        kind: 'arrangeMeeting', section: conferenceKind(about), domain: 'children', people: next.people, subject, parentId: work.id, workerId: work.workerId, teamId: work.teamId, askedBy: asking.actor.id, dueOn: signOff.dueOn ?? undefined, duty: conferenceClock,
        pathway: childProtection.id, pathwayVersion: childProtection.version, involves: false,
      })
      await moveClock(asking, conferenceClock, signOff.id, itemId)
    } else await openStep(asking, { kind: next.step, people: next.people, subject, parentId: work.id, workerId: work.workerId, teamId: work.teamId, duty: next.duties[0] ?? '', from: asking.today, askedBy: asking.actor.id })
  }
  // No conference follows: its clock ends neither met nor missed.
  await finishWork(asking, signOff.id, { outcome: 'agreed', clocks: 'stopped' })
  const said = enquiry.formId ? [{ kind: 'protection.enquiryFinished', people, on: asking.today, significant: true, subject }] : []
  return said
}

async function giveBack(asking: Asking, signOff: WorkItem, work: WorkItem, enquiry: Enquiry, comment: string): Promise<Happening[]> {
  await store.setReturned(asking.db, enquiry.id)
  if (enquiry.formId) await answers.setFormState(asking, enquiry.formId, 'returned')
  await moveClock(asking, conferenceClock, signOff.id, work.id)
  await finishWork(asking, signOff.id, { outcome: 'returned', reason: comment })
  await reopenWork(asking, work.id, comment)
  return [{ kind: 'protection.enquiryReturned', people: work.people.map((person) => person.id), on: asking.today, subject: { kind: 'enquiry', id: enquiry.id } }]
}
