import { dayInWords, dayOf, moment } from '../../../../kernel/dates.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { listed } from '../../../../kernel/phrasing.ts'
import { Actions, Button, ButtonLink } from '../../../../platform/page/button.tsx'
import { Card, Facts, Steps } from '../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { Choices, Select } from '../../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../../platform/page/fields/frame.tsx'
import { Line, Words } from '../../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../../platform/page/message.tsx'
import { idsIn, textOf } from '../../../../platform/page/posted.ts'
import { NamedToken, Token } from '../../../../platform/page/token.tsx'
import { answer } from '../../../../record/access/act.ts'
import { again, form, page, type Route } from '../../../../record/access/page.ts'
import { may } from '../../../../record/access/permissions.ts'
import { AskSecond } from '../../../../record/outputs/pages/askSecond.tsx'
import { ageInWords, byBirth, childrenOf, markOf } from '../../../../record/people/marks.ts'
import type { Card as PersonCard } from '../../../../record/people/model.ts'
import { cardsOf, family } from '../../../../record/people/queries.ts'
import * as councils from '../councils/councilStore.ts'
import { NumberMissing, numberMissing } from '../councils/numberMissing.tsx'
import { askTransfer, closeByReceipt, decideTransfer, sendTransfer, withdrawTransfer } from './commands.ts'
import { fileOfTransfer } from './file.ts'
import * as store from './givenStore.ts'
import type { Given } from './model.ts'

const named = (card: PersonCard) => <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span>

/** Chooses who of a family is handed to another council, and says why. */
export const newTransferPage = page('/transfers/new', {
  what: 'page.newTransfer',
  may: 'output.send',
  load: async (asking, ask) => {
    const people = idsIn(ask.query['people']).concat(idsIn(ask.body['around']))
    const read = await family.of(asking, { id: people[0] ?? '' })
    const children = childrenOf(read, asking.today)
    return { people, children, adults: read.cards.filter((card) => !children.includes(card)).sort(byBirth), councils: await councils.councils(asking.db), missing: await numberMissing(asking), today: asking.today }
  },
  view: ({ people, children, adults, councils: known, missing, today }, frame, ask) => {
    const at = (name: string) => problemAt(ask.problems, name)
    const asked = ask.body['reason'] !== undefined
    return (
      <Page {...frame} title="Hand over to another council" problemCount={ask.problems.length}>
        <PageHead title="Hand over to another council" lede="One signed file for the council where the family lives now. The children stay ours until that council says that it is responsible." />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <NumberMissing missing={missing} />
        {missing && !asked ? <Actions>{people[0] ? <ButtonLink href={`/people/${people[0]}/plans`}>Back to the plans</ButtonLink> : null}</Actions> : <form method="post" action="/transfers/new" data-keep="transfer">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="id" value={textOf(ask.body['id']) || newId()} /><input type="hidden" name="around" value={people[0] ?? ''} />
          <Columns
            main={<>
              <Card title="Where to, and why">
                {known.length > 0 ? <Select name="known" label="Council" hint="Without its key the file is locked with words, which you tell them by telephone." empty="Another, whose key we do not have" value={textOf(ask.body['known'])} options={known.map((one) => ({ value: one.code, label: `${one.name} (${one.code})` }))} {...at('toCode')} /> : null}
                <FieldRow><Line name="toCode" label={known.length > 0 ? 'Or its number' : 'Number of the council'} hint="Three digits" width={8} inputMode="numeric" value={textOf(ask.body['toCode'])} {...(known.length > 0 ? {} : at('toCode'))} /><Line name="toName" label="and name" width={24} value={textOf(ask.body['toName'])} {...at('toName')} /></FieldRow>
                <Words name="reason" label="Why, for whoever reads it there" rows={3} value={textOf(ask.body['reason'])} {...at('reason')} />
              </Card>
              <Card title="What goes along"><p>Names, addresses, numbers and warnings with their days; who works with the family; plans with needs and actions; the last conference and review; the last assessment as it was asked; orders, placements and health; the chronology with its sources.</p><p>What is about anybody not ticked is left out. What is hidden, legal advice, allegations and adoption records stay here: the file says to ask us in person.</p></Card>
            </>}
            aside={<>
              <Card title="Children"><Choices name="children" label="Children who are handed over" look="hidden" values={asked ? idsIn(ask.body['children']) : people} {...at('children')} options={children.map((card) => ({ value: card.id, label: named(card), hint: ageInWords(card, today) }))} /></Card>
              <Card title="Who goes along" lede="Adults whom the other council needs to know."><Choices name="adults" label="Adults" look="hidden" values={asked ? idsIn(ask.body['adults']) : []} {...at('adults')} options={adults.map((card) => ({ value: card.id, label: named(card), hint: ageInWords(card, today) }))} /></Card>
            </>} />
          <Actions remark="A manager is asked to agree."><Button kind="primary">Ask to hand over</Button>{people[0] ? <ButtonLink kind="quiet" href={`/people/${people[0]}/plans`}>Back to the plans</ButtonLink> : null}</Actions>
        </form>}
      </Page>
    )
  },
})

