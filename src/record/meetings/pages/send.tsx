import { notAllowed } from '../../../kernel/errors.ts'
import { dayInWords } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { again, form, page, type Route } from '../../access/page.ts'
import { may } from '../../access/permissions.ts'
import { agenciesToSendTo } from '../../outputs/bundle/queries.ts'
import { lookOut } from '../../outputs/looking.ts'
import { Looked, LookThenSend, MayKnow, onlyLooks, sentAlong, toWhomIn, WhoReads } from '../../outputs/pages/toReader.tsx'
import { byBirth, markOf } from '../../people/marks.ts'
import { cardsOf, family } from '../../people/queries.ts'
import { planKindOf } from '../../plans/queries.ts'
import { planFor } from '../../plans/register.ts'
import { outgoingPaper, paperKinds, SendPaper, sendPaper } from '../commands/sending.ts'
import { kindFor, meetingFor } from '../register.ts'

const words = { plan: 'the plan in plain words', meeting: 'the minutes' } as const
const typed = TypeCompiler.Compile(SendPaper)

/** A plan or the minutes of a meeting, for one reader: made from what is written already, shown first, through the one gate. */
function sendRoutes(what: 'plan' | 'meeting'): readonly Route[] {
  const sendPage = page(`/${what}s/:id/send`, {
    what: `page.${what}.send`,
    may: 'record.read',
    load: async (asking, ask) => {
      if (!may(asking.actor, 'output.send')) throw notAllowed('Printing and sending the record needs a care or records role. Ask the worker.')
      const id = ask.params.id ?? ''
      const of = what === 'plan' ? await planFor(asking, id).then((plan) => ({ title: planKindOf(plan.kind).name, people: plan.people })) : await meetingFor(asking, id).then((meeting) => ({ title: kindFor(meeting.kind).name, people: meeting.people }))
      const people = [...(await cardsOf(asking, of.people.map((one) => one.personId))).values()].sort(byBirth)
      const around = [...((people[0] ? await family.of(asking, { id: people[0].id }) : undefined)?.cards ?? [])].sort(byBirth)
      const chosen: unknown = { what, id, ...toWhomIn(ask.body) }
      const outgoing = ask.body.to !== undefined && typed.Check(chosen) ? await outgoingPaper(asking, chosen) : undefined
      const look = outgoing && !('problem' in outgoing) ? await lookOut(asking, paperKinds[what], outgoing, around) : undefined
      const problems = outgoing && 'problem' in outgoing && ask.problems.length === 0 ? [outgoing] : ask.problems
      return { id, title: of.title, people, around, agencies: await agenciesToSendTo(asking), look, problems, today: asking.today }
    },
    view: ({ id, title, people, around, agencies, look, problems, today }, frame, asked) => {
      const ask = { ...asked, problems }
      return (
        <Page {...frame} title={`Print or send: ${title}`} problemCount={problems.length}>
          <PageHead title={`Print or send ${words[what]}`} lede={`${title}. Made from what is written already; nothing is typed again.`} />
          <ErrorSummary problems={problems.map((one) => ({ field: one.question, words: one.problem }))} />
          <form method="post" action={`/${what}s/${id}/send`}>
            <input type="hidden" name="commandId" value={newId()} />
            <div class="stack-gap">
              <Columns
                main={<>
                  <WhoReads ask={ask} readers={around} agencies={agencies} />
                  <LookThenSend look={look} back={<ButtonLink kind="quiet" href={`/${what}s/${id}`}>Back</ButtonLink>} />
                </>}
                aside={<>
                  <Card title="About">{people.map((card) => <NamedToken mark={markOf(card)} href={`/people/${card.id}`} />)}</Card>
                  <MayKnow ask={ask} people={people} others={around.filter((card) => !people.some((one) => one.id === card.id))} />
                </>} />
              {look ? <Looked look={look} councilName={frame.council.name} on={dayInWords(today)} ask={ask} /> : null}
            </div>
          </form>
        </Page>
      )
    },
  })
  const post = form(`/${what}s/:id/send`, async (caller, ask, around) => {
    if (onlyLooks(ask.body)) return again(sendPage, [])(caller, ask, around)
    if (ask.body.do === 'ask' && typeof ask.body.because === 'string' && ask.body.because.trim() === '') return again(sendPage, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
    const outcome = await sendPaper.perform(caller, { what, id: ask.params.id ?? '', ...toWhomIn(ask.body), ...sentAlong(ask.body) }, ask.commandId)
    if ('problems' in outcome) return again(sendPage, outcome.problems)(caller, ask, around)
    return { go: `/sent/${outcome.done.outputId}?${outcome.done.held ? 'held' : 'sent'}=1` }
  })
  return [sendPage, post]
}
export const sendPaperRoutes: readonly Route[] = [...sendRoutes('plan'), ...sendRoutes('meeting')]
