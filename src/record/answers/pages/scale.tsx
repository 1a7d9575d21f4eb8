import type { ComponentChildren } from 'preact'
import type { Value } from '../../../engine/conditions/model.ts'
import type { Question } from '../../../engine/forms/model.ts'
import { giverInWords, keptNumber, numbersIn, onScale, type GivenNumber } from '../../../engine/forms/scale.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Segments } from '../../../platform/page/fields/choice.tsx'
import { Fieldset } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { Table, type Column } from '../../../platform/page/table.tsx'

/** Where a number stands on its scale: a line from 0 to 10 with a mark on it. What it says stands in words beside it. */
const OnLine = ({ number }: { number: number }) => (
  <svg class="on-scale" viewBox="0 0 120 16" aria-hidden="true" focusable="false"><line x1="10" x2="110" y1="8" y2="8" />{onScale.map((one) => <line x1={10 + one * 10} x2={10 + one * 10} y1="5" y2="11" />)}<circle cx={10 + number * 10} cy="8" r="6" /></svg>
)

/** The numbers that were given, oldest first: who, when, and where on the scale. `end`: what stands at the end of each line. */
export function NumbersOverTime({ question, value, caption, end }: { question: Pick<Question, 'options'>; value: Value | undefined; caption: string; end?: (one: GivenNumber) => ComponentChildren }) {
  const rows = numbersIn(value)
  if (rows.length === 0) return null
  const columns: Column<GivenNumber>[] = [
    { title: 'Who', head: true, cell: (one) => giverInWords(question, one) },
    { title: 'Day', cell: (one) => dayInWords(one.on) },
    { title: 'Number', cell: (one) => <span class="given-number"><strong>{one.number}</strong> <OnLine number={one.number} /></span> },
    ...(end ? [{ title: 'Take away', titleUnseen: true, cell: end }] : []),
  ]
  return <Table caption={caption} columns={columns} rows={rows} stack />
}

type Scale = Readonly<{ question: Question; /** Whose: `all`, or a child's id. */ whose: string; label: string; value: Value | undefined; /** What was typed and did not become a number. */ typed: Readonly<Record<string, unknown>>; open: boolean; today: PlainDate; look?: 'hidden'; problem?: string }>

/** A scale of 0 to 10 as it is written: the numbers so far, and one more, chosen with a finger or by key. Works without script: each number is added with its button. */
export function ScaleField({ question, whose, label, value, typed, open, today, look, problem }: Scale) {
  const name = `tells.${question.id}.${whose}`
  const id = whose === 'all' ? question.id : `${question.id}.${whose}`
  const first = numbersIn(value).length === 0
  return (
    <div class="scale">
      <input type="hidden" name={`given.${question.id}.${whose}`} value={Array.isArray(value) ? value.join('\n') : ''} />
      <Fieldset field={{ id, label, look: look ?? 'question', ...(question.hint && !look ? { hint: question.hint } : {}), ...(problem ? { problem } : {}) }}>
        <NumbersOverTime question={question} value={value} caption={`Numbers that were given: ${label}`} end={(one) => <Button kind="quiet" name="go" value={`unsay:${question.id}:${whose}:${keptNumber(one)}`} about={`the ${one.number} of ${giverInWords(question, one)}, ${dayInWords(one.on)}`}>Take away</Button>} />
        <details class="fold" open={open}>
          <summary><span class="fold-link">{first ? 'Give a number' : 'Give another number'}</span></summary>
          <div class="scale-numbers" role="radiogroup" aria-label={`Number from 0 to 10: ${label}`}>
            {onScale.map((one, at) => <label><input type="radio" id={at === 0 ? id : `${id}-${one}`} name={`${name}.number`} value={String(one)} checked={textOf(typed.number) === String(one)} /><span>{one}</span></label>)}
          </div>
          <Segments name={`${name}.by`} id={`${id}-by`} legend={`Who gives it: ${label}`} value={textOf(typed.by)} options={(question.options ?? []).map((option) => ({ value: option.code, label: option.label }))} />
          <Line name={`${name}.name`} id={`${id}-name`} label="Who exactly" optional="if it helps" width={24} maxLength={80} value={textOf(typed.name)} />
          <DateField name={`${name}.on`} id={`${id}-on`} label="On" value={textOf(typed.on) || dayInWords(today)} />
          <p><Button name="go" value={`number:${question.id}:${whose}`} about={`to: ${label}`}>Add this number</Button></p>
        </details>
      </Fieldset>
    </div>
  )
}
