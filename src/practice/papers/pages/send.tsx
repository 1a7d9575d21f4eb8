import { notAllowed } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { given, idsIn, textOf } from '../../../platform/page/posted.ts'
import { NamedToken } from '../../../platform/page/token.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { AskSecond } from '../../../record/outputs/pages/askSecond.tsx'
import { byBirth, markOf } from '../../../record/people/marks.ts'
import { family } from '../../../record/people/queries.ts'
import { paperFor } from '../ground.ts'
import { sendCourtPaper } from '../sending.ts'

/** A finished paper, for one reader. */
const sendPage = page('/papers/:item/send', {
  what: 'page.paper.send',
  may: 'record.read',
  load: async (asking, ask) => {
    if (!may(asking.actor, 'output.send')) throw notAllowed('Printing and sending the record needs a care or records role. Ask the worker.')
    const { item, kind } = await paperFor(asking, ask.params.item ?? '')
    const read = item.people[0] ? await family.of(asking, { id: item.people[0].id }) : undefined
    const others = [...(read?.cards ?? [])].filter((card) => !item.people.some((one) => one.id === card.id)).sort(byBirth)
    const parents = new Set((read?.relationships ?? []).filter((one) => item.people.some((child) => child.id === one.otherId) && (one.parentalResponsibility === 'yes' || one.kind === 'parent' || one.kind === 'expectedParent')).map((one) => one.personId))
    return { item, kind, readers: [...(read?.cards ?? [])].sort(byBirth), others, parents }
  },
  view: ({ item, kind, readers, others, parents }, frame, ask) => {
    const b = ask.body
    const at = (name: string) => { const problem = ask.problems.find((one) => one.question === name)?.problem; return problem ? { problem } : {} }
    const typed = ask.problems.length > 0
    return (
      <Page {...frame} title={`Print or send: ${kind.title}`} problemCount={ask.problems.length}>
        <PageHead title={`Print or send: ${kind.title}`} lede={item.words ?? ''} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <form method="post" action={`/papers/${item.id}/send`}>
          <input type="hidden" name="commandId" value={newId()} />
          <Columns
            main={<>
              <Card title="Who reads it"><Choice name="to" label="Who reads it" look="hidden" value={textOf(b.to) || 'outside'} {...at('to')} options={[
                { value: 'outside', label: 'A court, a conference, another council', more: <Line name="name" label="Name" value={textOf(b.name)} {...at('name')} /> },
                { value: 'person', label: 'Somebody of the family', more: <Select name="personId" label="Who" empty="Choose a person" value={textOf(b.personId)} options={readers.map((one) => ({ value: one.id, label: one.name }))} {...at('personId')} /> },
                { value: 'own', label: 'I print it for my own work' },
              ]} /></Card>
              {others.length > 0 ? <Card title="Who else may be named in it" lede="What is about anybody else is left out and counted."><Choices name="knows" label="Who else may be named" look="hidden" values={typed ? idsIn(b.knows) : [...parents]} options={others.map((card) => ({ value: card.id, label: card.name }))} /></Card> : null}
              {kind.facts.includes('chronology') ? <Card title="The chronology in it">
                <Choice name="chronology" label="How much" look="hidden" value={textOf(b.chronology) || 'significant'} options={[{ value: 'significant', label: 'What matters' }, { value: 'all', label: 'Everything' }]} />
                <DateField name="since" label="From this day on, if not from the beginning" value={textOf(b.since)} {...at('since')} />
              </Card> : null}
              <AskSecond problems={ask.problems} because={textOf(b.because)} />
              <Actions remark="What the reader may not know is left out and counted. What is hidden from them stops it."><Button kind="primary" name="do" value="send">Make it</Button><ButtonLink kind="quiet" href={`/papers/${item.id}`}>Back</ButtonLink></Actions>
            </>}
            aside={<Card title="About">{item.people.map((one) => <NamedToken mark={markOf(one)} href={`/people/${one.id}`} />)}</Card>} />
        </form>
      </Page>
    )
  },
})
const send = form('/papers/:item/send', async (caller, ask, around) => {
  const b = ask.body
  const because = b.do === 'ask' ? textOf(b.because).trim() : ''
  if (b.do === 'ask' && because === '') return again(sendPage, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
  const since = textOf(b.since).trim()
  const outcome = await sendCourtPaper.perform(caller, {
    itemId: ask.params.item ?? '', to: textOf(b.to), knows: idsIn(b.knows), ...given('personId', b.personId), ...given('name', b.name), ...(textOf(b.chronology) === 'all' ? { chronology: 'all' } : {}),
    ...(since ? { since: typedDay(since, caller.clock.today()) ?? since } : {}), ...(because ? { because } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(sendPage, outcome.problems)(caller, ask, around)
  return { go: `/sent/${outcome.done.outputId}?${outcome.done.held ? 'held' : 'sent'}=1` }
})
export const sendPaperRoutes = [sendPage, send] as const
