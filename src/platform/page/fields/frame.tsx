import type { ComponentChildren } from 'preact'
import { Icon } from '../icons.tsx'

/** What every field has. `id` is the name unless given; `problem` are the words of the error, the same as in the summary. */
export interface FieldProps {
  readonly name: string
  readonly label: ComponentChildren
  readonly id?: string
  readonly hint?: ComponentChildren
  readonly problem?: string
  /** `question` in a form, `label` in a small one, `hidden` when the page says it otherwise. */
  readonly look?: 'question' | 'label' | 'hidden'
  /** Said after the label in quiet words: "if you know it". */
  readonly optional?: string
  /** Under the field: who sees it, how it is saved. */
  readonly note?: ComponentChildren
  /** What rules of the returns ask of the answer. They stop nobody. */
  readonly rules?: readonly FieldRule[]
}
export interface FieldRule { readonly words: string; readonly second: string }

/** What an island may listen to. */
export interface Listening { readonly onInput?: (event: Event) => void; readonly onChange?: (event: Event) => void }

export const idOf = (field: { name: string; id?: string }) => field.id ?? field.name

/** The ids of hint and error, for `aria-describedby`. */
export const describedBy = (field: FieldProps): string | undefined =>
  [field.hint ? `${idOf(field)}-hint` : '', field.problem ? `${idOf(field)}-problem` : '', field.note ? `${idOf(field)}-note` : '', field.rules?.[0] ? `${idOf(field)}-rules` : ''].filter(Boolean).join(' ') || undefined

export const FieldProblem = ({ id, words }: { id: string; words: string }) => (
  <p class="field-problem" id={`${id}-problem`}><Icon name="warning" size="s" /><span class="unseen">To put right: </span>{words}</p>
)

const FieldRules = ({ id, rules }: { id: string; rules: readonly FieldRule[] | undefined }) =>
  (rules?.[0] ? <div class="field-rules" id={`${id}-rules`}>{rules.map((rule) => <p class="field-rule">{rule.words} <span class="second">{rule.second}</span></p>)}</div> : null)

/** Label, hint, error and note around one control. */
export function Field({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const id = idOf(field)
  return (
    <div class={field.problem ? 'field has-problem' : 'field'}>
      <label class={`field-label look-${field.look ?? 'label'}`} for={id}>{field.label}{field.optional ? <span class="optional"> {field.optional}</span> : null}</label>
      {field.hint ? <p class="hint" id={`${id}-hint`}>{field.hint}</p> : null}
      {field.problem ? <FieldProblem id={id} words={field.problem} /> : null}
      {children}
      {field.note ? <p class="field-note" id={`${id}-note`}>{field.note}</p> : null}
      <FieldRules id={id} rules={field.rules} />
    </div>
  )
}

/** A question over several controls. The id stands on the first control, where an error's link must lead. */
export function Fieldset({ field, children }: { field: Omit<FieldProps, 'name'> & { id: string }; children: ComponentChildren }) {
  const described = describedBy({ ...field, name: field.id })
  return (
    <fieldset class={field.problem ? 'field has-problem' : 'field'} aria-describedby={described} id={`${field.id}-set`}>
      <legend class={`field-label look-${field.look ?? 'label'}`}>{field.label}{field.optional ? <span class="optional"> {field.optional}</span> : null}</legend>
      {field.hint ? <p class="hint" id={`${field.id}-hint`}>{field.hint}</p> : null}
      {field.problem ? <FieldProblem id={field.id} words={field.problem} /> : null}
      {children}
      {field.note ? <p class="field-note" id={`${field.id}-note`}>{field.note}</p> : null}
      <FieldRules id={field.id} rules={field.rules} />
    </fieldset>
  )
}

/** Fields side by side where there is room. */
export const FieldRow = ({ children }: { children: ComponentChildren }) => <div class="field-row">{children}</div>
