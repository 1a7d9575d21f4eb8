import { dayInWords, shortDay, type PlainDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { Button, ButtonLink } from '../../../../platform/page/button.tsx'
import { Card } from '../../../../platform/page/card.tsx'
import { Clock } from '../../../../platform/page/clock.tsx'
import { Choices, Select } from '../../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../../platform/page/fields/problemAt.ts'
import { EmptyState } from '../../../../platform/page/message.tsx'
import { idsIn, textOf } from '../../../../platform/page/posted.ts'
import { Tag } from '../../../../platform/page/tag.tsx'
import { TokenRow } from '../../../../platform/page/token.tsx'
import { Account } from '../../../../platform/page/words.tsx'
import { advise, nameForLegal } from '../../../../practice/legal/commands/advising.ts'
import type { AdviceRead, Lawyer, Listed } from '../../../../practice/legal/queries.ts'
import { matterName } from '../../../../practice/legal/words.ts'
import { again, form, type Ask } from '../../../../record/access/page.ts'
import { markOf } from '../../../../record/people/marks.ts'
import type { Card as PersonCard } from '../../../../record/people/model.ts'
import { dayOr } from '../../care/typing.tsx'
import { clockOfMatter } from '../../legal/words.ts'
import { legalPage } from './list.tsx'

/** Pre-proceedings and proceedings of somebody, and where legal work begins. */
export function LegalWork({ card, matters, children, today, writes }: Readonly<{ card: PersonCard; matters: readonly Listed[]; children: readonly PersonCard[]; today: PlainDate; writes: boolean }>) {
  return (
    <Card id="work" title="Legal work" aside={writes ? <ButtonLink kind="row" href={`/legal/start?people=${children.map((one) => one.id).join(',')}`}>Ask for a legal planning meeting</ButtonLink> : undefined}>
      {matters.length === 0 ? <EmptyState title="None">Pre-proceedings and care proceedings appear here with their weeks.</EmptyState> : <ul class="lines">{matters.map((matter) => {
        const mine = matter.people.find((one) => one.personId === card.id)
        const clock = clockOfMatter(matter, today)
        return <li class="line-ends"><p><a class="name" href={`/legal/${matter.id}`}>{matterName(matter.kind)}</a> {mine?.endedOn ? <Tag kind="plain">Ended</Tag> : null}<span class="second">{mine?.endedOn ? `${dayInWords(matter.decidedOn)} to ${dayInWords(mine.endedOn)}` : `since ${dayInWords(matter.decidedOn)}`}{matter.caseNumber ? `, ${matter.caseNumber}` : ''}</span></p>{clock && !mine?.endedOn ? <Clock state={clock.state} words={clock.words} second={clock.second} /> : null}</li>
      })}</ul>}
    </Card>
  )
}

type AdviceProps = Readonly<{ card: PersonCard; read: AdviceRead; children: readonly PersonCard[]; lawyers: readonly Lawyer[]; ask: Ask; today: PlainDate; me: string }>
/** Legal advice: for the lawyer who is named, the allocated worker and whom they name. Nobody else learns whether there is any. */
export function Advice({ card, read, children, lawyers, ask, today, me }: AdviceProps) {
  if (!read.open) return null
  const what = textOf(ask.body.what)
  const problem = (name: string) => problemAt(ask.problems, name)
  const hidden = (name: string) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={name} /></>
  const others = lawyers.filter((one) => !read.named.some((named) => named.id === one.id))
  return (
    <Card id="advice" title="Legal advice" kind="seal" lede={`Seen by ${read.named.length === 0 ? 'those who manage the worker' : read.named.map((one) => one.name).join(', ')}, and by those who manage them; by nobody else, whatever else they may read.`}>
      {read.advice.length === 0 ? <EmptyState title="None is written down">Advice stands here, apart from the rest of the record.</EmptyState> : read.advice.map((one) => <section><h3>{one.by}, {shortDay(one.on, today)} <TokenRow marks={children.filter((child) => one.people.includes(child.id)).map(markOf)} /></h3><Account text={one.words} /></section>)}
      <details class="fold" open={what === 'advise'}><summary><span class="fold-link">Write down advice</span></summary>
        <form method="post" action={`/people/${card.id}/legal`} data-keep="advice">{hidden('advise')}
          {children.length > 1 ? <Choices name="people" label="About" columns values={what === 'advise' ? idsIn(ask.body.people) : children.map((one) => one.id)} options={children.map((one) => ({ value: one.id, label: one.given || one.name }))} {...problem('people')} /> : <input type="hidden" name="people" value={card.id} />}
          <Line name="by" label="Who advises" width={24} value={textOf(ask.body.by) || me} {...problem('by')} /><DateField name="on" label="Given on" value={textOf(ask.body.on) || dayInWords(today)} {...problem('on')} />
          <Words name="words" label="Advice" rows={6} value={textOf(ask.body.words)} {...problem('words')} /><Button kind="row">Keep the advice</Button></form></details>
      {others.length > 0 ? <details class="fold" open={what === 'name'}><summary><span class="fold-link">Name a lawyer</span></summary>
        <form method="post" action={`/people/${card.id}/legal`}>{hidden('name')}{children.map((one) => <input type="hidden" name="people" value={one.id} />)}<Select name="actorId" label="Lawyer" width={24} options={others.map((one) => ({ value: one.id, label: one.name }))} value={others[0]?.id ?? ''} /><Button kind="row">Open it to them</Button></form></details> : null}
    </Card>
  )
}

export const saveAdvice = form('/people/:id/legal', async (caller, ask, around) => {
  const people = idsIn(ask.body.people)
  const outcome = textOf(ask.body.what) === 'mine' ? await nameForLegal.perform(caller, { people, role: 'allocatedWorker' }, ask.commandId)
    : textOf(ask.body.what) === 'name' ? await nameForLegal.perform(caller, { people, actorId: textOf(ask.body.actorId), role: 'legalAdviser' }, ask.commandId)
    : await advise.perform(caller, { people, on: dayOr(ask.body.on, caller.clock.today()), by: textOf(ask.body.by), words: textOf(ask.body.words) }, ask.commandId)
  if ('problems' in outcome) return again(legalPage, outcome.problems)(caller, ask, around)
  return { go: `/people/${ask.params.id}/legal?saved=advice#advice` }
})
