import type { ComponentChildren } from 'preact'
import { FieldProblem } from './fields/frame.tsx'
import { Segments } from './fields/choice.tsx'
import type { PersonMark } from './mark.ts'
import { Token } from './token.tsx'

export interface ChildToDecide {
  readonly key: string
  readonly mark: PersonMark
  /** `13, Ridgeway Academy` */
  readonly second: string
  readonly chosen?: string
  readonly problem?: string
  /** Said instead of a choice: "Included in the assessment." */
  readonly fixed?: string
  /** At the end of the row: a tag, or the fold "Add a reason only for …". */
  readonly end?: ComponentChildren
  readonly reason?: { readonly value: string }
}

const firstName = (name: string) => name.split(' ')[0] ?? name

/**
 * A band for all, then a row for each child who may differ. Posts `NAME.all`, `NAME.KEY` for each child, and `NAME.reason.KEY`.
 * Without script the rows stay empty and mean "as for all": read a row first, then the band. With script the band sets the rows.
 */
export function DecideForEachChild({ name, allLabel, remark = 'you can still change one', options, all, people, reasons = true }: {
  name: string; allLabel: string; remark?: string; options: readonly { value: string; label: string }[]; all?: string; people: readonly ChildToDecide[]; reasons?: boolean
}) {
  return (
    <div class="decide">
      {people.length > 1 ? (
        <div class="decide-all">
          <strong>{allLabel}</strong>
          <Segments name={`${name}.all`} legend={`${allLabel}: what we will do`} options={options} value={all} all={name} />
          <span class="second">{remark}</span>
        </div>
      ) : null}
      {people.map((person) => {
        const field = `${name}.${person.key}`
        return (
          <div class="decide-row">
            <div class="decide-who"><Token mark={person.mark} size="m" beside /><span><span class="name">{person.mark.name}</span><span class="second">{person.second}</span></span></div>
            {person.fixed ? <p class="decide-fixed">{person.fixed}</p> : (
              <div class={person.problem ? 'has-problem' : undefined}>
                {person.problem ? <FieldProblem id={field} words={person.problem} /> : null}
                <Segments name={field} legend={`What we will do for ${person.mark.name}`} options={options} value={person.chosen} problem={person.problem} row={name} />
              </div>
            )}
            {person.end ? <div class="decide-end">{person.end}</div> : null}
            {reasons && !person.fixed ? (
              <details class="decide-reason" open={Boolean(person.reason?.value)}>
                <summary>{person.reason?.value ? 'A reason' : 'Add a reason'} only for {firstName(person.mark.name)}</summary>
                <label class="unseen" for={`${name}.reason.${person.key}`}>Reason only for {person.mark.name}</label>
                <textarea class="box" id={`${name}.reason.${person.key}`} name={`${name}.reason.${person.key}`} rows={2} data-grow value={person.reason?.value ?? ''} />
              </details>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}
