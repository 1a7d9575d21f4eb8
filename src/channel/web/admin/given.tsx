import { newId } from '../../../kernel/ids.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { endGrant } from '../../../record/access/commands/keeping.ts'
import { setManyOpened } from '../../../record/access/evidence/commands.ts'
import { manyMeasure } from '../../../record/access/evidence/queries.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { givenSight } from '../../../record/access/queries.ts'
import type { GivenSight } from '../../../record/access/model/keeping.ts'
import { domainWords, until, when } from '../people/keeping/words.ts'

const kindWords: Readonly<Record<GivenSight['kind'], string>> = { granted: 'Given sight', excluded: 'Kept from a record', named: 'Named on the list of a restricted record', opened: 'Opened a record with a reason' }
const whatOf = (one: GivenSight): string => `${kindWords[one.kind]}${one.domain ? ` of ${domainWords[one.domain]}, ${one.mayWrite ? 'reading and writing' : 'reading only'}` : ''}`

const Given = ({ rows, caption, ends }: { rows: readonly GivenSight[]; caption: string; ends: boolean }) => (
  <Table caption={caption} stack rows={rows} empty={<EmptyState title="Nothing">What colleagues are given, or kept from, appears here.</EmptyState>} columns={[
    { title: 'Who', head: true, cell: (one) => <a href={`/admin/staff?open=${one.actorId}#open`}>{one.actor}</a> },
    { title: 'What', cell: (one) => whatOf(one) },
    { title: 'Since', cell: (one) => <>{when(one.since)}<span class="second">by {one.by ?? 'Kith'}</span></> },
    { title: 'Until', cell: (one) => <>{until(one.until)}{one.endedBy ? <span class="second">ended by {one.endedBy}</span> : null}</> },
    { title: 'End it', titleUnseen: true, cell: (one) => (ends && one.kind === 'granted' && one.id ? (
      <form method="post" action="/admin/given" data-prove class="give"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="id" value={one.id} /><Line id={`reason-${one.id}`} name="reason" label={`Why the sight of ${one.actor} ends`} look="hidden" placeholder="Why it ends" width={12} /><Button kind="row" about={one.actor}>End it</Button></form>) : null) },
  ]} />
)

/** What accounts were given or kept from, for the administrator: never whose record it is, never the reason (access policy, rule 15). */
export const givenPage = page('/admin/given', {
  what: 'page.given',
  may: 'council.configure',
  load: async (asking) => ({ ...(await givenSight.of(asking, {})), measure: await manyMeasure(asking) }),
  view: ({ given, measure }, frame, ask) => (
    <Page {...frame} title="Sight that was given" place="admin" problemCount={ask.problems.length}>
      <PageHead title="Sight that was given" lede="Who was let into a record or kept from one, by whom and until when. Whose record it is, and why, stands on the record. Sealed records are left out." />
      <AdminTabs here="given" />
      <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: ask.body['what'] === 'measure' ? question : `reason-${typeof ask.body['id'] === 'string' ? ask.body['id'] : ''}`, words: problem }))} />
      {ask.query['saved'] ? <Confirmation title="Changed.">It holds now, on open pages too.</Confirmation> : null}
      <Card title="Now" aside={String(given.filter((one) => !one.over).length)}><Given rows={given.filter((one) => !one.over)} caption="Sight that holds now" ends /></Card>
      <Card title="Before" aside={String(given.filter((one) => one.over).length)}><Given rows={given.filter((one) => one.over).slice(0, 100)} caption="Sight that has ended" ends={false} /></Card>
      <Card id="measure" title="Very many records" lede="Whoever opens more different records than this is slowed down, and the privacy officer is told within minutes.">
        <form method="post" action="/admin/given" data-prove><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="measure" />
          <FieldRow><Line name="hour" label="Within an hour" width={8} inputMode="numeric" value={String(measure.hour)} /><Line name="day" label="Within a day" width={8} inputMode="numeric" value={String(measure.day)} /></FieldRow>
          <Actions><Button kind="second">Change it</Button></Actions></form>
      </Card>
    </Page>
  ),
})
export const endGiven = form('/admin/given', async (caller, ask, around) => {
  const text = (name: string) => { const value = ask.body[name]; return typeof value === 'string' ? value : '' }
  if (text('what') === 'measure') {
    const changed = await setManyOpened.perform(caller, { hour: Number(text('hour')), day: Number(text('day')) }, ask.commandId)
    return 'problems' in changed ? again(givenPage, changed.problems)(caller, ask, around) : { go: '/admin/given?saved=1' }
  }
  const outcome = await endGrant.perform(caller, { id: text('id'), reason: text('reason') }, ask.commandId)
  return 'problems' in outcome ? again(givenPage, outcome.problems.map((one) => ({ ...one, problem: one.question === 'reason' ? 'Say in a few words why it ends.' : one.problem })))(caller, ask, around) : { go: '/admin/given?saved=1' }
})
