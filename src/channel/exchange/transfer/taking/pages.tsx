import { dayInWords, dayOf, moment, plain, shortDay, type PlainDate } from '../../../../kernel/dates.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { counted } from '../../../../kernel/phrasing.ts'
import { typedDay } from '../../../../kernel/typedDates.ts'
import { Actions, Button, ButtonLink } from '../../../../platform/page/button.tsx'
import { Card, Facts } from '../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { Choice, Select } from '../../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../../platform/page/message.tsx'
import { textOf, treeOf } from '../../../../platform/page/posted.ts'
import { Tag } from '../../../../platform/page/tag.tsx'
import { NamedToken } from '../../../../platform/page/token.tsx'
import type { Problem } from '../../../../kernel/errors.ts'
import { answer } from '../../../../record/access/act.ts'
import type { Asking } from '../../../../record/access/model.ts'
import { again, form, page, type Route } from '../../../../record/access/page.ts'
import { may } from '../../../../record/access/permissions.ts'
import { receiptForCouncil } from '../../../../record/outputs/handingOver.ts'
import { ageInWords, markOf } from '../../../../record/people/marks.ts'
import { cardsOf } from '../../../../record/people/queries.ts'
import { lineUnder, Reasons } from '../../../../record/people/search/reasons.tsx'
import type { Bundle, BundlePerson } from '../model.ts'
import { conferenceDueOn } from '../tellers.ts'
import { acceptTransfer, bundleIn, refuseTransfer, takeTransfer, takeTransferBack } from './commands.ts'
import * as come from './comeStore.ts'
import { bornOf, candidatesFor, nameOf, type Candidate } from './matching.ts'
import { receiptFor, standingOf, type Standing } from './receipts.ts'
import { groupsOf, outcomeWords } from './account.ts'
import { CameCards } from './cameCards.tsx'
import { lines } from './lineStore.ts'
import * as staged from './stagedStore.ts'
import type { Staged } from './model.ts'

const when = (at: string): string => dayInWords(dayOf(moment(at)))
const calledBy = (person: BundlePerson): string => { const name = nameOf(person); return [name.given, name.family].filter(Boolean).join(' ') || 'Name not told' }
const bornWords = (person: BundlePerson): string => { const born = bornOf(person); return born ? `born ${dayInWords(plain(born))}` : person.unborn ? 'not yet born' : 'day of birth not told' }

/** What each part of a bundle will become: the rehearsal, without any effect. */
function rehearsed(bundle: Bundle): readonly Readonly<{ what: string; becomes: string; count: number }>[] {
  const of = (...kinds: string[]) => bundle.pieces.filter((one) => kinds.includes(one.kind)).length
  const sum = (pick: (person: BundlePerson) => readonly unknown[]) => bundle.people.reduce((all, one) => all + pick(one).length, 0)
  return [
    { what: 'Names, addresses, facts and warnings', becomes: 'on the record of who is new here; kept aside of who is known', count: sum((one) => [...one.names, ...one.addresses, ...one.facts, ...one.warnings]) },
    { what: 'Numbers', becomes: 'on the record, where it has none of the kind', count: sum((one) => one.identifiers) },
    { what: 'Who they are to each other', becomes: 'on the record, where it does not say so', count: bundle.relationships.length },
    { what: 'Entries, plans begun and orders', becomes: 'in the chronology, told as theirs', count: of('entry', 'onPlan', 'order') },
    { what: 'The plan that runs, and who carries it out', becomes: 'brought forward to our transfer-in conference, to be confirmed there', count: of('plan', 'professional') },
    { what: 'Legal status, placement and health of a child in their care', becomes: 'shown beside what they become here; a worker confirms them after it is accepted', count: of('placement', 'careFact') },
    { what: 'Minutes and assessment', becomes: 'to read beside the record, told as theirs', count: of('meeting', 'assessment') },
  ]
}

