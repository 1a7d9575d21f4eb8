import { dayInWords } from '../../../kernel/dates.ts'
import { Choices } from '../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { idsIn, textOf } from '../../../platform/page/posted.ts'
import { Token } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { markOf } from '../../people/marks.ts'
import type { Card } from '../../people/model.ts'
import type { Action, Need } from '../model.ts'
import { actionsTyped } from './posted.ts'

type Row = Readonly<{ need?: Need; actions: readonly Action[] }>
type Area = Readonly<{ words: string; hint: string; /** What was found about it before. */ found?: string }>
type Shown = Readonly<{ title?: string; hint?: string; found?: string; line: string; about: readonly string[]; words: string; wanted: string; actions: readonly Readonly<{ line: string; words: string; owner: string; dueOn: string; evidence: string }>[] }>

const fromRow = ({ need, actions }: Row): Shown => ({
  line: need?.line ?? '', about: need?.about ?? [], words: need?.words ?? '', wanted: need?.wanted ?? '',
  actions: actions.map((action) => ({ line: action.line, words: action.words, owner: action.owner, dueOn: action.dueOn ? dayInWords(action.dueOn) : '', evidence: action.evidence ?? '' })),
})
const fromTyped = (row: Record<string, unknown>): Shown => ({
  line: textOf(row.line), about: idsIn(row.about), words: textOf(row.words), wanted: textOf(row.wanted),
  actions: actionsTyped(row).map((action) => ({ line: textOf(action.line), words: textOf(action.words), owner: textOf(action.owner), dueOn: textOf(action.dueOn), evidence: textOf(action.evidence) })),
})

/** The lines of a plan to be written: what has to change, what it will be like then, who does what by when. Three empty ones follow. */
export function NeedRows({ rows, blank, typed, people, areas = [] }: { rows: readonly Row[]; blank: number; typed: readonly Record<string, unknown>[]; people: readonly Card[]; /** Lines to begin from: one left without more words is none. */ areas?: readonly Area[] }) {
  const empty: Shown = { line: '', about: [], words: '', wanted: '', actions: [] }
  const begun = areas.map((area): Shown => ({ ...empty, words: area.words, ...areaOf(areas, area.words) }))
  const shown = typed.length > 0 ? typed.map(fromTyped).map((row) => ({ ...areaOf(areas, row.words), ...row })) : [...rows.map(fromRow), ...begun, ...Array.from({ length: blank }, () => empty)]
  return <>{shown.map((row, i) => <NeedRow row={row} i={i} people={people} open={i === 0 || row.found !== undefined || (row.words !== '' && row.title === undefined) || row.wanted !== '' || row.actions.length > 0} />)}</>
}
const areaOf = (areas: readonly Area[], words: string): Pick<Shown, 'title' | 'hint' | 'found'> => { const area = areas.find((one) => one.words === words); return area ? { title: area.words, hint: area.hint, ...(area.found ? { found: area.found } : {}) } : {} }

function NeedRow({ row, i, people, open }: { row: Shown; i: number; people: readonly Card[]; open: boolean }) {
  const at = (name: string) => `needs.${i}.${name}`
  const actions = [...row.actions, ...Array.from({ length: row.actions.length === 0 ? 2 : 1 }, () => ({ line: '', words: '', owner: '', dueOn: '', evidence: '' }))]
  return (
    <details class={row.title === undefined ? 'fold one-more' : 'fold'} open={open}>
      <summary><span class="fold-link">{row.title ?? (row.words ? `Line ${i + 1}` : i === 0 ? 'A line of the plan' : 'Another line')}</span></summary>
      <input type="hidden" name={at('line')} value={row.line} />
      {row.found ? <Account text={row.found} source="From the assessment" /> : null}
      <Words name={at('words')} label="What has to change" rows={2} value={row.words} />
      <Words name={at('wanted')} label="What it will be like then, in plain words" {...(row.hint ? { hint: `For one: ${row.hint.replace(/^./, (letter) => letter.toLowerCase())}` } : {})} rows={2} value={row.wanted} />
      {people.length > 1 ? <Choices name={at('about')} label="About one of them only" optional="otherwise about all" columns values={row.about} options={people.map((card) => ({ value: card.id, label: <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span> }))} /> : null}
      {actions.map((action, n) => (
        <fieldset class="field">
          <legend class="field-label look-label">{action.words ? `What is done, ${n + 1}` : 'What is done'}</legend>
          <input type="hidden" name={at(`actions.${n}.line`)} value={action.line} />
          <Line name={at(`actions.${n}.words`)} label="What" look="hidden" value={action.words} />
          <FieldRow>
            <Line name={at(`actions.${n}.owner`)} label="Who" width={24} value={action.owner} />
            <DateField name={at(`actions.${n}.dueOn`)} label="By when" hint="As 3/10/2025" value={action.dueOn} />
            <Line name={at(`actions.${n}.evidence`)} label="How we shall know" width={24} value={action.evidence} />
          </FieldRow>
        </fieldset>
      ))}
    </details>
  )
}
