import { lookedAfterStatuses, notMadeByCourts, orderKinds } from '../../../../content/codes/legalStatus.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { given, idsIn, textOf, treeOf } from '../../../platform/page/posted.ts'
import { Token } from '../../../platform/page/token.tsx'
import { endMatter } from '../../../practice/legal/commands/ending.ts'
import { direct, finishDirection, makeOrders } from '../../../practice/legal/commands/recording.ts'
import type { WholeMatter } from '../../../practice/legal/model.ts'
import type { Colleague } from '../../../practice/legal/queries.ts'
import { endingsOf, matterName } from '../../../practice/legal/words.ts'
import { again, form, type Ask } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { dayOr, offered } from '../care/typing.tsx'
import { matterPage } from './matter.tsx'

type Of = Readonly<{ matter: WholeMatter; people: readonly PersonCard[]; ask: Ask }>
const WithToken = ({ card }: { card: PersonCard }) => <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span>
const Hidden = ({ what }: { what: string }) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} /></>
const of = (ask: Ask, what: string) => {
  const mine = textOf(ask.body.what) === what
  return { mine, text: (name: string, first = '') => (mine ? textOf(ask.body[name]) : first), problemAt: (name: string, question = name) => problemAt(mine ? ask.problems : [], question) }
}
/** Where the same name stands in two forms, each has an id of its own. */
const at = (what: string, name: string) => ({ id: `${what}-${name}`, name })

/** What the court directs: by whom, by when. */
export function DirectionForm({ matter, people, colleagues, ask }: Of & Readonly<{ colleagues: readonly Colleague[] }>) {
  const { mine, text, problemAt } = of(ask, 'direct')
  return (
    <details class="fold" open={mine}><summary><span class="fold-link">What the court directed</span></summary>
      <form method="post" action={`/legal/${matter.id}`}><Hidden what="direct" />
        <Words {...at('direct', 'words')} label="What has to be done" rows={2} value={text('words')} {...problemAt('words')} />
        <FieldRow>
          <Select {...at('direct', 'ownerId')} label="Who does it" empty="Somebody else, named beside" width={24} value={text('ownerId', matter.leadId ?? '')} options={colleagues.map((one) => ({ value: one.id, label: one.name }))} />
          <Line {...at('direct', 'owner')} label="Somebody else" optional="a guardian, an expert" width={24} value={text('owner')} {...problemAt('owner')} />
          <DateField {...at('direct', 'dueOn')} label="By" value={text('dueOn')} {...problemAt('dueOn')} />
        </FieldRow>
        {people.length > 1 ? <Choices {...at('direct', 'people')} label="About" columns values={mine ? idsIn(ask.body.people) : people.map((card) => card.id)} options={people.map((card) => ({ value: card.id, label: <WithToken card={card} /> }))} /> : null}
        <Button kind="row">Keep the direction</Button>
      </form></details>
  )
}

export function FinishForm({ matter, id, words }: Readonly<{ matter: WholeMatter; id: string; words: string }>) {
  return (
    <details class="fold"><summary><span class="fold-link">It is done</span></summary>
      <form method="post" action={`/legal/${matter.id}`}><Hidden what="done" /><input type="hidden" name="id" value={id} />
        <DateField id={`done-on-${id}`} name="on" label="Done on" value="" /><Line id={`done-words-${id}`} name="words" label="What shows it" value="" />
        <Button kind="row" about={words}>Done</Button></form></details>
  )
}

