import { overdueReasons } from '../../../content/codes/work.ts'
import { listNow } from '../../record/access/own/now.ts'
import { shortDay, dayOf, timeOf, type PlainDate } from '../../kernel/dates.ts'
import { isId } from '../../kernel/ids.ts'
import { counted, listed } from '../../kernel/phrasing.ts'
import { answer } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import { ageInWords } from '../../record/people/marks.ts'
import type { WorkItem } from '../../record/work/model.ts'
import type { DecisionField, DecisionRead, DecisionTeller } from '../../record/work/decisions/model.ts'
import { itemFor } from '../../record/work/register.ts'
import { decideToReopen } from './commands/again.ts'
import { allocateReferral, returnReferral } from './commands/allocate.ts'
import { decideContact } from './commands/decide.ts'
import type { Contact } from './model/shown.ts'
import { contactOfReferral, readContact, readKnown, recommendationOf, routineAmong, takersFor, teamsOf } from './queries.ts'
import { mayDecide } from './rules/deciding.ts'
import { fitting, takerFrom, takerInWords, takerValue } from './rules/taking.ts'
import { fromWhom } from './inWords.ts'
import { calledInWords, cameWhen, outcomeLabels, titleOf } from './rules/words.ts'

const childrenOf = (contact: Contact) => contact.people.filter((one) => one.role === 'child')
const agesIn = (contact: Contact, asking: Asking): string => listed(childrenOf(contact).map(({ card }) => `${calledInWords(card)} ${ageInWords(card, asking.today)}`))
const firstName = (name: string | null | undefined): string => name?.split(' ')[0] ?? 'whoever wrote it'

const lateField = (item: WorkItem, today: PlainDate): DecisionField[] => (item.dueOn && today > item.dueOn ? [{
  name: 'lateReason', label: 'Why is it later than one working day?', empty: 'Choose a reason', options: listNow(overdueReasons, today).codes.map((one) => ({ value: one.code, label: one.label })),
}] : [])

/** A contact: what was told, what is known, and what the worker recommends; without a recommendation it is decided on its own page. */
async function readContactDecision(asking: Asking, item: WorkItem): Promise<DecisionRead> {
  const contact = await readContact(asking, item.subjectId ?? '')
  const recommended = await recommendationOf(asking, contact.id)
  const known = await readKnown(asking, contact)
  const children = childrenOf(contact)
  const names = listed(children.map((one) => calledInWords(one.card)))
  const href = `/contacts/${contact.id}`
  const before = known.earlier.length === 0 ? 'Nothing is on the record from before.' : `${known.earlier.slice(0, 3).map((one) => `${shortDay(one.on, asking.today)}: ${one.title}. ${one.words ?? ''}`.trim()).join('\n\n')}${known.earlier.length > 3 ? `\n\nAnd ${counted(known.earlier.length - 3, 'more', 'more')} on the contact’s page.` : ''}`
  const workers = known.involved.flatMap((one) => one.worker ?? one.team ?? [])
  return {
    title: titleOf(children.map((one) => one.card)),
    lede: `${agesIn(contact, asking)}. From ${fromWhom(contact)}, ${cameWhen(contact)}.`,
    whole: { href, words: 'The whole contact' },
    ...(recommended
      ? { asked: `${(outcomeLabels[recommended.outcome] ?? recommended.outcome).toLowerCase()} for ${names}. ${recommended.by} recommends it.`, said: [{ title: `Why, by ${recommended.by}, ${shortDay(dayOf(recommended.at), asking.today)} at ${timeOf(recommended.at)}`, words: recommended.reason, hue: 'slate' as const }] }
      : { askedTitle: 'You are asked to decide:', asked: `what we do for ${names}.`, said: [] }),
    meaning: { title: 'What they told us', words: contact.words },
    changed: { title: 'What we already know', before: 'On the record', now: 'Now', rows: [{ what: names, before, now: workers.length > 0 ? `${listed([...new Set(workers)])} ${workers.length === 1 ? 'works' : 'work'} with them.` : 'Nobody works with them.' }, ...(contact.inDanger === 'yes' ? [{ what: 'In danger now', before: '', now: 'Yes, whoever told us thinks so.' }] : [])] },
    ...(recommended && recommended.outcome !== 'referral' ? { agree: 'Agree', fields: lateField(item, asking.today) } : { agree: { href: `${href}#decide`, words: 'Open it and decide' } }),
    from: firstName(contact.recordedBy),
    remark: recommended && recommended.outcome !== 'referral' ? 'For all the children. To decide differently for one, open the whole contact.' : 'Choices for each child, and who takes it, are on its own page.',
  }
}

