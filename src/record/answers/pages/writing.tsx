import type { Value } from '../../../engine/conditions/model.ts'
import { hasAnswer } from '../../../engine/forms/answers.ts'
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
import { NumbersOverTime, ScaleField } from './scale.tsx'

/** A form of words, days and choices as it is written: one page, all its sections, each child's own place where one differs. */
type Written = Readonly<{ definition: FormDefinition; answers: Answers; about: About; people: readonly Pick<Card, 'id' | 'name' | 'sex' | 'unborn' | 'hue'>[]; ask: Ask; /** What the rules of the returns would ask of it, if it were agreed as it stands. */ asked?: readonly BesideField[]; /** What an earlier form said, to be confirmed. */ proposals?: readonly Proposal[]; /** Of a form with scales: the day that a number has unless another is given. */ today?: PlainDate }>

const shownValue = (question: Question, value: Value | undefined): string => (typeof value === 'string' ? (question.kind === 'date' && isPlainDate(value) ? dayInWords(value) : value) : '')

export function FormSections(of: Written) {
  const shown = sectionsShown(of.definition, of.answers, of.about)
  const rules = asksByPlace(of.asked ?? [], of.answers, of.about.children)
  const isUsed = (section: Section) => section.questions.some((question) => hasAnswer(of.answers[question.id]) || of.proposals?.some((one) => one.question === question.id) || of.ask.problems.some((one) => one.question.split('.')[0] === question.id))
  const unused = of.definition.sections.filter((section) => section.row && !isUsed(section))
  const next = unused.filter((section, at) => unused.findIndex((one) => one.row?.of === section.row?.of) === at)
  const card = (section: Section) => {
    const before = section.row ? of.proposals?.filter((one) => section.questions.some((question) => question.id === one.question)) ?? [] : []
    const fields = section.questions.map((question) => <QuestionFields {...of} proposals={section.row ? [] : of.proposals ?? []} rules={rules} section={section} question={question} shown={questionsShown(section, of.answers, of.about).includes(question)} />)
    const body = section.row ? <>{before.length > 0 ? <RowLastTime section={section} proposals={before} people={of.people} /> : null}<div class="beside-each">{fields}</div></> : fields
    if (section.row && !isUsed(section) && section.row.number > 1) return <PageCard id={section.id}><details class="fold"><summary><span class="fold-link">Add: {section.title}</span></summary>{body}</details></PageCard>
    return <PageCard id={section.id} title={section.title}>{body}</PageCard>
  }
  return <div class="stack-gap">{of.definition.groups.map((group) => {
    const cards = shown.filter((section) => section.group === group.id && (!section.row || isUsed(section) || next.includes(section))).map(card)
    return group.columns ? <div class="card-grid of-3">{cards}</div> : cards
  })}</div>
}

/** One question for all the children, and a place of its own for each where they may differ. A question that depends on another is offered folded. */
function QuestionFields({ section, question, answers, about, people, ask, shown, rules, proposals = [], today }: Written & Readonly<{ rules: ReadonlyMap<string, readonly PlaceAsk[]>; section: Section; question: Question; shown: boolean }>) {
  const typed = treeOf(ask.body.all)
  const own = treeOf(treeOf(ask.body.each)[question.id])
  const back = ask.problems.length > 0
  const answer = answers[question.id]
  const problem = (name: string) => problemAt(ask.problems, name)
  const differs = mayDiffer(section, question) && people.length > 1
  const children = shown ? childrenShown(section, question, answers, about) : about.children
  const valueOf = (childId?: string) => (childId === undefined ? (back ? textOf(typed[question.id]) : shownValue(question, answer?.all)) : back ? textOf(own[childId]) : shownValue(question, answer?.each?.[childId]))
  const told = treeOf(treeOf(ask.body.tells)[question.id])
  const scale = question.kind === 'scale' && today !== undefined ? (whose: string, label: string, wrong: { problem?: string }) => {
    const mine = whose === 'all' ? answer?.all : answer?.each?.[whose]
    const open = wrong.problem !== undefined || (whose === 'all' && !hasAnswer(answer))
    return <ScaleField question={question} whose={whose} label={label} value={mine} typed={back ? treeOf(told[whose]) : {}} open={open} today={today} {...(whose === 'all' ? {} : { look: 'hidden' as const })} {...wrong} />
  } : undefined
  const body = (
    <div class="asked">
      {proposals.filter((one) => one.question === question.id).map((one) => <LastTime question={question} proposal={one} people={people} />)}
      <input type="hidden" name={`base.${question.id}`} value={shownValue(question, answer?.all)} />
      {scale ? scale('all', question.ask, problem(question.id)) : <Field question={question} name={`all.${question.id}`} id={question.id} label={question.ask} value={valueOf()} {...problem(question.id)} rules={rules.get(question.id)} />}
      {differs ? <div class="separately">{children.map((child) => {
        const person = people.find((one) => one.id === child.id)
        const value = valueOf(child.id)
        const field = `${question.id}.${child.id}`
        return (
          <details open={value !== '' || hasAnswer({ all: answer?.each?.[child.id] ?? '' }) || 'problem' in problem(field)}>
            <summary class="with-token">{person ? <Token mark={markOf(person)} beside /> : null}<span class="fold-link">Separately for {child.name}</span></summary>
            <input type="hidden" name={`bases.${question.id}.${child.id}`} value={shownValue(question, answer?.each?.[child.id])} />
            {scale ? scale(child.id, `${question.ask} ${child.name} only`, problem(field)) : <Field question={question} name={`each.${question.id}.${child.id}`} id={field} label={`${question.ask} ${child.name} only`} look="hidden" value={value} {...problem(field)} rules={rules.get(field)} />}
          </details>
        )
      })}</div> : null}
    </div>
  )
  if (shown && !question.when) return body
  return <details class="fold" open={shown && (valueOf() !== '' || Object.keys(problem(question.id)).length > 0 || ask.problems.some((one) => one.question.startsWith(`${question.id}.`)))}><summary><span class="fold-link">{question.ask}</span></summary>{body}</details>
}

