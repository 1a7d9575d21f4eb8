import { overdueReasons } from '../../../../content/codes/work.ts'
import { clockWords } from '../../../engine/timescales/words.ts'
import { dutyOn, everyRun } from '../../../engine/timescales/evaluate.ts'
import type { Duty } from '../../../engine/timescales/model.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { Table } from '../../../platform/page/table.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { dutiesNow, labelNow, listNow } from '../../access/own/now.ts'
import { again, form, page } from '../../access/page.ts'
import { ageInWords, markOf } from '../../people/marks.ts'
import { itemFor } from '../register.ts'
import { clockOf, groupOf, isLate, lateInWords, tellerOf } from '../trayRows.ts'
import { pauseClock, resumeClock, sayLate } from './commands.ts'
import { waitsOf } from './register.ts'
import * as store from './store.ts'

const isOwn = (duty: string): boolean => duty.endsWith('.own')
/** How a clock that runs stands today, in the words of every clock. */
const stands = (duty: Duty | undefined, clock: store.RunningClock & Readonly<{ metOn: PlainDate | null }>, today: PlainDate): string => {
  if (clock.metOn) return `${clock.state === 'metLate' ? 'Done late' : clock.state === 'stopped' ? 'Stopped' : 'Done in time'}, ${dayInWords(clock.metOn)}`
  if (clock.state === 'paused') return clock.reason ? `Paused: ${clock.reason}` : 'Paused'
  const run = duty ? everyRun(duty, [{ event: duty.from[0] ?? 'work.began', on: clock.startedOn, ...(clock.startedAt ? { at: clock.startedAt } : {}) }], { today })[0] : undefined
  return run && run.dueOn === clock.dueOn ? clockWords(run) : clock.dueOn && clock.dueOn < today ? 'Late' : 'Runs'
}
const sourceOf = (duty: Duty): string => `${[duty.source.title, duty.source.provision].filter(Boolean).join(', ')}${duty.verified || isOwn(duty.id) ? '' : '. The text of the rule was not read by us'}`

