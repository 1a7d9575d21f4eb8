import { agencies } from '../../../../content/meetings/agencies.ts'
import { dayInWords, longDay, shortDay } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { given, idsIn, isYes, rowsOf, textOf, treeOf } from '../../../platform/page/posted.ts'
import { Token } from '../../../platform/page/token.tsx'
import { again, form, page, type Ask } from '../../access/page.ts'
import { markOf } from '../../people/marks.ts'
import { clockOf } from '../../work/trayRows.ts'
import { Clock } from '../../../platform/page/clock.tsx'
import { arrangeMeeting } from '../commands/arranging.ts'
import { organising, type Proposed } from '../suggesting.ts'
import { agencyLabel } from '../rules.ts'

const blankRows = 2
const problemAt = (problems: readonly Problem[], field: string): { problem: string } | Record<string, never> => {
  const found = problems.find((p) => p.question === field)
  return found ? { problem: found.problem } : {}
}

/** What stands in the rows: what was typed, when the form came back, else what the record proposes. */
const rowsShown = (ask: Ask, proposed: readonly Proposed[]): Proposed[] => {
  const typed = rowsOf(ask.body.invited)
  if (typed.length === 0) return [...proposed]
  return typed.map((row) => ({ agency: textOf(row.agency), name: textOf(row.name), ...given('role', row.role), ...given('personId', row.personId), ...given('actorId', row.actorId), report: isYes(row.report), chosen: isYes(row.in) })).slice(0, Math.max(proposed.length, typed.length - blankRows))
}

/** Arranges a meeting: the day inside its clock, the chair, everybody asked to come, the reports wanted; once for all the children. */
const organisePage = page('/meetings/new', {
  what: 'page.organiseMeeting',
  may: 'record.write',
  load: async (asking, ask) => ({
    ...(await organising(asking, { kind: ask.query.kind ?? textOf(ask.body.kind), itemId: ask.query.item ?? (textOf(ask.body.itemId) || undefined), people: idsIn(ask.query.people).length > 0 ? idsIn(ask.query.people) : idsIn(ask.body.around) })),
    today: asking.today, plan: ask.query.plan ?? textOf(ask.body.plan),
  }),
  view: ({ kind, item, children, chosen, dueOn, on, chairs, proposed, today, plan }, frame, ask) => {
    const rows = rowsShown(ask, proposed)
    const ticked = ask.problems.length > 0 ? idsIn(ask.body.people) : chosen
    const chair = textOf(ask.body.chairId)
    return (
      <Page {...frame} title={`Arrange: ${kind.name}`} problemCount={ask.problems.length}>
        <PageHead title={`Arrange the ${kind.name.replace(/^./, (letter) => letter.toLowerCase())}`} lede="One meeting, one set of invitations and one set of minutes for all the children."
          end={item && dueOn ? <Clock {...clockOf({ ...item, dueOn, dueAt: null }, false, today)} /> : undefined} />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <form method="post" action="/meetings/new" data-keep="meeting">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="id" value={textOf(ask.body.id) || newId()} /><input type="hidden" name="kind" value={kind.id} />
          <input type="hidden" name="itemId" value={item?.id ?? ''} /><input type="hidden" name="plan" value={plan} /><input type="hidden" name="around" value={chosen.join(',')} />
          <Columns
            main={<>
              <Card title="When, where and who chairs">
                <FieldRow>
                  <DateField name="on" label="Day" value={textOf(ask.body.on) || dayInWords(on)} {...(dueOn ? { hint: `Inside the timescale until ${longDay(dueOn)}` } : {})} {...problemAt(ask.problems, 'on')} />
                  <Line name="time" label="Time" width={8} value={textOf(ask.body.time) || '10:00'} {...problemAt(ask.problems, 'time')} />
                  <Line name="place" label="Where" optional="a room, or a link" width={24} value={textOf(ask.body.place)} />
                </FieldRow>
                <Select name="chairId" label={kind.chair === 'independent' ? 'Chair, who has no part in managing the case' : 'Chair'} empty={kind.chair === 'independent' ? 'Choose a chair' : 'I chair it'} value={chair || (kind.chair === 'independent' ? (chairs[0]?.id ?? '') : '')} {...problemAt(ask.problems, 'chairId')}
                  options={chairs.map((one) => ({ value: one.id, label: `${one.name}${one.jobTitle ? `, ${one.jobTitle.toLowerCase()}` : ''}` }))} />
                {dueOn ? <Line name="lateReason" label={`Why later than ${shortDay(dueOn, today)}`} optional="only if it is" value={textOf(ask.body.lateReason)} {...problemAt(ask.problems, 'lateReason')} /> : null}
              </Card>
              <Card title="Who is asked to come" lede="Filled in from the record. Untick whom you do not ask; write a name where you know it.">
                <ul class="lines">
                  {rows.map((row, i) => <Invitation row={row} i={i} />)}
                  {Array.from({ length: blankRows }, (_, n) => rows.length + n).map((i) => {
                    const typed = treeOf(rowsOf(ask.body.invited)[i])
                    return (
                      <li>
                        <details class="fold" open={textOf(typed.name) !== ''}>
                          <summary><span class="fold-link">Somebody else</span></summary>
                          <input type="hidden" name={`invited.${i}.in`} value="yes" />
                          <FieldRow>
                            <Select name={`invited.${i}.agency`} label="From" width={24} value={textOf(typed.agency) || 'other'} options={agencies.map((one) => ({ value: one.code, label: one.label }))} />
                            <Line name={`invited.${i}.name`} label="Name" width={24} value={textOf(typed.name)} />
                          </FieldRow>
                          <Tick name={`invited.${i}.report`} label="Ask for a report" checked={isYes(typed.report)} />
                        </details>
                      </li>
                    )
                  })}
                </ul>
              </Card>
            </>}
            aside={<>
              <Card title="About"><Choices name="people" label="Children" look="hidden" values={ticked} {...problemAt(ask.problems, 'people')} options={children.map((card) => ({ value: card.id, label: <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span> }))} /></Card>
              {kind.quorum ? <Card title="Who has to be there"><p>{kind.quorum.words}</p><p class="source">{kind.quorum.source.title}{kind.quorum.verified ? '' : '. The text was not read: a council’s own rule may differ.'}</p></Card> : null}
            </>} />
          <Actions remark="Everybody ticked stands on the list of the meeting; reports are asked for with their day."><Button kind="primary">Arrange it</Button></Actions>
        </form>
      </Page>
    )
  },
})