/** Orders that the court made: one for all, or another for each. */
export function OrdersForm({ matter, people, ask, today }: Of & Readonly<{ today: PlainDate }>) {
  const { mine, text, problemAt } = of(ask, 'orders')
  const codes = [...offered(lookedAfterStatuses, today).map((one) => ({ ...one, group: `In our care: ${one.group?.toLowerCase() ?? ''}` })), ...offered(orderKinds, today)].filter((one) => !notMadeByCourts.includes(one.value))
  const typed = treeOf(ask.body.orders)
  const runs = treeOf(ask.body.expires)
  return (
    <details class="fold" open={mine}><summary><span class="fold-link">Orders that the court made</span></summary>
      <p class="second">For each child as it is. A status in our care takes the place of the one before, on the same day.</p>
      <form method="post" action={`/legal/${matter.id}`}><Hidden what="orders" />
        <DateField {...at('orders', 'on')} label="The day they were made" value={text('on', dayInWords(today))} {...problemAt('on')} />
        {people.map((card) => (
          <FieldRow>
            <Select id={`orders-${card.id}`} name={`orders.${card.id}`} label={`Order for ${card.given || card.name}`} empty="None" value={mine ? textOf(typed[card.id]) : ''} options={codes} {...problemAt(`orders.${card.id}`)} />
            <DateField id={`expires-${card.id}`} name={`expires.${card.id}`} label={`It runs out, for ${card.given || card.name}`} optional="if it does" value={mine ? textOf(runs[card.id]) : ''} />
          </FieldRow>
        ))}
        <Words {...at('orders', 'details')} label="What they say" optional="conditions" rows={2} value={text('details')} />
        <Button kind="row">Record the orders</Button>
      </form></details>
  )
}

/** The end for some or all of them, each with what came of it. */
export function EndForm({ matter, people, ask, today }: Of & Readonly<{ today: PlainDate }>) {
  const { mine, text, problemAt } = of(ask, 'end')
  const typed = treeOf(ask.body.ends)
  return (
    <details class="fold" open={mine}><summary><span class="fold-link">{matterName(matter.kind)} end, for some or all</span></summary>
      <form method="post" action={`/legal/${matter.id}`}><Hidden what="end" />
        <DateField {...at('end', 'on')} label="The day they end" value={text('on', dayInWords(today))} {...problemAt('on')} />
        {people.map((card) => <Select id={`ends-${card.id}`} name={`ends.${card.id}`} label={`For ${card.given || card.name}`} empty="They go on" width={24} value={mine ? textOf(typed[card.id]) : ''} options={endingsOf(matter.kind).codes.map((one) => ({ value: one.code, label: one.label }))} />)}
        <Words {...at('end', 'words')} label="Why, and what follows" rows={3} value={text('words')} {...problemAt('words')} {...problemAt('ends')} />
        <Button kind="row">End them</Button>
      </form></details>
  )
}

const chosen = (value: unknown): [string, string][] => Object.entries(treeOf(value)).flatMap(([id, code]): [string, string][] => (textOf(code) ? [[id, textOf(code)]] : []))
const plainer: Readonly<Record<string, string>> = { on: 'Give the day, as in 3/10/2025.', dueOn: 'Give the day the court set, as in 3/10/2026.', words: 'Write what it is, in a sentence.', ends: 'Choose how it ends for one child at least.', orders: 'Choose an order for one child at least.' }

export const saveMatter = form('/legal/:id', async (caller, ask, around) => {
  const matterId = ask.params.id ?? ''
  const b = ask.body
  const today = caller.clock.today()
  const what = textOf(b.what)
  const on = dayOr(b.on, today)
  const outcome = what === 'direct' ? await direct.perform(caller, { id: newId(), matterId, about: idsIn(b.people), words: textOf(b.words), dueOn: dayOr(b.dueOn, today), ...given('owner', b.owner), ...given('ownerId', b.ownerId) }, ask.commandId)
    : what === 'done' ? await finishDirection.perform(caller, { matterId, id: textOf(b.id), on, words: textOf(b.words) }, ask.commandId)
      : what === 'orders' ? await makeOrders.perform(caller, { matterId, on, orders: chosen(b.orders).map(([personId, code]) => { const expires = textOf(treeOf(b.expires)[personId]); return { personId, code, ...(expires ? { expiresOn: dayOr(expires, today) } : {}) } }), ...given('details', b.details) }, ask.commandId)
        : await endMatter.perform(caller, { matterId, on, ends: chosen(b.ends).map(([personId, one]) => ({ personId, outcome: one })), words: textOf(b.words) }, ask.commandId)
  if ('problems' in outcome) return again(matterPage, outcome.problems.map((one) => (one.problem.startsWith('Check this answer') || one.problem === 'Fill this in.' ? { ...one, problem: plainer[one.question] ?? one.problem } : one)))(caller, ask, around)
  return { go: `/legal/${matterId}?saved=1` }
})
