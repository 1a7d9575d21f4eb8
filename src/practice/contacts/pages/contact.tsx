import { isId, newId } from '../../../kernel/ids.ts'
import { shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Button } from '../../../platform/page/button.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { CardGrid, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { answer } from '../../../record/access/act.ts'
import { notFound } from '../../../kernel/errors.ts'
import { again, form, page, type Route } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { clockDueOn } from '../../../record/work/register.ts'
import { askToDecideAgain } from '../commands/again.ts'
import { cancelContact, finishTask, reopenContact } from '../commands/change.ts'
import { decideContact } from '../commands/decide.ts'
import { recommendOutcome } from '../commands/recommend.ts'
import type { Contact, Recommendation } from '../model/shown.ts'
import { outcomes, type Outcome } from '../model/recorded.ts'
import { contactOfReferral, readContact, readKnown, recommendationOf, takersFor, teamsOf, workAround, type KnownAbout } from '../queries.ts'
import { mayDecide } from '../rules/deciding.ts'
import { takerFrom } from '../rules/taking.ts'
import { fromWhom } from '../inWords.ts'
import { calledInWords, cameWhen, clockOf, titleOf } from '../rules/words.ts'
import { chosenFor, Decide, textIn, treeIn } from './decide.tsx'
import { Decided } from './decided.tsx'
import { Known } from './known.tsx'
import { Told } from './told.tsx'
import { Change } from './change.tsx'
import { Recommend, Recommended } from './recommend.tsx'

const isOpen = (item: WorkItem) => item.state === 'open' || item.state === 'waiting' || item.state === 'returned'

type Shown = Readonly<{
  contact: Contact; known: KnownAbout; work: readonly WorkItem[]; today: PlainDate; own: PlainDate | undefined; deciding: boolean; me: string
  recommended: Recommendation | undefined; recommends: boolean
  takers: Awaited<ReturnType<typeof takersFor>>; teams: Awaited<ReturnType<typeof teamsOf>>
}>

function Head({ contact, work, today, own }: Pick<Shown, 'contact' | 'work' | 'today' | 'own'>) {
  const due = work.find((item) => item.kind === 'contactDecision')?.dueOn
  const children = contact.people.filter((one) => one.role === 'child').map((one) => one.card)
  return (
    <PageHead title={titleOf(children)} lede={`From ${fromWhom(contact)}, ${cameWhen(contact)}`}
      before={<Breadcrumb steps={[{ label: 'Front door', href: '/contacts' }, { label: 'Contact' }]} />}
      end={contact.state === 'open' && due ? <><Clock {...clockOf(due, today)} />{own ? <p class="second">Our own measure: {own < today ? 'was due' : 'due'} {shortDay(own, today)}</p> : null}</> : undefined} />
  )
}

