import { isId, newId } from '../../../kernel/ids.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Tick } from '../../../platform/page/fields/choice.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { Account, Quote } from '../../../platform/page/words.tsx'
import type { Problem } from '../../../kernel/errors.ts'
import { answer } from '../../access/act.ts'
import { again, form, page, type Ask, type Route } from '../../access/page.ts'
import { decisionTellerOf, decisionsFor, readDecision } from './queries.ts'
import { Fields, textOf, treeOf } from './reading.tsx'

const most = 20
const listIn = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && isId(one))
const chosenIn = (ask: Ask): string[] => [...new Set(listIn(ask.body['items']))].slice(0, most)
const problemOf = (ask: Ask, id: string): Problem[] => ask.problems.filter((one) => one.question.startsWith(`${id}.`)).map((one) => ({ ...one, question: one.question.slice(id.length + 1) }))

/** Several routine decisions at once: the words of each stand here, each can be left out, and each is decided and audited on its own. */
const severalPage = page('/decisions/several', {
  what: 'page.decisions.several',
  may: 'work.decide',
  load: async (asking, ask) => {
    const inbox = await decisionsFor(asking)
    const chosen = inbox.items.filter((item) => chosenIn(ask).includes(item.id) && inbox.routine.has(item.id))
    const found: Awaited<ReturnType<typeof readDecision>>[] = []
    for (const item of chosen) found.push(await readDecision(asking, item.id))
    return { found, asked: chosenIn(ask).length }
  },
  view: ({ found, asked }, frame, ask) => (
    <Page {...frame} title="Read, then agree several" place="decisions" problemCount={ask.problems.length}>
      <div id="decisions" class="stack-gap" data-in-place>
        <PageHead title="Read, then agree several" before={<a href="/decisions">Decisions</a>} lede={found.length === 0 ? 'Nothing is chosen.' : `${sentence(counted(found.length, 'decision', 'decisions'))}, each kept on its own. Take out what you want to think about.`} />
        {asked > found.length && asked > 0 ? <Message kind="soon" title="Not all of them are here.">Something changed meanwhile, or it has to be decided by itself. It is still in your list.</Message> : null}
        {found.length === 0 ? <EmptyState title="Nothing to agree here."><ButtonLink href="/decisions">Back to the list</ButtonLink></EmptyState> : (
          <form method="post" action="/decisions/several" class="stack-gap">
            {found.map(({ item, read }) => {
              const problems = problemOf(ask, item.id)
              return (
                <Card title={read.title} id={`of-${item.id}`} lede={read.lede}>
                  <div class="stack-small">
                    {problems.map((one) => <Message kind="late" title={one.problem} />)}
                    <Message kind="theme" title={read.askedTitle ?? 'You are asked to agree:'}>{read.asked}</Message>
                    {read.meaning ? <div><h3>{read.meaning.title}</h3><Account text={read.meaning.words} /></div> : null}
                    {read.said.map((said) => <div><h3>{said.title}</h3><Quote hue={said.hue} words={said.words} /></div>)}
                    {read.fields ? <Fields fields={read.fields} at={`field.${item.id}`} sent={treeOf(treeOf(ask.body['field'])[item.id])} problems={problems} /> : null}
                    <input type="hidden" name={`command.${item.id}`} value={textOf(treeOf(ask.body['command'])[item.id]) || newId()} />
                    <Tick name="items" id={`with-${item.id}`} value={item.id} label={<>{typeof read.agree === 'string' ? read.agree : 'Agree'}<span class="unseen">: {read.title}</span></>} checked />
                    {read.whole ? <a href={read.whole.href}>{read.whole.words}</a> : null}
                  </div>
                </Card>)
            })}
            <Actions remark="Each is kept with its own words, its own reason and its own mark in the history."><Button kind="primary" icon="tick" name="do" value="agree">Agree all that are ticked</Button><ButtonLink href="/decisions">Not now</ButtonLink></Actions>
          </form>)}
      </div>
    </Page>
  ),
})

const agreeSeveral = form('/decisions/several', async (caller, ask, around) => {
  if (textOf(ask.body['do']) !== 'agree') return severalPage.run(caller, ask, around)
  const chosen = chosenIn(ask)
  if (chosen.length === 0) return { go: '/decisions' }
  const kinds = await kindsOf(caller, chosen)
  const problems: Problem[] = []
  const left: string[] = []
  for (const itemId of chosen) {
    const teller = decisionTellerOf(kinds[itemId] ?? '')
    if (!teller || !('decide' in teller)) continue
    const fields = Object.fromEntries(Object.entries(treeOf(treeOf(ask.body['field'])[itemId])).map(([name, value]) => [name, textOf(value)]))
    const commandId = textOf(treeOf(ask.body['command'])[itemId])
    const outcome = await teller.decide(caller, { itemId, decision: 'agree', fields }, isId(commandId) ? commandId : undefined)
    if ('problems' in outcome) {
      problems.push(...outcome.problems.map((one) => ({ question: `${itemId}.${one.question}`, problem: one.problem })))
      left.push(itemId)
    }
  }
  const agreed = chosen.length - left.length
  if (left.length > 0) return again(severalPage, problems)(caller, { ...ask, body: { ...ask.body, items: left } }, around)
  return { go: `/decisions?agreed=${agreed}` }
})

const kindsOf = (caller: Parameters<Route['run']>[0], ids: readonly string[]): Promise<Record<string, string>> => answer(caller, 'decisions.look', 'work.decide', async (asking) => {
  const inbox = await decisionsFor(asking)
  return Object.fromEntries(inbox.items.filter((item) => ids.includes(item.id) && inbox.routine.has(item.id)).map((item) => [item.id, item.kind]))
})
export const severalRoutes: readonly Route[] = [severalPage, agreeSeveral]
