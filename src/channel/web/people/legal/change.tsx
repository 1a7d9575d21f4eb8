import type { ComponentChildren } from 'preact'
import type { CodeList } from '../../../../../content/codes/codeList.ts'
import { lookedAfterStatuses, orderKinds } from '../../../../../content/codes/legalStatus.ts'
import { dayInWords, timeOf, type PlainDate } from '../../../../kernel/dates.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { typedDay } from '../../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../../platform/page/button.tsx'
import { Card } from '../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { Choices, Select, Tick } from '../../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../../platform/page/navigation.tsx'
import { everyValue } from '../../../../record/access/own/now.ts'
import { plainly } from '../../../../record/access/checking.ts'
import { again, form, page, type Ask } from '../../../../record/access/page.ts'
import { correctLegalStatus, endLegalStatus, recordLegalStatus, withdrawLegalStatus } from '../../../../record/people/legal/commands.ts'
import type { LegalStatus } from '../../../../record/people/legal/model.ts'
import { underOrder } from '../../../../record/people/legal/queries.ts'
import { statusInWords } from '../../../../record/people/legal/rules.ts'
import type { Card as PersonCard } from '../../../../record/people/model.ts'
import { textOf } from '../detailForms.tsx'
import { readFamily, type FamilyRead } from '../familyRead.ts'

