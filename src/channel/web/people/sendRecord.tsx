import { TypeCompiler } from '@sinclair/typebox/compiler'
import { lawfulBases, sharePurposes } from '../../../../content/codes/sharing.ts'
import { notAllowed, notFound } from '../../../kernel/errors.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { Columns, Page } from '../../../platform/page/layout.tsx'
import { listNow } from '../../../record/access/own/now.ts'
import { plainly } from '../../../record/access/checking.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { copyOfRecord, outgoingRecord, sendRecord } from '../../../record/outputs/bundle/commands.ts'
import { SendRecord } from '../../../record/outputs/bundle/model.ts'
import { agenciesToSendTo } from '../../../record/outputs/bundle/queries.ts'
import { lookOut } from '../../../record/outputs/looking.ts'
import { Looked, LookThenSend, onlyLooks, sentAlong } from '../../../record/outputs/pages/toReader.tsx'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { textOf } from './detailForms.tsx'
import { readFamily } from './familyRead.ts'
import { bornInWords, identityFacts, PersonTabs } from './parts.tsx'

const typed = TypeCompiler.Compile(SendRecord)
const several = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')

/** Print or send the record: whose, to whom, why; what the reader may not know is left out. */
export const sendRecordPage = page('/people/:id/send', {
  what: 'page.sendRecord',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('This record is not open to you. Ask the worker.')
    if (!may(asking.actor, 'output.send')) throw notAllowed('Printing and sending the record needs a care or records role. Ask the worker.')
    const chosen: unknown = chosenIn(ask, asking.today)
    const outgoing = ask.body.to !== undefined && typed.Check(chosen) ? await outgoingRecord(asking, chosen) : undefined
    const look = outgoing && !('problem' in outgoing) ? await lookOut(asking, copyOfRecord, outgoing, read.cards) : undefined
    return { read, agencies: await agenciesToSendTo(asking), look, problems: outgoing && 'problem' in outgoing && ask.problems.length === 0 ? [outgoing] : ask.problems }
  },
  view: ({ read, agencies, look, problems }, frame, asked) => {
    const ask = { ...asked, problems }
    const card = read.cardOf(read.id)
    if (!card) throw notFound()
    const { today } = read
    const b = ask.body
    const sent = b.to !== undefined
    const at = (name: string) => { const problem = ask.problems.find((one) => one.question === name)?.problem; return problem ? { problem } : {} }
    const option = (one: typeof card) => ({ value: one.id, label: `${one.name}, ${ageInWords(one, today)}` })
    return (
      <Page {...frame} title={`Print or send the record of ${card.name}`} problemCount={ask.problems.length} band={<><IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)} /><PersonTabs read={read} card={card} here="records" /></>}>
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <form method="post" action={`/people/${card.id}/send`}>
          <input type="hidden" name="commandId" value={newId()} />
          <Columns
            main={<>
              <Card title="Print or send the record" lede="A copy of the chronology with its sources, the oldest first. It is kept as it went, with its purpose.">
                <Choice name="to" label="Who reads it" value={textOf(b.to) || 'outside'} {...at('to')} options={[
                  { value: 'outside', label: 'A court, a school, another council', more: <Line name="name" label="Name" value={textOf(b.name)} {...at('name')} /> },
                  { value: 'person', label: 'Somebody of the family', more: <Select name="personId" label="Who" empty="Choose a person" value={textOf(b.personId)} options={read.cards.map((one) => ({ value: one.id, label: one.name }))} {...at('personId')} /> },
                  ...(agencies.length > 0 ? [{ value: 'agency', label: 'An agency that works with us', more: <Select name="agencyId" label="Which" empty="Choose an agency" value={textOf(b.agencyId)} options={agencies.map((one) => ({ value: one.id, label: one.name }))} {...at('agencyId')} /> }] : []),
                  { value: 'own', label: 'I print it for my own work' },
                ]} />
                <Select name="purpose" label="Why" empty="Choose why" value={textOf(b.purpose)} options={listNow(sharePurposes, today).codes.map((one) => ({ value: one.label, label: one.label }))} {...at('purpose')} />
                <Select name="lawfulBasis" label="Lawful basis" empty="Choose the lawful basis" value={textOf(b.lawfulBasis)} options={listNow(lawfulBases, today).codes.map((one) => ({ value: one.label, label: one.label }))} {...at('lawfulBasis')} />
              </Card>
              <LookThenSend look={look} back={null} />
            </>}
            aside={<>
              <Card title="What is in it">
                <Choices name="people" label="Whose record" values={sent ? several(b.people) : [card.id]} options={read.cards.map(option)} {...at('people')} />
                <Tick name="significant" label="Significant entries only" checked={b.significant === 'yes'} />
                <DateField name="since" label="From" optional="the beginning" value={textOf(b.since)} {...at('since')} />
                <DateField name="until" label="Until" optional="today" value={textOf(b.until)} {...at('until')} />
              </Card>
              <Card title="Whom the reader may know about" lede="Entries that are also about anybody else are left out. Somebody of the family knows of themselves and of their own children.">
                <Choices name="knows" label="Besides those above" values={several(b.knows)} options={read.cards.map((one) => ({ value: one.id, label: one.name }))} />
              </Card>
            </>} />
          {look ? <Looked look={look} councilName={frame.council.name} on={dayInWords(today)} ask={ask} /> : null}
        </form>
      </Page>
    )
  },
})

const inWords = plainly({ purpose: 'Choose why.', lawfulBasis: 'Choose the lawful basis.', people: 'Choose whose record it is.', since: 'Give the day as 3/10/2025, or leave it empty.', until: 'Give the day as 3/10/2025, or leave it empty.' })

/** What the form asks for, besides what only sending needs. */
function chosenIn(ask: Ask, today: PlainDate): Record<string, unknown> {
  const b = ask.body
  const day = (name: string) => { const text = textOf(b[name]).trim(); return text === '' ? {} : { [name]: typedDay(text, today) ?? text } }
  const to = textOf(b.to)
  return {
    people: several(b.people), to, ...(to === 'person' && textOf(b.personId) ? { personId: b.personId } : {}), ...(to === 'agency' && textOf(b.agencyId) ? { agencyId: b.agencyId } : {}), ...(to === 'outside' ? { name: textOf(b.name) } : {}),
    knows: several(b.knows), purpose: textOf(b.purpose), lawfulBasis: textOf(b.lawfulBasis), ...(b.significant === 'yes' ? { significantOnly: true } : {}), ...day('since'), ...day('until'),
  }
}

export const postSendRecord = form('/people/:id/send', async (caller, ask, around) => {
  const b = ask.body
  const chosen: unknown = chosenIn(ask, caller.clock.today())
  // What cannot be shown yet is said by the command: it refuses what is not filled in.
  if (onlyLooks(b) && typed.Check(chosen)) return again(sendRecordPage, [])(caller, ask, around)
  if (b.do === 'ask' && textOf(b.because).trim() === '') return again(sendRecordPage, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
  const outcome = await sendRecord.perform(caller, { ...chosenIn(ask, caller.clock.today()), ...sentAlong(b) }, ask.commandId)
  if ('problems' in outcome) return again(sendRecordPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/sent/${outcome.done.outputId}?${outcome.done.held ? 'held' : 'sent'}=1` }
})
