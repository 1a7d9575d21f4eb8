import type { ComponentChildren } from 'preact'
import { Table } from './table.tsx'

const percent = (share: number) => `${Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10}%`

/** How much of an agreed limit is used: a bar from zero, a tick at the limit, what is over it apart. `most` is the end of the scale, the same for all rows. */
export function LimitBar({ count, limit, most }: { count: number; limit: number; most: number }) {
  const within = Math.min(count, limit)
  return (
    <span class="limit">
      <svg class="limit-bar" width="100%" height="16" aria-hidden="true" focusable="false">
        <rect class="limit-room" x="0" y="4" width={percent(limit / most)} height="8" rx="3" />
        <rect class="limit-used" x="0" y="4" width={percent(within / most)} height="8" rx="3" />
        {count > limit ? <rect class="limit-over" x={percent(limit / most)} y="4" width={percent((count - limit) / most)} height="8" rx="3" /> : null}
        <rect class="limit-tick" x={percent(limit / most)} y="0" width="2" height="16" />
      </svg>
      <span><strong>{count}</strong> of {limit}</span>
    </span>
  )
}

/** One bar from zero beside its number, in a table of a few kinds. */
export const CountBar = ({ count, most, state = 'plain' }: { count: number; most: number; state?: 'plain' | 'late' }) => (
  <svg class={`count-bar count-${state}`} width="100%" height="12" aria-hidden="true" focusable="false"><rect x="0" y="0" width={percent(most === 0 ? 0 : count / most)} height="12" rx="3" /></svg>
)

/** How a number went, in a cell: a column for each night or week. What it says stands in words beside it. */
export const TrendBars = ({ counts, most }: { counts: readonly number[]; most: number }) => (
  <svg class="trend-bars" viewBox={`0 0 ${counts.length * 9} 20`} width={counts.length * 9} height="20" aria-hidden="true" focusable="false">
    {counts.map((count, at) => { const tall = most === 0 ? 1 : Math.max(1, (count / most) * 20); return <rect x={at * 9} y={20 - tall} width="7" height={tall} rx="1.5" /> })}
  </svg>
)

export interface ChartColumn { readonly label: string; readonly value: number; readonly words: string; readonly href?: string }

const chart = { width: 320, height: 150, foot: 20, head: 20, end: 52 }

/** Columns from zero with the value on each and a named target line; what misses it is a dashed outline: below it, or above it where less is `better`. The same stands as a table beneath. */
export function ColumnsChart({ title, columns, top, target, better = 'above', remark }: { title: string; columns: readonly ChartColumn[]; top: number; target?: { value: number; label: string }; better?: 'above' | 'below'; remark?: ComponentChildren }) {
  const room = chart.width - chart.end
  const step = room / Math.max(columns.length, 1)
  const base = chart.height - chart.foot
  const y = (value: number) => base - (base - chart.head) * Math.min(value / top, 1)
  return (
    <figure class="chart">
      <svg class="columns-chart" viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={`${title}. The table beneath says the same.`}>
        <line class="chart-base" x1="0" x2={room} y1={base} y2={base} />
        {columns.map((column, index) => {
          const missed = target !== undefined && (better === 'above' ? column.value < target.value : column.value > target.value)
          const middle = index * step + step / 2
          return (
            <>
              <rect class={missed ? 'column is-missed' : 'column'} x={middle - step * 0.36} width={step * 0.72} y={y(column.value)} height={base - y(column.value)} rx="3" />
              <text x={middle} y={y(column.value) + (missed ? 15 : -6)}>{column.words}</text>
              <text class="chart-label" x={middle} y={base + 15}>{column.label}</text>
            </>
          )
        })}
        {target ? <><line class="chart-target" x1="0" x2={room} y1={y(target.value)} y2={y(target.value)} /><text class="chart-target-label" y={y(target.value) - 2}>{target.label.split(' ').map((word, index) => <tspan x={room + 5} dy={index === 0 ? 0 : 13}>{word}</tspan>)}</text></> : null}
      </svg>
      <figcaption>{remark}</figcaption>
      <details>
        <summary>The same as a table</summary>
        <Table caption={title} rows={[columns]} columns={columns.map((column, index) => ({ title: column.label, number: true, cell: (row: readonly ChartColumn[]) => { const cell = row[index] ?? column; return cell.href ? <a href={cell.href}>{cell.words}</a> : cell.words } }))} />
      </details>
    </figure>
  )
}

/** How far a piece of work is in its time: a bar under the clock of an editor. */
export const TimeBar = ({ share, words }: { share: number; words: string }) => (
  <div class="time-bar"><svg width="100%" height="6" aria-hidden="true" focusable="false"><rect class="limit-room" width="100%" height="6" rx="3" /><rect class="limit-used" width={percent(share)} height="6" rx="3" /></svg><span class="second">{words}</span></div>
)
