import { professionalRoles } from '../../../../content/codes/allegations.ts'
import { dayInWords } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation } from '../../../platform/page/message.tsx'
import { given, idsIn, textOf } from '../../../platform/page/posted.ts'
import { Token } from '../../../platform/page/token.tsx'
import { tellAllegation } from '../../../practice/allegations/commands.ts'
import { plainly } from '../../../record/access/checking.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { byBirth, childrenOf, markOf } from '../../../record/people/marks.ts'
import { family } from '../../../record/people/queries.ts'
import { dayOr } from '../care/typing.tsx'

const plainer: Readonly<Record<string, string>> = { name: 'Write whom it is about, as far as it is known.', role: 'Choose what they do with children.', knownOn: 'Give the day it was known, as in 3/10/2025.', words: 'Write what is alleged, and who says so.' }

/** Tells the designated officers of an allegation against somebody who works with children. */
export const tellPage = page('/allegations/tell', {
  what: 'page.tellAllegation',
  may: 'allegation.tell',
  load: async (asking, ask) => {
    const people = idsIn(ask.query.people).concat(idsIn(ask.body.around))
    const found = people[0] ? await family.of(asking, { id: people[0] }) : undefined
    const young = found ? childrenOf(found, asking.today) : []
    return { people, children: (found?.cards ?? []).filter((card) => people.includes(card.id) || young.includes(card)).sort(byBirth), today: asking.today }
  },
  view: ({ people, children, today }, frame, ask) => {
    const field = (name: string) => { const found = ask.problems.find((one) => one.question === name); return { name, value: textOf(ask.body[name]), ...(found ? { problem: found.problem } : {}) } }
    return (
      <Page {...frame} title="Tell the designated officer" frame="narrow" problemCount={ask.problems.length}>
        <PageHead title="Tell the designated officer" lede="An allegation against somebody who works with children, paid or not. If a child is in danger now, ring the police first." />
        {ask.query.told ? <Confirmation title="Told.">The designated officer has it. You cannot read it again here, and nobody else can.</Confirmation> : null}
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <form method="post" action="/allegations/tell">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="around" value={people[0] ?? ''} />
          <Columns
            main={<Card title="What is alleged" lede="Seen by the designated officers alone. Do not write it in the child’s record.">
              <Line label="Whom it is about" width={24} {...field('name')} />
              <Select label="What they do with children" empty="Choose one" options={professionalRoles.codes.map((one) => ({ value: one.code, label: one.label }))} {...field('role')} />
              <Line label="For whom they work" optional="if it is known" width={24} {...field('employer')} />
              <DateField label="Known since" {...field('knownOn')} value={textOf(ask.body.knownOn) || dayInWords(today)} />
              <Words label="What is alleged, and who says so" rows={6} {...field('words')} />
            </Card>}
            aside={children.length > 0 ? <Card title="Children it concerns"><Choices name="people" label="Children it concerns" look="hidden" values={idsIn(ask.body.people).length > 0 ? idsIn(ask.body.people) : people} options={children.map((card) => ({ value: card.id, label: <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span> }))} /></Card> : null} />
          <Actions remark="It is gone from your sight when you send it."><Button kind="primary">Tell the designated officer</Button>{people[0] ? <ButtonLink kind="quiet" href={`/people/${people[0]}/plans`}>Back</ButtonLink> : null}</Actions>
        </form>
      </Page>
    )
  },
})
export const saveTell = form('/allegations/tell', async (caller, ask, around) => {
  const b = ask.body
  const outcome = await tellAllegation.perform(caller, { people: idsIn(b.people), name: textOf(b.name), role: textOf(b.role), knownOn: dayOr(b.knownOn, caller.clock.today()), words: textOf(b.words), ...given('employer', b.employer) }, ask.commandId)
  if ('problems' in outcome) return again(tellPage, outcome.problems.map(plainly(plainer)))(caller, ask, around)
  return { go: '/allegations/tell?told=1' }
})
