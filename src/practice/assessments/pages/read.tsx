import { frozenFor, type FrozenAnswer, type FrozenQuestion } from '../../../engine/forms/frozen.ts'
import { dayInWords, dayOf, shortDay, timeOf } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { ChronologyFilters } from '../../../platform/page/chronology.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken, TokenRow } from '../../../platform/page/token.tsx'
import { Account, Quote } from '../../../platform/page/words.tsx'
import { answer } from '../../../record/access/act.ts'
import { again, form, page, type Ask, type Route } from '../../../record/access/page.ts'
import { readForm } from '../../../record/answers/register.ts'
import { ageInWords } from '../../../record/people/marks.ts'
import { assessmentOutcomes } from '../../../../content/codes/work.ts'
import { labelOf } from '../../../kernel/codes.ts'
import { cancelAssessment, reopenAssessment } from '../commands/changing.ts'
import { finished } from '../queries/finished.ts'
import { familyWords, shownChildren } from '../queries/editing.ts'
import type { Assessment } from '../model/stored.ts'
import type { ShownChild } from '../model/shown.ts'

const stateTag = (a: Assessment) => {
  switch (a.state) {
    case 'authorised': return <Tag kind="good" icon="tick">Agreed</Tag>
    case 'sent': return <Tag kind="wait">With the manager</Tag>
    case 'cancelled': return <Tag>Ended</Tag>
    default: return <Tag kind="soon">Being written</Tag>
  }
}

const Answer = ({ answer, question, children }: { answer: FrozenAnswer; question: FrozenQuestion; children: readonly ShownChild[] }) => {
  const about = children.filter((child) => answer.about.includes(child.id))
  const some = about.length > 0 && about.length < children.length
  const theirs = question.id === 'inOwnWords'
  return (
    <div class="read-answer">
      {some ? <p class="split-head"><TokenRow marks={about.map((child) => child.mark)} /><strong>{listed(about.map((child) => child.given))}</strong></p> : null}
      {theirs ? <Quote words={answer.words} hue={about.length === 1 ? (about[0]?.mark.hue ?? 'slate') : 'slate'} /> : question.kind === 'words' ? <Account text={answer.words} /> : <p>{answer.words}</p>}
    </div>
  )
}

