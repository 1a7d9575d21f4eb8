import type { PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { given, idsIn, isYes, rowsOf, textOf, treeOf } from '../../../platform/page/posted.ts'
import type { Ask } from '../../access/page.ts'
import { actionsWithoutWords, needsIn } from '../../plans/pages/posted.ts'

/** What was typed and would be left out, or told as something else: it is asked about instead. */
export function leftOut(body: Ask['body']): Problem[] {
  const half = (name: string, field: string, problem: string): Problem[] => Object.entries(treeOf(body[name])).flatMap(([key, row]) => (isThere(treeOf(row).words) && !isThere(treeOf(row)[field]) ? [{ question: `${name}.${key}.${field}`, problem }] : []))
  return [
    ...passagesWithoutPeople(body.passages),
    ...half('progress', 'progress', 'Choose how far this has come, beside what shows it.'),
    ...half('part', 'code', 'Choose how the child took part, beside their words.'),
    ...actionsWithoutWords(body.needs),
    ...unsaidOf(body),
  ]
}

/** Whether somebody came is said of each, or of all at once: nobody is there because nobody said otherwise. */
function unsaidOf(body: Ask['body']): Problem[] {
  const [unsaid] = isYes(body.cameRest) ? [] : Object.entries(treeOf(body.came)).filter(([, row]) => !isThere(treeOf(row).how))
  return unsaid ? [{ question: `came.${unsaid[0]}.how`, problem: 'Say of each person whether they came, or tick that everybody came except where it says otherwise.' }] : []
}

/** Words in a passage that nobody is ticked for. */
export const passagesWithoutPeople = (passages: unknown): Problem[] => rowsOf(passages).flatMap((row, i) => (isThere(row.words) && idsIn(row.about).length === 0 ? [{ question: `passages.${i}.about`, problem: 'Tick whom this passage is about.' }] : []))

const isThere = (text: unknown): boolean => textOf(text).trim() !== ''

/** What the page sent, as the command takes it: an empty row of a child means as for all. */
export function holdIn(ask: Ask, meetingId: string, today: PlainDate): Record<string, unknown> {
  const b = ask.body
  const outcome = treeOf(b.outcome)
  const reasons = treeOf(outcome.reason)
  const category = treeOf(b.category)
  const children = Object.keys(outcome).filter((key) => key !== 'all' && key !== 'reason')
  const people = [...new Set([...children, ...Object.keys(reasons)])]
  const needs = needsIn(b.needs, today)
  const decisions = people.flatMap((personId) => {
    const code = textOf(outcome[personId]) || textOf(outcome.all)
    const words = textOf(reasons[personId]).trim() || textOf(b.why).trim()
    const of = textOf(category[personId]) || textOf(category.all)
    return code ? [{ personId, outcome: code, ...(of ? { category: of } : {}), ...(words ? { words } : {}) }] : []
  })
  const views = Object.entries(treeOf(b.view)).filter(([, words]) => isThere(words)).map(([invitedId, words]) => ({ invitedId, words: textOf(words).trim() }))
  return {
    meetingId, on: typedDay(textOf(b.on), today) ?? textOf(b.on), words: textOf(b.words),
    attendance: Object.entries(treeOf(b.came)).map(([invitedId, row]) => ({ invitedId, attendance: textOf(treeOf(row).how) || 'attended', core: isYes(treeOf(row).core) })),
    ...given('quorumReason', b.quorumReason), ...given('lateReason', b.lateReason),
    passages: rowsOf(b.passages).filter((row) => isThere(row.words) && idsIn(row.about).length > 0).map((row) => ({ about: idsIn(row.about), words: textOf(row.words).trim() })),
    views, decisions, needs,
    participation: Object.entries(treeOf(b.part)).filter(([, row]) => isThere(treeOf(row).code) || isThere(treeOf(row).words)).map(([personId, row]) => ({ personId, code: textOf(treeOf(row).code) || 'noPart', ...given('words', treeOf(row).words) })),
    progress: Object.entries(treeOf(b.progress)).filter(([, row]) => isThere(treeOf(row).progress)).map(([line, row]) => ({ line, progress: textOf(treeOf(row).progress), ...given('words', treeOf(row).words) })),
  }
}