async function load(asking: Asking, id: string) {
  const file = await staged.byId(asking.db, id)
  const found = await come.byId(asking.db, id)
  if (!file && !found) throw notFound('We could not find that.')
  const bundle = file?.state === 'staged' ? bundleIn(asking, file) : undefined
  const pieces = found ? await come.pieces(asking.db, id) : []
  if (found) asking.saw(found.people.map((one) => one.personId))
  const standing = found ? await standingOf(asking, found) : []
  const all = found ? await lines(asking.db, id) : []
  return {
    id, file, found, bundle, pieces, standing, counts: groupsOf(all).reduce((sum, one) => ({ ...sum, [one.outcome]: sum[one.outcome] + one.count }), { taken: 0, beside: 0, refused: 0 }), beside: all.filter((one) => one.pieceId === null && one.outcome === 'beside'), today: asking.today, fromName: found?.fromName ?? file?.fromName ?? '',
    cards: found ? await cardsOf(asking, found.people.map((one) => one.personId)) : new Map(),
    workers: found && !found.acceptedAt ? await staged.workersOf(asking.db, found.teamId) : [],
    candidates: bundle ? await candidatesFor(asking, bundle) : [], teams: bundle ? await staged.teams(asking.db) : [],
    takes: may(asking.actor, 'contact.record'), accepts: may(asking.actor, 'work.decide'),
    receipt: found?.acceptedAt && standing.every((one) => one.outcome && one.care !== 'undecided') ? await receiptFor(asking, id) : undefined,
  }
}
type Loaded = Awaited<ReturnType<typeof load>>

/** A case that came from another council: whom it is about, taken, accepted, and the receipt that goes back. */
export const camePage = page('/transfers/came/:id', {
  what: 'page.transferCame',
  may: 'record.read',
  load: (asking, ask) => load(asking, ask.params['id'] ?? ''),
  view: (read, frame, ask) => {
    const { found, file, fromName, bundle } = read
    const state = found ? (found.acceptedAt ? `Accepted by ${found.acceptedBy ?? 'a manager'} on ${when(found.acceptedAt)}` : `Taken into the record on ${when(found.takenAt)}. It waits for a manager to accept it`) : file?.state === 'refused' ? `Refused: ${file.refusedBecause ?? ''}` : `Came on ${file ? when(file.stagedAt) : ''}. Nothing of it is on the record yet`
    return (
      <Page {...frame} title={`A case from ${fromName}`} problemCount={ask.problems.length}>
        <PageHead title={`A case from ${fromName}`} lede={`${state}.`} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {ask.query['staged'] ? <Confirmation title="Read, and found sound.">Its signature is that of {fromName}, and no byte of it was changed. Say now who each person is here.</Confirmation> : null}
        {ask.query['taken'] ? <Confirmation title="Taken into the record.">It stays told apart as theirs. Until it is accepted it can be taken back as one whole.</Confirmation> : null}
        {ask.query['accepted'] ? <Confirmation title="Accepted.">The case is owned by {found?.team ?? 'the team'}, and its clocks run from the day of the written notice.</Confirmation> : null}
        {ask.query['care'] ? <Confirmation title="Confirmed.">What was confirmed is on our record, told with where it comes from; the rest stays beside it.</Confirmation> : null}
        {ask.query['back'] ? <Confirmation title="Taken back.">Nothing of it is on the record any more. It can be taken again.</Confirmation> : null}
        {bundle ? <Match read={read} bundle={bundle} ask={ask} /> : found ? <Taken read={read} ask={ask} /> : <EmptyState title="Nothing of it was kept.">What was in the file is forgotten; that it came, and why it was refused, is kept.</EmptyState>}
      </Page>
    )
  },
})

type Asked = Parameters<typeof camePage.run>[1]
function Match({ read, bundle, ask }: { read: Loaded; bundle: Bundle; ask: Asked }) {
  const { file, candidates, today, teams, id } = read
  const typed = treeOf(ask.body['people'])
  return (
    <form method="post" action={`/transfers/came/${id}`}>
      <input type="hidden" name="commandId" value={newId()} />
      <Columns
        main={<>
          {candidates.map((one) => <Who one={one} today={today} chosen={textOf(typed[one.person.id])} problems={ask.problems} />)}
          <Card title="What it becomes" lede="Nothing was written yet: this is what taking it would do.">
            <ul class="lines">{rehearsed(bundle).map((row) => <li class="line-ends"><p><strong>{row.what}</strong><span class="second">{row.becomes}</span></p><span>{row.count.toLocaleString('en-GB')}</span></li>)}</ul>
          </Card>
        </>}
        aside={<>
          <Card title="Take it">
            <DateField name="notifiedOn" label="Day of their written notice" value={textOf(ask.body['notifiedOn']) || (file ? when(file.stagedAt) : '')} {...problemAt(ask.problems, 'notifiedOn')} />
            <Select name="teamId" label="Team that owns it" empty="Choose a team" value={textOf(ask.body['teamId'])} options={teams.map((team) => ({ value: team.id, label: team.name }))} {...problemAt(ask.problems, 'teamId')} />
            <Actions remark="It can be taken back until a manager accepts it."><Button kind="primary" name="what" value="take">Take it into the record</Button></Actions>
          </Card>
          <Card title="The file"><Facts facts={[
            { label: 'From', value: file ? `${file.fromName} (${file.fromCode})` : '' }, { label: 'Signed with their key', value: <code>{file?.signer}</code> }, { label: 'Made', value: file ? when(file.madeAt) : '' },
            { label: 'Brought in by', value: file?.stagedBy ?? '' }, { label: 'Mark of the file', value: <code>{file?.sha256.slice(0, 16)}</code> },
          ]} /><h3 class="group-title">What they write</h3><p>{bundle.reason}</p></Card>
          <Card title="Not for us"><Line name="reason" label="Why" value={textOf(ask.body['reason'])} {...problemAt(ask.problems, 'reason')} /><Actions><Button name="what" value="refuse">Refuse it</Button></Actions></Card>
        </>} />
    </form>
  )
}