/** A referral that waits for a worker: who may take it, who fits best and why. */
async function readAllocation(asking: Asking, item: WorkItem): Promise<DecisionRead> {
  const contactId = item.subjectId ? await contactOfReferral(asking, item.subjectId) : undefined
  const contact = contactId ? await readContact(asking, contactId) : undefined
  const decision = contact?.decisions.find((one) => !one.superseded)
  const takers = await takersFor(asking, item.people.map((one) => one.id))
  const mine = takers.filter((taker) => taker.teamId === item.teamId)
  const best = fitting(mine.length > 0 ? mine : takers, item.people.length)
  const teams = (await teamsOf(asking)).filter((team) => team.kind === 'team' && team.id !== item.teamId)
  return {
    title: `Allocate ${listed(item.people.map((one) => one.given || one.name))}`,
    lede: `${listed(item.people.map((one) => `${one.given || one.name} ${ageInWords({ ...one, bornAbout: 'day', diedOn: null }, asking.today)}`))}. ${item.teamName ?? 'No team'}, since ${shortDay(item.openedOn, asking.today)}.`,
    ...(contact ? { whole: { href: `/contacts/${contact.id}`, words: 'The contact and the decision' } } : {}),
    askedTitle: 'You are asked to choose:', asked: 'who does the assessment for all of them.',
    ...(decision ? { meaning: { title: `Why, by ${decision.decidedBy}`, words: decision.reason } } : {}),
    said: contact ? [{ title: `What ${fromWhom(contact)} told us`, words: contact.words.length > 600 ? `${contact.words.slice(0, 600)}…` : contact.words, hue: 'slate' }] : [],
    fields: [
      { name: 'taker', label: 'Who takes it', empty: 'Choose a worker', value: best ? takerValue(best) : '', options: [
        ...[...mine, ...takers.filter((taker) => taker.teamId !== item.teamId)].map((taker) => ({ value: takerValue(taker), label: `${takerInWords(taker)}${taker === best ? ' (fits best)' : ''}`, group: taker.team })),
        ...teams.map((team) => ({ value: team.id, label: `${team.name}, its manager allocates`, group: 'Another team' }))] },
      ...lateField(item, asking.today),
    ],
    agree: 'Allocate', ...(contact ? { giveBack: 'Return to the front door' } : {}),
    from: firstName(decision?.decidedBy), remark: 'They find it in My work at once. Nobody signs it.',
  }
}

async function readReopening(asking: Asking, item: WorkItem): Promise<DecisionRead> {
  const contact = await readContact(asking, item.subjectId ?? '')
  const decision = contact.decisions.find((one) => !one.superseded)
  return {
    title: `Decide again: ${titleOf(childrenOf(contact).map((one) => one.card))}`, lede: `${agesIn(contact, asking)}. From ${fromWhom(contact)}, ${cameWhen(contact)}.`, whole: { href: `/contacts/${contact.id}`, words: 'The whole contact' },
    asked: `the contact is opened and decided again. ${item.askedByName ?? 'Somebody'} asks for it.`,
    ...(decision ? { meaning: { title: `Decided by ${decision.decidedBy}`, words: decision.reason } } : {}), said: [{ title: `Why, by ${item.askedByName ?? 'whoever asked'}`, words: item.words ?? '', hue: 'slate' }],
    agree: 'Open it again', giveBack: 'Leave it as it is', from: firstName(item.askedByName), remark: 'What was decided holds until the new decision.',
  }
}

/** What the front door asks of managers. */
export const decisionTellers: readonly DecisionTeller[] = [
  {
    kind: 'contactDecision', title: () => 'Decide on a contact', may: mayDecide, everyManager: true, done: 'Decided', read: readContactDecision,
    routine: async (asking, items) => routineAmong(asking, items),
    decide: async (caller, { itemId, comment, fields }, commandId) => {
      const found = await answer(caller, 'contacts.one', 'contact.decide', async (asking) => {
        const item = await itemFor(asking, itemId)
        const contact = await readContact(asking, item.subjectId ?? '')
        return { contact, recommended: await recommendationOf(asking, contact.id) }
      })
      const { contact, recommended } = found
      if (!recommended || recommended.outcome === 'referral') return { problems: [{ question: 'decision', problem: 'Nobody has recommended anything to agree to. Open the contact and decide there.' }] }
      return decideContact.perform(caller, {
        contactId: contact.id, outcomes: childrenOf(contact).map((one) => ({ personId: one.personId, outcome: recommended.outcome })), reason: [recommended.reason, comment?.trim()].filter(Boolean).join('\n\n'),
        tellReferrer: contact.fromKind !== 'anonymous', ...(fields['lateReason'] ? { lateReason: fields['lateReason'] } : {}),
      }, commandId)
    },
  },
  {
    kind: 'allocation', title: () => 'Allocate a referral', done: 'Allocated', read: readAllocation,
    routine: async (_asking, items) => new Set(items.map((item) => item.id)),
    decide: async (caller, { itemId, decision, comment, fields }, commandId) => {
      const reason = comment?.trim() ?? ''
      if (decision === 'return') return reason === '' ? { problems: [{ question: 'comment', problem: 'Say why the team cannot take it, so that the front door can decide again.' }] } : returnReferral.perform(caller, { itemId, reason }, commandId)
      const { teamId, workerId } = takerFrom(fields['taker'] ?? '')
      if (!isId(teamId ?? '')) return { problems: [{ question: 'taker', problem: 'Choose who takes it.' }] }
      const why = fields['lateReason'] || reason
      return allocateReferral.perform(caller, { itemId, teamId, ...(workerId ? { workerId } : {}), ...(why ? { reason: why } : {}) }, commandId)
    },
  },
  {
    kind: 'reopenRequest', title: () => 'Decide a contact again', may: mayDecide, done: 'Opened again', read: readReopening,
    decide: (caller, { itemId, decision, comment }, commandId) => decideToReopen.perform(caller, { itemId, decision, ...(comment ? { comment } : {}) }, commandId),
  },
]
