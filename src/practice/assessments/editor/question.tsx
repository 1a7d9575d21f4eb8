import type { VNode } from 'preact'
import { sharedBy } from '../../../engine/forms/answers.ts'
import { childrenShown, mayDiffer } from '../../../engine/forms/asked.ts'
import { fieldOf } from '../../../engine/forms/problems.ts'
import type { About, Answers, Proposal, Question, Section } from '../../../engine/forms/model.ts'
import type { Value } from '../../../engine/conditions/model.ts'
import { dayInWords, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { listed, numberInWords, possessive } from '../../../kernel/phrasing.ts'
import { BroughtForward } from '../../../platform/page/brought-forward.tsx'
import { Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { PersonButton, SplitByChild } from '../../../platform/page/split.tsx'
import type { PlaceAsk } from '../../../record/answers/beside.ts'
import type { Clash } from '../../../record/answers/model.ts'
import type { ShownChild } from '../model/shown.ts'
import { proposedWords, valueAt } from '../rules/places.ts'
import { Answered } from './answer.tsx'

/** What a person can do in a question; nothing of it runs on the server, where the same buttons send the form. */
export type Acts = Readonly<{
  write: (question: string, childId: string | undefined, value: Value | null) => void
  split: (question: string, children: readonly string[]) => void
  join: (question: string, childId: string) => void
  settle: (question: string, choice: 'keep' | 'change' | 'drop') => void
  settleClash: (clashId: string, use: 'mine' | 'theirs' | 'both') => void
}>

type Shown = Readonly<{ section: Section; question: Question; answers: Answers; about: About; children: readonly ShownChild[]; proposal: Proposal | undefined; clashes: readonly Clash[]; problems: ReadonlyMap<string, string>; rules: ReadonlyMap<string, readonly PlaceAsk[]>; today: PlainDate; previousHref: string | null; live: boolean; acts: Acts; ClashCard: ClashView | undefined }>

/** How two texts in one place are shown: the browser fetches it when there are two. */
export type ClashView = (shown: Readonly<{ clash: Clash; live: boolean; acts: Acts; whom: string }>) => VNode

/** The name of a field as the page sends it: `a.schoolNow` for all, `c.<child>.schoolNow` for one. */
export const nameOf = (question: string, childId?: string): string => (childId === undefined ? `a.${question}` : `c.${childId}.${question}`)

export const press = (live: boolean, run: () => void) => (live ? { type: 'button' as const, onClick: run } : {})
const sourceWords = (proposal: Proposal): string => `${proposal.source.title} of ${isPlainDate(proposal.source.on) ? dayInWords(proposal.source.on) : proposal.source.on}${proposal.source.by ? `, written by ${proposal.source.by}` : ''}.`

/** One question: once for all, and separately for a child who differs; what was said last time as a card of its own until somebody chooses. */
export function Asked(shown: Shown) {
  const { section, question, answers, about, children, proposal, problems, live, acts, today, ClashCard } = shown
  const answer = answers[question.id]
  const asked = childrenShown(section, question, answers, about)
  const person = (id: string) => children.find((child) => child.id === id)
  const problem = problems.get(question.id)
  if (proposal && !(answer?.all ?? Object.keys(answer?.each ?? {})[0])) {
    return (
      <div id={question.id} tabIndex={-1}>
        <BroughtForward question={question.ask} name="do" values={(choice) => `settle:${question.id}:${choice}`} words={proposedWords(proposal, (id) => person(id)?.given ?? '')} source={sourceWords(proposal)}
          {...(question.bringForward === true && shown.previousHref ? { readHref: `${shown.previousHref}#${section.id}` } : {})} {...(live ? { onChoose: (choice: 'keep' | 'change' | 'drop') => acts.settle(question.id, choice) } : {})} />
        {problem ? <p class="field-problem">{problem}</p> : null}
      </div>
    )
  }
  const control = (childId: string | undefined, label: string) => (
    <>
      {ClashCard && shown.clashes.filter((clash) => clash.childId === childId).map((clash) => <ClashCard clash={clash} live={live} acts={acts} whom={label} />)}
      <Answered question={question} name={nameOf(question.id, childId)} id={fieldOf(question.id, childId)} label={label} value={valueAt(answers, question.id, childId)} today={today}
        problem={problems.get(fieldOf(question.id, childId))} rules={shown.rules.get(fieldOf(question.id, childId))} write={(value) => acts.write(question.id, childId, value)} />
    </>
  )
  const shared = sharedBy(answer, asked)
  const own = asked.filter((child) => answer?.each?.[child.id] !== undefined)
  const names = (of: readonly { id: string }[]) => listed(of.map((child) => person(child.id)?.given ?? ''))
  const marks = (of: readonly { id: string }[]) => of.flatMap((child) => person(child.id)?.mark ?? [])
  const differ = mayDiffer(section, question) && asked.length > 1
  return (
    <Card>
      <h3 class="question">{question.ask}</h3>
      {question.hint ? <p class="hint">{question.hint}</p> : null}
      {differ ? (
        <SplitByChild sharedBy={marks(shared)} sharedTitle={shared.length === asked.length && asked.length > 3 ? `All ${numberInWords(asked.length)}` : names(shared)} {...(shared.length > 1 ? { sharedRemark: `one answer for ${numberInWords(shared.length)}` } : {})}
          shared={control(undefined, `${question.ask} For ${names(shared)}`)}
          own={own.flatMap((child) => {
            const who = person(child.id)
            return who ? [{
              mark: who.mark, title: `${who.given}, separately`, answer: control(child.id, `${question.ask} For ${who.given}`),
              join: <Button kind="quiet" name="do" value={`join:${question.id}:${child.id}`} about={who.given} {...press(live, () => acts.join(question.id, child.id))}>Join with the others</Button>,
              shown: `Shown only in ${possessive(who.given)} record. Not in the copies of brothers or sisters.`,
            }] : []
          })}
          offer={shared.length > 1 ? <>
            <span>Write separately for</span>
            {shared.map((child) => {
              const who = person(child.id)
              return who ? <PersonButton mark={who.mark} label={who.given} name="do" value={`split:${question.id}:${child.id}`} about="Write separately for" {...press(live, () => acts.split(question.id, [child.id]))} /> : null
            })}
            {shared.length > 2 ? <Button kind="quiet" name="do" value={`split:${question.id}:all`} about={`: ${question.ask}`} {...press(live, () => acts.split(question.id, shared.map((child) => child.id)))}>Each child separately</Button> : null}
          </> : undefined} />
      ) : control(undefined, question.ask)}
    </Card>
  )
}
