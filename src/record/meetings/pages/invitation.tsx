import { notAllowed } from '../../../kernel/errors.ts'
import { dayInWords } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { again, form, page } from '../../access/page.ts'
import { may } from '../../access/permissions.ts'
import { lookOut } from '../../outputs/looking.ts'
import { Looked, LookThenSend, onlyLooks, sentAlong } from '../../outputs/pages/toReader.tsx'
import { invitation, invitedTo, outgoingInvitation, sendInvitation } from '../commands/inviting.ts'
import { kindFor } from '../register.ts'

/** One invitation, as whoever is asked would get it. */
const invitationPage = page('/meetings/:id/invitations/:invited', {
  what: 'page.invitation',
  may: 'record.read',
  load: async (asking, ask) => {
    if (!may(asking.actor, 'output.send')) throw notAllowed('Sending an invitation needs a care or records role. Ask the worker.')
    const { meeting, one } = await invitedTo(asking, ask.params.id ?? '', ask.params.invited ?? '')
    return { meeting, one, look: await lookOut(asking, invitation, await outgoingInvitation(asking, meeting, one, {})), today: asking.today }
  },
  view: ({ meeting, one, look, today }, frame, ask) => (
    <Page {...frame} title={`Invitation: ${kindFor(meeting.kind).name}`} problemCount={ask.problems.length}>
      <PageHead title={`Invitation for ${one.name}`} lede={`${kindFor(meeting.kind).name}, ${dayInWords(meeting.on)}.`} />
      <ErrorSummary problems={ask.problems.map((problem) => ({ field: problem.question, words: problem.problem }))} />
      <form method="post" action={`/meetings/${meeting.id}/invitations/${one.id}`}>
        <input type="hidden" name="commandId" value={newId()} />
        <div class="stack-gap">
          <LookThenSend look={look} back={<ButtonLink kind="quiet" href={`/meetings/${meeting.id}`}>Back</ButtonLink>} />
          <Looked look={look} councilName={frame.council.name} on={dayInWords(today)} ask={ask} />
        </div>
      </form>
    </Page>
  ),
})

const post = form('/meetings/:id/invitations/:invited', async (caller, ask, around) => {
  if (onlyLooks(ask.body)) return again(invitationPage, [])(caller, ask, around)
  if (ask.body.do === 'ask' && textOf(ask.body.because).trim() === '') return again(invitationPage, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
  const outcome = await sendInvitation.perform(caller, { meetingId: ask.params.id ?? '', invitedId: ask.params.invited ?? '', ...sentAlong(ask.body) }, ask.commandId)
  if ('problems' in outcome) return again(invitationPage, outcome.problems)(caller, ask, around)
  return { go: `/sent/${outcome.done.outputId}?${outcome.done.held ? 'held' : 'sent'}=1` }
})
export const invitationRoutes = [invitationPage, post] as const