function View({ shown, frame, ask }: { shown: Shown; frame: Parameters<Parameters<typeof page>[1]['view']>[1]; ask: Parameters<Parameters<typeof page>[1]['view']>[2] }) {
  const { contact, known, work, today, deciding, takers, teams, me, recommended, recommends } = shown
  const due = work.find((item) => item.kind === 'contactDecision')?.dueOn
  const news = work.find((item) => isOpen(item) && item.workerId === me && (item.kind === 'newInformation' || item.kind === 'sealedMatch'))
  const workers = [...new Set(work.filter((item) => item.kind === 'newInformation').flatMap((item) => item.workerName ?? []))]
  const decision = contact.decisions.find((one) => !one.superseded)
  return (
    <Page {...frame} title={titleOf(contact.people.filter((one) => one.role === 'child').map((one) => one.card))} problemCount={ask.problems.length}>
      <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
      <Head contact={contact} work={work} today={today} own={shown.own} />
      {ask.query['done'] === 'recorded' ? <Confirmation title="Contact recorded.">{deciding ? 'You can decide now, or leave it: it stays in your work.' : 'It waits for a manager’s decision.'}</Confirmation> : null}
      {ask.query['done'] === 'added' ? <Confirmation title="Added to the contact.">Whoever decides sees them here.</Confirmation> : null}
      {ask.query['done'] === 'recommended' ? <Confirmation title="Kept with the contact.">Whoever decides reads it first, in their decisions.</Confirmation> : null}
      {ask.query['done'] === 'asked' ? <Confirmation title="Asked.">It waits with the managers of the front door. What was decided holds until they answer.</Confirmation> : null}
      {ask.query['done'] === 'reopened' ? <Confirmation title="Open again.">What was decided holds until the new decision.</Confirmation> : null}
      {contact.state === 'cancelled' ? <Message kind="wait" title="This contact was cancelled.">{contact.reason}</Message> : null}
      {workers.length > 0 ? <Message kind="theme" icon="people" title="Already open.">{listed(workers)} {workers.length === 1 ? 'works' : 'work'} with some of the children and {workers.length === 1 ? 'has' : 'have'} this contact in {workers.length === 1 ? 'their' : 'their'} work.</Message> : null}
      {news ? (
        <Message kind="soon" title={news.kind === 'sealedMatch' ? 'This may be about a sealed record you are on the list of.' : 'New information about children you work with.'}>
          <form method="post" action={`/contacts/${contact.id}`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="itemId" value={news.id} /><input type="hidden" name="outcome" value="read" /><Button kind="row" name="do" value="finish">I have read it</Button></form>
        </Message>
      ) : null}
      {decision && contact.state !== 'open' ? <Decided contact={contact} decision={decision} work={work} today={today} me={me} fresh={ask.query['done'] === 'decided'} /> : null}
      <CardGrid of={2}>
        <Told contact={contact} relationships={known.relationships} today={today} />
        <Known contact={contact} known={known} today={today} different={decision?.differentNow ?? (contact.state === 'open' ? 'Say it with the decision, below.' : 'Nobody wrote it down.')} />
      </CardGrid>
      {contact.state === 'open' && recommended ? <Recommended recommended={recommended} today={today} /> : null}
      {contact.state === 'open' && deciding ? <Decide contact={contact} known={known} takers={takers} teams={teams} body={ask.body} problems={ask.problems} today={today} late={due !== null && due !== undefined && today > due} /> : null}
      {contact.state === 'open' && !deciding ? <Message kind="wait" icon="history" title="Waits for a decision.">A manager who is social-work-qualified decides{due ? `, by ${shortDay(due, today)}` : ''}.</Message> : null}
      {contact.state === 'open' && recommends ? <Recommend contact={contact} recommended={recommended} body={ask.body} problems={ask.problems} /> : null}
      {contact.decisions.filter((one) => one.superseded || (one === decision && contact.state === 'open')).map((one) => <Decided contact={contact} decision={one} work={[]} today={today} me={me} earlier />)}
      <Change contact={contact} deciding={deciding} work={work} open={ask.query['put'] === 'again'} />
    </Page>
  )
}

/** `/contacts/:id`: what was told, what is known, and one decision. */
const contactPage = page('/contacts/:id', {
  what: 'contacts.one', may: 'record.read',
  load: async (asking, ask): Promise<Shown> => {
    const id = ask.params['id'] ?? ''
    if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound('We could not find that contact.')
    const contact = await readContact(asking, id)
    const deciding = mayDecide(asking.actor)
    const open = contact.state === 'open' && deciding
    const work = await workAround(asking, contact)
    const step = work.find((item) => item.kind === 'contactDecision')
    return {
      contact, known: await readKnown(asking, contact), work, own: step ? await clockDueOn(asking, 'contact.decided.own', step.id) : undefined, today: asking.today, deciding, me: asking.actor.id,
      recommended: await recommendationOf(asking, id), recommends: !deciding && may(asking.actor, 'record.write'),
      takers: open ? await takersFor(asking, contact.people.map((one) => one.personId)) : [], teams: open ? await teamsOf(asking) : [],
    }
  },
  view: (shown, frame, ask) => <View shown={shown} frame={frame} ask={ask} />,
})

const isOutcome = (text: string): text is Outcome => outcomes.some((one) => one === text)

const takeDecision: Route['run'] = async (caller, ask, around) => {
  const contactId = ask.params['id'] ?? ''
  const children = await answer(caller, 'contacts.one', 'record.read', async (asking) => (await readContact(asking, contactId)).people.filter((one) => one.role === 'child'))
  const each = children.flatMap((one) => {
    const { outcome, reason } = chosenFor(ask.body, one.personId)
    return isOutcome(outcome) ? [{ personId: one.personId, outcome, ...(reason.trim() ? { reason: reason.trim() } : {}) }] : []
  })
  const missing = children.filter((one) => !each.some((chosen) => chosen.personId === one.personId))
  const nobodyYet = missing.length === children.length && children.length > 1
  const problems = nobodyYet ? [{ question: 'outcome.all', problem: 'Choose what we will do, for all of them or for each child.' }] : missing.map((one) => ({ question: `outcome.${one.personId}`, problem: `Choose what we will do for ${calledInWords(one.card)}.` }))
  const reason = textIn(ask.body, 'reason').trim()
  if (reason === '') problems.push({ question: 'reason', problem: 'Say why, in a sentence or two. The family can read it.' })
  if (problems.length > 0) return again(contactPage, problems)(caller, ask, around)
  const taker = each.some((one) => one.outcome === 'referral') ? takerFrom(textIn(ask.body, 'taker')) : {}
  const writeTo = Object.entries(treeIn(ask.body, 'writeTo')).flatMap(([id, value]) => (value === 'yes' ? [id] : []))
  const lateReason = textIn(ask.body, 'lateReason')
  const differentNow = textIn(ask.body, 'differentNow').trim()
  const outcome = await decideContact.perform(caller, {
    contactId, outcomes: each, reason, ...taker, tellReferrer: textIn(ask.body, 'tellReferrer') === 'yes', writeTo, ...(lateReason ? { lateReason } : {}), ...(differentNow ? { differentNow } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(contactPage, outcome.problems)(caller, ask, around)
  return { go: `/contacts/${contactId}?done=decided` }
}

const takeRecommendation: Route['run'] = async (caller, ask, around) => {
  const contactId = ask.params['id'] ?? ''
  const outcome = textIn(ask.body, 'recommended')
  const reason = textIn(ask.body, 'recommendedWhy').trim()
  const problems = [
    ...(isOutcome(outcome) ? [] : [{ question: 'recommended', problem: 'Choose what you think we should do.' }]),
    ...(reason === '' ? [{ question: 'recommendedWhy', problem: 'Say why, in a sentence or two. It stands in the record when the manager agrees.' }] : []),
  ]
  if (problems.length > 0) return again(contactPage, problems)(caller, ask, around)
  const came = await recommendOutcome.perform(caller, { contactId, outcome, reason }, ask.commandId)
  return 'problems' in came ? again(contactPage, came.problems)(caller, ask, around) : { go: `/contacts/${contactId}?done=recommended` }
}

const takeChange = form('/contacts/:id', async (caller, ask, around) => {
  const contactId = ask.params['id'] ?? ''
  const action = textIn(ask.body, 'do')
  if (action === 'finish') {
    const reason = textIn(ask.body, 'taskReason').trim()
    const outcome = await finishTask.perform(caller, { itemId: textIn(ask.body, 'itemId'), outcome: textIn(ask.body, 'outcome'), ...(reason ? { reason } : {}) }, ask.commandId)
    return 'problems' in outcome ? again(contactPage, outcome.problems)(caller, ask, around) : { go: `/contacts/${contactId}` }
  }
  if (action === 'recommend') return takeRecommendation(caller, ask, around)
  if (action !== 'reopen' && action !== 'cancel' && action !== 'askAgain') return takeDecision(caller, ask, around)
  const reason = textIn(ask.body, 'changeReason').trim()
  if (reason === '') return again(contactPage, [{ question: 'changeReason', problem: action === 'cancel' ? 'Say why it is cancelled.' : 'Say why it is opened again.' }])(caller, ask, around)
  const outcome = await (action === 'cancel' ? cancelContact : action === 'askAgain' ? askToDecideAgain : reopenContact).perform(caller, { contactId, reason }, ask.commandId)
  if ('problems' in outcome) return again(contactPage, outcome.problems)(caller, ask, around)
  return { go: action === 'cancel' ? `/contacts/${contactId}` : action === 'askAgain' ? `/contacts/${contactId}?done=asked` : `/contacts/${contactId}?done=reopened#decide` }
})

/** A referral is read where it was decided: at its contact, or at the family when it came from another system. */
const referralRoute: Route = {
  method: 'GET', path: '/referrals/:id',
  run: async (caller, ask) => {
    const contactId = await answer(caller, 'contacts.referral', 'record.read', (asking) => (isId(ask.params['id'] ?? '') ? contactOfReferral(asking, ask.params['id'] ?? '') : Promise.resolve(undefined)))
    if (!contactId) throw notFound('We could not find that referral.')
    return { go: `/contacts/${contactId}#decided` }
  },
}

export const contactRoutes: readonly Route[] = [contactPage, takeChange, referralRoute]
