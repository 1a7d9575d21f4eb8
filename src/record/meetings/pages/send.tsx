import { notAllowed } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Select } from '../../../platform/page/fields/choice.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { given, textOf } from '../../../platform/page/posted.ts'
import { NamedToken } from '../../../platform/page/token.tsx'
import { again, form, page, type Route } from '../../access/page.ts'
import { may } from '../../access/permissions.ts'
import { AskSecond } from '../../outputs/pages/askSecond.tsx'
import { byBirth, markOf } from '../../people/marks.ts'
import { cardsOf, family } from '../../people/queries.ts'
import { planKindOf } from '../../plans/queries.ts'
import { planFor } from '../../plans/register.ts'
import { sendPaper } from '../commands/sending.ts'
import { kindFor, meetingFor } from '../register.ts'

const words = { plan: 'the plan in plain words', meeting: 'the minutes' } as const

/** A plan or the minutes of a meeting, for one reader: made from what is written already, through the one gate. */
function sendRoutes(what: 'plan' | 'meeting'): readonly Route[] {
  const sendPage = page(`/${what}s/:id/send`, {
    what: `page.${what}.send`,
    may: 'record.read',
    load: async (asking, ask) => {
      if (!may(asking.actor, 'output.send')) throw notAllowed('Printing and sending the record needs a care or records role. Ask the worker.')
      const id = ask.params.id ?? ''
      const of = what === 'plan' ? await planFor(asking, id).then((plan) => ({ title: planKindOf(plan.kind).name, people: plan.people })) : await meetingFor(asking, id).then((meeting) => ({ title: kindFor(meeting.kind).name, people: meeting.people }))
      const people = [...(await cardsOf(asking, of.people.map((one) => one.personId))).values()].sort(byBirth)
      const read = people[0] ? await family.of(asking, { id: people[0].id }) : undefined
      return { id, title: of.title, people, readers: [...(read?.cards ?? [])].sort(byBirth) }
    },
    view: ({ id, title, people, readers }, frame, ask) => {
      const b = ask.body
      const at = (name: string) => { const problem = ask.problems.find((one) => one.question === name)?.problem; return problem ? { problem } : {} }
      return (
        <Page {...frame} title={`Print or send: ${title}`} problemCount={ask.problems.length}>
          <PageHead title={`Print or send ${words[what]}`} lede={`${title}. Made from what is written already; nothing is typed again.`} />
          <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
          <form method="post" action={`/${what}s/${id}/send`}>
            <input type="hidden" name="commandId" value={newId()} />
            <Columns
              main={<>
                <Card title="Who reads it"><Choice name="to" label="Who reads it" look="hidden" value={textOf(b.to) || 'person'} {...at('to')} options={[
                  { value: 'person', label: 'Somebody of the family', more: <Select name="personId" label="Who" empty="Choose a person" value={textOf(b.personId)} options={readers.map((one) => ({ value: one.id, label: one.name }))} {...at('personId')} /> },
                  { value: 'outside', label: 'A school, a doctor, a court, another council', more: <Line name="name" label="Name" value={textOf(b.name)} {...at('name')} /> },
                  { value: 'own', label: 'I print it for my own work' },
                ]} /></Card>
                <AskSecond problems={ask.problems} because={textOf(b.because)} />
                <Actions remark="What the reader may not know is left out and counted. What is hidden from them stops it."><Button kind="primary" name="do" value="send">Make it</Button><ButtonLink kind="quiet" href={`/${what}s/${id}`}>Back</ButtonLink></Actions>
              </>}
              aside={<Card title="About">{people.map((card) => <NamedToken mark={markOf(card)} href={`/people/${card.id}`} />)}</Card>} />
          </form>
        </Page>
      )
    },
  })
  const post = form(`/${what}s/:id/send`, async (caller, ask, around) => {
    const b = ask.body
    const because = b.do === 'ask' ? textOf(b.because).trim() : ''
    if (b.do === 'ask' && because === '') return again(sendPage, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
    const outcome = await sendPaper.perform(caller, { what, id: ask.params.id ?? '', to: textOf(b.to), ...given('personId', b.personId), ...given('name', b.name), ...(because ? { because } : {}) }, ask.commandId)
    if ('problems' in outcome) return again(sendPage, outcome.problems)(caller, ask, around)
    return { go: `/sent/${outcome.done.outputId}?${outcome.done.held ? 'held' : 'sent'}=1` }
  })
  return [sendPage, post]
}
export const sendPaperRoutes: readonly Route[] = [...sendRoutes('plan'), ...sendRoutes('meeting')]
