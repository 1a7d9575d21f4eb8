import type { Value } from '../../../engine/conditions/model.ts'
import type { Answers, FormDefinition, Question } from '../../../engine/forms/model.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import type { Typed } from '../model/shown.ts'
import { same, valueAt } from './places.ts'

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const treeIn = (value: unknown): Record<string, unknown> => (isTree(value) ? value : {})

function valueIn(question: Question, sent: unknown, today: PlainDate): Value | null {
  const texts = (Array.isArray(sent) ? sent : [sent]).flatMap((one) => (typeof one === 'string' ? [one.replace(/\r\n/g, '\n')] : []))
  if (question.kind === 'choices') {
    const chosen = texts.filter((text) => text !== '')
    return chosen.length > 0 ? chosen : null
  }
  const text = texts.at(-1) ?? ''
  if (text === '') return null
  return question.kind === 'date' ? (typedDay(text, today) ?? text) : text
}

const isAnswers = (value: unknown): value is Answers => isTree(value) && Object.values(value).every(isTree)
function before(sent: unknown): Answers {
  try {
    const parsed: unknown = typeof sent === 'string' ? JSON.parse(sent) : {}
    return isAnswers(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

/** What a page without script sent back, as changes by section: each place that differs from what stood there when the page was made. */
export function postedChanges(form: FormDefinition, body: Readonly<Record<string, unknown>>, today: PlainDate): ReadonlyMap<string, readonly Typed[]> {
  const was = before(body.was)
  const all = treeIn(body.a)
  const own = treeIn(body.c)
  const found = new Map<string, Typed[]>()
  for (const section of form.sections) {
    for (const question of section.questions) {
      const places: Typed[] = []
      if (question.id in all) places.push({ question: question.id, base: valueAt(was, question.id), value: valueIn(question, all[question.id], today) })
      for (const [childId, answers] of Object.entries(own)) {
        const mine = treeIn(answers)
        if (question.id in mine) places.push({ question: question.id, childId, base: valueAt(was, question.id, childId), value: valueIn(question, mine[question.id], today) ?? '' })
      }
      const changed = places.filter((place) => !same(place.base, place.value))
      if (changed.length > 0) found.set(section.id, [...(found.get(section.id) ?? []), ...changed])
    }
  }
  return found
}
