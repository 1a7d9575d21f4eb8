import { dayInWords, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { nhsNumberInGroups } from '../../../kernel/identifiers.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { Columns, Page } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Quote } from '../../../platform/page/words.tsx'
import type { Caller, Outcome } from '../../../record/access/act.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { addWarning, moveHome, recordFact, recordIdentifier, recordName, recordVoice, relate } from '../../../record/people/commands.ts'
import { factInWords, factTitles, identifierTitles, nameTitles, relationshipInWords } from '../../../record/people/inWords.ts'
import { holdingOn, statusInWords } from '../../../record/people/legal/rules.ts'
import { markOf } from '../../../record/people/marks.ts'
import { factKinds, type Card as PersonCard } from '../../../record/people/model.ts'
import { FactForm, IdentifierForm, MoveForm, NameForm, RelationForm, textOf, VoiceForm } from './detailForms.tsx'
import { readFamily } from './familyRead.ts'
import { warningAnswers, WarningsCard } from './warnings.tsx'
import { lookAtWarning } from '../../../record/people/warnings/commands.ts'
import { storiesOf } from '../../../record/people/warnings/queries.ts'
import { bornInWords, identityFacts, PersonTabs } from './parts.tsx'

const since = (from: PlainDate | null, to: PlainDate | null, today: PlainDate): string =>
  to ? `${from ? `${shortDay(from, today).slice(4)} to ` : 'until '}${shortDay(to, today).slice(4)}` : from ? `since ${shortDay(from, today).slice(4)}` : 'now'

/** All facts of one person with their history; each is changed by adding, never by writing over. */
export const detailsPage = page('/people/:id/details', {
  what: 'page.details',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('These details are not open to you. Ask the worker.')
    return { ...read, stories: await storiesOf(asking, [read.id]) }
  },
  view: (read, frame, ask) => {
    const card = read.cardOf(read.id)
    if (!card) throw notFound()
    const { today } = read
    const mine = <Row extends Readonly<{ personId: string }>>(rows: readonly Row[]): Row[] => rows.filter((row) => row.personId === card.id)
    const form = { action: `/people/${card.id}/details`, ask, card, today }
    const others = read.cards.filter((other) => other.id !== card.id)
    return (
      <Page {...frame} title={`Details of ${card.name}`} problemCount={ask.problems.length} band={<><IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)} /><PersonTabs read={read} card={card} here="details" /></>}>
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {ask.query.saved ? <Confirmation title="Recorded.">What stood there before is kept, and can be shown as it was known on any day.</Confirmation> : null}
        <Columns
          main={<>
            <Card id="facts" title="Facts" aside={<a href={`/people/${card.id}/known`}>Show as it was known on…</a>}>
              <Facts facts={factKinds.flatMap((kind) => { const fact = read.factOf(card.id, kind); return fact ? [{ label: factTitles[kind], value: <>{factInWords(kind, fact.value, fact.recordedAt)}{fact.about && fact.about !== 'day' ? ' (estimated)' : ''}<span class="second"> {fact.from ? `since ${shortDay(fact.from, today).slice(4)}` : ''}</span></> }] : [] })} />
              <FactForm {...form} />
            </Card>
            <Card id="addresses" title="Addresses" aside={<a href={`/people/${card.id}/hidden`}>{mine(read.addresses).some((a) => a.hidden) ? 'Hidden: from whom, and show it' : 'Hide from somebody'}</a>}>
              <Table caption="Addresses" stack rows={mine(read.addresses)} empty={<EmptyState title="No address">Where they live, and where they lived before, appears here.</EmptyState>} columns={[
                { title: 'Address', head: true, cell: (a) => (a.hidden ? 'Hidden' : [...a.lines, a.postcode].filter(Boolean).join(', ')) },
                { title: 'When', cell: (a) => since(a.from, a.to, today) },
              ]} />
              <MoveForm {...form} household={read.cards.filter((other) => read.atHome.has(other.id))} />
            </Card>
            <Card id="relationships" title="Relationships">
              <Table caption="Relationships" stack rows={read.relationships.filter((r) => (r.personId === card.id || r.otherId === card.id) && read.cardOf(r.personId) && read.cardOf(r.otherId))} empty={<EmptyState title="None recorded">Who they are to whom appears here.</EmptyState>} columns={[
                { title: 'Who', head: true, cell: (r) => nameIn(read.cardOf(r.personId)) },
                { title: 'Is the', cell: (r) => relationshipInWords(r.kind).toLowerCase() },
                { title: 'Of', cell: (r) => nameIn(read.cardOf(r.otherId)) },
                { title: 'Parental responsibility', cell: (r) => (r.parentalResponsibility === 'yes' ? 'Yes' : r.parentalResponsibility === 'no' ? 'No' : r.parentalResponsibility === 'notKnown' ? 'Not known' : '') },
                { title: 'When', cell: (r) => since(r.from, r.to, today) },
              ]} />
              <RelationForm {...form} others={others} />
              <p><a class="quiet-button" href={`/people/${card.id}/add`}>Add somebody who is not yet on the record</a></p>
            </Card>
            <Card id="legal" title="Orders and legal status" aside={<a href={`/people/${card.id}/legal`}>All, with their history</a>}>
              {holdingOn(mine(read.legalStatuses), today).length === 0 ? <EmptyState title="No order holds now">Orders of a court and legal statuses appear here.</EmptyState>
                : <ul class="lines">{holdingOn(mine(read.legalStatuses), today).map((one) => <li><p><strong>{statusInWords(one.code)}</strong><span class="second">{since(one.from, one.to, today)}</span></p></li>)}</ul>}
            </Card>
            <Card id="words" title={`In ${card.sex === 'female' ? 'her' : card.sex === 'male' ? 'his' : 'their'} own words`}>
              {mine(read.voices).length === 0 ? <EmptyState title="Nothing yet">What they say, show or draw appears here with its day.</EmptyState>
                : mine(read.voices).map((voice) => <Quote words={voice.words} hue={markOf(card).hue} said={`To ${voice.saidTo}, ${dayInWords(voice.saidOn)}${voice.place ? `, ${voice.place}` : ''}`} />)}
              <VoiceForm {...form} />
            </Card>
          </>}
          aside={<>
            <Card id="names" title="Names">
              <ul class="lines">{mine(read.names).map((name) => <li><p><strong>{[name.given, name.family].filter(Boolean).join(' ')}</strong><span class="second">{nameTitles[name.kind]}{name.from || name.to ? `, ${since(name.from, name.to, today)}` : ''}</span></p></li>)}</ul>
              <NameForm {...form} />
            </Card>
            <Card id="numbers" title="Numbers">
              {mine(read.identifiers).length === 0 ? <EmptyState title="None">NHS number, UPN and others appear here.</EmptyState>
                : <Facts facts={mine(read.identifiers).map((i) => ({ label: identifierTitles[i.kind], value: i.kind === 'nhs' ? nhsNumberInGroups(i.value) : i.value }))} />}
              <IdentifierForm {...form} />
            </Card>
            <WarningsCard {...form} notes={mine(read.warnings)} stories={read.stories.filter((one) => one.personId === card.id)} />
          </>} />
      </Page>
    )
  },
})

