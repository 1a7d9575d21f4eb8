import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => ComponentChildren
  /** Numbers stand at the right, in figures of one width. */
  readonly number?: boolean
  /** Names the row for somebody who hears the table. */
  readonly head?: boolean
  readonly width?: 'narrow' | 'wide'
  /** The title is only read out: a column of drawings. */
  readonly titleUnseen?: boolean
}

/** Hairlines, a caption always, numbers at the right. Scrolls inside itself on a phone unless `stack` puts each row as lines. */
export function Table<Row>({ caption, captionSeen = false, columns, rows, stack = false, empty }: {
  caption: string; captionSeen?: boolean; columns: readonly Column<Row>[]; rows: readonly Row[]; stack?: boolean; empty?: ComponentChildren
}) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div class={stack ? 'table stack' : 'table'} role={stack ? undefined : 'region'} aria-label={stack ? undefined : caption} tabIndex={stack ? undefined : 0}>
      <table>
        <caption class={captionSeen ? undefined : 'unseen'}>{caption}</caption>
        <thead><tr>{columns.map((column) => <th scope="col" class={classOf(column)}>{column.titleUnseen ? <span class="unseen">{column.title}</span> : column.title}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column) => column.head
                ? <th scope="row" class={classOf(column)}>{column.cell(row)}</th>
                : <td class={classOf(column)} data-title={stack && !column.titleUnseen ? column.title : undefined}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const classOf = <Row,>(column: Column<Row>) => [column.number ? 'number' : '', column.width ?? ''].join(' ').trim() || undefined