/** A finished assessment: what we think and decide first, then what it rests on; for one child alone with `?child=`. */
const readPage = page('/assessments/:id/read', {
  what: 'page.readAssessment',
  may: 'record.read',
  load: async (asking, ask) => ({ found: await finished(asking, ask.params.id ?? ''), today: asking.today, printed: `${asking.actor.name} on ${dayInWords(asking.today)}, ${timeOf(asking.now)}` }),
  view: ({ found, today, printed }, frame, ask) => {
    const { assessment: a, item, previous } = found
    const children = shownChildren(item.people)
    const child = children.find((one) => one.id === ask.query.child && isId(one.id))
    const frozen = child ? frozenFor(found.frozen, child.id) : found.frozen
    const beside = ask.query.beside === 'last' && previous ? (child ? frozenFor(previous, child.id) : previous) : undefined
    const href = (more: string) => `/assessments/${item.id}/read${more ? `?${more}` : ''}`
    const agreed = found.decisions.find((one) => one.decision === 'agree')
    const before = (question: string) => beside?.sections.flatMap((section) => section.questions).find((one) => one.id === question)?.answers ?? []
    return (
      <Page {...frame} title={`${frozen.title}, ${familyWords(item.people)}`} printed={printed} band={<>
        <PageHead before={<a href={`/people/${children[0]?.id ?? ''}/family`}>{familyWords(item.people)}</a>} title={<>{frozen.title} <TokenRow marks={(child ? [child] : children).map((one) => one.mark)} size="m" /></>} tags={stateTag(a)}
          lede={a.authorisedOn ? `Agreed by ${a.authorisedByName ?? 'a manager'} on ${dayInWords(a.authorisedOn)}. Written by ${item.workerName ?? a.sentByName ?? 'its worker'}.` : a.sentAt ? `Sent by ${a.sentByName ?? ''} on ${shortDay(dayOf(a.sentAt), today)}.` : `Being written by ${item.workerName ?? 'its worker'}. This is how it stands now.`}
          end={a.state === 'open' || a.state === 'returned' ? <ButtonLink href={`/assessments/${item.id}`} icon="pencil">Go on writing</ButtonLink> : a.state === 'authorised' ? <ButtonLink href={`/assessments/${a.id}/letter`}>Letter to the family</ButtonLink> : undefined} />
        <div data-screen-only><ChronologyFilters links={[
          { label: children.length > 1 ? 'All of them' : 'Whole', href: href(''), here: child === undefined },
          ...(children.length > 1 ? children.map((one) => ({ label: one.given, href: href(`child=${one.id}`), here: child?.id === one.id, mark: one.mark })) : []),
        ]} more={previous ? <a href={href(`${child ? `child=${child.id}&` : ''}${beside ? '' : 'beside=last'}`)}>{beside ? 'Hide last time' : 'Last time beside it'}</a> : undefined} /></div>
      </>}>
        {item.words && (a.state === 'open' || a.state === 'returned') ? <Message kind="theme" icon="people" title="Left to do when it was handed over:">{item.words}</Message> : null}
        {agreed?.comment ? <Message kind="good" icon="tick" title={`${agreed.by} wrote:`}>{agreed.comment}</Message> : null}
        <Columns
          main={<>
            {frozen.sections.map((section) => {
              const questions = section.questions.filter((question) => question.answers.length > 0 || before(question.id).length > 0)
              return questions.length === 0 ? null : (
                <Card title={section.title} id={section.id}>
                  {questions.map((question) => (
                    <div class="read-question">
                      <h3>{question.asked}</h3>
                      {beside ? (
                        <div class="two">
                          <div><p class="source">Now</p>{question.answers.map((answer) => <Answer answer={answer} question={question} children={children} />)}</div>
                          <div class="then"><p class="source">Last time</p>{before(question.id).length === 0 ? <p class="second">Nothing was written.</p> : before(question.id).map((answer) => <Answer answer={answer} question={question} children={children} />)}</div>
                        </div>
                      ) : question.answers.map((answer) => <Answer answer={answer} question={question} children={child ? [child] : children} />)}
                    </div>
                  ))}
                </Card>
              )
            })}
          </>}
          aside={<>
            <Card title="Children">
              {(child ? children.filter((one) => one.id === child.id) : children).map((one) => {
                const person = item.people.find((of) => of.id === one.id)
                const facts = found.children.find((of) => of.personId === one.id)
                return (
                  <div class="read-child">
                    <NamedToken mark={one.mark} href={`/people/${one.id}`} {...(person ? { second: ageInWords({ ...person, bornAbout: 'day', diedOn: null }, today) } : {})} />
                    <p class="second">{[facts?.outcome ? `${labelOf(assessmentOutcomes, facts.outcome)}.` : '', facts?.seenAloneOn ? `Seen alone ${dayInWords(facts.seenAloneOn)}.` : facts?.seenOn ? `Seen ${dayInWords(facts.seenOn)}, not alone.` : one.mark.symbol === 'unborn' ? '' : 'Not seen.'].filter(Boolean).join(' ')}</p>
                  </div>
                )
              })}
            </Card>
            <Card title="When"><Facts facts={[{ label: 'Begun', value: dayInWords(a.startedOn) }, ...(a.completedOn ? [{ label: 'Sent', value: dayInWords(a.completedOn) }] : []), ...(a.authorisedOn ? [{ label: 'Agreed', value: dayInWords(a.authorisedOn) }] : [])]} /></Card>
            <div data-screen-only>
              {a.state === 'authorised' || a.state === 'cancelled' || a.state === 'sent'
                ? <WithReason id={item.id} deed="reopen" title="Open it again" words="Why is it opened again?" button="Open it again" problems={ask.problems} open={ask.query['put'] === 'reopen'} />
                : <><p><a class="fold-link" href={`/assessments/${item.id}/hand-over`}>Hand it over to another worker</a></p><WithReason id={item.id} deed="cancel" title="It is not needed any more" words="Why is it not needed?" button="End it" problems={ask.problems} /></>}
            </div>
          </>} />
      </Page>
    )
  },
})

/** Out of order, with a reason: folded away, and always possible. */
const WithReason = ({ id, deed, title, words, button, problems, open = false }: { id: string; deed: 'reopen' | 'cancel'; title: string; words: string; button: string; problems: readonly Problem[]; /** For whoever is led here to put something right. */ open?: boolean }) => {
  const problem = problems.find((one) => one.question === 'reason')?.problem
  return (
    <details class="fold" open={open || problem !== undefined}><summary><span class="fold-link">{title}</span></summary>
      <form method="post" action={`/assessments/${id}/${deed}`}><input type="hidden" name="commandId" value={newId()} /><Line name="reason" label={words} {...(problem ? { problem } : {})} /><Actions><Button kind="row">{button}</Button></Actions></form>
    </details>
  )
}
const reasonIn = (ask: Ask): string => (typeof ask.body.reason === 'string' ? ask.body.reason : '')
const reopen = form('/assessments/:id/reopen', async (caller, ask, around) => {
  const itemId = ask.params.id ?? ''
  const outcome = await reopenAssessment.perform(caller, { itemId, reason: reasonIn(ask) }, ask.commandId)
  return 'problems' in outcome ? again(readPage, outcome.problems)(caller, ask, around) : { go: `/assessments/${itemId}` }
})
const cancel = form('/assessments/:id/cancel', async (caller, ask, around) => {
  const itemId = ask.params.id ?? ''
  const outcome = await cancelAssessment.perform(caller, { itemId, reason: reasonIn(ask) }, ask.commandId)
  return 'problems' in outcome ? again(readPage, outcome.problems)(caller, ask, around) : { go: `/assessments/${itemId}/read` }
})

/** A form by its own id, as the search names it: where it is read. */
const formRoute: Route = {
  method: 'GET',
  path: '/forms/:id',
  run: async (caller, ask) => {
    const form = await answer(caller, 'page.form', 'record.read', (asking) => readForm(asking, ask.params.id ?? ''))
    return { go: form.itemId ? `/assessments/${form.itemId}/read` : '/' }
  },
}
export const readRoutes = [readPage, reopen, cancel, formRoute] as const
