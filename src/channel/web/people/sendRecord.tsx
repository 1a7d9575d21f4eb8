import { lawfulBases, sharePurposes } from '../../../../content/codes/sharing.ts'
import { notAllowed, notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { Columns, Page } from '../../../platform/page/layout.tsx'
import { listNow } from '../../../record/access/own/now.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { sendRecord } from '../../../record/outputs/bundle/commands.ts'
import { agenciesToSendTo } from '../../../record/outputs/bundle/queries.ts'
import { AskSecond } from '../../../record/outputs/pages/askSecond.tsx'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { textOf } from './detailForms.tsx'
import { readFamily } from './familyRead.ts'
import { bornInWords, identityFacts, PersonTabs } from './parts.tsx'

const several = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')

/** Print or send the record: whose, to whom, why; what the reader may not know is left out. */
export const sendRecordPage = page('/people/:id/send', {
  what: 'page.sendRecord',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('This record is not open to you. Ask the worker.')
    if (!may(asking.actor, 'output.send')) throw notAllowed('Printing and sending the record needs a care or records role. Ask the worker.')
    return { read, agencies: await agenciesToSendTo(asking) }
  },
  view: ({ read, agencies }, frame, ask) => {
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
              <AskSecond problems={ask.problems} because={textOf(b.because)} />
              <Actions remark="What the reader may not know is left out and counted. What is hidden from them stops it."><Button kind="primary" name="do" value="send">Make the copy</Button></Actions>
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
        </form>
      </Page>
    )
  },
})

const plainer: Readonly<Record<string, string>> = { purpose: 'Choose why.', lawfulBasis: 'Choose the lawful basis.', people: 'Choose whose record it is.', since: 'Give the day as 3/10/2025, or leave it empty.', until: 'Give the day as 3/10/2025, or leave it empty.' }
const inWords = (problem: Problem): Problem => (plainer[problem.question] && /^(Check this answer|Fill this in)/.test(problem.problem) ? { ...problem, problem: plainer[problem.question] ?? problem.problem } : problem)

export const postSendRecord = form('/people/:id/send', async (caller, ask, around) => {
  const b = ask.body
  const day = (name: string) => { const text = textOf(b[name]).trim(); return text === '' ? {} : { [name]: typedDay(text, caller.clock.today()) ?? text } }
  const because = b.do === 'ask' ? textOf(b.because).trim() : ''
  if (b.do === 'ask' && because === '') return again(sendRecordPage, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
  const to = textOf(b.to)
  const outcome = await sendRecord.perform(caller, {
    people: several(b.people), to, ...(to === 'person' && textOf(b.personId) ? { personId: b.personId } : {}), ...(to === 'agency' && textOf(b.agencyId) ? { agencyId: b.agencyId } : {}), ...(to === 'outside' ? { name: textOf(b.name) } : {}),
    knows: several(b.knows), purpose: textOf(b.purpose), lawfulBasis: textOf(b.lawfulBasis), ...(b.significant === 'yes' ? { significantOnly: true } : {}), ...day('since'), ...day('until'), ...(because ? { because } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(sendRecordPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/sent/${outcome.done.outputId}?${outcome.done.held ? 'held' : 'sent'}=1` }
})
