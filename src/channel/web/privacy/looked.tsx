import { dayInWords } from '../../../kernel/dates.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import type { Look, Reviewed } from '../../../record/access/evidence/model.ts'
import { whoLooked } from '../../../record/access/evidence/queries.ts'
import { page } from '../../../record/access/page.ts'
import { isId } from '../../../kernel/ids.ts'
import { dayAsked, inWords, Older, viaInWords, wayInWords, whenInWords } from './lines.tsx'

const nameOf = (person: Reviewed): string => person.name ?? (person.marking === 'open' ? 'Somebody without a name yet' : `A ${person.marking} record`)
const most = Number.MAX_SAFE_INTEGER
/** Where the page before ended, when the address says so in figures. */
export const belowOf = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,15}$/.test(text) && Number(text) > 0 ? Math.min(Number(text), most) : undefined)

const Why = ({ look }: { look: Look }) => (
  <>
    {look.refused ? <Tag kind="late">Refused</Tag> : null}
    {look.why ? <span>{look.why}</span> : null}
    {look.openedBecause && look.openedBecause !== look.why ? <span class="second">Opened with this reason: {look.openedBecause}</span> : null}
    {!look.refused && !look.why && !look.openedBecause ? <span class="second">No reason was asked for</span> : null}
  </>
)

/** Who looked at this record, and why: every request about it, by all parts it is merged from (access policy, rule 26). */
export const lookedPage = page('/people/:id/looked', {
  what: 'page.looked',
  may: 'audit.read',
  load: async (asking, ask) => {
    const { by = '', from = '', to = '' } = ask.query
    const days = { from: dayAsked('from', from, asking.today), to: dayAsked('to', to, asking.today) }
    const found = await whoLooked.of(asking, {
      personId: ask.params['id'] ?? '', ...(isId(by) ? { by } : {}), ...(days.from.day ? { from: days.from.day } : {}), ...(days.to.day ? { to: days.to.day } : {}),
      ...(belowOf(ask.query['below']) === undefined ? {} : { below: belowOf(ask.query['below']) }),
    })
    return { ...found, days, asked: { by, from, to } }
  },
  view: ({ person, lines, next, lookers, days, asked }, frame) => {
    const path = `/people/${person.personId}/looked`
    const filtered = Boolean(asked.by || asked.from || asked.to)
    const all = lookers.reduce((sum, one) => sum + one.times, 0)
    return (
      <Page {...frame} title={`Who looked at the record of ${nameOf(person)}`} place="privacy">
        <PageHead title="Who looked at this record, and why" lede={`${nameOf(person)}${person.bornOn ? `, born ${dayInWords(person.bornOn)}` : ''}. ${all === 0 ? 'Nobody yet.' : `${all.toLocaleString('en-GB')} ${all === 1 ? 'request' : 'requests'} by ${counted(lookers.length, 'account', 'accounts')}.`}`} />
        <ErrorSummary problems={(['from', 'to'] as const).flatMap((field) => { const problem = days[field].problem; return problem ? [{ field, words: problem }] : [] })} />
        {person.marking === 'open' ? null : <Message kind="seal" title={`This record is ${person.marking}.`} icon="lock">You see who looked, and not whose record it is.</Message>}
        <Card title="Show">
          <form method="get" action={path}>
            <FieldRow>
              <Select name="by" label="Who looked" empty="Everybody" value={asked.by} options={lookers.map((one) => ({ value: one.actorId, label: `${one.actor}${one.jobTitle ? `, ${one.jobTitle}` : ''} (${one.times})` }))} />
              <DateField name="from" label="From" value={asked.from} problem={days.from.problem} />
              <DateField name="to" label="Until" value={asked.to} problem={days.to.problem} />
            </FieldRow>
            <Actions><Button kind="second">Show these</Button>{filtered ? <a href={path}>Show everybody</a> : null}</Actions>
          </form>
        </Card>
        <Table caption="Who looked, newest first" stack rows={lines} empty={<EmptyState title="Nobody looked.">{filtered ? 'Choose other days, or everybody.' : 'Every request about this record appears here at once.'}</EmptyState>} columns={[
          { title: 'When', width: 'narrow', cell: (look) => whenInWords(look.at) },
          { title: 'Who', head: true, cell: (look) => (look.actorId ? <><a href={`/privacy/accounts/${look.actorId}`}>{look.actor}</a>{look.jobTitle ? <span class="second">{look.jobTitle}</span> : null}</> : 'Nobody signed in') },
          { title: 'What', cell: (look) => <>{inWords(look.what)}<span class="second">{[viaInWords(look.via), look.others > 0 ? `with ${counted(look.others, 'other person', 'other people')}` : undefined].filter(Boolean).join(', ')}</span></> },
          { title: 'With what sight', cell: (look) => sentence(wayInWords(look.way)) },
          { title: 'Why', width: 'wide', cell: (look) => <Why look={look} /> },
        ]} />
        <Older path={path} asked={Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))} next={next} />
        <p class="source">“With what sight” is worked out from who worked with this person at that moment. Nobody changes or removes a line: npm run kith -- check audit shows that.</p>
      </Page>
    )
  },
})