/** One person of the file, with those here who may be the same and why. A person decides, also where it seems sure. */
function Who({ one, today, chosen, problems }: { one: Candidate; today: PlainDate; chosen: string; problems: readonly Problem[] }) {
  const name = `people.${one.person.id}`
  const value = chosen || one.sure || (one.hits.length === 0 ? 'new' : '')
  return (
    <Card title={calledBy(one.person)} aside={<Tag>{one.person.part === 'child' ? 'Child' : 'Adult'}</Tag>} lede={`In the file: ${bornWords(one.person)}${one.person.identifiers.length > 0 ? `, ${counted(one.person.identifiers.length, 'number', 'numbers')}` : ''}.`}>
      <Choice name={name} label={`Who ${calledBy(one.person)} is here`} look="hidden" {...(value ? { value } : {})} {...problemAt(problems, name)} options={[
        ...one.hits.map((hit) => ({ value: hit.personId, label: <>{hit.card.name}{hit.personId === one.sure ? <> <Tag>Probably the same</Tag></> : null}</>, hint: <>{lineUnder(hit.card, hit.otherNames, today)}<Reasons hit={hit} /></> })),
        { value: 'new', label: one.hits.length === 0 ? 'New here: nobody on the record is like them' : 'None of these: new here' },
      ]} />
      {one.kept ? <p class="source">A record that is kept to a few may be about this person. Those who see it are told.</p> : null}
    </Card>
  )
}

function Taken({ read, ask }: { read: Loaded; ask: Asked }) {
  const { found, cards, pieces, beside, counts, standing, today, accepts, takes, id, receipt, workers } = read
  if (!found) return null
  const of = (part: string) => found.people.filter((one) => one.part === part).flatMap((one) => cards.get(one.personId) ?? [])
  const hidden = (what: string) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} /></>
  return (
    <Columns
      main={<>
        {accepts && !found.acceptedAt ? <form method="post" action={`/transfers/came/${id}`}>{hidden('accept')}<Card title="Accept the case" lede={`From then on it is ours to work on, with ${found.team ?? 'the team'}. ${found.fromName} stays responsible for a plan of theirs until our conference has decided.`}>
          <Words name="reason" label="What you looked at" rows={2} value={textOf(ask.body['reason'])} {...problemAt(ask.problems, 'reason')} />
          {workers.length > 0 ? <Select name="workerId" label="Worker" empty="The team, for now" value={textOf(ask.body['workerId'])} options={workers.map((one) => ({ value: one.id, label: one.name }))} /> : null}
          <Actions><Button kind="primary">Accept it</Button></Actions>
        </Card></form> : null}
        {found.acceptedAt && standing.some((one) => one.care === 'undecided') ? <Card kind="question" title="Looked after there until now" lede={`What ${found.fromName} told of orders, legal status and placement stands beside what it becomes here. Confirm it once, and their time in our care begins.`}><Actions><ButtonLink kind="primary" href={`/transfers/came/${id}/care`}>Take into our care</ButtonLink></Actions></Card> : null}
        <CameCards from={found.fromName} pieces={pieces} beside={beside} cards={cards} today={today} />
      </>}
      aside={<>
        <Card title="About">{[...of('child'), ...of('adult')].map((card) => <p><NamedToken mark={markOf(card)} href={`/people/${card.id}`} second={ageInWords(card, today)} /></p>)}</Card>
        <Card title="Where it stands"><ul class="lines">{standing.map((one) => <li><p><strong>{cards.get(one.personId)?.given || cards.get(one.personId)?.name || 'A child'}</strong><span class="second">{standingWords(one, found.notifiedOn, today, found.fromName)}</span></p></li>)}</ul></Card>
        {counts.taken + counts.beside + counts.refused > 0 ? <Card title="What became of it"><ul class="lines">{(['taken', 'beside', 'refused'] as const).map((one) => <li class="line-ends"><p><a class="name" href={`/transfers/came/${id}/account?outcome=${one}`}>{outcomeWords[one]}</a></p><span>{counts[one].toLocaleString('en-GB')}</span></li>)}</ul><p><a href={`/transfers/came/${id}/account`}>Line by line</a></p></Card> : null}
        <Card title="Receipt">{receipt ? <><p>Send it to {found.fromName}: it closes the transfer there.</p><Words name="receipt" label="Receipt" rows={4} value={receipt} /><Actions><ButtonLink href={`/transfers/came/${id}/receipt`}>Take it as a file</ButtonLink></Actions></> : <p>It is ready when the case is accepted, the transfer-in conference has decided for children on a plan, and it is said of each child in their care whether they are in ours.</p>}</Card>
        {!found.acceptedAt && takes ? <form method="post" action={`/transfers/came/${id}`}>{hidden('back')}<Card title="Take it back"><p>Everything that this file wrote goes again, and nothing that people wrote.</p><Actions><Button>Take it back</Button></Actions></Card></form> : null}
      </>} />
  )
}

