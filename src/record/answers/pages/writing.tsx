import type { Value } from '../../../engine/conditions/model.ts'
import { childrenShown, mayDiffer, questionsShown, sectionsShown } from '../../../engine/forms/asked.ts'
import type { About, Answers, FormDefinition, Proposal, Question, Section } from '../../../engine/forms/model.ts'
import type { BesideField } from '../../../engine/returns/model.ts'
import { dayInWords, isPlainDate, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Card as PageCard } from '../../../platform/page/card.tsx'
import { Choice, YesNo } from '../../../platform/page/fields/choice.tsx'
import { DateField, Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { textOf, treeOf } from '../../../platform/page/posted.ts'
import { Token } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import type { Caller } from '../../access/act.ts'
import type { Ask, Reply } from '../../access/page.ts'
import { markOf } from '../../people/marks.ts'
import type { Card } from '../../people/model.ts'
import { asksByPlace, type PlaceAsk } from '../beside.ts'
import type { Change } from '../model.ts'

/** A form of words, days and choices as it is written: one page, all its sections, each child's own place where one differs. */
type Written = Readonly<{ definition: FormDefinition; answers: Answers; about: About; people: readonly Pick<Card, 'id' | 'name' | 'sex' | 'unborn' | 'hue'>[]; ask: Ask; /** What the rules of the returns would ask of it, if it were agreed as it stands. */ asked?: readonly BesideField[]; /** What an earlier form said, to be confirmed. */ proposals?: readonly Proposal[] }>

const shownValue = (question: Question, value: Value | undefined): string => (typeof value === 'string' ? (question.kind === 'date' && isPlainDate(value) ? dayInWords(value) : value) : '')

export function FormSections(of: Written) {
  const shown = sectionsShown(of.definition, of.answers, of.about)
  const rules = asksByPlace(of.asked ?? [], of.answers, of.about.children)
  return <div class="stack-gap">{of.definition.sections.filter((section) => shown.includes(section)).map((section) => (
    <PageCard title={section.title}>{section.questions.map((question) => <QuestionFields {...of} rules={rules} section={section} question={question} shown={questionsShown(section, of.answers, of.about).includes(question)} />)}</PageCard>
  ))}</div>
}

/** One question for all the children, and a place of its own for each where they may differ. A question that depends on another is offered folded. */
function QuestionFields({ section, question, answers, about, people, ask, shown, rules, proposals = [] }: Written & Readonly<{ rules: ReadonlyMap<string, readonly PlaceAsk[]>; section: Section; question: Question; shown: boolean }>) {
  const typed = treeOf(ask.body.all)
  const own = treeOf(treeOf(ask.body.each)[question.id])
  const back = ask.problems.length > 0
  const answer = answers[question.id]
  const problem = (name: string) => problemAt(ask.problems, name)
  const differs = mayDiffer(section, question) && people.length > 1
  const children = shown ? childrenShown(section, question, answers, about) : about.children
  const valueOf = (childId?: string) => (childId === undefined ? (back ? textOf(typed[question.id]) : shownValue(question, answer?.all)) : back ? textOf(own[childId]) : shownValue(question, answer?.each?.[childId]))
  const body = (
    <div class="asked">
      {proposals.filter((one) => one.question === question.id).map((one) => <LastTime question={question} proposal={one} people={people} />)}
      <input type="hidden" name={`base.${question.id}`} value={shownValue(question, answer?.all)} />
      <Field question={question} name={`all.${question.id}`} id={question.id} label={question.ask} value={valueOf()} {...problem(question.id)} rules={rules.get(question.id)} />
      {differs ? <div class="separately">{children.map((child) => {
        const person = people.find((one) => one.id === child.id)
        const value = valueOf(child.id)
        const field = `${question.id}.${child.id}`
        return (
          <details open={value !== '' || 'problem' in problem(field)}>
            <summary class="with-token">{person ? <Token mark={markOf(person)} beside /> : null}<span class="fold-link">Separately for {child.name}</span></summary>
            <input type="hidden" name={`bases.${question.id}.${child.id}`} value={shownValue(question, answer?.each?.[child.id])} />
            <Field question={question} name={`each.${question.id}.${child.id}`} id={field} label={`${question.ask} ${child.name} only`} look="hidden" value={value} {...problem(field)} rules={rules.get(field)} />
          </details>
        )
      })}</div> : null}
    </div>
  )
  if (shown && !question.when) return body
  return <details class="fold" open={shown && (valueOf() !== '' || Object.keys(problem(question.id)).length > 0 || ask.problems.some((one) => one.question.startsWith(`${question.id}.`)))}><summary><span class="fold-link">{question.ask}</span></summary>{body}</details>
}

/** What was said last time, to be taken as it is (and changed) or said to be no longer true. Never an answer before somebody says so. */
function LastTime({ question, proposal: { answer, source }, people }: Readonly<{ question: Question; proposal: Proposal; people: Written['people'] }>) {
  const said = [...(answer.all === undefined ? [] : [{ of: '', value: answer.all }]), ...Object.entries(answer.each ?? {}).map(([id, value]) => ({ of: people.find((one) => one.id === id)?.name ?? '', value }))]
  return (
    <div class="message message-theme"><div>
      <strong>{source.title}{isPlainDate(source.on) ? `, ${dayInWords(source.on)}` : ''}</strong>
      {said.map((one) => <>{one.of ? <p class="second">About {one.of}</p> : null}<Account text={shownValue(question, one.value)} /></>)}
      <p class="line-ends"><Button kind="row" name="go" value={`forward:keep:${question.id}`} about={question.ask}>It holds still: put it in</Button><Button kind="row" name="go" value={`forward:drop:${question.id}`} about={question.ask}>No longer true</Button></p>
    </div></div>
  )
}

function Field({ question, value, rules, ...field }: Readonly<{ question: Question; name: string; id: string; label: string; value: string; look?: 'hidden'; problem?: string; rules?: readonly PlaceAsk[] | undefined }>) {
  const more = { ...field, look: field.look ?? ('question' as const), ...(rules ? { rules } : {}), ...(question.hint && !field.look ? { hint: question.hint } : {}) }
  if (question.kind === 'date') return <DateField {...more} value={value} />
  if (question.kind === 'yesNo') return <YesNo {...more} value={value === 'yes' || value === 'no' ? value : undefined} />
  if (question.kind === 'choice') return <Choice {...more} value={value} options={(question.options ?? []).map((one) => ({ value: one.code, label: one.label, ...(one.help ? { hint: one.help } : {}) }))} />
  return <Words {...more} rows={field.look ? 2 : 3} value={value} />
}

/** What was changed since the page was opened, place by place. */
export function changesIn(ask: Ask, sections: readonly Section[], today: PlainDate): Change[] {
  const b = ask.body
  const kept = (question: Question, text: string): string | null => { const value = text.trim(); return value === '' ? null : question.kind === 'date' ? (typedDay(value, today) ?? value) : value }
  return sections.flatMap((section) => section.questions).flatMap((question): Change[] => {
    const place = (base: string, typed: unknown, childId?: string): Change[] => {
      const [before, value] = [kept(question, base), kept(question, textOf(typed))]
      return before === value ? [] : [{ question: question.id, base: before, value, ...(childId ? { childId } : {}) }]
    }
    const bases = treeOf(treeOf(b.bases)[question.id])
    const each = treeOf(treeOf(b.each)[question.id])
    return [...place(textOf(treeOf(b.base)[question.id]), treeOf(b.all)[question.id]), ...Object.keys(bases).flatMap((childId) => place(textOf(bases[childId]), each[childId], childId))]
  })
}

/** What a form that saves while somebody writes (`data-save`) is told: that it is kept, or what to put right. `clash`: the council keeps two texts for one place, and the page shows both. `rules`: what the rules of the returns ask now, by place. */
export const keptWhileWriting = (caller: Caller, saved: Readonly<{ problems: readonly Problem[] }> | Readonly<{ done: unknown }>, clash = false, rules: ReadonlyMap<string, readonly PlaceAsk[]> = new Map()): Reply =>
  'problems' in saved ? { json: { said: saved.problems[0]?.problem ?? 'Not saved.' }, status: 409 } : { json: { said: `Saved at ${timeOf(caller.clock.now())}.`, clash, rules: [...rules] } }