type Back = Readonly<{ value: string; problem?: string }>
const backOf = (ask: Ask, what: string, first: Partial<LegalStatus> = {}) => (field: string): Back => {
  const typed = textOf(ask.body.what) === what
  const problem = typed ? ask.problems.find((p) => p.question === field)?.problem : undefined
  const before = field === 'time' ? (first.fromAt ? timeOf(first.fromAt) : '') : Object.entries(first).find(([name]) => name === field)?.[1]
  return { value: typed ? textOf(ask.body[field]) : typeof before === 'string' ? (['from', 'to', 'expiresOn'].includes(field) ? numbers(before) : before) : '', ...(problem ? { problem } : {}) }
}
const numbers = (day: string): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`
const namesOf = (ask: Ask): readonly string[] => (Array.isArray(ask.body.people) ? ask.body.people : [ask.body.people]).filter((id): id is string => typeof id === 'string' && id !== '')

/** What may be chosen today; `but`: what stands there already, also when it is no longer offered. */
const codes = (today: PlainDate, but?: string) => [
  ...offered(lookedAfterStatuses, today, but).map((one) => ({ value: one.code, label: one.label, group: `In our care: ${one.group?.toLowerCase() ?? ''}` })),
  ...offered(orderKinds, today, but).map((one) => ({ value: one.code, label: one.label, group: one.group ?? 'Other orders' })),
]

const offered = (list: CodeList, today: PlainDate, but?: string) => everyValue(list).filter((one) => one.code === but || one.own.retiredFrom === undefined || one.own.retiredFrom > today)

/** What an order says: the same questions whether it is new or corrected. */
const Questions = ({ at, back, today, but }: { at: string; back: (field: string) => Back; today: PlainDate; but?: string }) => (
  <>
    <Select id={`${at}-code`} name="code" label="Which order or status" empty="Choose one" options={codes(today, but)} {...back('code')} />
    <DateField id={`${at}-from`} name="from" label="The day it began" {...back('from')} />
    <Line id={`${at}-time`} name="time" label="The hour it began" optional="for police protection, as 14:30" width={8} {...back('time')} />
    <DateField id={`${at}-expiresOn`} name="expiresOn" label="The day it runs out by itself" optional="if it has one" {...back('expiresOn')} />
    <DateField id={`${at}-to`} name="to" label="The day it ended" optional="if it no longer holds" {...back('to')} />
    <Line id={`${at}-court`} name="court" label="Court" optional="if a court made it" {...back('court')} />
    <Line id={`${at}-caseNumber`} name="caseNumber" label="Case number" optional="if there is one" width={24} {...back('caseNumber')} />
    <Words id={`${at}-details`} name="details" label="What it says" optional="conditions, who is named" hint="A fact of the record. Legal advice is not written here." rows={3} maxLength={4000} {...back('details')} />
  </>
)

const Children = ({ at, ask, who, ticked, label }: { at: string; ask: Ask; who: readonly PersonCard[]; ticked: readonly string[]; label: string }) => who.length < 2
  ? <>{who.map((card) => <input type="hidden" name="people" value={card.id} />)}</>
  : <Choices id={`${at}-people`} name="people" label={label} values={namesOf(ask).length > 0 ? namesOf(ask) : ticked} options={who.map((card) => ({ value: card.id, label: card.name }))} {...(ask.problems.some((p) => p.question === 'people') ? { problem: 'Tick at least one.' } : {})} />

const steps = (card: PersonCard, here: string) => [{ label: card.name, href: `/people/${card.id}` }, { label: 'Orders and legal status', href: `/people/${card.id}/legal` }, { label: here }]
/** The summary leads to the field of the form that came back. */
const summary = (ask: Ask, at: string) => <ErrorSummary problems={ask.problems.map((p) => ({ field: `${at}-${p.question}`, words: p.problem }))} />

async function familyFor(asking: Parameters<typeof readFamily>[0], ask: Ask): Promise<{ read: FamilyRead; card: PersonCard }> {
  const { sight, read } = await readFamily(asking, ask.params.id ?? '')
  const card = read.cardOf(read.id)
  if (sight !== 'full' || !card) throw notFound('These details are not open to you. Ask the worker.')
  return { read, card }
}

/** One order, for all the children it is about. */
export const newLegalPage = page('/people/:id/legal/new', {
  what: 'page.newLegal',
  may: 'legal.record',
  load: familyFor,
  view: ({ read, card }, frame, ask) => {
    const title = 'Record an order or legal status'
    const present = read.legalStatuses.find((one) => one.personId === card.id && one.kind === 'lookedAfter' && one.to === null)
    return (
      <Page {...frame} title={title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={title} before={<Breadcrumb steps={steps(card, 'Record an order')} />} lede="Once, for all the children it is about." />
        {summary(ask, 'new')}
        <form method="post" action={`/people/${card.id}/legal/new`}>
          <input type="hidden" name="commandId" value={newId()} />
          <input type="hidden" name="what" value="new" />
          <Card>
            <Children at="new" ask={ask} label="Whom is it about" who={[card, ...read.children.filter((child) => child.id !== card.id && !child.unborn)]} ticked={[card.id]} />
            <Questions at="new" back={backOf(ask, 'new')} today={read.today} />
            {present ? <Tick name="endsPresent" id="new-endsPresent" label={`It takes the place of “${statusInWords(present.code)}”, which ends on the same day`} checked={textOf(ask.body.what) === '' || ask.body.endsPresent === 'yes'} /> : null}
          </Card>
          <Actions><Button kind="primary">Record it</Button><a href={`/people/${card.id}/legal`}>Back to the list</a></Actions>
        </form>
      </Page>
    )
  },
})

const dayOr = (text: unknown, today: PlainDate): string => typedDay(textOf(text), today) ?? textOf(text).trim()
const days = (ask: Ask, today: PlainDate, fields: readonly string[]) => Object.fromEntries(fields.flatMap((field) => (textOf(ask.body[field]).trim() ? [[field, dayOr(ask.body[field], today)]] : [])))
const texts = (ask: Ask, fields: readonly string[]) => Object.fromEntries(fields.flatMap((field) => (textOf(ask.body[field]).trim() ? [[field, textOf(ask.body[field]).trim()]] : [])))
const saidIn = (ask: Ask, today: PlainDate) => ({ code: textOf(ask.body.code), from: dayOr(ask.body.from, today), ...days(ask, today, ['to', 'expiresOn']), ...texts(ask, ['court', 'caseNumber', 'details']), ...(textOf(ask.body.time).trim() ? { time: textOf(ask.body.time).trim().replace('.', ':').replace(/^(\d):/, '0$1:') } : {}) })

const inWords = plainly({ code: 'Choose which order or status.', time: 'Write the hour as 14:30, or leave it empty.', from: 'Give the day it began, as in 3/10/2025.', to: 'Give the day it ended, as in 3/10/2025.', expiresOn: 'Give the day it runs out, as in 3/10/2026.', on: 'Give the day it ended, as in 3/10/2025.', why: 'Write why, for whoever reads it later.', people: 'Tick at least one.' })

export const saveNewLegal = form('/people/:id/legal/new', async (caller, ask, around) => {
  const outcome = await recordLegalStatus.perform(caller, { id: ask.commandId ?? newId(), people: namesOf(ask), ...saidIn(ask, caller.clock.today()), ...(ask.body.endsPresent === 'yes' ? { endsPresent: true } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(newLegalPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/people/${ask.params.id}/legal?saved=${newId().slice(-4)}` }
})

