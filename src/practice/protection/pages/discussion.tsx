import { agencies } from '../../../../content/meetings/agencies.ts'
import { protectionMeetings } from '../../../../content/meetings/protection.ts'
import { dayInWords } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { DecideForEachChild } from '../../../platform/page/decide-for-each.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { given, idsIn, rowsOf, textOf, treeOf } from '../../../platform/page/posted.ts'
import { NamedToken, Token } from '../../../platform/page/token.tsx'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { passagesWithoutPeople } from '../../../record/meetings/pages/held.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { clockOf } from '../../../record/work/trayRows.ts'
import { discuss } from '../commands/discussing.ts'
import { discussing } from '../queries.ts'

const kind = protectionMeetings.find((one) => one.id === 'strategyDiscussion')
const outcomes = (kind?.outcomes ?? []).map((one) => ({ value: one.code, label: one.label }))
const blankRows = 2

/** A strategy discussion, written down when it is over: who took part, what is known, what was decided for each child. */
const discussionPage = page('/protection/discussions/:item', {
  what: 'page.discussion',
  may: 'work.do',
  load: async (asking, ask) => ({ ...(await discussing(asking, ask.params.item ?? '')), me: asking.actor, today: asking.today }),
  view: ({ item, schools, workers, me, today }, frame, ask) => {
    const b = ask.body
    const over = item.state === 'done' || item.state === 'cancelled'
    const problem = (name: string) => problemAt(ask.problems, name)
    const typed = rowsOf(b.took)
    const first = [{ agency: 'socialCare', name: me.name }, { agency: 'police', name: '' }, { agency: 'health', name: '' }, ...(schools.length > 0 ? schools : ['']).slice(0, 2).map((school) => ({ agency: 'school', name: school ? school : '' }))]
    const rows = [...(typed.length > 0 ? typed.map((row) => ({ agency: textOf(row.agency), name: textOf(row.name) })) : first), ...Array.from({ length: typed.length > 0 ? 0 : blankRows }, () => ({ agency: 'other', name: '' }))]
    const chosen = treeOf(b.outcome)
    const reasons = treeOf(chosen.reason)
    const passages = rowsOf(b.passages)
    return (
      <Page {...frame} title="Strategy discussion" problemCount={ask.problems.length}>
        <PageHead title="Strategy discussion" lede={item.words ?? 'Social care, the police and health decide together whether to enquire under section 47.'} end={over ? undefined : <Clock {...clockOf(item, false, today)} />} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {over ? <Message kind="good" icon="tick" title="It is written down.">{item.subjectKind === 'meeting' ? <a href={`/meetings/${item.subjectId ?? ''}`}>Read what was decided</a> : 'What was decided stands in the chronology.'}</Message> : (
          <form method="post" action={`/protection/discussions/${item.id}`} data-keep="discussion">
            <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="meetingId" value={textOf(b.meetingId) || newId()} />
            <div class="stack-gap"><Columns
              main={<>
                <Card title="When, and who took part" lede={kind?.quorum?.words}>
                  <FieldRow><DateField name="on" label="Held on" value={textOf(b.on) || dayInWords(today)} {...problem('on')} /><Line name="time" label="At" optional="if it matters" width={8} value={textOf(b.time)} {...problem('time')} /><Line name="place" label="How" optional="meeting, telephone, video" width={24} value={textOf(b.place)} /></FieldRow>
                  {rows.map((row, i) => (
                    <FieldRow>
                      <Select name={`took.${i}.agency`} label={`Agency ${i + 1}`} look="hidden" width={24} value={row.agency} options={agencies.filter((one) => !one.family).map((one) => ({ value: one.code, label: one.label }))} />
                      <Line name={`took.${i}.name`} label={`Who took part, ${i + 1}`} look="hidden" width={24} value={row.name} />
                    </FieldRow>
                  ))}
                  <Line name="quorumReason" label="Why without the police or health, if so" optional="only then" value={textOf(b.quorumReason)} {...problem('quorumReason')} />
                  {item.dueOn && today > item.dueOn ? <Line name="lateReason" label="Why it was held late" value={textOf(b.lateReason)} {...problem('lateReason')} /> : null}
                </Card>
                <Card title="What each of them knows"><Words name="words" label="What was shared and said, about all of them" rows={7} value={textOf(b.words)} {...problem('words')} />
                  {[0, 1].map((i) => {
                    const ticked = idsIn(passages[i]?.about)
                    return (
                      <details class="fold one-more" open={ticked.length > 0 || textOf(passages[i]?.words) !== ''}>
                        <summary><span class="fold-link">{i === 0 ? 'Add a passage about one of them' : 'Add another passage'}</span></summary>
                        <Choices name={`passages.${i}.about`} label="This passage is about" columns values={ticked} {...problem(`passages.${i}.about`)} options={item.people.map((one) => ({ value: one.id, label: <span class="with-token"><Token mark={markOf(one)} beside />{one.given || one.name}</span> }))} />
                        <Words name={`passages.${i}.words`} label="Passage" look="hidden" rows={3} value={textOf(passages[i]?.words)} />
                      </details>
                    )
                  })}
                </Card>
              </>}
              aside={<Card title="About">{item.people.map((one) => <NamedToken mark={markOf(one)} href={`/people/${one.id}`} second={ageInWords({ ...one, bornAbout: 'day', diedOn: null }, today)} />)}</Card>} />
            <Card title="What was decided for each child">
              <DecideForEachChild name="outcome" allLabel="For all of them" options={outcomes} all={textOf(chosen.all)}
                people={item.people.map((one) => ({ key: one.id, mark: markOf(one), second: ageInWords({ ...one, bornAbout: 'day', diedOn: null }, today), chosen: textOf(chosen[one.id]), ...problem(`decisions.${one.id}`), reason: { value: textOf(reasons[one.id]) } }))} />
              <Words name="why" label="Why, and what keeps them safe until then" rows={3} value={textOf(b.why)} {...problem('why')} />
              <Select name="workerId" label="Who makes the enquiry" width={24} value={textOf(b.workerId) || (item.askedBy ?? '')} empty="Choose a worker" options={workers.map((one) => ({ value: one.id, label: one.name, group: one.team }))} />
            </Card>
            </div>
            <Actions remark="The clock of a conference begins with this day, where an enquiry is decided."><Button kind="primary">Save what was decided</Button></Actions>
          </form>
        )}
      </Page>
    )
  },
})