export const saveNewTransfer = form('/transfers/new', async (caller, ask, around) => {
  const { body } = ask
  const toCode = textOf(body['known']) || textOf(body['toCode']).trim()
  const asked = await askTransfer.perform(caller, { id: textOf(body['id']), children: idsIn(body['children']), adults: idsIn(body['adults']), toCode, ...(textOf(body['toName']).trim() ? { toName: textOf(body['toName']) } : {}), reason: textOf(body['reason']) }, ask.commandId)
  const plainer: Readonly<Record<string, string>> = { children: 'Tick at least one child.', reason: 'Say why the family is handed over.', toCode: 'Choose the council, or give its number of three digits.' }
  if ('problems' in asked) return again(newTransferPage, asked.problems.map((one) => (/^(Check this answer|Fill this in)/.test(one.problem) ? { ...one, problem: plainer[one.question] ?? one.problem } : one)))(caller, ask, around)
  return { go: `/transfers/given/${asked.done.id}?asked=1` }
})

const when = (at: string | null): string => (at ? dayInWords(dayOf(moment(at))) : '')
const stateWords = (one: Given): string => ({
  asked: `Waits for a manager since ${when(one.askedAt)}`, agreed: `${one.decidedBy ?? 'A manager'} agreed on ${when(one.decidedAt)}. It has not gone out yet`, refused: `${one.decidedBy ?? 'A manager'} did not agree on ${when(one.decidedAt)}`,
  sent: `Sent on ${when(one.sentAt)}. Ours until ${one.toName} says that it is responsible`, taken: `${one.toName} is responsible since ${one.takenOn ? dayInWords(one.takenOn) : ''}`, withdrawn: 'Taken back',
})[one.state]

/** One transfer from the giving side: agreement, file, receipt. */
export const givenPage = page('/transfers/given/:id', {
  what: 'page.transferGiven',
  may: 'record.read',
  load: async (asking, ask) => {
    const found = await store.byId(asking.db, ask.params['id'] ?? '')
    if (!found) throw notFound('We could not find that transfer.')
    asking.saw(found.people.map((one) => one.id))
    const theirs = (await councils.keysOf(asking.db, found.toCode)).some((one) => !one.withdrawn)
    const sends = may(asking.actor, 'output.send')
    return { found, cards: await cardsOf(asking, found.people.map((one) => one.id)), theirs, words: !theirs && sends && asking.councilKey && (found.state === 'sent' || found.state === 'taken') ? asking.councilKey.wordsFor(found.id) : undefined, sends, decides: found.state === 'asked' && found.askedById !== asking.actor.id && may(asking.actor, 'output.agree'), today: asking.today }
  },
  view: ({ found, cards, theirs, words, sends, decides, today }, frame, ask) => {
    const at = (name: string) => { const problem = ask.problems.find((one) => one.question === name)?.problem; return problem ? { problem } : {} }
    const of = (part: string) => found.people.filter((one) => one.part === part).flatMap((one) => cards.get(one.id) ?? [])
    const action = `/transfers/given/${found.id}`
    const hidden = (what: string) => <><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={what} /></>
    return (
      <Page {...frame} title={`Handed to ${found.toName}`} problemCount={ask.problems.length}>
        <PageHead title={`Handed to ${found.toName}`} lede={`${stateWords(found)}.`} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question === 'id' ? 'because' : one.question, words: one.problem }))} />
        {ask.query['asked'] ? <Confirmation title="A manager is asked.">You are told in My work when they have decided. Nothing has gone out.</Confirmation> : null}
        {ask.query['sent'] ? <Confirmation title="It is kept as it goes.">Take the file below and send it; keep at it until they say that they are responsible.</Confirmation> : null}
        {ask.query['taken'] ? <Confirmation title={`${found.toName} is responsible.`}>The transfer is closed, and our plans for these children have ended on that day.</Confirmation> : null}
        <Columns
          main={<>
            {decides ? <form method="post" action={action}>{hidden('decide')}<Card title="May this case go?" lede={`${found.askedBy} asks. The file holds what the record tells of those named here, and nobody else.`}>
              <Words name="reason" label="Why" rows={2} value={textOf(ask.body['reason'])} {...at('reason')} />
              <Actions><Button kind="primary" name="decision" value="agree">Agree</Button><Button name="decision" value="refuse">Do not agree</Button></Actions>
            </Card></form> : null}
            {found.state === 'agreed' && sends ? <form method="post" action={action}>{hidden('send')}<Card title="Send it">
              <p>Everything is looked at once more as it goes. What is hidden from {found.toName} stops it.</p>
              <AskSecond problems={ask.problems} because={textOf(ask.body['because'])} />
              <Actions><Button kind="primary" name="do" value="send">Make the file</Button></Actions>
            </Card></form> : null}
            {(found.state === 'sent' || found.state === 'taken') && sends ? <Card title="The file" lede={theirs ? `Signed with our key, and sealed for the key of ${found.toName}. Nobody else can open it.` : `Signed with our key. We have no key of ${found.toName}: the file is locked with words.`}>
              {words ? <Message kind="seal" title="Tell these words by telephone, never with the file:"><p><code>{words}</code></p></Message> : null}
              <Actions><ButtonLink kind="primary" href={`${action}/file`}>Take the file</ButtonLink>{found.outputId ? <ButtonLink href={`/sent/${found.outputId}`}>Read it, or take it as PDF or Word</ButtonLink> : null}</Actions>
            </Card> : null}
            {found.state === 'sent' && sends ? <form method="post" action={action}>{hidden('receipt')}<Card title="They say that they are responsible" lede={`${found.cameReceipt ? 'Their receipt was brought in, and its signature is theirs.' : 'Paste the receipt that they sent.'} It closes the transfer, and ends our plans for these children, and their time in our care where they take it over, on the day it says.`}>
              <Words name="receipt" label="Receipt" rows={3} value={textOf(ask.body['receipt']) || (found.cameReceipt ?? '')} {...at('receipt')} />
              <Actions><Button kind="primary">Close with this receipt</Button></Actions>
            </Card></form> : null}
            <Card title="How it goes"><Steps steps={[
              { title: 'A manager agrees', words: found.decidedBy ? `${found.decidedBy}: ${found.decidedBecause ?? ''}` : 'Somebody else than who asked.' },
              { title: 'The file goes', words: found.sentAt ? `Made on ${when(found.sentAt)}.` : 'By the gate, kept as it went.' },
              { title: 'Ours until then', words: 'Reviews, visits and the core group of a plan stay with us until their conference has decided.' },
              { title: 'Their receipt', words: found.takenOn ? `Responsible since ${dayInWords(found.takenOn)}.` : 'Signed by them; it closes the transfer here.' },
            ]} /></Card>
          </>}
          aside={<>
            <Card title="About">{[...of('child'), ...of('adult')].map((card) => <p><NamedToken mark={markOf(card)} href={`/people/${card.id}`} second={ageInWords(card, today)} /></p>)}</Card>
            <Card title="Why"><Facts facts={[{ label: 'To', value: `${found.toName} (${found.toCode})` }, { label: `Asked by ${found.askedBy}`, value: when(found.askedAt) }, { label: 'Reason', value: found.reason }]} /></Card>
            {sends && found.state !== 'taken' && found.state !== 'withdrawn' ? <form method="post" action={action}>{hidden('withdraw')}<Card title="Take it back"><Line name="why" label={`Why it is not handed to ${listed([found.toName])}`} value={textOf(ask.body['why'])} {...at('why')} /><Actions><Button kind="second">Take it back</Button></Actions></Card></form> : null}
          </>} />
      </Page>
    )
  },
})

