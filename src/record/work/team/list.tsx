import { newId } from '../../../kernel/ids.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { TrayGroup, type TrayWork } from '../../../platform/page/tray.tsx'
import { overdueReasons } from '../../../../content/codes/work.ts'
import type { BesideBoard } from '../besideTray.ts'
import type { WorkItem } from '../model.ts'
import { rowOf, tellerOf, whoOf } from '../trayRows.ts'
import { giverOf } from './giving.ts'
import type { Colleague } from './store.ts'

/** Given late, as a step of its pathway: any true reason is fine. */
export const asksWhy = (item: WorkItem, today: string): boolean => giverOf(item.kind) !== undefined && item.dueOn !== null && item.dueOn < today
export const lateReasons = overdueReasons.codes.map((one) => ({ value: one.code, label: one.label }))

/** A row of a board: the names open the records, the button the exact place. */
function boardRow(item: WorkItem, me: string, today: PlainDate): TrayWork {
  const [first] = item.people
  const names = !first ? undefined : item.people.length <= 3 ? item.people.map((one) => ({ words: item.people.length === 1 ? whoOf([one], today) : one.given || one.name, href: `/people/${one.id}` })) : [{ words: whoOf(item.people, today), href: `/people/${first.id}/family` }]
  return { ...rowOf(item, me, today), ...(names ? { names } : {}), also: [item.workerName ?? 'without a worker', tellerOf(item).also?.(item)].filter(Boolean).join(', ') }
}

/** So many of what is no piece of work are shown at once. */
const mostBeside = 50
/** The pieces behind a number, to open, and for whoever allocates to move several at once. */
export function BoardList({ title, team, back, count, work, beside, colleagues, teamNames, me, today, allocates }: { title: string; team: string; back: string; count: number; work: readonly WorkItem[]; /** What is due besides: carer households, safety notes. */ beside: BesideBoard['rows']; colleagues: readonly (Colleague & Readonly<{ teamId: string }>)[]; /** Of a whole service: its colleagues stand under their teams, and what each has is told on the team’s own board. */ teamNames: ReadonlyMap<string, string> | undefined; me: string; today: PlainDate; allocates: boolean }) {
  const pieces = count - beside.length
  return (
    <>
    {work.length === 0 && beside.length > 0 ? null : <Card id="list" title={title} aside={<a href={back}>Back to the board</a>} {...(pieces > work.length ? { lede: `The first ${work.length} of ${pieces} pieces of work, the soonest due first.` } : {})}>
      {work.length === 0 ? <EmptyState title="Nothing">There is nothing of this kind now.</EmptyState> : (
        <form method="post" action="/team">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="team" value={team} />
          <TrayGroup title="Work" count={pieces} rows={work.map((item) => ({ ...boardRow(item, me, today), ...(allocates ? { choose: <input type="checkbox" name="items" value={item.id} aria-label={`Choose ${tellerOf(item).title(item)}, ${whoOf(item.people, today)}`} /> } : {}) }))} />
          {allocates ? (
            <Actions remark="They keep what was written; the history says who had it before.">
              <Select name="workerId" label="Move those ticked to" empty="Choose a worker" options={teamNames ? [...teamNames].flatMap(([id, name]) => colleagues.filter((c) => c.teamId === id).map((c) => ({ value: c.id, label: c.name, group: name }))) : colleagues.map((c) => ({ value: c.id, label: `${c.name}, ${c.people}${c.limit ? ` of ${c.limit}` : ''}` }))} />
              {work.some((item) => asksWhy(item, today)) ? <Select name="reason" label="Why later than one working day" empty="Choose, where one is late" options={lateReasons} /> : null}
              <Button kind="primary">Move them</Button>
            </Actions>) : null}
        </form>
      )}
    </Card>}
    {beside.length > 0 ? (
      <Card id="beside" title="Carer households and safety notes" lede="Due besides pieces of work; they stay with whoever works with them.">
        <TrayGroup title={title} count={beside.length} rows={beside.slice(0, mostBeside).map((one) => ({ ...one.row, also: [one.workerName ?? 'without a worker', one.row.also].filter(Boolean).join(', ') }))} />
      </Card>) : null}
    </>
  )
}
