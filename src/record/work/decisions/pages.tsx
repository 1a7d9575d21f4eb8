import { dayOf, isPlainDate, timeOf } from '../../../kernel/dates.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { workingDaysBetween } from '../../../kernel/workingDays.ts'
import { waitingWords } from '../../../engine/timescales/words.ts'
import { Button, ButtonLink } from '../../../platform/page/button.tsx'
import type { ClockState } from '../../../platform/page/clock.tsx'
import { DecisionCard, DecisionInbox } from '../../../platform/page/decision-card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Account, Quote } from '../../../platform/page/words.tsx'
import { answer } from '../../access/act.ts'
import { again, form, page, type Ask, type Route } from '../../access/page.ts'
import type { WorkItem } from '../model.ts'
import { itemFor } from '../register.ts'
import { whoOf } from '../trayRows.ts'
import type { DecisionRead } from './model.ts'
import { decisionsFor, decisionTellerOf, readDecision } from './queries.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const titleOf = (item: WorkItem): string => decisionTellerOf(item.kind)?.title(item) ?? 'A decision'

function clockOf(item: WorkItem, today: WorkItem['openedOn']): { state: ClockState; words: string } {
  const waited = isPlainDate(item.openedOn) ? workingDaysBetween(item.openedOn, today) : 0
  const state = waited > 2 ? 'late' : waited > 0 ? 'today' : 'inTime'
  return { state, words: waited === 0 ? 'Came today' : waitingWords(item.openedOn, today) }
}

const Reading = ({ item, read, ask }: { item: WorkItem; read: DecisionRead; ask: Ask }) => {
  const problem = ask.problems.find((one) => one.question === 'comment')?.problem
  return (
    <>
      <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
      <DecisionCard title={read.title} lede={<>{read.lede} {read.whole ? <a href={read.whole.href}>{read.whole.words}</a> : null}</>} asked={read.asked} action="/decisions" hidden={{ commandId: newId(), itemId: item.id }}
        comment={textOf(ask.body.comment)} {...(problem ? { problem } : {})} commentTo={`to ${read.from}, kept with it`} returnTo={read.from} remark={read.remark}>
        <div class="two">
          {read.meaning ? <div><h3>{read.meaning.title}</h3><Account text={read.meaning.words} /></div> : null}
          {read.said.length > 0 ? <div>{read.said.map((said) => <><h3>{said.title}</h3><Quote hue={said.hue} words={said.words} /></>)}</div> : null}
        </div>
        {read.changed && read.changed.rows.length > 0 ? (
          <Table caption="What changed" rows={read.changed.rows} stack columns={[{ title: 'What changed', head: true, cell: (row) => row.what }, { title: read.changed.before, cell: (row) => row.before }, { title: 'Now', cell: (row) => row.now }]} />
        ) : null}
      </DecisionCard>
    </>
  )
}

/** The one inbox of decisions: a list, and beside it what is asked, read and decided in place. */
const shown = page('/decisions', {
  what: 'page.decisions',
  may: 'work.decide',
  load: async (asking, ask) => {
    const list = await decisionsFor(asking)
    const wanted = [textOf(ask.body.itemId), ask.query.item ?? ''].find(isId)
    const first = list.find((item) => item.id === wanted) ?? list.find((item) => { const teller = decisionTellerOf(item.kind); return teller && 'read' in teller }) ?? list[0]
    const teller = first ? decisionTellerOf(first.kind) : undefined
    const open = first && teller && 'read' in teller ? await readDecision(asking, first.id) : undefined
    const done = ask.query.done && isId(ask.query.done) ? await itemFor(asking, ask.query.done) : undefined
    return { list, first, open, done, today: asking.today, at: timeOf(asking.now), day: dayOf(asking.now) }
  },
  view: ({ list, first, open, done, today }, frame, ask) => {
    const old = list.filter((item) => clockOf(item, today).state === 'late').length
    const undoable = done ? decisionTellerOf(done.kind) : undefined
    return (
      <Page {...frame} title="Decisions waiting for you" place="decisions" problemCount={ask.problems.length}>
        <div id="decisions" class="stack-gap" data-in-place>
          <PageHead title="Decisions waiting for you" lede={list.length === 0 ? 'Nothing waits for you.' : `${sentence(counted(list.length, 'decision', 'decisions'))}.${old > 0 ? ` ${sentence(counted(old, 'is', 'are'))} waiting longer than two working days.` : ' None is waiting longer than two working days.'}`}
            end={done ? (
              <Confirmation title={ask.query.was === 'return' ? 'Returned:' : 'Agreed:'} undo={undoable && 'undo' in undoable ? (
                <form class="inline-form" method="post" action="/decisions/undo"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="itemId" value={done.id} /><Button kind="quiet" about={`: ${titleOf(done)}`}>Undo</Button></form>) : undefined}>
                {titleOf(done)}, {whoOf(done.people, today)}.
              </Confirmation>) : ask.query.undone ? <Confirmation title="Taken back.">It waits for you again.</Confirmation> : undefined} />
          {list.length === 0 ? <EmptyState title="You are up to date.">What others ask you to decide appears here, oldest first.</EmptyState> : (
            <DecisionInbox listTitle="Oldest first" list={list.map((item) => {
              const teller = decisionTellerOf(item.kind)
              return {
                id: item.id, title: titleOf(item), who: `${whoOf(item.people, today)}${item.askedByName ? `, by ${item.askedByName}` : ''}`, clock: clockOf(item, today), here: item.id === first?.id,
                href: teller && 'href' in teller ? teller.href(item) : `/decisions?item=${item.id}`,
              }
            })}>
              {open ? <Reading item={open.item} read={open.read} ask={ask} /> : first ? <EmptyState title={titleOf(first)}><ButtonLink kind="primary" href={linkOf(first)}>Open it</ButtonLink></EmptyState> : null}
            </DecisionInbox>
          )}
        </div>
      </Page>
    )
  },
})
const linkOf = (item: WorkItem): string => { const teller = decisionTellerOf(item.kind); return teller && 'href' in teller ? teller.href(item) : `/decisions?item=${item.id}` }

const kindOf = (ask: Ask, caller: Parameters<Route['run']>[0]): Promise<string> => answer(caller, 'decisions.look', 'work.decide', async (asking) => (await itemFor(asking, textOf(ask.body.itemId))).kind)

/** Agreed or returned; the next one opens in its place. */
const decide = form('/decisions', async (caller, ask, around) => {
  const itemId = textOf(ask.body.itemId)
  const teller = decisionTellerOf(await kindOf(ask, caller))
  if (!teller || !('decide' in teller)) return { go: '/decisions' }
  const decision = textOf(ask.body.decision)
  const comment = textOf(ask.body.comment)
  const outcome = await teller.decide(caller, { itemId, decision, ...(comment.trim() ? { comment } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(shown, outcome.problems)(caller, ask, around)
  return { go: `/decisions?done=${itemId}&was=${decision === 'return' ? 'return' : 'agree'}` }
})
const undo = form('/decisions/undo', async (caller, ask, around) => {
  const itemId = textOf(ask.body.itemId)
  const teller = decisionTellerOf(await kindOf(ask, caller))
  if (!teller || !('undo' in teller)) return { go: '/decisions' }
  const outcome = await teller.undo(caller, { itemId }, ask.commandId)
  if ('problems' in outcome) return again(shown, outcome.problems)(caller, { ...ask, body: {} }, around)
  return { go: `/decisions?item=${itemId}&undone=1` }
})
export const decisionRoutes: readonly Route[] = [shown, decide, undo]
