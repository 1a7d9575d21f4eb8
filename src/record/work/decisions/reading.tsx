import { dayOf, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Button } from '../../../platform/page/button.tsx'
import { DecisionCard } from '../../../platform/page/decision-card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Account, Quote } from '../../../platform/page/words.tsx'
import type { Ask } from '../../access/page.ts'
import type { WorkItem } from '../model.ts'
import type { Question } from '../questions/queries.ts'
import type { DecisionField, DecisionRead } from './model.ts'

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const treeOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {})
const firstName = (name: string): string => name.split(' ')[0] ?? name

/** The lists to choose from with a decision. `at`: where they stand in the form; `sent`: what was chosen before the page came back. */
export const Fields = ({ fields, at, sent, problems }: { fields: readonly DecisionField[]; at: string; sent: Readonly<Record<string, unknown>>; problems: Ask['problems'] }) => (
  <>{fields.map((field) => {
    const problem = problems.find((one) => one.question === field.name)?.problem
    return <Select name={`${at}.${field.name}`} label={field.label} value={textOf(sent[field.name]) || (field.value ?? '')} empty={field.empty ?? 'Choose'} options={field.options} {...(field.note ? { note: field.note } : {})} {...(problem ? { problem } : {})} />
  })}</>
)

/** What was asked about it, and what came back. */
const Asked = ({ questions, today, me }: { questions: readonly Question[]; today: PlainDate; me: string }) => (
  <>{questions.map((one) => {
    const mine = one.askedById === me
    return (
      <div class="stack-small">
        <h3>{mine ? 'You' : one.askedBy} asked {firstName(one.askedOf)}, {shortDay(dayOf(one.askedAt), today)}</h3>
        <Account text={one.words} />
        {one.answer ? <Quote words={one.answer} hue="slate" /> : (
          <Message kind="wait" icon="history" title={`Waiting for ${firstName(one.askedOf)}.`}>
            The clock goes on meanwhile, and you can still decide.
            {mine ? <form class="inline-form" method="post" action="/decisions/withdraw"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="questionId" value={one.id} /><input type="hidden" name="itemId" value={one.itemId} /><Button kind="quiet">Take the question back</Button></form> : null}
          </Message>)}
      </div>)
  })}</>
)

/** One decision as it is read: what is asked first, and the ways on at the foot. */
export const Reading = ({ item, read, questions, ask, today, me, next }: { item: WorkItem; read: DecisionRead; questions: readonly Question[]; ask: Ask; today: PlainDate; me: string; next?: string }) => {
  const problem = ask.problems.find((one) => one.question === 'comment')?.problem
  const decided = typeof read.agree !== 'object'
  return (
    <>
      <ErrorSummary problems={ask.problems.map((one) => ({ field: read.fields?.some((field) => field.name === one.question) ? `field.${one.question}` : one.question, words: one.problem }))} />
      <DecisionCard title={read.title} lede={<>{read.lede} {read.whole ? <a href={read.whole.href}>{read.whole.words}</a> : null}</>} asked={read.asked} {...(read.askedTitle ? { askedTitle: read.askedTitle } : {})} action="/decisions" hidden={{ commandId: newId(), itemId: item.id }}
        {...(read.agree === undefined ? {} : { agree: read.agree })} {...(read.giveBack ? { giveBack: read.giveBack } : {})} mayAsk={!questions.some((one) => one.answeredAt === null)}
        fields={read.fields ? <Fields fields={read.fields} at="field" sent={treeOf(ask.body['field'])} problems={ask.problems} /> : undefined}
        comment={textOf(ask.body['comment'])} commentLabel={read.commentAsked?.label ?? (decided ? 'Your comment' : 'A question, before you decide')} {...(problem ? { problem } : {})} commentTo={read.commentAsked ? read.commentAsked.words : decided ? `to ${read.from}, kept with it. You can leave it empty if you agree` : `to ${read.from}, kept with it`} remark={read.remark} {...(next ? { next: `Next to read: ${next}` } : {})}>
        {read.weighed && read.weighed.length > 0 ? <div class="two">{read.weighed.map((one) => <div><h3>{one.title}</h3><Account text={one.words} /></div>)}</div> : null}
        <div class="two">
          {read.meaning ? <div><h3>{read.meaning.title}</h3><Account text={read.meaning.words} /></div> : null}
          {read.said.length > 0 ? <div>{read.said.map((said) => <><h3>{said.title}</h3><Quote hue={said.hue} words={said.words} /></>)}</div> : null}
        </div>
        {read.changed && read.changed.rows.length > 0 ? (
          <Table caption={read.changed.title ?? 'What changed'} rows={read.changed.rows} stack columns={[{ title: read.changed.title ?? 'What changed', head: true, cell: (row) => row.what }, { title: read.changed.before, cell: (row) => row.before }, { title: read.changed.now ?? 'Now', cell: (row) => row.now }]} />
        ) : null}
        <Asked questions={questions} today={today} me={me} />
      </DecisionCard>
    </>
  )
}
