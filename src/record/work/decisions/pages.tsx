import { isId, newId } from '../../../kernel/ids.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Button, ButtonLink } from '../../../platform/page/button.tsx'
import { DecisionInbox } from '../../../platform/page/decision-card.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { answer } from '../../access/act.ts'
import { again, form, page, type Ask, type Route } from '../../access/page.ts'
import { askFirst, withdrawQuestion } from '../questions/commands.ts'
import { questionsAbout } from '../questions/queries.ts'
import { itemFor } from '../register.ts'
import { whoOf } from '../trayRows.ts'
import { decisionTellerOf, decisionsFor, readDecision } from './queries.ts'
import { Reading, textOf, treeOf } from './reading.tsx'
import { isLate, linkOf, listOf, titleOf } from './rows.ts'
import { severalRoutes } from './several.tsx'

const readable = (kind: string): boolean => { const teller = decisionTellerOf(kind); return teller !== undefined && 'read' in teller }

/** The one inbox of decisions: a list, the soonest due first, and beside it what is asked, read and decided in place. */
const shown = page('/decisions', {
  what: 'page.decisions',
  may: 'decisions.read',
  load: async (asking, ask) => {
    const inbox = await decisionsFor(asking)
    const wanted = [textOf(ask.body['itemId']), ask.query['item'] ?? ''].find(isId)
    const first = inbox.items.find((item) => item.id === wanted) ?? inbox.items.find((item) => readable(item.kind)) ?? inbox.items[0]
    const open = first && readable(first.kind) ? { ...(await readDecision(asking, first.id)), questions: await questionsAbout(asking, first.id) } : undefined
    const done = ask.query['done'] && isId(ask.query['done']) ? await itemFor(asking, ask.query['done']) : undefined
    return { inbox, first, open, done, today: asking.today, me: asking.actor.id }
  },
  view: ({ inbox, first, open, done, today, me }, frame, ask) => {
    const list = listOf(inbox, first?.id, today, 'items')
    const asked = inbox.items.filter((item) => item.state === 'waiting').length
    const waiting = list.length - asked
    const late = inbox.items.filter((item) => isLate(item, today)).length
    const routine = list.filter((one) => one.routine).length
    const after = inbox.items[inbox.items.findIndex((item) => item.id === first?.id) + 1]
    return (
      <Page {...frame} title="Decisions waiting for you" place="decisions" problemCount={ask.problems.length}>
        <div id="decisions" class="stack-gap" data-in-place>
          <PageHead title="Decisions waiting for you"
            lede={list.length === 0 ? 'Nothing waits for you.' : `${waiting === 0 ? 'Nothing waits for you' : sentence(counted(waiting, 'decision', 'decisions'))}.${late > 0 ? ` ${sentence(counted(late, 'is', 'are'))} late.` : waiting > 0 ? ' None is late.' : ''}${asked > 0 ? ` ${sentence(counted(asked, 'waits', 'wait'))} for an answer.` : ''}`}
            end={<Done done={done} was={ask.query['was'] ?? ''} agreed={ask.query['agreed']} undone={ask.query['undone'] !== undefined} taken={ask.query['taken'] !== undefined} who={done ? whoOf(done.people, today) : ''} />} />
          {list.length === 0 ? <EmptyState title="You are up to date.">What others ask you to decide appears here, the soonest due first.</EmptyState> : (
            <DecisionInbox listTitle="Soonest due first" list={list} batch={routine > 1 ? (
              <form method="post" action="/decisions/several" id="batch" class="inbox-several"><span>Several of these are routine. Tick them, then read each.</span><Button kind="row">Read those ticked…</Button></form>) : undefined}>
              {open ? <Reading item={open.item} read={open.read} questions={open.questions} ask={ask} today={today} me={me} {...(after ? { next: `${titleOf(after)}, ${whoOf(after.people, today)}` } : {})} />
                : first ? <EmptyState title={titleOf(first)}><ButtonLink kind="primary" href={linkOf(first)}>Open it</ButtonLink></EmptyState>
                  : <EmptyState title="Choose one from the list.">Each opens where it is decided.</EmptyState>}
            </DecisionInbox>
          )}
        </div>
      </Page>
    )
  },
})

