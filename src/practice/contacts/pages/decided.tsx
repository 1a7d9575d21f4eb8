import { newId } from '../../../kernel/ids.ts'
import { dayOf, longDay, shortDay, timeOf, type PlainDate } from '../../../kernel/dates.ts'
import { listed, sentence } from '../../../kernel/phrasing.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { Confirmation } from '../../../platform/page/message.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { markOf } from '../../../record/people/marks.ts'
import { tellerOf } from '../../../record/work/trayRows.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import type { Contact, Decision } from '../model/shown.ts'
import { lateInWords } from '../inWords.ts'
import { calledInWords, outcomeLabels } from '../rules/words.ts'

const isOpen = (item: WorkItem) => item.state === 'open' || item.state === 'waiting' || item.state === 'returned'

/** What happened, who has it, by when. */
function confirmed(work: readonly WorkItem[], today: PlainDate): string {
  const assessment = work.find((item) => (item.kind === 'assessment' || item.kind === 'allocation') && isOpen(item))
  if (!assessment) return 'Nothing else has to be done here.'
  const due = assessment.dueOn ? `, due ${shortDay(assessment.dueOn, today)}` : ''
  return assessment.workerName ? `${assessment.workerName} has the assessment${due}.` : `It waits for a worker of ${assessment.teamName ?? 'the teams'}: a manager allocates it${due}.`
}

/** Telling people what was decided, each one press. */
function Telling({ item, contactId }: { item: WorkItem; contactId: string }) {
  const whom = item.kind === 'tellReferrer' ? 'Tell the person who contacted us: the outcome, not the reasons' : item.kind === 'tellFamily' ? `Write to ${item.words ?? 'the family'} in plain words` : 'Pass to early help'
  return (
    <form method="post" action={`/contacts/${contactId}`} class="telling">
      <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="outcome" value={item.kind === 'earlyHelpRequest' ? 'accepted' : 'told'} />
      <span>{whom}{item.workerName ? <span class="second">{item.workerName}{item.dueOn ? `, by ${shortDay(item.dueOn)}` : ''}</span> : null}</span>
      <Button kind="row" name="do" value="finish" about={whom}>{item.kind === 'earlyHelpRequest' ? 'Passed on' : 'Done'}</Button>
    </form>
  )
}

/** A decision as it stands, or as it stood before it was made again. */
export function Decided({ contact, decision, work, today, fresh = false, earlier = false }: { contact: Contact; decision: Decision; work: readonly WorkItem[]; today: PlainDate; me: string; fresh?: boolean; earlier?: boolean }) {
  const groups = [...new Set(decision.each.map((one) => one.outcome))]
  const when = `${longDay(dayOf(decision.decidedAt))} at ${timeOf(decision.decidedAt)}`
  const telling = work.filter((item) => ['tellReferrer', 'tellFamily', 'earlyHelpRequest'].includes(item.kind) && isOpen(item))
  const assessment = work.find((item) => (item.kind === 'assessment' || item.kind === 'allocation') && isOpen(item))
  const where = assessment && (assessment.kind === 'allocation' ? undefined : tellerOf(assessment).open(assessment).href)
  return (
    <>
      {fresh ? <Confirmation title="Decision saved.">{confirmed(work, today)}</Confirmation> : null}
      <Card title={earlier ? 'Decided before' : sentence(listed(groups.map((group) => (outcomeLabels[group] ?? group).toLowerCase())))} id={earlier ? undefined : 'decided'} aside={`${decision.decidedBy}, ${when}`}>
        <Account text={decision.reason} />
        <Facts facts={[
          ...groups.map((group) => ({
            label: outcomeLabels[group] ?? group,
            value: <span class="stack-small">{contact.people.flatMap(({ personId, card }) => { const one = decision.each.find((chosen) => chosen.personId === personId && chosen.outcome === group); return one ? [<NamedToken mark={markOf(card)} href={`/people/${card.id}`} size="s" {...(one.reason ? { second: `Only ${calledInWords(card)}: ${one.reason}` } : {})} />] : [] })}</span>,
          })),
          ...(decision.lateReason ? [{ label: 'Later than one working day', value: lateInWords(decision.lateReason) }] : []),
          ...(assessment && !earlier ? [{ label: 'Who has it', value: <>{where ? <a href={where}>{assessment.workerName ?? assessment.teamName ?? 'Nobody yet'}<span class="unseen">: open the assessment</span></a> : `Nobody yet, in ${assessment.teamName ?? 'no team'}`}{assessment.dueOn ? <span class="second">{where ? 'assessment due' : 'to be allocated by'} {shortDay(assessment.dueOn, today)}</span> : null}</> }] : []),
          ...(telling.length > 0 && !earlier ? [{ label: 'Still to do', value: <span class="stack-small">{telling.map((item) => <Telling item={item} contactId={contact.id} />)}</span> }] : []),
        ]} />
      </Card>
    </>
  )
}
