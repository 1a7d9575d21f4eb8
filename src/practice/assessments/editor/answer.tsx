import { useState } from 'preact/hooks'
import type { Value } from '../../../engine/conditions/model.ts'
import type { Question } from '../../../engine/forms/model.ts'
import { dayInWords, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Choice, Choices, YesNo } from '../../../platform/page/fields/choice.tsx'
import type { FieldRule } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'

export type AnswerProps = Readonly<{ question: Question; name: string; id: string; label: string; value: Value | null; today: PlainDate; problem?: string | undefined; rules?: readonly FieldRule[] | undefined; write: (value: Value | null) => void }>

const valueOf = (event: Event): string => (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement ? event.target.value : '')
const text = (value: Value | null): string => (typeof value === 'string' ? value : value === null ? '' : String(value))
const listOf = (value: Value | null): readonly string[] => (Array.isArray(value) ? value : [])

function DayAnswer({ field, value, today, write }: { field: { name: string; id: string; label: string; problem?: string; rules?: readonly FieldRule[]; look: 'hidden' }; value: Value | null; today: PlainDate; write: AnswerProps['write'] }) {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const kept = text(value)
  const shown = isPlainDate(kept) ? dayInWords(kept) : kept
  const take = (event: Event) => {
    const words = valueOf(event)
    setTyped(words)
    write(words.trim() === '' ? null : (typedDay(words, today) ?? words))
  }
  return <DateField {...field} value={typed ?? shown} onInput={take} onChange={() => setTyped(undefined)} />
}

function ManyAnswer({ field, question, value, write }: { field: { name: string; id: string; label: string; problem?: string; rules?: readonly FieldRule[]; look: 'hidden' }; question: Question; value: Value | null; write: AnswerProps['write'] }) {
  const chosen = listOf(value)
  const options = question.options ?? []
  const groups = [...new Set(options.map((option) => option.group))]
  const toggle = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return
    const { value: code, checked } = event.target
    const alone = options.filter((option) => option.alone).map((option) => option.code)
    const others = chosen.filter((one) => one !== code && !(checked && (alone.includes(code) || alone.includes(one))))
    const after = checked ? [...others, code] : others
    write(after.length === 0 ? null : after)
  }
  return (
    <>
      <input type="hidden" name={field.name} value="" />
      {groups.map((group, index) => (
        <Choices {...field} id={index === 0 ? field.id : `${field.id}-g${index}`} label={group ?? field.label} look={group ? 'label' : 'hidden'} columns values={chosen} onChange={toggle}
          {...(index > 0 ? { problem: undefined } : {})} {...(index < groups.length - 1 ? { rules: [] } : {})} options={options.filter((option) => option.group === group).map((option) => ({ value: option.code, label: option.label }))} />
      ))}
    </>
  )
}

/** The control for one answer, by the kind of its question. */
export function Answered({ question, name, id, label, value, today, problem, rules, write }: AnswerProps) {
  const field = { name, id, label, look: 'hidden' as const, ...(problem ? { problem } : {}), ...(rules ? { rules } : {}) }
  const written = (event: Event) => write(valueOf(event) === '' ? null : valueOf(event))
  const options = (question.options ?? []).map((option) => ({ value: option.code, label: option.label, ...(option.help ? { hint: option.help } : {}) }))
  switch (question.kind) {
    case 'words': return <Words {...field} rows={question.binds === 'child.ownWords' ? 2 : 3} theirs={question.binds === 'child.ownWords'} value={text(value)} onInput={written} />
    case 'date': return <DayAnswer field={field} value={value} today={today} write={write} />
    case 'choice': return <Choice {...field} value={text(value)} options={options} onChange={written} />
    case 'choices': return <ManyAnswer field={field} question={question} value={value} write={write} />
    case 'yesNo': return <YesNo {...field} {...(value === 'yes' || value === 'no' ? { value } : {})} onChange={written} />
    default: return <Line {...field} value={text(value)} onInput={written} />
  }
}
