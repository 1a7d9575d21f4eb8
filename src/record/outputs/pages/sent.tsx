import { dayInWords, dayOf, moment, timeOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { counted, listed } from '../../../kernel/phrasing.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { answer } from '../../access/act.ts'
import { notFound } from '../../../kernel/errors.ts'
import { again, form, page, type Route } from '../../access/page.ts'
import { cardsOf } from '../../people/queries.ts'
import { decideOutput, sendAgreed, withdrawOutput } from '../commands.ts'
import { OnPage } from '../formats/onPage.tsx'
import { fileKinds, fileOf, isBundle, isFileKind } from '../files.ts'
import type { KeptOutput } from '../model.ts'
import { readOutput } from '../queries.ts'
import { kindInWords } from '../rules/judging.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const when = (at: string): string => `${dayInWords(dayOf(moment(at)))} at ${timeOf(moment(at))}`
const first = (name: string): string => name.split(' ')[0] ?? name

const stateWords = (o: KeptOutput): string => {
  switch (o.state) {
    case 'held': return `Waits for a second person since ${when(o.askedAt)}`
    case 'agreed': return `${o.decidedBy ?? 'A second person'} agreed on ${when(o.decidedAt ?? o.askedAt)}. It has not gone out yet`
    case 'refused': return `${o.decidedBy ?? 'A second person'} did not agree on ${when(o.decidedAt ?? o.askedAt)}`
    case 'withdrawn': return 'Taken back before it went out'
    case 'sent': return `Sent by ${o.sentBy ?? 'a colleague'} on ${when(o.sentAt ?? o.askedAt)}`
  }
}

/** One output: as it went, or as it waits for a second person, with where something hidden stands in it. */
export const sentPage = page('/sent/:id', {
  what: 'page.sent',
  may: 'record.read',
  load: async (asking, ask) => {
    const read = await readOutput(asking, ask.params.id ?? '')
    return { ...read, cards: await cardsOf(asking, [...read.output.people, ...(read.output.toPerson ? [read.output.toPerson] : []), ...read.output.found.map((one) => one.personId)]) }
  },
  view: ({ output, paper, mayDecide, mine, cards }, frame, ask) => {
    const names = output.people.flatMap((id) => { const card = cards.get(id); return card ? [card] : [] })
    const action = `/sent/${output.id}`
    return (
      <Page {...frame} title={output.title} problemCount={ask.problems.length}>
        <div data-screen-only class="stack-gap">
          <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
          <PageHead title={output.title} lede={`${stateWords(output)}.`} end={output.state === 'refused' && mine && output.back ? <ButtonLink href={output.back}>Change the words</ButtonLink> : undefined} />
          {ask.query.held ? <Confirmation title="It waits for a second person.">You are told in My work when they have decided. Nothing has gone out.</Confirmation> : null}
          {ask.query.sent ? <Confirmation title="Kept as sent.">Print it, save it, or give it by hand.</Confirmation> : null}
          <Card title="Who gets it, and why">
            <Facts facts={[
              { label: 'To', value: output.toPerson && cards.get(output.toPerson) ? <a href={`/people/${output.toPerson}`}>{output.toName}</a> : output.toName },
              { label: 'About', value: <>{names.map((card, i) => <>{i > 0 ? ', ' : ''}<a href={`/people/${card.id}`}>{card.name}</a></>)}</> },
              { label: 'Purpose', value: output.purpose }, { label: 'Lawful basis', value: output.lawfulBasis },
              ...(output.leftOut > 0 ? [{ label: 'Left out', value: `${counted(output.leftOut, 'passage', 'passages')} about people the reader may not know` }] : []),
              ...(output.askedBecause ? [{ label: `Why, by ${output.askedBy}`, value: output.askedBecause }] : []),
              ...(output.decidedBecause ? [{ label: `Decision, by ${output.decidedBy ?? ''}`, value: output.decidedBecause }] : []),
              { label: 'Mark of these words', value: <code>{output.sha256.slice(0, 16)}</code> },
            ]} />
          </Card>
          {output.found.length > 0 ? (
            <Message kind="seal" title="It holds what is hidden from the reader.">
              <ul>{output.found.map((one) => <li>In “{one.place}”: {kindInWords[one.kind]}{cards.get(one.personId) ? <> that is hidden for {cards.get(one.personId)?.name}</> : null}.</li>)}</ul>
            </Message>
          ) : null}
          {output.state === 'sent' && paper ? (
            <Card title="Take it as a file" lede="A file that is saved or sent on is no longer kept by Kith. Print this page for paper.">
              <Actions>{Object.entries(fileKinds).filter(([, file]) => file.ending === 'pdf' || !isBundle(paper)).map(([kind, file]) => <ButtonLink href={`/sent/${output.id}/file/${kind}`}>{file.words}</ButtonLink>)}</Actions>
            </Card>
          ) : null}
          {mayDecide ? (
            <form method="post" action={action}>
              <input type="hidden" name="commandId" value={newId()} />
              <Card title="May this go out?" lede={`Read it below first. ${first(output.askedBy)} is told what you decide and why.`}>
                <Words name="reason" id="reason" label="Why" rows={2} value={textOf(ask.body.reason)} problem={ask.problems.find((one) => one.question === 'reason')?.problem} />
                <Actions><Button kind="primary" name="decision" value="agree">Agree</Button><Button name="decision" value="refuse">Do not agree</Button></Actions>
              </Card>
            </form>
          ) : null}
          {mine && (output.state === 'agreed' || output.state === 'held') ? (
            <form method="post" action={action}>
              <input type="hidden" name="commandId" value={newId()} />
              <Actions>{output.state === 'agreed' ? <Button kind="primary" name="decision" value="send">Send it now</Button> : null}<Button name="decision" value="withdraw">Take it back</Button></Actions>
            </form>
          ) : null}
        </div>
        {paper && output.state !== 'sent' ? <p class="print-only">This has not gone out. It is not printed before it has.</p> : null}
        {paper ? <div data-screen-only={output.state === 'sent' ? undefined : true}><OnPage paper={paper} councilName={frame.council.name} on={dayInWords(dayOf(moment(output.sentAt ?? output.askedAt)))} /></div>
          : <Message kind="theme" title="The words are not open to you.">They are about {listed(names.map((card) => card.given || card.name))} and others, or hold what is hidden from you.</Message>}
      </Page>
    )
  },
})

/** The same words as a file. Whoever takes it stands in the audit. */
export const sentFile: Route = {
  method: 'GET', path: '/sent/:id/file/:kind', what: 'page.sentFile',
  run: (caller, ask) => answer(caller, 'page.sentFile', 'output.send', async (asking) => {
    const kind = ask.params.kind ?? ''
    if (!isFileKind(kind)) throw notFound()
    return { file: await fileOf(asking, ask.params.id ?? '', kind) }
  }),
}

export const postSent = form('/sent/:id', async (caller, ask, around) => {
  const outputId = ask.params.id ?? ''
  const decision = textOf(ask.body.decision)
  if (decision === 'send' || decision === 'withdraw') {
    const outcome = await (decision === 'send' ? sendAgreed : withdrawOutput).perform(caller, { outputId }, ask.commandId)
    return 'problems' in outcome ? again(sentPage, outcome.problems)(caller, ask, around) : { go: `/sent/${outputId}${decision === 'send' ? '?sent=1' : ''}` }
  }
  const reason = textOf(ask.body.reason).trim()
  if (reason === '') return again(sentPage, [{ question: 'reason', problem: 'Say why, so that it can be understood later.' }])(caller, ask, around)
  const outcome = await decideOutput.perform(caller, { outputId, decision, reason }, ask.commandId)
  return 'problems' in outcome ? again(sentPage, outcome.problems)(caller, ask, around) : { go: `/sent/${outputId}` }
})