const saidIn = (answer: Proposal['answer'], people: Written['people']) => [...(answer.all === undefined ? [] : [{ of: '', value: answer.all }]), ...Object.entries(answer.each ?? {}).map(([id, value]) => ({ of: people.find((one) => one.id === id)?.name ?? '', value }))]

/** A row as it was last time, taken or left as one: nothing that belongs together is torn apart. */
function RowLastTime({ section, proposals, people }: Readonly<{ section: Section; proposals: readonly Proposal[]; people: Written['people'] }>) {
  const source = proposals[0]?.source
  const first = section.questions[0]?.id ?? ''
  return (
    <div class="message message-theme"><div>
      <strong>{source?.title}{source && isPlainDate(source.on) ? `, ${dayInWords(source.on)}` : ''}</strong>
      {section.questions.map((question) => proposals.filter((one) => one.question === question.id).flatMap((one) => saidIn(one.answer, people)).map((one) => <>
        <p class="second">{question.ask}{one.of ? ` About ${one.of}` : ''}</p>
        {question.kind === 'scale' ? <NumbersOverTime question={question} value={one.value} caption={`Numbers that were given before: ${section.title}`} /> : <Account text={shownValue(question, one.value)} />}
      </>))}
      <p class="forward-choices"><Button name="go" value={`forward:keep:${first}`} about={section.title}>It holds still: put it in</Button><Button name="go" value={`forward:drop:${first}`} about={section.title}>No longer true</Button></p>
    </div></div>
  )
}

/** What was said last time, to be taken as it is (and changed) or said to be no longer true. Never an answer before somebody says so. */
function LastTime({ question, proposal: { answer, source }, people }: Readonly<{ question: Question; proposal: Proposal; people: Written['people'] }>) {
  const said = saidIn(answer, people)
  return (
    <div class="message message-theme"><div>
      <strong>{source.title}{isPlainDate(source.on) ? `, ${dayInWords(source.on)}` : ''}</strong>
      {said.map((one) => <>{one.of ? <p class="second">About {one.of}</p> : null}<Account text={shownValue(question, one.value)} /></>)}
      <p class="forward-choices"><Button name="go" value={`forward:keep:${question.id}`} about={question.ask}>It holds still: put it in</Button><Button name="go" value={`forward:drop:${question.id}`} about={question.ask}>No longer true</Button></p>
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
  return sections.flatMap((section) => section.questions).filter((question) => question.kind !== 'scale').flatMap((question): Change[] => {
    const place = (base: string, typed: unknown, childId?: string): Change[] => {
      const [before, value] = [kept(question, base), kept(question, textOf(typed))]
      return before === value ? [] : [{ question: question.id, base: before, value, ...(childId ? { childId } : {}) }]
    }
    const bases = treeOf(treeOf(b.bases)[question.id])
    const each = treeOf(treeOf(b.each)[question.id])
    return [...place(textOf(treeOf(b.base)[question.id]), treeOf(b.all)[question.id]), ...Object.keys(bases).flatMap((childId) => place(textOf(bases[childId]), each[childId], childId))]
  })
}

/** What a form that saves while somebody writes (`data-save`) is told: that it is kept, or what to put right. `clash`: the council keeps two texts for one place, and the page shows both. `rules`: what the rules of the returns ask now, by place. `waits`: what stands in the form and is not taken before something is pressed, in words. */
export const keptWhileWriting = (caller: Caller, saved: Readonly<{ problems: readonly Problem[] }> | Readonly<{ done: unknown }>, clash = false, rules: ReadonlyMap<string, readonly PlaceAsk[]> = new Map(), waits?: string): Reply =>
  'problems' in saved ? { json: { said: saved.problems[0]?.problem ?? 'Not saved.' }, status: 409 } : { json: { said: `Saved at ${timeOf(caller.clock.now())}.${waits ? ` ${waits}` : ''}`, clash, rules: [...rules], ...(waits ? { waits: true } : {}) } }
