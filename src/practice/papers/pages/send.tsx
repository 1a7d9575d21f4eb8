import { TypeCompiler } from '@sinclair/typebox/compiler'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { notAllowed } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice } from '../../../platform/page/fields/choice.tsx'
import { DateField } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { NamedToken } from '../../../platform/page/token.tsx'
import { plainly } from '../../../record/access/checking.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { agenciesToSendTo } from '../../../record/outputs/bundle/queries.ts'
import { lookOut } from '../../../record/outputs/looking.ts'
import { Looked, LookThenSend, MayKnow, onlyLooks, sentAlong, toWhomIn, WhoReads } from '../../../record/outputs/pages/toReader.tsx'
import { byBirth, markOf } from '../../../record/people/marks.ts'
import { family } from '../../../record/people/queries.ts'
import { paperFor } from '../ground.ts'
import { SendCourtPaper } from '../model.ts'
import { outgoingCourtPaper, outputOfPaper, sendCourtPaper } from '../sending.ts'

const typed = TypeCompiler.Compile(SendCourtPaper)

/** What the form asks for, besides what only sending needs. */
function chosenIn(ask: Ask, today: PlainDate): Record<string, unknown> {
  const since = textOf(ask.body.since).trim()
  return { itemId: ask.params.item ?? '', ...toWhomIn(ask.body), ...(textOf(ask.body.chronology) === 'all' ? { chronology: 'all' } : {}), ...(since ? { since: typedDay(since, today) ?? since } : {}) }
}

/** A finished paper, for one reader: shown first, through the one gate. */
const sendPage = page('/papers/:item/send', {
  what: 'page.paper.send',
  may: 'record.read',
  load: async (asking, ask) => {
    if (!may(asking.actor, 'output.send')) throw notAllowed('Printing and sending the record needs a care or records role. Ask the worker.')
    const { item, kind } = await paperFor(asking, ask.params.item ?? '')
    const read = item.people[0] ? await family.of(asking, { id: item.people[0].id }) : undefined
    const around = [...(read?.cards ?? [])].sort(byBirth)
    const parents = (read?.relationships ?? []).filter((one) => item.people.some((child) => child.id === one.otherId) && (one.parentalResponsibility === 'yes' || one.kind === 'parent' || one.kind === 'expectedParent')).map((one) => one.personId)
    const chosen: unknown = chosenIn(ask, asking.today)
    const outgoing = ask.body.to !== undefined && typed.Check(chosen) ? await outgoingCourtPaper(asking, chosen) : undefined
    const output = outputOfPaper(kind.id)
    const look = outgoing && output && !('problem' in outgoing) ? await lookOut(asking, output, outgoing, around) : undefined
    const problems = outgoing && 'problem' in outgoing && ask.problems.length === 0 ? [outgoing] : ask.problems
    return { item, kind, around, parents, agencies: await agenciesToSendTo(asking), look, problems, today: asking.today }
  },
  view: ({ item, kind, around, parents, agencies, look, problems, today }, frame, asked) => {
    const ask = { ...asked, problems }
    const children = around.filter((card) => item.people.some((one) => one.id === card.id))
    const at = (name: string) => { const problem = problems.find((one) => one.question === name)?.problem; return problem ? { problem } : {} }
    return (
      <Page {...frame} title={`Print or send: ${kind.title}`} problemCount={problems.length}>
        <PageHead title={`Print or send: ${kind.title}`} lede={item.words ?? ''} />
        <ErrorSummary problems={problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <form method="post" action={`/papers/${item.id}/send`}>
          <input type="hidden" name="commandId" value={newId()} />
          <div class="stack-gap">
            <Columns
              main={<>
                <WhoReads ask={ask} readers={around} agencies={agencies} first={kind.withFamily ? 'person' : 'outside'} />
                {kind.facts.includes('chronology') ? <Card title="The chronology in it">
                  <Choice name="chronology" label="How much" look="hidden" value={textOf(ask.body.chronology) || 'significant'} options={[{ value: 'significant', label: 'What matters' }, { value: 'all', label: 'Everything' }]} />
                  <DateField name="since" label="From this day on, if not from the beginning" value={textOf(ask.body.since)} {...at('since')} />
                </Card> : null}
                <LookThenSend look={look} back={<ButtonLink kind="quiet" href={`/papers/${item.id}`}>Back</ButtonLink>} />
              </>}
              aside={<>
                <Card title="About">{item.people.map((one) => <NamedToken mark={markOf(one)} href={`/people/${one.id}`} />)}</Card>
                <MayKnow ask={ask} people={children} others={around.filter((card) => !children.includes(card))} ticked={[...children.map((card) => card.id), ...parents]} />
              </>} />
            {look ? <Looked look={look} councilName={frame.council.name} on={dayInWords(today)} ask={ask} /> : null}
          </div>
        </form>
      </Page>
    )
  },
})
const inWords = plainly({ since: 'Give the day as 3/10/2025, or leave it empty.', to: 'Choose who reads it.', personId: 'Choose who of the family reads it.', agencyId: 'Choose which agency reads it.', name: 'Write who reads it.' })
const send = form('/papers/:item/send', async (caller, ask, around) => {
  const chosen = chosenIn(ask, caller.clock.today())
  // What cannot be shown yet is said by the command: it refuses what is not filled in.
  if (onlyLooks(ask.body) && typed.Check(chosen)) return again(sendPage, [])(caller, ask, around)
  if (ask.body.do === 'ask' && textOf(ask.body.because).trim() === '') return again(sendPage, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
  const outcome = await sendCourtPaper.perform(caller, { ...chosen, ...sentAlong(ask.body) }, ask.commandId)
  if ('problems' in outcome) return again(sendPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/sent/${outcome.done.outputId}?${outcome.done.held ? 'held' : 'sent'}=1` }
})
export const sendPaperRoutes = [sendPage, send] as const