const nameIn = (card: PersonCard | undefined) => (card ? <a href={`/people/${card.id}`}>{card.name}</a> : '')

const dayOr = (text: unknown, today: PlainDate): string => typedDay(textOf(text), today) ?? textOf(text)
const given = (name: string, value: string): Record<string, string> => (value.trim() ? { [name]: value.trim() } : {})

/** The form's answers as the command takes them. */
function inputOf(ask: Ask, today: PlainDate): Readonly<{ perform: (caller: Caller) => Promise<Outcome<unknown>> }> | undefined {
  const b = ask.body
  const personId = ask.params.id ?? ''
  const key = ask.commandId
  const value = textOf(b.value).trim()
  switch (textOf(b.what)) {
    case 'fact': return { perform: (c) => recordFact.perform(c, { personId, kind: textOf(b.kind), value: ['bornOn', 'dueOn', 'diedOn'].includes(textOf(b.kind)) ? dayOr(value, today) : value, ...(b.estimated === 'yes' ? { about: 'year' } : {}), ...given('from', textOf(b.from) ? dayOr(b.from, today) : '') }, key) }
    case 'name': return { perform: (c) => recordName.perform(c, { personId, kind: textOf(b.kind), given: textOf(b.given).trim(), family: textOf(b.family).trim(), ...given('from', textOf(b.from) ? dayOr(b.from, today) : '') }, key) }
    case 'number': return { perform: (c) => recordIdentifier.perform(c, { personId, kind: textOf(b.kind), value }, key) }
    case 'warning': return { perform: (c) => addWarning.perform(c, { personId, kind: textOf(b.kind) || 'other', words: textOf(b.words), reviewOn: dayOr(b.reviewOn, today) }, key) }
    case 'look': return { perform: (c) => lookAtWarning.perform(c, warningAnswers(b, personId, today), key) }
    case 'voice': return { perform: (c) => recordVoice.perform(c, { personId, words: textOf(b.words), saidOn: dayOr(b.saidOn, today), how: textOf(b.how) || 'said', ...given('place', textOf(b.place)) }, key) }
    case 'relation': return { perform: (c) => relate.perform(c, { personId: textOf(b.who) === 'other' ? textOf(b.otherId) : personId, otherId: textOf(b.who) === 'other' ? personId : textOf(b.otherId), kind: textOf(b.kind), ...given('parentalResponsibility', textOf(b.pr)) }, key) }
    case 'move': return { perform: (c) => moveHome.perform(c, { people: [...new Set([personId, ...(Array.isArray(b.people) ? b.people : [b.people]).filter((id): id is string => typeof id === 'string' && id !== '')])], on: dayOr(b.on, today), address: { lines: textOf(b.lines).split(/\n|,/).map((line) => line.trim()).filter(Boolean), ...given('postcode', textOf(b.postcode).toUpperCase()), ...(b.hidden === 'yes' ? { hidden: true } : {}) } }, key) }
    default: return undefined
  }
}

const plainer: Readonly<Record<string, string>> = {
  why: 'Write how you know: who you asked, or what you saw.', finding: 'Choose what you found.',
  value: 'Write what is known.', words: 'Write the words.', kind: 'Choose which.', reviewOn: 'Give the day to look at it again, as in 3/10/2027.', saidOn: 'Give the day it was said, as in 3/10/2025.',
  on: 'Give the day they moved, as in 3/10/2025.', 'address.lines': 'Write the address.', otherId: 'Choose the other person.', personId: 'Choose the other person.',
}
const inWords = (problem: Problem): Problem => (problem.problem.startsWith('Check this answer') || problem.problem === 'Fill this in.' ? { ...problem, problem: plainer[problem.question] ?? problem.problem } : problem)

export const changeDetails = form('/people/:id/details', async (caller, ask, around) => {
  const command = inputOf(ask, caller.clock.today())
  if (!command) return again(detailsPage, [{ question: 'facts', problem: 'Choose what to change.' }])(caller, ask, around)
  const outcome = await command.perform(caller)
  if ('problems' in outcome) return again(detailsPage, outcome.problems.map(inWords))(caller, ask, around)
  if (textOf(ask.body.back) === 'summary') return { go: `/people/${ask.params.id}` }
  return { go: `/people/${ask.params.id}/details?saved=${newId().slice(-4)}` }
})