function standingWords(one: Standing, notifiedOn: string, today: PlainDate, fromName: string): string {
  const due = conferenceDueOn(notifiedOn)
  const care = one.care === undefined ? '' : one.care === 'undecided' ? `Looked after by ${fromName}. ` : one.care === 'theirs' ? `Stays in the care of ${fromName}. ` : `In our care since ${shortDay(one.care, today)}. `
  if (!one.onPlan) return `${care}${one.outcome ? 'Accepted' : 'Not accepted yet'}`
  if (one.outcome) return `${care}Our conference decided on ${shortDay(one.on ?? today, today)}`
  return `${care}Plan of ${fromName}, temporary here. Transfer-in conference ${one.conference ? `arranged for ${shortDay(one.conference.on, today)}` : 'not arranged'}${due ? `, last day ${shortDay(plain(due), today)}` : ''}`
}

export const saveCame = form('/transfers/came/:id', async (caller, ask, around) => {
  const { body } = ask
  const id = ask.params['id'] ?? ''
  const here = `/transfers/came/${id}`
  const reason = textOf(body['reason']).trim()
  const needs = (words: string) => again(camePage, [{ question: 'reason', problem: words }])(caller, ask, around)
  switch (textOf(body['what'])) {
    case 'take': {
      const chosen = Object.entries(treeOf(body['people'])).flatMap(([sourceId, choice]) => (textOf(choice) ? [{ sourceId, personId: choice === 'new' ? null : textOf(choice) }] : []))
      if (textOf(body['teamId']) === '') return again(camePage, [{ question: 'teamId', problem: 'Choose the team that owns the case from now on.' }])(caller, ask, around)
      if (chosen.length === 0) return again(camePage, [{ question: 'teamId', problem: 'Say of each person who they are here.' }])(caller, ask, around)
      const came = await takeTransfer.perform(caller, { id, notifiedOn: typedDay(textOf(body['notifiedOn']), caller.clock.today()) ?? textOf(body['notifiedOn']), teamId: body['teamId'], people: chosen }, ask.commandId)
      return 'problems' in came ? again(camePage, came.problems)(caller, ask, around) : { go: `${here}?taken=1` }
    }
    case 'accept': {
      if (reason === '') return needs('Say what you looked at.')
      const came = await acceptTransfer.perform(caller, { id, reason, ...(textOf(body['workerId']) ? { workerId: body['workerId'] } : {}) }, ask.commandId)
      return 'problems' in came ? again(camePage, came.problems)(caller, ask, around) : { go: `${here}?accepted=1` }
    }
    case 'back': {
      const came = await takeTransferBack.perform(caller, { id }, ask.commandId)
      return 'problems' in came ? again(camePage, came.problems)(caller, ask, around) : { go: `${here}?back=1` }
    }
    default: {
      if (reason === '') return needs('Say why it is not for us.')
      const came = await refuseTransfer.perform(caller, { id, reason }, ask.commandId)
      return 'problems' in came ? again(camePage, came.problems)(caller, ask, around) : { go: here }
    }
  }
})

/** The receipt as a file, to be sent to the other council. */
export const receiptFile: Route = {
  method: 'GET', path: '/transfers/came/:id/receipt', what: 'page.transferReceipt',
  run: (caller, ask) => answer(caller, 'page.transferReceipt', 'record.read', async (asking) => ({ file: receiptForCouncil(await receiptFor(asking, ask.params['id'] ?? ''), ask.params['id'] ?? '') })),
}
export type { Staged }
