import { notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { Actions, Button } from '../../../../platform/page/button.tsx'
import { Card } from '../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { Choice, Select } from '../../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../../platform/page/navigation.tsx'
import { Table } from '../../../../platform/page/table.tsx'
import { Tag } from '../../../../platform/page/tag.tsx'
import { domains } from '../../../../record/access/model.ts'
import { page, type Ask } from '../../../../record/access/page.ts'
import { may } from '../../../../record/access/permissions.ts'
import { keeping, staff } from '../../../../record/access/queries.ts'
import { standing } from '../../../../record/access/register.ts'
import type { Keeping } from '../../../../record/access/model/keeping.ts'
import { cardsOf } from '../../../../record/people/queries.ts'
import { changeInWords, domainWords, markingMeans, markingWords, until, when } from './words.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
type Colleague = Readonly<{ value: string; label: string; group: string }>

const colleaguesIn = (found: Awaited<ReturnType<typeof staff.of>>, me: string): Colleague[] => found.accounts.filter((one) => one.active && one.kind === 'staff' && one.id !== me).map((one) => {
  const team = found.teams.find((t) => found.memberships.some((m) => m.actorId === one.id && m.teamId === t.id))
  return { value: one.id, label: `${one.name}${one.jobTitle ? `, ${one.jobTitle}` : ''}`, group: team?.name ?? 'Other colleagues' }
}).toSorted((a, b) => a.group.localeCompare(b.group) || a.label.localeCompare(b.label))

type Sent = Readonly<{ ask: Ask; what: string; action: string; also?: Readonly<Record<string, string>> }>
const Hidden = ({ what, also = {} }: Pick<Sent, 'what' | 'also'>) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} />{Object.entries(also).map(([name, value]) => <input type="hidden" name={name} value={value} />)}</>
const typed = ({ ask, what }: Pick<Sent, 'ask' | 'what'>, name: string) => (ask.body['what'] === what ? textOf(ask.body[name]) : '')
const wrong = ({ ask, what }: Pick<Sent, 'ask' | 'what'>, name: string) => (ask.body['what'] === what ? { problem: ask.problems.find((one) => one.question === name)?.problem } : {})
const Why = (sent: Sent) => <Words id={`${sent.what}-reason`} name="reason" label="Why" rows={2} maxLength={1000} value={typed(sent, 'reason')} {...wrong(sent, 'reason')} />
const Whom = ({ colleagues, ...sent }: Sent & { colleagues: readonly Colleague[] }) => <Select id={`${sent.what}-actorId`} name="actorId" label="Colleague" empty="Choose" options={colleagues} value={typed(sent, 'actorId')} {...wrong(sent, 'actorId')} />
const EndHere = ({ kept, what, words, ...sent }: Sent & { kept: Keeping; words: string }) => (
  <form method="post" action={sent.action} data-prove class="give"><Hidden what={what} also={{ id: kept.id ?? '', actorId: kept.actorId }} /><Line id={`${what}-${kept.id ?? kept.actorId}`} name="reason" label="Why it ends" look="hidden" placeholder="Why it ends" width={12} /><Button kind="row" about={kept.actor}>{words}</Button></form>
)

const Kept = ({ kept, kind, none, ...sent }: Sent & { kept: readonly Keeping[]; kind: Keeping['kind']; none: string }) => (
  <Table caption={none} stack rows={kept.filter((one) => one.kind === kind)} empty={<p class="quiet">{none}</p>} columns={[
    { title: 'Who', head: true, cell: (one) => <>{one.actor}{one.domain ? <span class="second">{domainWords[one.domain]}, {one.mayWrite ? 'reading and writing' : 'reading only'}</span> : null}</> },
    { title: 'Since', cell: (one) => <>{when(one.since)}<span class="second">{until(one.until)}</span></> },
    { title: 'Why', cell: (one) => one.reason ?? '' },
    { title: 'End it', titleUnseen: true, cell: (one) => <EndHere {...sent} kept={one} what={kind === 'named' ? 'takeOff' : kind === 'granted' ? 'endGrant' : 'endExclusion'} words={kind === 'named' ? 'Take off' : 'End it'} /> },
  ]} />
)