export const saveGiven = form('/transfers/given/:id', async (caller, ask, around) => {
  const { body } = ask
  const id = ask.params['id'] ?? ''
  const here = `/transfers/given/${id}`
  const reason = textOf(body['reason']).trim()
  switch (textOf(body['what'])) {
    case 'decide': {
      if (reason === '') return again(givenPage, [{ question: 'reason', problem: 'Say why, so that it can be understood later.' }])(caller, ask, around)
      const came = await decideTransfer.perform(caller, { id, decision: textOf(body['decision']), reason }, ask.commandId)
      return 'problems' in came ? again(givenPage, came.problems)(caller, ask, around) : { go: here }
    }
    case 'send': {
      const because = body['do'] === 'ask' ? textOf(body['because']).trim() : ''
      if (body['do'] === 'ask' && because === '') return again(givenPage, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
      const came = await sendTransfer.perform(caller, { id, ...(because ? { because } : {}) }, ask.commandId)
      return 'problems' in came ? again(givenPage, came.problems)(caller, ask, around) : { go: came.done.held ? `/sent/${came.done.outputId}?held=1` : `${here}?sent=1` }
    }
    case 'receipt': {
      const came = await closeByReceipt.perform(caller, { id, receipt: textOf(body['receipt']) }, ask.commandId)
      return 'problems' in came ? again(givenPage, came.problems.map((one) => (textOf(body['receipt']).trim() === '' ? { ...one, problem: 'Paste the receipt.' } : one)))(caller, ask, around) : { go: `${here}?taken=1` }
    }
    default: {
      const came = await withdrawTransfer.perform(caller, { id, reason: textOf(body['why']) }, ask.commandId)
      return 'problems' in came ? again(givenPage, [{ question: 'why', problem: 'Say why it is taken back.' }])(caller, ask, around) : { go: here }
    }
  }
})

/** The file itself. Whoever takes it stands in the audit. */
export const transferFile: Route = {
  method: 'GET', path: '/transfers/given/:id/file', what: 'page.transferFile',
  run: (caller, ask) => answer(caller, 'page.transferFile', 'output.send', async (asking) => ({ file: await fileOfTransfer(asking, ask.params['id'] ?? '') })),
}