/** An agency inside a sentence: `police`, and `GP` as it stands. */
const withinWords = (label: string): string => (/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1))

function Invitation({ row, i }: { row: Proposed; i: number }) {
  const label = agencyLabel(row.agency)
  const known = Boolean(row.personId ?? row.actorId)
  return (
    <li class="line-ends">
      <div>
        <Tick name={`invited.${i}.in`} label={known ? <><strong>{row.name}</strong>, {withinWords(label)}</> : <strong>{label}</strong>} checked={row.chosen} />
        <input type="hidden" name={`invited.${i}.agency`} value={row.agency} />
        {row.personId ? <input type="hidden" name={`invited.${i}.personId`} value={row.personId} /> : null}
        {row.actorId ? <input type="hidden" name={`invited.${i}.actorId`} value={row.actorId} /> : null}
        {row.role ? <input type="hidden" name={`invited.${i}.role`} value={row.role} /> : null}
        {known ? <input type="hidden" name={`invited.${i}.name`} value={row.name} /> : <Line name={`invited.${i}.name`} label={`Who comes from ${withinWords(label)}`} look="hidden" width={24} value={row.name} />}
      </div>
      {row.agency === 'parent' || row.agency === 'relative' || row.agency === 'child' ? null : <Tick name={`invited.${i}.report`} label="Report" checked={row.report} />}
    </li>
  )
}

function arrangementIn(ask: Ask, today: Parameters<typeof typedDay>[1]): Record<string, unknown> {
  const b = ask.body
  const invited = rowsOf(b.invited).filter((row) => isYes(row.in) && textOf(row.name).trim()).map((row) => ({
    agency: textOf(row.agency) || 'other', name: textOf(row.name).trim(), ...given('role', row.role), ...given('personId', row.personId), ...given('actorId', row.actorId), report: isYes(row.report),
  }))
  const time = textOf(b.time).trim().replace('.', ':').replace(/^(\d):/, '0$1:')
  return {
    id: textOf(b.id) || newId(), kind: textOf(b.kind), people: idsIn(b.people), on: typedDay(textOf(b.on), today) ?? textOf(b.on), invited, ...(time ? { time } : {}),
    ...given('itemId', b.itemId), ...given('place', b.place), ...given('chairId', b.chairId), ...given('lateReason', b.lateReason),
    ...(textOf(b.plan) ? { subject: { kind: 'plan', id: textOf(b.plan) } } : {}),
  }
}

const inPlainWords = (problem: Problem): Problem =>
  problem.question === 'people' ? { ...problem, problem: 'Tick whom the meeting is about.' }
    : problem.question === 'time' ? { ...problem, problem: 'Write the time as 14:30, or leave it empty.' }
      : problem.question === 'on' && problem.problem.startsWith('Check this answer') ? { ...problem, problem: 'Write the day as day, month and year, as in 3/10/2025.' } : problem

const saveMeeting = form('/meetings/new', async (caller, ask, around) => {
  const outcome = await arrangeMeeting.perform(caller, arrangementIn(ask, caller.clock.today()), ask.commandId)
  if ('problems' in outcome) return again(organisePage, outcome.problems.map(inPlainWords))(caller, ask, around)
  return { go: `/meetings/${outcome.done.id}?arranged=1` }
})
export const organiseRoutes = [organisePage, saveMeeting] as const