/** Who may see a record: how it is kept, its list, who was given sight and who is kept away, with who did it, when and why. */
export const keepingPage = page('/people/:id/keeping', {
  what: 'page.keeping',
  may: 'record.read',
  load: async (asking, ask) => {
    const personId = ask.params['id'] ?? ''
    asking.saw([personId])
    const { sight, survivorId, marking } = await standing(asking.db, personId)
    if (sight !== 'full') throw notFound('We could not find that person.')
    const card = (await cardsOf(asking, [survivorId])).get(survivorId)
    if (!card) throw notFound('We could not find that person.')
    const keeps = may(asking.actor, 'person.mark')
    const found = keeps ? await keeping.of(asking, { personId: survivorId }) : undefined
    const mayKeep = found?.may ?? false
    return { card, marking, found, mayKeep, colleagues: mayKeep ? colleaguesIn(await staff.of(asking, {}), asking.actor.id) : [], excludes: may(asking.actor, 'person.exclude') }
  },
  view: ({ card, marking, found, mayKeep, colleagues, excludes }, frame, ask) => {
    const action = `/people/${card.id}/keeping`
    const sent = (what: string, also?: Record<string, string>): Sent => ({ ask, what, action, ...(also ? { also } : {}) })
    const [kept, listed] = [found?.kept ?? [], marking !== 'open']
    const choice = sent('mark')
    return (
      <Page {...frame} title={`Who may see the record of ${card.name}`} problemCount={ask.problems.length}>
        <PageHead before={<Breadcrumb steps={[{ label: card.name, href: `/people/${card.id}` }, { label: 'Who may see this record' }]} />} title="Who may see this record" lede={markingMeans[marking]} end={<Tag kind={listed ? 'seal' : 'theme'}>{markingWords[marking]}</Tag>} />
        <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: `${textOf(ask.body['what'])}-${question}`, words: problem }))} />
        {ask.query['saved'] ? <Confirmation title="Changed.">It holds now, on open pages too, and is kept with your name and reason.</Confirmation> : null}
        {ask.query['waits'] ? <Confirmation title="A second person is asked.">They are an administrator: it holds when somebody else who keeps this record agrees.</Confirmation> : null}
        <Columns
          main={mayKeep ? <>
            {listed ? <Card id="list" title="Named on the list">
              <Kept {...sent('takeOff')} kept={kept} kind="named" none="Nobody is named" />
              <details class="fold" open={ask.body['what'] === 'name'}><summary><span class="fold-link">Name a colleague</span></summary>
                <form method="post" action={action} data-prove><Hidden what="name" /><Whom {...sent('name')} colleagues={colleagues} />
                  <DateField id="name-until" name="until" label="Until" optional="empty: until it is ended" value={typed(sent('name'), 'until')} {...wrong(sent('name'), 'until')} /><Why {...sent('name')} /><Actions><Button kind="primary">Name them</Button></Actions></form>
              </details>
            </Card> : <Card id="granted" title="Given sight" lede="For a time, of one part of the record. Nobody gives sight to themselves.">
              <Kept {...sent('endGrant')} kept={kept} kind="granted" none="Nobody was given sight" />
              <details class="fold" open={ask.body['what'] === 'grant'}><summary><span class="fold-link">Give a colleague sight</span></summary>
                <form method="post" action={action} data-prove><Hidden what="grant" /><Whom {...sent('grant')} colleagues={colleagues} />
                  <Select id="grant-domain" name="domain" label="Of" value={typed(sent('grant'), 'domain') || 'children'} options={domains.filter((one) => one !== 'adoption').map((one) => ({ value: one, label: domainWords[one] }))} />
                  <Choice id="grant-mayWrite" name="mayWrite" label="They may" across value={typed(sent('grant'), 'mayWrite') || 'no'} options={[{ value: 'no', label: 'Read' }, { value: 'yes', label: 'Read and write' }]} />
                  <DateField id="grant-until" name="until" label="Until the end of" value={typed(sent('grant'), 'until')} {...wrong(sent('grant'), 'until')} /><Why {...sent('grant')} /><Actions><Button kind="primary">Give sight</Button></Actions></form>
              </details>
            </Card>}
            <Card id="excluded" title="Kept away" lede="Own family, a neighbour, a former partner, a conflict of interest. It wins over every role.">
              <Kept {...sent('endExclusion')} kept={kept} kind="excluded" none="Nobody is kept away" />
              <details class="fold" open={ask.body['what'] === 'exclude'}><summary><span class="fold-link">Keep a colleague away</span></summary>
                <form method="post" action={action} data-prove><Hidden what="exclude" /><Whom {...sent('exclude')} colleagues={colleagues} />
                  <DateField id="exclude-until" name="until" label="Until the end of" optional="empty: until it is ended" value={typed(sent('exclude'), 'until')} {...wrong(sent('exclude'), 'until')} /><Why {...sent('exclude')} /><Actions><Button kind="primary">Keep them away</Button></Actions></form>
              </details>
            </Card>
            <Card id="history" title="What was done, and why">
              {(found?.history.length ?? 0) === 0 ? <EmptyState title="Nothing yet">Each change appears here with who made it, when and why.</EmptyState> : (
                <ul class="lines">{found?.history.map((one) => <li><p><strong>{changeInWords(one)}</strong><span class="second">{[one.by ?? 'Kith', when(one.at)].join(', ')}{one.why ? `: ${one.why}` : ''}</span></p></li>)}</ul>)}
            </Card>
          </> : <Message kind="theme" title="You see how it is kept.">Those who manage the work with this person change it. Ask your manager.</Message>}
          aside={<>
            {mayKeep ? <Card kind="seal" id="mark" title="Change how it is kept">
              <form method="post" action={action} data-prove><Hidden what="mark" />
                <Choice id="mark-marking" name="marking" label="The record is" value={typed(choice, 'marking') || marking} options={(['open', 'restricted', 'sealed'] as const).map((one) => ({ value: one, label: markingWords[one], hint: markingMeans[one] }))} />
                <Select id="mark-named" name="named" label="Named with you" empty={listed ? 'Those who are named stay' : 'Only you, for now'} options={colleagues} value={typed(choice, 'named')} {...wrong(choice, 'named')} />
                <Why {...choice} /><Actions remark="You stay on the list. It holds at once, on open pages too."><Button kind="seal">Change it</Button></Actions>
              </form>
            </Card> : null}
            {excludes ? <Card id="myself" title="Are you too near?">
              <form method="post" action={action} data-prove><Hidden what="myself" /><Words id="myself-reason" name="reason" label="Say why, and you are kept from this record" hint="Family, a neighbour, a former partner. Somebody else ends it." rows={2} value={typed(sent('myself'), 'reason')} {...wrong(sent('myself'), 'reason')} /><Actions><Button kind="second">Keep me away</Button></Actions></form>
            </Card> : null}
          </>} />
      </Page>
    )
  },
})
