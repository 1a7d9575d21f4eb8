import type { Value } from '../conditions/model.ts'
import { hasAnswer } from './answers.ts'
import type { About, Answer, Answers, FormDefinition, Proposal, Question } from './model.ts'

/** A finished form that answers are brought forward from. */
export type Earlier = Readonly<{ form: string; answers: Answers; source: Proposal['source'] }>

type From = Readonly<{ form: string; question: string }>
const takenFrom = ({ id, bringForward }: Question, form: string): readonly From[] =>
  bringForward === undefined ? [] : bringForward === true ? [{ form, question: id }] : Array.isArray(bringForward) ? bringForward : [bringForward]

/** The kinds of forms that a form takes from. */
export const formsTakenFrom = (form: FormDefinition): readonly string[] => [...new Set([form.id, ...form.sections.flatMap((section) => section.questions).flatMap((question) => takenFrom(question, form.id)).map((one) => one.form)])]

/** Only what is about children this form is about: another child's own answer stays where it was. */
function aboutThese(answer: Answer, about: About): Answer {
  const each = Object.fromEntries(Object.entries(answer.each ?? {}).filter(([id]) => about.children.some((child) => child.id === id)))
  const shared = answer.all === undefined ? {} : { all: answer.all }
  return Object.keys(each).length > 0 ? { ...shared, each } : shared
}

/** What an earlier form said that this one may keep. Nothing of it is in the answers; a question already answered gets no proposal. */
export function proposalsFrom(form: FormDefinition, earlier: readonly Earlier[], answers: Answers, about: About): Proposal[] {
  return form.sections.flatMap((section) => section.questions).flatMap((question) => {
    if (hasAnswer(answers[question.id])) return []
    for (const from of takenFrom(question, form.id)) {
      const source = earlier.find((one) => one.form === from.form && hasAnswer(one.answers[from.question]))
      const answer = source && aboutThese(source.answers[from.question] ?? {}, about)
      if (source && answer && hasAnswer(answer)) return [{ question: question.id, answer, source: source.source }]
    }
    return []
  })
}

export type Settled = Readonly<{ answers: Answers; proposals: Proposal[] }>
/** What a person chose about one thing brought forward. `change` puts last time's words into the answer, to be written on. */
export type Choosing = 'keep' | 'change' | 'noLongerTrue'

const fill = (now: Answer | undefined, before: Answer): Answer => {
  const pick = (mine: Value | undefined, theirs: Value | undefined) => mine ?? theirs
  const all = pick(now?.all, before.all)
  const each = { ...before.each, ...now?.each }
  return { ...(all === undefined ? {} : { all }), ...(Object.keys(each).length > 0 ? { each } : {}) }
}

/** Text that holds still, before what was written meanwhile: neither pushes the other out. Lists are united. */
export const standingBefore = (kept: Value, written: Value | undefined): Value =>
  Array.isArray(kept) && Array.isArray(written) ? [...kept, ...written.filter((one) => !kept.includes(one))] : written === undefined ? kept : typeof written === 'string' && typeof kept === 'string' && !written.includes(kept) ? `${kept}\n\n${written}` : written

/** The answers and proposals after that choice. What was written meanwhile is never replaced. */
export function settle(answers: Answers, proposals: readonly Proposal[], question: string, choice: Choosing): Settled {
  const chosen = proposals.find((proposal) => proposal.question === question)
  const rest = proposals.filter((proposal) => proposal.question !== question)
  if (!chosen || choice === 'noLongerTrue') return { answers, proposals: rest }
  return { answers: { ...answers, [question]: fill(answers[question], chosen.answer) }, proposals: rest }
}