/** What was done just now, in a line, with the way back while there is one. */
const Done = ({ done, was, agreed, undone, taken, who }: { done: Awaited<ReturnType<typeof itemFor>> | undefined; was: string; agreed: string | undefined; undone: boolean; taken: boolean; who: string }) => {
  if (undone) return <Confirmation title="Taken back.">It waits for you again.</Confirmation>
  if (taken) return <Confirmation title="The question is taken back.">You can decide, or ask something else.</Confirmation>
  if (agreed && /^\d+$/.test(agreed)) return <Confirmation title={`${sentence(counted(Number(agreed), 'decision', 'decisions'))} agreed.`}>Each is kept with its own words.</Confirmation>
  if (!done) return null
  const teller = decisionTellerOf(done.kind)
  const words = was === 'ask' ? 'Asked:' : was === 'return' ? 'Returned:' : `${teller?.done ?? 'Agreed'}:`
  const undoes = was !== 'ask' && teller !== undefined && 'undo' in teller && teller.undo !== undefined
  return (
    <Confirmation title={words} undo={undoes ? <form class="inline-form" method="post" action="/decisions/undo"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="itemId" value={done.id} /><Button kind="quiet" about={`: ${titleOf(done)}`}>Undo</Button></form> : undefined}>
      {titleOf(done)}, {who}.{was === 'ask' ? ' The answer comes back here.' : ''}
    </Confirmation>
  )
}

const kindOf = (ask: Ask, caller: Parameters<Route['run']>[0]): Promise<string> => answer(caller, 'decisions.look', 'work.decide', async (asking) => (await itemFor(asking, textOf(ask.body['itemId']))).kind)

/** Agreed, returned or asked about; the next one opens in its place. */
const decide = form('/decisions', async (caller, ask, around) => {
  const itemId = textOf(ask.body['itemId'])
  const teller = decisionTellerOf(await kindOf(ask, caller))
  if (!teller || !('decide' in teller)) return { go: '/decisions' }
  const decision = textOf(ask.body['decision'])
  const comment = textOf(ask.body['comment'])
  if (decision === 'ask' && comment.trim() === '') return again(shown, [{ question: 'comment', problem: 'Write what you want to know.' }])(caller, ask, around)
  const fields = Object.fromEntries(Object.entries(treeOf(ask.body['field'])).map(([name, value]) => [name, textOf(value)]))
  const outcome = decision === 'ask' ? await askFirst.perform(caller, { itemId, question: comment.trim() }, ask.commandId) : await teller.decide(caller, { itemId, decision, fields, ...(comment.trim() ? { comment } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(shown, outcome.problems)(caller, ask, around)
  return { go: `/decisions?done=${itemId}&was=${decision === 'return' || decision === 'ask' ? decision : 'agree'}` }
})
const undo = form('/decisions/undo', async (caller, ask, around) => {
  const itemId = textOf(ask.body['itemId'])
  const teller = decisionTellerOf(await kindOf(ask, caller))
  if (!teller || !('undo' in teller) || !teller.undo) return { go: '/decisions' }
  const outcome = await teller.undo(caller, { itemId }, ask.commandId)
  if ('problems' in outcome) return again(shown, outcome.problems)(caller, { ...ask, body: {} }, around)
  return { go: `/decisions?item=${itemId}&undone=1` }
})
const withdraw = form('/decisions/withdraw', async (caller, ask, around) => {
  const outcome = await withdrawQuestion.perform(caller, { questionId: textOf(ask.body['questionId']) }, ask.commandId)
  if ('problems' in outcome) return again(shown, outcome.problems)(caller, ask, around)
  return { go: `/decisions?item=${textOf(ask.body['itemId'])}&taken=1` }
})
export const decisionRoutes: readonly Route[] = [shown, decide, undo, withdraw, ...severalRoutes]
