import type { ComponentChildren } from 'preact'
import { describedBy, Field, Fieldset, idOf, type FieldProps, type Listening } from './frame.tsx'

export interface Option { readonly value: string; readonly label: ComponentChildren; readonly hint?: ComponentChildren; /** Shown under the answer when it is chosen. */ readonly more?: ComponentChildren }

type Chosen = Pick<Listening, 'onChange'>

/** The first answer carries the field's id, so that an error's link leads to it. */
const idAt = (field: FieldProps, index: number) => (index === 0 ? idOf(field) : `${idOf(field)}-${index + 1}`)

function Ticks({ field, options, chosen, type, onChange }: { field: FieldProps; options: readonly Option[]; chosen: readonly string[]; type: 'radio' | 'checkbox' } & Chosen) {
  return (
    <>
      {options.map((option, index) => (
        <div class="tick-line">
          <div class="tick">
            <input type={type} id={idAt(field, index)} name={field.name} value={option.value} checked={chosen.includes(option.value)} onChange={onChange}
              aria-describedby={option.hint ? `${idAt(field, index)}-hint-of` : undefined} />
            <label for={idAt(field, index)}>{option.label}</label>
          </div>
          {option.hint ? <p class="tick-hint" id={`${idAt(field, index)}-hint-of`}>{option.hint}</p> : null}
          {option.more ? <div class="tick-more">{option.more}</div> : null}
        </div>
      ))}
    </>
  )
}

/** One of several, all in sight. `across` for two or three short answers on one line. */
export function Choice({ options, value, across = false, onChange, ...field }: FieldProps & Chosen & { options: readonly Option[]; value?: string; across?: boolean }) {
  return (
    <Fieldset field={{ ...field, id: idOf(field) }}>
      <div class={across ? 'ticks across' : 'ticks'}><Ticks field={field} options={options} chosen={value === undefined ? [] : [value]} type="radio" onChange={onChange} /></div>
    </Fieldset>
  )
}

/** Any number of several. */
export function Choices({ options, values = [], columns = false, onChange, ...field }: FieldProps & Chosen & { options: readonly Option[]; values?: readonly string[]; columns?: boolean }) {
  return (
    <Fieldset field={{ ...field, id: idOf(field) }}>
      <div class={columns ? 'ticks in-columns' : 'ticks'}><Ticks field={field} options={options} chosen={values} type="checkbox" onChange={onChange} /></div>
    </Fieldset>
  )
}

/** Yes or no, and where it is honest a third answer: not known. */
export const YesNo = ({ value, unknown, ...field }: FieldProps & Chosen & { value?: 'yes' | 'no' | 'unknown'; unknown?: string }) => (
  <Choice {...field} across value={value} options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, ...(unknown ? [{ value: 'unknown', label: unknown }] : [])]} />
)

/** One tick of its own. */
export function Tick({ name, id = name, label, value = 'yes', checked = false, onChange }: { name: string; id?: string; label: ComponentChildren; value?: string; checked?: boolean } & Chosen) {
  return <div class="tick"><input type="checkbox" id={id} name={name} value={value} checked={checked} onChange={onChange} /><label for={id}>{label}</label></div>
}

/** One of many, where a list would be too long. `empty` is the first line while nothing is chosen. */
export function Select({ options, value, empty, width = 'full', onChange, ...field }: FieldProps & Chosen & {
  options: readonly { value: string; label: string; group?: string }[]; value?: string; empty?: string; width?: 12 | 24 | 'full'
}) {
  const groups = [...new Set(options.map((option) => option.group))]
  const lines = (group: string | undefined) => options.filter((option) => option.group === group).map((option) => <option value={option.value} selected={option.value === value}>{option.label}</option>)
  return (
    <Field field={field}>
      <select class={`box width-${width}`} id={idOf(field)} name={field.name} aria-describedby={describedBy(field)} aria-invalid={field.problem ? 'true' : undefined} onChange={onChange}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {groups.map((group) => (group === undefined ? lines(group) : <optgroup label={group}>{lines(group)}</optgroup>))}
      </select>
    </Field>
  )
}

/** Buttons that lie together, one of which is pressed: a radio in the form, so it works without script. */
export function Segments({ name, id = name, legend, options, value, problem, all, row }: {
  name: string; id?: string; legend: string; options: readonly { value: string; label: string }[]; value?: string; problem?: string; all?: string; row?: string
}) {
  return (
    <fieldset class={problem ? 'segments has-problem' : 'segments'} data-all={all} data-row={row} aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend class="unseen">{legend}</legend>
      {options.map((option, index) => (
        <label>
          <input type="radio" id={index === 0 ? id : `${id}-${index + 1}`} name={name} value={option.value} checked={option.value === value} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
