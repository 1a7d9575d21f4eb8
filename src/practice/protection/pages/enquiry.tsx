import { section47Enquiry } from '../../../../content/forms/section47Enquiry.ts'
import { dayInWords, dayOf, isPlainDate, shortDay } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { NamedToken } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { answer } from '../../../record/access/act.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { asksByPlace } from '../../../record/answers/beside.ts'
import { Clashes, clashProblems } from '../../../record/answers/pages/clashes.tsx'
import { changesIn, FormSections, keptWhileWriting } from '../../../record/answers/pages/writing.tsx'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { clockOf } from '../../../record/work/trayRows.ts'
import { saveEnquiry, sendEnquiry, settleEnquiry } from '../commands/enquiring.ts'
import { enquiring } from '../queries.ts'

/** The section 47 enquiry: written once for all the children, parted where one differs; read as it was sent. */
const enquiryPage = page('/protection/enquiries/:item', {
  what: 'page.enquiry',
  may: 'record.read',
  load: async (asking, ask, { asks }) => ({ ...(await enquiring(asking, ask.params.item ?? '', asks)), today: asking.today }),
  view: ({ item, enquiry, about, answers, asked, clashes, definition, writable, frozen, decisions, today }, frame, ask) => {
    const given = (ids: readonly string[]) => listed(ids.flatMap((id) => item.people.find((one) => one.id === id)?.given ?? []))
    const returned = enquiry.state === 'returned' ? decisions.find((one) => one.decision === 'return') : undefined
    return (
      <Page {...frame} title={definition.title} problemCount={ask.problems.length} printed={undefined}>
        <PageHead title={definition.title} lede={`${enquiry.joint ? 'Jointly with the police' : 'By social care alone'}, begun on ${dayInWords(enquiry.initiatedOn)}. ${item.workerName ? `With ${item.workerName}.` : ''}`}
          end={writable ? <Clock {...clockOf(item, false, today)} /> : undefined} />
        {ask.query.saved ? <Confirmation title="Saved." /> : null}
        {ask.query.sent ? <Confirmation title="Sent.">The manager of the team finds it among the decisions that wait.</Confirmation> : null}
        {returned ? <Message kind="soon" title={`Returned by ${returned.by}.`}>{returned.comment}</Message> : null}
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <Columns
          main={writable ? (<>
            <Clashes action={`/protection/enquiries/${item.id}`} definition={definition} clashes={clashes} />
            <form method="post" action={`/protection/enquiries/${item.id}`} data-keep="enquiry" data-save>
              <input type="hidden" name="commandId" value={newId()} />
              <FormSections definition={definition} answers={answers} about={about} people={item.people} ask={ask} asked={asked} />
              <Actions remark="Kept as you write; nobody reads it as finished before it is sent."><Button kind="primary" name="go" value="send">Send to the manager</Button><Button name="go" value="save">Save and go on later</Button></Actions>
            </form>
          </>) : (frozen?.sections ?? []).map((section) => (
            <Card title={section.title}>{section.questions.filter((question) => question.answers.length > 0).map((question) => (
              <><h3>{question.asked}</h3>{question.answers.map((answer) => <><Account text={question.kind === 'date' && typeof answer.value === 'string' && isPlainDate(answer.value) ? dayInWords(answer.value) : answer.words} />{answer.about.length > 0 && answer.about.length < item.people.length ? <p class="source">About {given(answer.about)}</p> : null}</>)}</>
            ))}</Card>
          ))}
          aside={<>
            <Card title="About">{item.people.map((one) => <NamedToken mark={markOf(one)} href={`/people/${one.id}`} second={ageInWords({ ...one, bornAbout: 'day', diedOn: null }, today)} />)}</Card>
            {enquiry.discussionId ? <Card title="From"><p><a href={`/meetings/${enquiry.discussionId}`}>The strategy discussion</a></p></Card> : null}
            {decisions.length > 0 ? <Card title="What was decided"><ul class="lines">{decisions.map((one) => <li><p>{one.decision === 'agree' ? 'Agreed' : 'Returned'} by {one.by}<span class="second">{[shortDay(dayOf(one.at), today), one.comment].filter(Boolean).join(': ')}</span></p></li>)}</ul></Card> : null}
          </>} />
      </Page>
    )
  },
})

const writeEnquiry = form('/protection/enquiries/:item', async (caller, ask, around) => {
  const itemId = ask.params.item ?? ''
  const go = textOf(ask.body.go)
  if (go === 'stands' || go === 'other') {
    const settled = await settleEnquiry.perform(caller, { itemId, clashId: textOf(ask.body.clash), choose: go }, ask.commandId)
    return 'problems' in settled ? again(enquiryPage, settled.problems)(caller, ask, around) : { go: `/protection/enquiries/${itemId}` }
  }
  const kept = await saveEnquiry.perform(caller, { itemId, changes: changesIn(ask, section47Enquiry.sections, caller.clock.today()) }, ask.commandId)
  const clashes = 'done' in kept ? kept.done.clashes : []
  if (go === 'keep') {
    const { asked, answers, about } = await answer(caller, 'rules.whileTyped', 'record.read', (asking) => enquiring(asking, itemId, around.asks), 'reads')
    return keptWhileWriting(caller, kept, clashes.length > 0, asksByPlace(asked, answers, about.children))
  }
  const saved = clashes.length > 0 ? { problems: clashProblems(clashes) } : kept
  if ('problems' in saved) return again(enquiryPage, saved.problems)(caller, ask, around)
  if (go !== 'send') return { go: `/protection/enquiries/${itemId}?saved=1` }
  const sent = await sendEnquiry.perform(caller, { itemId })
  return 'problems' in sent ? again(enquiryPage, sent.problems)(caller, ask, around) : { go: `/protection/enquiries/${itemId}?sent=1` }
})
export const enquiryRoutes = [enquiryPage, writeEnquiry] as const
