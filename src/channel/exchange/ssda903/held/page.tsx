import { dayInWords, dayOf, isPlainDate, moment } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { Actions, Button } from '../../../../platform/page/button.tsx'
import { Card, Facts } from '../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { Choice } from '../../../../platform/page/fields/choice.tsx'
import { Line } from '../../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../../platform/page/layout.tsx'
import { Message } from '../../../../platform/page/message.tsx'
import { NamedToken } from '../../../../platform/page/token.tsx'
import { again, form, page } from '../../../../record/access/page.ts'
import { ageInWords, markOf } from '../../../../record/people/marks.ts'
import type { TrayTeller } from '../../../../record/work/model.ts'
import { decideHeld, heldReturn } from './held.ts'

const day = (text: string | null): string => (text && isPlainDate(text) ? dayInWords(text) : 'not told')
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const found = { localChildId: 'the child number', upn: 'the pupil number and the date of birth' } as const

/** A return names somebody whose record is kept to a few: one of them decides. */
export const heldPage = page('/returns/held/:id', {
  what: 'page.heldReturn',
  may: 'record.read',
  load: async (asking, ask) => ({ ...(await heldReturn.of(asking, { id: ask.params.id ?? '' })), today: asking.today }),
  view: ({ held, card, today }, frame, ask) => {
    const { child } = held
    return (
      <Page {...frame} title="A return names this child" problemCount={ask.problems.length}>
        <PageHead title={`${held.kind === 'annexA' ? 'Annex A' : 'The looked-after children return'} of ${held.year} may be about this child`} lede={`Found by ${found[held.how]}. Nothing of it is in the record, and nobody but those who see this record knows that it waits.`} />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <Columns
          main={held.decision ? (
            <Message kind="theme" title={held.decision === 'taken' ? 'It was taken into the record.' : 'It was not taken into the record.'}>{held.decidedBy} on {held.decidedAt ? dayInWords(dayOf(moment(held.decidedAt))) : ''}: {held.decidedBecause}</Message>
          ) : (
            <Card title="What becomes of it">
              <form method="post" action={`/returns/held/${held.id}`}>
                <input type="hidden" name="commandId" value={newId()} />
                <Choice name="decision" label="The return is" value={textOf(ask.body['decision'])} options={[{ value: 'take', label: 'About this child: take it into the record' }, { value: 'refuse', label: 'Not about this child, or not to be taken' }]} />
                <Line name="reason" label="How you know" value={textOf(ask.body['reason'])} />
                <Actions><Button kind="primary">Decide</Button></Actions>
              </form>
            </Card>
          )}
          aside={<>
            <Card title="The record"><NamedToken mark={markOf(card)} href={`/people/${card.id}`} second={ageInWords(card, today)} /></Card>
            <Card title="What the return says"><Facts facts={[
              { label: 'Child number', value: held.number },
              { label: 'Pupil number', value: child.upn || 'not told' },
              { label: 'Born', value: day(child.bornOn) },
              ...child.periods.map((period) => ({ label: 'In care', value: `${day(period.from)} to ${period.to ? day(period.to) : 'now'}` })),
              { label: 'Placements', value: String(child.placements.length) },
              { label: 'Reviews, health and other facts', value: String(child.facts.length) },
              { label: 'Came in', value: dayInWords(dayOf(moment(held.cameAt))) },
            ]} /></Card>
          </>} />
      </Page>
    )
  },
})

export const postHeld = form('/returns/held/:id', async (caller, ask, around) => {
  const id = ask.params.id ?? ''
  const done = await decideHeld.perform(caller, { id, decision: textOf(ask.body['decision']), reason: textOf(ask.body['reason']) }, ask.commandId)
  return 'problems' in done ? again(heldPage, done.problems.map((one) => (one.question === 'decision' ? { ...one, problem: 'Say whether it is about this child.' } : one)))(caller, ask, around) : { go: `/returns/held/${id}` }
})

export const heldTellers: readonly TrayTeller[] = [
  { kind: 'heldReturn', title: (item) => `The return of ${item.words ?? ''} may be about this child`, also: () => 'it waits for one of you: nobody else knows', open: (item) => ({ href: `/returns/held/${item.subjectId ?? ''}`, words: 'Decide' }) },
]
