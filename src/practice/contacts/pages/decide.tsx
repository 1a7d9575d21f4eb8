import { contactOutcomes } from '../../../../content/codes/contact.ts'
import { overdueReasons } from '../../../../content/codes/work.ts'
import { listNow } from '../../../record/access/own/now.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { DecideForEachChild } from '../../../platform/page/decide-for-each.tsx'
import { Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import type { Contact, Taker } from '../model/shown.ts'
import type { KnownAbout } from '../queries.ts'
import { fitting, takerInWords, takerValue } from '../rules/taking.ts'
import { fromWhom } from '../inWords.ts'

/** The most serious first, as the picture of the page has it. */
const options = ['referral', 'earlyHelp', 'informationAndAdvice', 'noFurtherAction'].flatMap((code) => contactOutcomes.codes.filter((one) => one.code === code)).map((one) => ({ value: one.code, label: one.label }))

export const textIn = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}
export const treeIn = (body: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> => {
  const value = body[name]
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

/** What is chosen for a child: the row, else the band for all. */
export function chosenFor(body: Readonly<Record<string, unknown>>, personId: string): Readonly<{ outcome: string; reason: string }> {
  const outcome = treeIn(body, 'outcome')
  const own = textIn(outcome, personId)
  return { outcome: own || textIn(outcome, 'all'), reason: textIn(treeIn(outcome, 'reason'), personId) }
}

/** One decision for all the children; a child may differ. Under both accounts, in one form, with one button. */
export function Decide({ contact, known, takers, teams, body, problems, today, late }: {
  contact: Contact; known: KnownAbout; takers: readonly Taker[]; teams: readonly { id: string; name: string; kind: string }[]
  body: Readonly<Record<string, unknown>>; problems: readonly Problem[]; today: PlainDate; late: boolean
}) {
  const children = contact.people.filter((one) => one.role === 'child')
  const adults = contact.people.filter((one) => one.role === 'adult')
  const problem = (question: string) => problems.find((one) => one.question === question)?.problem
  const school = (id: string) => known.facts.find((fact) => fact.personId === id && fact.kind === 'school' && !fact.to)?.value
  const sent = Object.keys(body).length > 0
  const best = fitting(takers, children.length)
  const chosenTaker = sent ? textIn(body, 'taker') : best ? takerValue(best) : ''
  const assessing = known.work.filter((item) => item.kind === 'allocation' || item.kind === 'assessment' || item.kind === 'assessmentSignOff')
  const allLabel = children.length > 1 ? `All ${counted(children.length, 'child', 'children')}` : ''
  return (
    <form method="post" action={`/contacts/${contact.id}`} data-keep={`decide-${contact.id}`}>
      <input type="hidden" name="commandId" value={newId()} />
      <Card title={children.length > 1 ? 'What will we do for each child?' : 'What will we do?'} id="decide" lede={children.length > 1 ? 'Choose once for all, then change any child who needs something different.' : undefined}>
        <div class="deciding">
          <DecideForEachChild name="outcome" reasons={children.length > 1} allLabel={allLabel} options={options} all={textIn(treeIn(body, 'outcome'), 'all')}
            people={children.map((one) => {
              const chosen = sent ? chosenFor(body, one.personId) : { outcome: '', reason: '' }
              const open = assessing.find((item) => item.people.some((person) => person.id === one.personId))
              const fault = problem(`outcome.${one.personId}`)
              return {
                key: one.personId, mark: markOf(one.card), second: [ageInWords(one.card, today), school(one.personId), open ? `assessment open with ${open.workerName ?? open.teamName ?? 'a team'}` : undefined].filter((part) => part).join(', '),
                ...(chosen.outcome ? { chosen: chosen.outcome } : {}), ...(fault ? { problem: fault } : {}), reason: { value: chosen.reason },
              }
            })} />
          <div class="two">
            <div class="stack-small">
              <Words name="reason" label={children.length > 1 ? 'Why, for all of them' : 'Why'} rows={4} value={textIn(body, 'reason')} note="The family can read this. 60 words is plenty." {...(problem('reason') ? { problem: problem('reason') ?? '' } : {})} />
              {known.closing ? <Words name="differentNow" label="What is different now" optional="since we closed" rows={2} value={textIn(body, 'differentNow')} /> : null}
              {late ? <Select name="lateReason" label="Why is it later than one working day?" empty="Choose a reason" value={textIn(body, 'lateReason')} options={listNow(overdueReasons, today).codes.map((one) => ({ value: one.code, label: one.label }))} {...(problem('lateReason') ? { problem: problem('lateReason') ?? '' } : {})} /> : null}
            </div>
            <div class="stack-small">
              <Select name="taker" label="Who will do the assessment" value={chosenTaker} empty="Nobody yet" note="Only where you choose an assessment. Without a worker it waits for the team’s manager to allocate it." {...(problem('taker') ? { problem: problem('taker') ?? '' } : {})} options={[
                ...takers.map((taker) => ({ value: takerValue(taker), label: `${takerInWords(taker)}${taker === best ? ' (fits best)' : ''}`, group: taker.team })),
                ...teams.filter((team) => team.kind === 'team').map((team) => ({ value: team.id, label: `${team.name}, no worker yet`, group: 'A team' }))]} />
              <fieldset class="field">
                <legend class="field-label">Who hears about it</legend>
                {contact.fromKind === 'anonymous' ? <p class="hint">Nobody gave a name, so there is nobody to answer.</p> : <Tick name="tellReferrer" label={`${sentence(contact.fromName ?? fromWhom(contact))}: the outcome, not the reasons`} checked={!sent || textIn(body, 'tellReferrer') === 'yes'} />}
                {adults.map((one) => <Tick name={`writeTo.${one.personId}`} label={`${one.card.name}: a letter in plain words`} checked={sent && textIn(treeIn(body, 'writeTo'), one.personId) === 'yes'} />)}
              </fieldset>
            </div>
          </div>
          {contact.decisions.length > 0 ? <Message kind="soon" title="This was decided before.">The new decision takes its place; the one before stays readable.</Message> : null}
        </div>
        <Actions remark="No sign-off needed. Whoever takes it finds it in My work."><Button kind="primary" name="do" value="decide">Save decision{children.length > 0 ? ' and allocate' : ''}</Button></Actions>
      </Card>
    </form>
  )
}
