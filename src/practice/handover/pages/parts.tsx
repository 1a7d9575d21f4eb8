import { listedShort } from '../../../kernel/phrasing.ts'
import { Card } from '../../../platform/page/card.tsx'
import { tellerOf } from '../../../record/work/trayRows.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import type { Split } from '../rules.ts'

const names = (item: WorkItem): string => listedShort(item.people.map((one) => one.given || one.name))
const titleOf = (item: WorkItem): string => tellerOf(item).title(item)

/** The open work that goes with the children, and what stays; why, for those who hand them over and know the others. */
export function WorkThatGoes({ split, title, gives }: { split: Split; title: string; gives: boolean }) {
  return (
    <Card title={title} aside={String(split.goes.length)}>
      {split.goes.length === 0 ? <p>Nothing is open. The children and their plans go.</p> : <ul class="lines">{split.goes.map((item) => <li><p>{titleOf(item)}<span class="second">{names(item)}{item.workerName ? `, with ${item.workerName}` : ''}</span></p></li>)}</ul>}
      {split.stays.length > 0 ? <><h3>Stays</h3><ul class="lines">{split.stays.map(({ item, because }) => <li><p>{titleOf(item)}<span class="second">{gives && because === 'others' ? 'also about a child who does not go' : `with ${item.workerName ?? item.teamName ?? 'whoever decides'}${gives ? ' until it is decided' : ''}`}</span></p></li>)}</ul></> : null}
    </Card>
  )
}
