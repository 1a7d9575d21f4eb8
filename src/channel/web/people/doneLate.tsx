import { overdueReasons } from '../../../../content/codes/work.ts'
import { addMonths, dayInWords } from '../../../kernel/dates.ts'
import { Card } from '../../../platform/page/card.tsx'
import { dutiesNow, labelNow } from '../../../record/access/own/now.ts'
import type { Asking } from '../../../record/access/model.ts'
import { idsOf } from '../../../record/people/queries.ts'
import { doneLate as read, type DoneLate as Late } from '../../../record/work/pauses/store.ts'

const most = 12
/** What was done late about somebody (a survivor) in the last twelve months, newest first, at most twelve. */
export const doneLateOf = async (asking: Asking, personId: string): Promise<readonly Late[]> => read(asking.db, await idsOf(asking, [personId]), addMonths(asking.today, -12), most)

/** What was done late, and why: where nothing was, nothing is shown. */
export const DoneLate = ({ rows, says }: { rows: readonly Late[]; /** May say why. */ says: boolean }) => rows.length === 0 ? null : (
  <Card id="late" title="Done late in the last year">
    <ul class="lines">{rows.map((one) => (
      <li class="line-ends"><p><strong>{dutiesNow().find((duty) => duty.id === one.duty)?.duty ?? 'Something due'}</strong> Due {dayInWords(one.dueOn)}, done {dayInWords(one.metOn)}.
        <span class="second">{one.reason ? `${labelNow(overdueReasons, one.reason)}${one.words ? `: ${one.words}` : ''}` : 'No reason is written down.'}</span></p>
        {says ? <a href={`/work/${one.itemId}/clock#late`}>{one.reason ? 'Its clock' : 'Say why'}<span class="unseen"> for what was due {dayInWords(one.dueOn)}</span></a> : null}</li>
    ))}</ul>
  </Card>
)
