import { addDays, dayInWords, dayOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { PrivacyTabs } from '../../../platform/page/privacy-tabs.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { reviewUnusual } from '../../../record/access/evidence/commands.ts'
import type { Unusual, UnusualKind } from '../../../record/access/evidence/model.ts'
import { unusualViewing } from '../../../record/access/evidence/queries.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { whenInWords } from './lines.tsx'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const kindWords: Readonly<Record<UnusualKind, string>> = {
  own: 'Their own record', colleague: 'A colleague’s record', surname: 'The same surname', address: 'The same address', closed: 'Closed shortly before', restricted: 'A restricted record', noWork: 'No work about them', many: 'Many records within an hour',
}

const About = ({ line }: { line: Unusual }) => (line.personId === null ? <>{sentence(counted(line.times, 'record', 'records'))} within one hour</> : (
  <><a href={`/people/${line.personId}/looked?by=${line.actorId}`}>{line.name ?? (line.marking === 'open' ? 'Somebody without a name yet' : 'A restricted record')}</a>, {line.times === 1 ? 'once' : line.times === 2 ? 'twice' : `${line.times} times`}</>
))

const LineCard = ({ line, week, ask }: { line: Unusual; week: string; ask: Ask }) => {
  const mine = ask.body['id'] === line.id
  return (
    <Card kind={line.reviewedAt ? 'plain' : 'seal'} title={`${line.actor}${line.jobTitle ? `, ${line.jobTitle}` : ''}`} lede={line.firstAt === line.lastAt ? whenInWords(line.firstAt) : `From ${whenInWords(line.firstAt)}, to ${whenInWords(line.lastAt)}`}>
      <p><About line={line} /></p>
      <p>{line.kinds.map((kind) => <><Tag kind="soon">{kindWords[kind]}</Tag> </>)}</p>
      {line.reviewedAt ? <p>{line.note}<span class="second">{line.reviewer}, {dayInWords(dayOf(line.reviewedAt))}</span></p> : (
        <form method="post" action="/privacy/unusual">
          <input type="hidden" name="commandId" value={newId()} />
          <input type="hidden" name="id" value={line.id} />
          <input type="hidden" name="week" value={week} />
          <Words name="note" id={`note-${line.id}`} label={`What did you find out about this viewing by ${line.actor}?`} value={mine ? textOf(ask.body['note']) : ''} rows={2} problem={mine ? ask.problems[0]?.problem : undefined} />
          <Actions><Button kind="second">Looked at</Button></Actions>
        </form>
      )}
    </Card>
  )
}

/** The weekly list of unusual viewing: a reason to ask, never a finding (access policy, rule 27). */
export const unusualPage = page('/privacy/unusual', {
  what: 'page.unusual',
  may: 'audit.read',
  load: (asking, ask) => {
    const week = textOf(ask.body['week']) || (ask.query['week'] ?? '')
    return unusualViewing.of(asking, /^\d{4}-\d{2}-\d{2}$/.test(week) ? { week } : {})
  },
  view: ({ weeks, chosen, lines }, frame, ask) => {
    const open = lines.filter((line) => line.reviewedAt === null)
    const reviewed = lines.filter((line) => line.reviewedAt !== null)
    return (
      <Page {...frame} title="Unusual viewing" place="privacy" problemCount={ask.problems.length} frame="narrow">
        <PageHead title="Unusual viewing" lede="What stood out in a week. Most of it has a good reason: ask before you judge." />
        <PrivacyTabs here="unusual" />
        <ErrorSummary problems={ask.problems.map(({ problem }) => ({ field: `note-${textOf(ask.body['id'])}`, words: problem }))} />
        {chosen === undefined ? <EmptyState title="No week was looked through yet.">Each night the last full week is looked through, and what is unusual is listed here.</EmptyState> : <>
          <h2>The week from {dayInWords(chosen)} to {dayInWords(addDays(chosen, 6))}</h2>
          {open.length === 0 ? <EmptyState title="Nothing to look at">{lines.length === 0 ? 'Nothing unusual was found in this week.' : 'Every line of this week has been looked at.'}</EmptyState> : open.map((line) => <LineCard line={line} week={chosen} ask={ask} />)}
          {reviewed.length > 0 ? <><h2>Looked at</h2>{reviewed.map((line) => <LineCard line={line} week={chosen} ask={ask} />)}</> : null}
          {weeks.length > 1 ? <Card title="Other weeks"><ul class="lines">{weeks.filter((week) => week.from !== chosen).map((week) => <li><p><a href={`/privacy/unusual?week=${week.from}`}>From {dayInWords(week.from)}</a><span class="second">{week.waiting === 0 ? 'nothing to look at' : `${week.waiting} to look at`}</span></p></li>)}</ul></Card> : null}
        </>}
      </Page>
    )
  },
})

export const reviewLine = form('/privacy/unusual', async (caller, ask, around) => {
  const outcome = await reviewUnusual.perform(caller, { id: textOf(ask.body['id']), note: textOf(ask.body['note']) }, ask.commandId)
  const week = textOf(ask.body['week'])
  return 'problems' in outcome ? again(unusualPage, outcome.problems)(caller, ask, around) : { go: `/privacy/unusual${/^\d{4}-\d{2}-\d{2}$/.test(week) ? `?week=${week}` : ''}` }
})