/** An order is ended, corrected or taken back; what stood there is kept. */
export const changeLegalPage = page('/people/:id/legal/:order', {
  what: 'page.changeLegal',
  may: 'legal.record',
  load: async (asking, ask) => {
    const { read, card } = await familyFor(asking, ask)
    const one = read.legalStatuses.find((status) => status.personId === card.id && status.orderId === ask.params.order)
    if (!one) throw notFound('We could not find that order. It may have been corrected: open the list again.')
    const under = new Set((await underOrder(asking, one.orderId)).map((row) => row.personId))
    return { card, one, today: asking.today, who: [card, ...read.cards.filter((other) => other.id !== card.id && under.has(other.id))] }
  },
  view: ({ card, one, who, today }, frame, ask) => {
    const title = `${statusInWords(one.code)}, from ${dayInWords(one.from)}`
    const what = textOf(ask.body.what)
    const Form = ({ id, words, children }: { id: string; words: string; children: ComponentChildren }) => (
      <form method="post" action={`/people/${card.id}/legal/${one.orderId}`}>
        <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value={id} />
        {children}
        <Actions><Button kind={id === 'end' ? 'primary' : 'second'}>{words}</Button></Actions>
      </form>
    )
    const everyone = who.map((other) => other.id)
    return (
      <Page {...frame} title={title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={title} before={<Breadcrumb steps={steps(card, 'Change')} />} lede={`Of ${who.map((other) => other.name).join(', ')}. What stands there now is kept, and can be shown as it was known on any day.`} />
        {summary(ask, what)}
        {one.to === null ? (
          <Card title="It has ended"><Form id="end" words="End it">
            <Children at="end" ask={ask} label="For whom" who={who} ticked={everyone} />
            <DateField id="end-on" name="on" label="The day it ended" {...backOf(ask, 'end')('on')} />
          </Form></Card>
        ) : null}
        <Card title="Something in it is wrong"><Form id="correct" words="Correct it">
          <Children at="correct" ask={ask} label="For whom" who={who} ticked={everyone} />
          <Questions at="correct" back={backOf(ask, 'correct', one)} today={today} but={one.code} />
          <Line id="correct-why" name="why" label="Why it is corrected" {...backOf(ask, 'correct')('why')} />
        </Form></Card>
        <Card title="It was never so" lede="Recorded about the wrong child, or twice. It is kept with the reason, and no longer shown as a fact."><Form id="withdraw" words="Take it back">
          <Children at="withdraw" ask={ask} label="For whom" who={who} ticked={[card.id]} />
          <Line id="withdraw-why" name="why" label="Why it is taken back" {...backOf(ask, 'withdraw')('why')} />
        </Form></Card>
        <p><a href={`/people/${card.id}/legal`}>Back to the list</a></p>
      </Page>
    )
  },
})

export const saveLegal = form('/people/:id/legal/:order', async (caller, ask, around) => {
  const about = { orderId: ask.params.order ?? '', people: namesOf(ask) }
  const today = caller.clock.today()
  const outcome = textOf(ask.body.what) === 'end' ? await endLegalStatus.perform(caller, { ...about, on: dayOr(ask.body.on, today) }, ask.commandId)
    : textOf(ask.body.what) === 'withdraw' ? await withdrawLegalStatus.perform(caller, { ...about, why: textOf(ask.body.why) }, ask.commandId)
    : await correctLegalStatus.perform(caller, { ...about, ...saidIn(ask, today), why: textOf(ask.body.why) }, ask.commandId)
  if ('problems' in outcome) return again(changeLegalPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/people/${ask.params.id}/legal?saved=${newId().slice(-4)}` }
})
