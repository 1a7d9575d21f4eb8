import { describedBy, Field, idOf, type FieldProps, type Listening } from './frame.tsx'

interface Typing extends Listening {
  readonly autocomplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search'
  readonly maxLength?: number
  readonly readOnly?: boolean
  readonly placeholder?: string
  /** The id of a datalist with suggestions. */
  readonly list?: string
}

/** One line of text. `width`: the length of the answer expected, in characters or `full`. */
export function Line({ value, type = 'text', width = 'full', ...rest }: FieldProps & Typing & {
  value?: string; type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'time'; width?: 4 | 8 | 12 | 24 | 'full'
}) {
  const { autocomplete, inputMode, maxLength, readOnly, placeholder, list, onInput, onChange } = rest
  // Preact types each kind of input apart; the kind is handed on as an open record.
  const kind: Record<string, string> = { type }
  return (
    <Field field={rest}>
      <input class={`box width-${width}`} id={idOf(rest)} name={rest.name} {...kind} value={value} aria-describedby={describedBy(rest)} aria-invalid={rest.problem ? 'true' : undefined}
        {...{ autocomplete, inputMode, maxLength, readOnly, placeholder, list, onInput, onChange }} />
    </Field>
  )
}

/** Several sentences. Grows with what is written. `theirs`: a person's own words, in serif. */
export function Words({ value = '', rows = 3, theirs = false, onInput, onChange, maxLength, ...field }: FieldProps & Listening & { value?: string; rows?: number; theirs?: boolean; maxLength?: number }) {
  return (
    <Field field={field}>
      <textarea class={theirs ? 'box theirs' : 'box'} id={idOf(field)} name={field.name} rows={rows} aria-describedby={describedBy(field)} aria-invalid={field.problem ? 'true' : undefined} data-grow onInput={onInput} onChange={onChange} maxLength={maxLength} value={value} />
    </Field>
  )
}

/** A date in ONE field that takes it as people write it: 3/10/2025, 3 Oct 2025, 3 October 2025, 2025-10-03. */
export function DateField({ value, hint = 'As 3/10/2025 or 3 Oct 2025', onInput, onChange, ...rest }: FieldProps & Listening & { value?: string }) {
  const field = { ...rest, hint }
  return (
    <Field field={field}>
      <input class="box width-12" id={idOf(field)} name={field.name} type="text" value={value} autocomplete="off" spellcheck={false} aria-describedby={describedBy(field)} aria-invalid={field.problem ? 'true' : undefined} data-date onInput={onInput} onChange={onChange} />
    </Field>
  )
}
