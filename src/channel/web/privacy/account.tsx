import { counted } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import type { Deed } from '../../../record/access/evidence/model.ts'
import { whatDid } from '../../../record/access/evidence/queries.ts'
import { page } from '../../../record/access/page.ts'
import { dayAsked, inWords, Older, viaInWords, whenInWords } from './lines.tsx'
import { belowOf } from './looked.tsx'

const About = ({ deed }: { deed: Deed }) => (deed.shown.length === 0 ? <span class="second">Nobody on record</span> : (
  <>{deed.shown.map((one, index) => <>{index > 0 ? ', ' : ''}<a href={`/people/${one.personId}/looked`}>{one.name ?? 'a restricted record'}</a></>)}{deed.others > 0 ? <span class="second">and {counted(deed.others, 'other', 'others')}</span> : null}</>
))

/** What one account did, by period. */
export const accountPage = page('/privacy/accounts/:id', {
  what: 'page.account',
  may: 'audit.read',
  load: async (asking, ask) => {
    const { from = '', to = '' } = ask.query
    const days = { from: dayAsked('from', from, asking.today), to: dayAsked('to', to, asking.today) }
    const below = belowOf(ask.query['below'])
    const found = await whatDid.of(asking, { actorId: ask.params['id'] ?? '', ...(days.from.day ? { from: days.from.day } : {}), ...(days.to.day ? { to: days.to.day } : {}), ...(below === undefined ? {} : { below }) })
    return { ...found, days, asked: { from, to } }
  },
  view: ({ account, lines, next, days, asked }, frame) => {
    const path = `/privacy/accounts/${account.id}`
    return (
      <Page {...frame} title={`What ${account.name} did`} place="privacy">
        <PageHead title={`What ${account.name} did`} lede={account.jobTitle ?? undefined} />
        <ErrorSummary problems={(['from', 'to'] as const).flatMap((field) => { const problem = days[field].problem; return problem ? [{ field, words: problem }] : [] })} />
        <Card title="Show">
          <form method="get" action={path}>
            <FieldRow>
              <DateField name="from" label="From" value={asked.from} problem={days.from.problem} />
              <DateField name="to" label="Until" value={asked.to} problem={days.to.problem} />
            </FieldRow>
            <Actions><Button kind="second">Show these</Button>{asked.from || asked.to ? <a href={path}>Show every day</a> : null}</Actions>
          </form>
        </Card>
        <Table caption={`What ${account.name} did, newest first`} stack rows={lines} empty={<EmptyState title="Nothing.">{asked.from || asked.to ? 'Choose other days.' : 'What is done with this account appears here at once.'}</EmptyState>} columns={[
          { title: 'When', width: 'narrow', cell: (deed) => whenInWords(deed.at) },
          { title: 'What', head: true, cell: (deed) => <>{inWords(deed.what)}<span class="second">{viaInWords(deed.via)}</span></> },
          { title: 'About whom', cell: (deed) => <About deed={deed} /> },
          { title: 'Why', width: 'wide', cell: (deed) => <>{deed.refused ? <Tag kind="late">Refused</Tag> : null}{deed.why ?? ''}</> },
        ]} />
        <Older path={path} asked={Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))} next={next} />
      </Page>
    )
  },
})
