import { section47Enquiry } from '../../../../content/forms/section47Enquiry.ts'
import { questionsShown, mayDiffer, childrenShown, sectionsShown } from '../../../engine/forms/asked.ts'
import type { Value } from '../../../engine/conditions/model.ts'
import type { About, Answers, Question, Section } from '../../../engine/forms/model.ts'
import { dayInWords, dayOf, isPlainDate, shortDay } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, YesNo } from '../../../platform/page/fields/choice.tsx'
import { DateField, Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { textOf, treeOf } from '../../../platform/page/posted.ts'
import { NamedToken, Token } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { clockOf } from '../../../record/work/trayRows.ts'
import { saveEnquiry, sendEnquiry } from '../commands/enquiring.ts'
import { enquiring } from '../queries.ts'

const shownValue = (question: Question, value: Value | undefined): string => (typeof value === 'string' ? (question.kind === 'date' && isPlainDate(value) ? dayInWords(value) : value) : '')

/** The section 47 enquiry: written once for all the children, parted where one differs; read as it was sent. */
const enquiryPage = page('/protection/enquiries/:item', {
  what: 'page.enquiry',
  may: 'record.read',
  load: async (asking, ask) => ({ ...(await enquiring(asking, ask.params.item ?? '')), today: asking.today }),
  view: ({ item, enquiry, about, answers, definition, writable, frozen, decisions, today }, frame, ask) => {
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
          main={writable ? (
            <form method="post" action={`/protection/enquiries/${item.id}`} data-keep="enquiry">
              <input type="hidden" name="commandId" value={newId()} />
              <div class="stack-gap">{definition.sections.map((section) => <SectionCard section={section} answers={answers} about={about} item={item} ask={ask} shown={sectionsShown(definition, answers, about).includes(section)} />)}</div>
              <Actions remark="Kept as you save; nobody reads it as finished before it is sent."><Button kind="primary" name="go" value="send">Send to the manager</Button><Button name="go" value="save">Save and go on later</Button></Actions>
            </form>
          ) : (frozen?.sections ?? []).map((section) => (
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

type Asked = Readonly<{ section: Section; answers: Answers; about: About; item: WorkItem; ask: Ask }>
function SectionCard({ shown, ...of }: Asked & Readonly<{ shown: boolean }>) {
  if (!shown) return null
  return <Card title={of.section.title}>{of.section.questions.map((question) => <QuestionFields {...of} question={question} shown={questionsShown(of.section, of.answers, of.about).includes(question)} />)}</Card>
}

/** One question for all the children, and a place of its own for each where they may differ. A question that depends on another is offered folded. */
function QuestionFields({ section, question, answers, about, item, ask, shown }: Asked & Readonly<{ question: Question; shown: boolean }>) {
  const typed = treeOf(ask.body.all)
  const own = treeOf(treeOf(ask.body.each)[question.id])
  const back = ask.problems.length > 0
  const answer = answers[question.id]
  const problem = (name: string) => { const found = ask.problems.find((one) => one.question === name)?.problem; return found ? { problem: found } : {} }
  const differs = mayDiffer(section, question) && item.people.length > 1
  const children = shown ? childrenShown(section, question, answers, about) : about.children
  const valueOf = (childId?: string) => (childId === undefined ? (back ? textOf(typed[question.id]) : shownValue(question, answer?.all)) : back ? textOf(own[childId]) : shownValue(question, answer?.each?.[childId]))
  const all = <Field question={question} name={`all.${question.id}`} id={question.id} label={question.ask} value={valueOf()} {...problem(question.id)} />
  const body = (
    <div class="asked">
      <input type="hidden" name={`base.${question.id}`} value={shownValue(question, answer?.all)} />
      {all}
      {differs ? <div class="separately">{children.map((child) => {
        const person = item.people.find((one) => one.id === child.id)
        const value = valueOf(child.id)
        const field = `${question.id}.${child.id}`
        return (
          <details open={value !== '' || 'problem' in problem(field)}>
            <summary class="with-token">{person ? <Token mark={markOf(person)} beside /> : null}<span class="fold-link">Separately for {child.name}</span></summary>
            <input type="hidden" name={`bases.${question.id}.${child.id}`} value={shownValue(question, answer?.each?.[child.id])} />
            <Field question={question} name={`each.${question.id}.${child.id}`} id={field} label={`${question.ask} ${child.name} only`} look="hidden" value={value} {...problem(field)} />
          </details>
        )
      })}</div> : null}
    </div>
  )
  if (shown && !question.when) return body
  return <details class="fold" open={shown && (valueOf() !== '' || Object.keys(problem(question.id)).length > 0 || ask.problems.some((one) => one.question.startsWith(`${question.id}.`)))}><summary><span class="fold-link">{question.ask}</span></summary>{body}</details>
}

function Field({ question, value, ...field }: Readonly<{ question: Question; name: string; id: string; label: string; value: string; look?: 'hidden'; problem?: string }>) {
  const more = { ...field, look: field.look ?? ('question' as const), ...(question.hint && !field.look ? { hint: question.hint } : {}) }
  if (question.kind === 'date') return <DateField {...more} value={value} />
  if (question.kind === 'yesNo') return <YesNo {...more} value={value === 'yes' || value === 'no' ? value : undefined} />
  if (question.kind === 'choice') return <Choice {...more} value={value} options={(question.options ?? []).map((one) => ({ value: one.code, label: one.label, ...(one.help ? { hint: one.help } : {}) }))} />
  return <Words {...more} rows={field.look ? 2 : 3} value={value} />
}

/** What was changed since the page was opened, place by place. */
function changesIn(ask: Ask, sections: readonly Section[], today: Parameters<typeof typedDay>[1]): Record<string, unknown>[] {
  const b = ask.body
  const kept = (question: Question, text: string): string | null => { const value = text.trim(); return value === '' ? null : question.kind === 'date' ? (typedDay(value, today) ?? value) : value }
  return sections.flatMap((section) => section.questions).flatMap((question): Record<string, unknown>[] => {
    const place = (base: string, typed: unknown, childId?: string): Record<string, unknown>[] => {
      const [before, value] = [kept(question, base), kept(question, textOf(typed))]
      return before === value ? [] : [{ question: question.id, base: before, value, ...(childId ? { childId } : {}) }]
    }
    const bases = treeOf(treeOf(b.bases)[question.id])
    const each = treeOf(treeOf(b.each)[question.id])
    return [...place(textOf(treeOf(b.base)[question.id]), treeOf(b.all)[question.id]), ...Object.keys(bases).flatMap((childId) => place(textOf(bases[childId]), each[childId], childId))]
  })
}

const writeEnquiry = form('/protection/enquiries/:item', async (caller, ask, around) => {
  const itemId = ask.params.item ?? ''
  const saved = await saveEnquiry.perform(caller, { itemId, changes: changesIn(ask, section47Enquiry.sections, caller.clock.today()) }, ask.commandId)
  if ('problems' in saved) return again(enquiryPage, saved.problems)(caller, ask, around)
  if (textOf(ask.body.go) !== 'send') return { go: `/protection/enquiries/${itemId}?saved=1` }
  const sent = await sendEnquiry.perform(caller, { itemId })
  return 'problems' in sent ? again(enquiryPage, sent.problems)(caller, ask, around) : { go: `/protection/enquiries/${itemId}?sent=1` }
})
export const enquiryRoutes = [enquiryPage, writeEnquiry] as const