function discussionIn(ask: Ask, today: Parameters<typeof typedDay>[1]): Record<string, unknown> {
  const b = ask.body
  const chosen = treeOf(b.outcome)
  const reasons = treeOf(chosen.reason)
  const people = [...new Set([...Object.keys(chosen).filter((key) => key !== 'all' && key !== 'reason'), ...Object.keys(reasons)])]
  const time = textOf(b.time).trim().replace('.', ':').replace(/^(\d):/, '0$1:')
  return {
    itemId: ask.params.item ?? '', meetingId: textOf(b.meetingId) || newId(), on: typedDay(textOf(b.on), today) ?? textOf(b.on), ...(time ? { time } : {}), ...given('place', b.place), words: textOf(b.words),
    took: rowsOf(b.took).filter((row) => textOf(row.name).trim()).map((row) => ({ agency: textOf(row.agency), name: textOf(row.name).trim() })),
    ...given('quorumReason', b.quorumReason), ...given('lateReason', b.lateReason), ...given('workerId', b.workerId),
    passages: rowsOf(b.passages).filter((row) => textOf(row.words).trim() && idsIn(row.about).length > 0).map((row) => ({ about: idsIn(row.about), words: textOf(row.words).trim() })),
    decisions: people.flatMap((personId) => {
      const outcome = textOf(chosen[personId]) || textOf(chosen.all)
      const words = textOf(reasons[personId]).trim() || textOf(b.why).trim()
      return outcome ? [{ personId, outcome, ...(words ? { words } : {}) }] : []
    }),
  }
}
const inPlainWords = (problem: Problem, ask: Ask): Problem => (problem.question.endsWith('.words') && !textOf(ask.body.why).trim() ? { question: 'why', problem: 'Say why this was decided.' } : problem)
const saveDiscussion = form('/protection/discussions/:item', async (caller, ask, around) => {
  const apart = passagesWithoutPeople(ask.body.passages)
  const outcome = apart.length > 0 ? { problems: apart } : await discuss.perform(caller, discussionIn(ask, caller.clock.today()), ask.commandId)
  return 'problems' in outcome ? again(discussionPage, outcome.problems.map((one) => inPlainWords(one, ask)))(caller, ask, around) : { go: `/meetings/${outcome.done.meetingId}?held=1` }
})
export const discussionRoutes = [discussionPage, saveDiscussion] as const