/** The clocks of one piece of work: by which rule, from when, due when; whether it may wait, and when it did. */
export const clockPage = page('/work/:id/clock', {
  what: 'page.clock',
  may: 'work.do',
  load: async (asking, ask) => {
    const item = await itemFor(asking, ask.params.id ?? '')
    const [clocks, pauses, waits] = [await store.everyClockOfItem(asking.db, item.id), await store.ofItem(asking.db, item.id), await waitsOf(asking, item)]
    return { item, clocks, pauses, waits, today: asking.today, me: asking.actor.id }
  },
  view: ({ item, clocks, pauses, waits, today, me }, frame, ask) => {
    const teller = tellerOf(item)
    const over = item.state === 'done' || item.state === 'cancelled'
    const late = over ? clocks.some((one) => one.state === 'metLate' && !isOwn(one.duty)) : isLate(item, today)
    const problem = (field: string) => { const found = ask.problems.find((one) => one.question === field); return found ? { problem: found.problem } : {} }
    return (
      <Page {...frame} title={`The clock: ${teller.title(item)}`} problemCount={ask.problems.length}>
        <PageHead title={teller.title(item)} lede={item.workerName ? `With ${item.workerName}. By which rule it is due, and whether its time may stand still.` : 'By which rule it is due, and whether its time may stand still.'}
          end={over ? <Clock state="done" words={item.state === 'done' ? 'Done' : 'Not needed any more'} {...(item.finishedOn ? { second: dayInWords(item.finishedOn) } : {})} /> : <Clock {...clockOf(item, groupOf(item, me, today) === 'waiting', today)} />} />
        {ask.query.saved === 'late' ? <Confirmation title="Kept.">It stands with this clock, in the tray and on the board of the team.</Confirmation> : ask.query.saved ? <Confirmation title={item.paused ? 'It waits.' : 'It goes on.'}>{item.paused ? 'The time until it goes on does not count.' : item.dueOn ? `It is due on ${dayInWords(item.dueOn)}.` : ''}</Confirmation> : null}
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <Columns
          main={<>
            <Card title="Its clocks">
              <Table caption="Clocks of this work" stack rows={clocks} empty={<EmptyState title="No clock runs">It has ended, or no rule gives it a time.</EmptyState>} columns={[
                { title: 'Rule', head: true, cell: (one) => { const duty = dutyOn(dutiesNow(), one.duty, one.startedOn); return <>{isOwn(one.duty) ? 'Our own measure' : duty?.duty ?? one.duty}<span class="second">{duty ? sourceOf(duty) : ''}</span></> } },
                { title: 'From', cell: (one) => dayInWords(one.startedOn) },
                { title: 'Due', cell: (one) => (one.dueOn ? dayInWords(one.dueOn) : 'No day') },
                { title: 'How it stands', cell: (one) => <>{stands(dutyOn(dutiesNow(), one.duty, one.startedOn), one, today)}{one.reason && one.state !== 'paused' && !isOwn(one.duty) ? <span class="second">{item.late ? lateInWords(item.late).replace(/^./, (letter) => letter.toUpperCase()) : labelNow(overdueReasons, one.reason)}</span> : null}</> },
              ]} />
            </Card>
            {over ? null : item.paused ? (
              <Card id="resume" title="Let it go on" lede={`It waits since ${dayInWords(item.paused.on)}: ${item.paused.why}`}>
                <form method="post" action={`/work/${item.id}/clock`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="resume" />
                  <DateField name="on" label="From" value={textOf(ask.body.on) || dayInWords(today)} {...problem('on')} /><Line name="words" label="What let it go on" optional="if it helps whoever reads this" value={textOf(ask.body.words)} />
                  <Actions remark="The days between do not count."><Button kind="primary">It goes on</Button></Actions></form>
              </Card>
            ) : waits.length > 0 ? (
              <Card id="pause" title="Let it wait" lede={waits.map((one) => `${isOwn(one.duty) ? 'Our own measure' : 'The time of the rule'} may stand still: ${one.words.replace(/^./, (letter) => letter.toLowerCase())}`).join(' ')}>
                <form method="post" action={`/work/${item.id}/clock`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="pause" />
                  <DateField name="on" label="Since" value={textOf(ask.body.on) || dayInWords(today)} {...problem('on')} /><Line name="reason" label="Why it waits" value={textOf(ask.body.reason)} {...problem('reason')} />
                  <Actions remark={waits.every((one) => isOwn(one.duty)) ? 'The clock of the law runs on.' : waits.every((one) => one.read) ? undefined : 'We have not read the text that lets it wait.'}><Button kind="primary">Let it wait</Button></Actions></form>
              </Card>
            ) : <Message kind="theme" title="No rule lets this clock wait.">Where it is late, the reason is kept with it. A council may set a measure of its own that waits.</Message>}
            {late ? (
              <Card id="late" title="Why it is late" lede="A reason is a normal answer. It stands with this clock, in the tray and on the board of the team.">
                <form method="post" action={`/work/${item.id}/clock`}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="late" />
                  <Select name="lateReason" label="The reason" empty="Choose a reason" value={ask.body.lateReason === undefined ? item.late?.why ?? '' : textOf(ask.body.lateReason)} options={listNow(overdueReasons, today).codes.map((one) => ({ value: one.code, label: one.label }))} {...problem('lateReason')} />
                  <Line name="lateWords" label="In a few words" optional="if there is more to say" value={ask.body.lateWords === undefined ? item.late?.words ?? '' : textOf(ask.body.lateWords)} maxLength={500} {...problem('lateWords')} />
                  <Actions><Button kind={waits.length > 0 && !over ? 'second' : 'primary'}>{item.late ? 'Change the reason' : 'Keep the reason'}</Button></Actions></form>
              </Card>
            ) : null}
            {pauses.length > 0 ? (
              <Card title="When it waited"><Table caption="Waits, oldest first" stack rows={pauses} columns={[
                { title: 'Which', head: true, cell: (one) => (isOwn(one.duty) ? 'Our own measure' : 'The rule') }, { title: 'From', cell: (one) => dayInWords(one.from) }, { title: 'To', cell: (one) => (one.to ? dayInWords(one.to) : 'Waits still') },
                { title: 'Why', cell: (one) => <>{one.reason}{one.back ? <span class="second">{one.back}</span> : null}</> }, { title: 'Recorded by', cell: (one) => one.by ?? '' },
              ]} /></Card>
            ) : null}
          </>}
          aside={<>
            <Card title="About">{item.people.map((one) => <NamedToken mark={markOf(one)} href={`/people/${one.id}`} second={ageInWords({ ...one, bornAbout: 'day', diedOn: null }, today)} />)}</Card>
            <Card title="The work"><Facts facts={[{ label: 'Opened', value: dayInWords(item.openedOn) }, ...(item.teamName ? [{ label: 'Team', value: item.teamName }] : [])]} /><p class="card-foot"><ButtonLink href={teller.open(item).href}>Open it</ButtonLink></p></Card>
          </>} />
      </Page>
    )
  },
})

export const changeClock = form('/work/:id/clock', async (caller, ask, around) => {
  const itemId = ask.params.id ?? ''
  const on = typedDay(textOf(ask.body.on), caller.clock.today()) ?? textOf(ask.body.on)
  const words = textOf(ask.body.words).trim()
  if (textOf(ask.body.what) === 'late') {
    const lateWords = textOf(ask.body.lateWords).trim()
    const said = await sayLate.perform(caller, { itemId, reason: textOf(ask.body.lateReason), ...(lateWords ? { words: lateWords } : {}) }, ask.commandId)
    if ('problems' in said) return again(clockPage, said.problems.map((one) => (one.question === 'reason' ? { question: 'lateReason', problem: 'Choose why it is late. Any true reason is fine.' } : one)))(caller, ask, around)
    return { go: `/work/${itemId}/clock?saved=late` }
  }
  const outcome = textOf(ask.body.what) === 'resume' ? await resumeClock.perform(caller, { itemId, on, ...(words ? { words } : {}) }, ask.commandId)
    : await pauseClock.perform(caller, { itemId, on, reason: textOf(ask.body.reason) }, ask.commandId)
  if ('problems' in outcome) return again(clockPage, outcome.problems.map((one) => (!/^(Check|Fill)/.test(one.problem) ? one : { ...one, problem: one.question === 'reason' ? 'Say in a few words why it waits.' : 'Give the day, as in 3/10/2026.' })))(caller, ask, around)
  return { go: `/work/${itemId}/clock?saved=1` }
})
