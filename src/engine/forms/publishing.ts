import { Value as Schema } from '@sinclair/typebox/value'
import { questionsIn } from '../conditions/holds.ts'
import type { Condition } from '../conditions/model.ts'
import { FormDefinition, type Question, type Section } from './model.ts'

const twice = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]

function faultsOfQuestion(question: Question): string[] {
  const chooses = question.kind === 'choice' || question.kind === 'choices' || question.kind === 'scale'
  return [
    ...(chooses && !question.options ? [`${question.id} is a choice without options.`] : []),
    ...(!chooses && question.options ? [`${question.id} has options and is not a choice.`] : []),
    ...twice((question.options ?? []).map((option) => option.code)).map((code) => `${question.id} has the code ${code} twice.`),
  ]
}

function faultsOfForm(form: FormDefinition): string[] {
  const questions = form.sections.flatMap((section) => section.questions)
  const known = new Set(questions.map((question) => question.id))
  const conditions: [string, Condition | undefined][] = [...[...form.sections, ...questions].map((one): [string, Condition | undefined] => [one.id, one.when]), ...questions.map((one): [string, Condition | undefined] => [one.id, one.required?.when])]
  return [
    ...twice(questions.map((question) => question.id)).map((id) => `The question ${id} stands twice.`),
    ...twice(form.sections.map((section) => section.id)).map((id) => `The section ${id} stands twice.`),
    ...form.sections.filter((section) => !form.groups.some((group) => group.id === section.group)).map((section) => `The section ${section.id} is in no group of the form.`),
    ...form.readFirst.filter((id) => !form.sections.some((section) => section.id === id)).map((id) => `${id} is to be read first and is no section.`),
    ...conditions.flatMap(([id, when]) => when ? questionsIn(when).filter((asked) => !known.has(asked)).map((asked) => `${id} depends on ${asked}, which nobody asks.`) : []),
    ...questions.flatMap(faultsOfQuestion),
  ]
}

/** What is wrong with a definition, in sentences; none when it may be used. Call it where a definition is built and where one is loaded. */
export function faultsOf(form: unknown): string[] {
  if (!Schema.Check(FormDefinition, form)) return [...Schema.Errors(FormDefinition, form)].slice(0, 5).map((error) => `${error.path}: ${error.message}.`)
  return faultsOfForm(form)
}

/** A definition that may be used. @throws RangeError that names the first fault */
export function formFrom(given: unknown): FormDefinition {
  const [fault] = faultsOf(given)
  if (fault !== undefined || !Schema.Check(FormDefinition, given)) throw new RangeError(`This form cannot be used. ${fault ?? ''}`)
  return given
}

/**
 * Question ids that a new version uses with another meaning than a published one: another kind of answer, a code gone or renamed
 * to another thing, another fact. A better wording is no other meaning: what was asked is kept with each finished form.
 */
export function reusedIds(published: readonly FormDefinition[], next: FormDefinition): string[] {
  const all = (form: FormDefinition) => form.sections.flatMap((section) => section.questions)
  return all(next).flatMap((question) => published.filter((form) => form.id === next.id).flatMap((form) => {
    const before = all(form).find((one) => one.id === question.id)
    if (!before) return []
    const say = (what: string) => `${question.id} ${what} than in version ${form.version}: give the new question a new id.`
    if (before.kind !== question.kind) return [say('asks for another kind of answer')]
    if (before.binds !== undefined && before.binds !== question.binds) return [say('becomes another fact')]
    const other = (before.options ?? []).filter((option) => !question.options?.some((one) => one.code === option.code && (one.returnCode ?? '') === (option.returnCode ?? '')))
    return other.map((option) => say(`has another meaning for the code ${option.code}`))
  }))
}

/** What a council changes in the national form: words, hints, order, questions left out or added. It never changes what a question means. */
export type Overlay = Readonly<{
  form: string; version: number; title?: string
  words?: Readonly<Record<string, Readonly<{ ask?: string; hint?: string }>>>
  sectionTitles?: Readonly<Record<string, string>>
  leftOut?: readonly string[]
  added?: readonly Readonly<{ section: string; after?: string; question: Question }>[]
}>

function overlaid(section: Section, overlay: Overlay): Section {
  const kept = section.questions
    .filter((question) => question.required !== undefined || question.binds !== undefined || !overlay.leftOut?.includes(question.id))
    .map((question): Question => ({ ...question, ...overlay.words?.[question.id] }))
  const added = (overlay.added ?? []).filter((one) => one.section === section.id)
  const questions = added.reduce<Question[]>((all, { after, question }) => {
    const place = after === undefined ? all.length : all.findIndex((one) => one.id === after) + 1
    return [...all.slice(0, place || all.length), question, ...all.slice(place || all.length)]
  }, kept)
  return { ...section, title: overlay.sectionTitles?.[section.id] ?? section.title, questions }
}

/** The national form as this council uses it. A question that is required or becomes a fact cannot be left out. @throws RangeError when the result cannot be used */
export function withOverlay(form: FormDefinition, overlay: Overlay): FormDefinition {
  const sections = form.sections.map((section) => overlaid(section, overlay)).filter((section) => section.questions.length > 0)
  const readFirst = form.readFirst.filter((id) => sections.some((section) => section.id === id))
  return formFrom({ ...form, version: overlay.version, title: overlay.title ?? form.title, sections, readFirst })
}
