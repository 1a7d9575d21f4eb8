import type { Trial } from '../../../engine/timescales/trial.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Facts } from '../../../platform/page/card.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'

/** What a measure would have meant for the cases of the last year, before it is set. Days and teams: an administrator sees nobody's record. */
export function TrialCard({ trial, today }: { trial: Trial; today: PlainDate }) {
  return (
    <section class="stack-small" aria-labelledby="trial-title">
      <h2 id="trial-title">On the cases of the last twelve months</h2>
      {trial.pieces === 0 ? <EmptyState title="No clock of this duty has run here yet">There is nothing to show it on. It may be set all the same.</EmptyState> : (
        <>
          <Facts facts={[
            { label: 'Counted again', value: `${counted(trial.pieces, 'case', 'cases')} that began since ${dayInWords(today).slice(0, -4)}${Number(today.slice(0, 4)) - 1}` },
            { label: 'Late as it is', value: String(trial.late) },
            { label: 'Late with this measure', value: <strong>{trial.newLate}</strong> },
            { label: 'Would have become late', value: String(trial.becomesLate) },
            { label: 'Would have been in time', value: String(trial.becomesInTime) },
            { label: 'Due earlier, due later', value: `${trial.earlier}, ${trial.later}` },
            { label: 'Half took at most', value: trial.middleDays === null ? 'none has ended' : sentence(counted(trial.middleDays, 'day', 'days')) },
          ]} />
          <Table caption="Case by case, what changes first" stack rows={trial.rows.slice(0, 50)} columns={[
            { title: 'Began', head: true, cell: (row) => <>{dayInWords(row.startedOn)}<span class="second">{row.team ?? 'no team'}</span></> },
            { title: 'Done', cell: (row) => (row.endedOn ? dayInWords(row.endedOn) : 'still open') },
            { title: 'Was due', cell: (row) => <>{dayInWords(row.dueOn)}{row.late ? <> <Tag kind="late">late</Tag></> : null}</> },
            { title: 'Would be due', cell: (row) => <>{dayInWords(row.newDueOn)}{row.newLate ? <> <Tag kind="late">late</Tag></> : null}</> },
          ]} />
          {trial.pieces > 50 ? <p class="source">The first 50 of {trial.pieces}.</p> : null}
        </>
      )}
    </section>
  )
}
