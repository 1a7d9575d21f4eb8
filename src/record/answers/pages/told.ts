import type { Question, Section } from '../../../engine/forms/model.ts'
import { fieldOf } from '../../../engine/forms/problems.ts'
import { keptNumber } from '../../../engine/forms/scale.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { textOf, treeOf } from '../../../platform/page/posted.ts'
import type { Ask } from '../../access/page.ts'
import type { Change } from '../model.ts'

type Numbered = Readonly<{ changes: Change[]; problems: Problem[]; /** Something of a number is chosen that is none yet. */ waits: boolean }>

const isBegun = (typed: Readonly<Record<string, unknown>>): boolean => [typed.number, typed.by, typed.name].some((one) => textOf(one).trim() !== '')

/** One number as it was typed, as it is kept; or what is missing. */
function numberTold(question: Question, typed: Readonly<Record<string, unknown>>, today: PlainDate): Readonly<{ kept: string }> | Readonly<{ problem: string }> {
  const [number, by, name] = [textOf(typed.number), textOf(typed.by), textOf(typed.name).replace(/\s+/g, ' ').trim()]
  const on = typedDay(textOf(typed.on), today)
  if (!/^(10|\d)$/.test(number)) return { problem: `Choose the number that ${name || 'they'} gave, from 0 to 10.` }
  if (!question.options?.some((option) => option.code === by)) return { problem: `Choose who gave the ${number}.` }
  if (name.length > 80) return { problem: 'Say in at most 80 letters who gave the number.' }
  if (!on) return { problem: `Give the day on which they gave the ${number}, as in 3/10/2025.` }
  if (on > today) return { problem: `The day of the ${number} is still to come. Give today or a day before.` }
  return { kept: keptNumber({ number: Number(number), by, name, on }) }
}

/** The numbers on scales that a form brings: those added, those taken away with `go=unsay:…`, and what is missing of those begun. */
export function numbersTold(ask: Ask, sections: readonly Section[], today: PlainDate): Numbered {
  const [what, gone, whoseGone, ...entry] = textOf(ask.body.go).split(':')
  const told = sections.flatMap((section) => section.questions).filter((question) => question.kind === 'scale').flatMap((question) => {
    const given = treeOf(treeOf(ask.body.given)[question.id])
    return Object.keys(given).map((whose): Numbered => {
      const child = whose === 'all' ? {} : { childId: whose }
      const before = textOf(given[whose]).split(/\r?\n/).filter(Boolean)
      const left = what === 'unsay' && gone === question.id && whoseGone === whose ? before.filter((one) => one !== entry.join(':')) : before
      const typed = treeOf(treeOf(treeOf(ask.body.tells)[question.id])[whose])
      const pressed = what === 'number' && gone === question.id && whoseGone === whose
      const more = pressed || isBegun(typed) ? numberTold(question, typed, today) : undefined
      const after = more && 'kept' in more && !left.includes(more.kept) ? [...left, more.kept] : left
      const changed = after.join('\n') !== before.join('\n')
      return {
        changes: changed ? [{ question: question.id, base: before.length > 0 ? before : null, value: after.length > 0 ? after : null, ...child }] : [],
        problems: more && 'problem' in more ? [{ question: fieldOf(question.id, child.childId), problem: more.problem }] : [],
        waits: isBegun(typed),
      }
    })
  })
  return { changes: told.flatMap((one) => one.changes), problems: told.flatMap((one) => one.problems), waits: told.some((one) => one.waits) }
}
