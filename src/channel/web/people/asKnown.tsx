import { dayInWords, longDay, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { nhsNumberInGroups } from '../../../kernel/identifiers.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { DateField } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Quote } from '../../../platform/page/words.tsx'
import type { Asking } from '../../../record/access/model.ts'
import { page } from '../../../record/access/page.ts'
import { asKnownOn, placesKept, type AsKnown } from '../../../record/people/asKnown.ts'
import { factInWords, factTitles, identifierTitles, nameTitles, relationshipInWords } from '../../../record/people/inWords.ts'
import { statusInWords } from '../../../record/people/legal/rules.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { factKinds, type Address, type Card as PersonCard } from '../../../record/people/model.ts'
import { cardsOf, sightOf } from '../../../record/people/queries.ts'

type Day = Readonly<{ typed: string; day: PlainDate } | { typed: string; problem?: string }>

/** The day asked for: one that has come. */
function dayAsked(typed: string, today: PlainDate): Day {
  if (!typed.trim()) return { typed }
  const day = typedDay(typed, today)
  if (!day) return { typed, problem: 'Write the day as 3/10/2025 or 3 Oct 2025.' }
  return day > today ? { typed, problem: 'This day has not come yet. Choose today or a day before it.' } : { typed, day }
}

type Then = Readonly<{ read: AsKnown; kept: ReadonlySet<string>; now: ReadonlyMap<string, PersonCard> }>


async function readThen(asking: Asking, id: string, day: PlainDate): Promise<Then> {
  const [kept, of] = [await placesKept(asking, [id]), await asKnownOn(asking, [id], day)]
  const others = [...new Set(of.relationships.flatMap((r) => [r.personId, r.otherId]))]
  return { read: of, kept, now: await cardsOf(asking, others) }
}

/** What was known of somebody at the end of a day of the reader's choosing. Reading only: nothing is changed here. */
export const asKnownPage = page('/people/:id/known', {
  what: 'page.asKnown',
  may: 'record.read',
  load: async (asking, ask) => {
    const known = await sightOf(asking, ask.params.id ?? '')
    if (known.sight !== 'full') throw notFound('These details are not open to you. Ask the worker.')
    const card = (await cardsOf(asking, [known.id])).get(known.id)
    if (!card) throw notFound()
    const asked = dayAsked(ask.query.on ?? '', asking.today)
    return { card, asked, today: asking.today, then: 'day' in asked ? await readThen(asking, known.id, asked.day) : undefined }
  },
  view: ({ card, asked, today, then }, frame) => {
    const title = then ? `${card.name}, as known on ${dayInWords(then.read.day)}` : `${card.name}, as known on a day`
    const problem = 'problem' in asked ? asked.problem : undefined
    return (
      <Page {...frame} title={title} problemCount={problem ? 1 : 0} band={<PageHead title={title}
        before={<Breadcrumb steps={[{ label: card.name, href: `/people/${card.id}` }, { label: 'Details', href: `/people/${card.id}/details` }, { label: 'As known on a day' }]} />}
        lede="The record as it stood at the end of a day: what was corrected or added later is left out." />}>
        <Card>
          <form class="asked-day" method="get" action={`/people/${card.id}/known`}>
            <DateField name="on" label="Show as it was known on" value={asked.typed} {...(problem ? { problem } : {})} />
            <Button>Show</Button>
          </form>
        </Card>
        {then ? <AsItWas card={card} then={then} today={today} /> : null}
      </Page>
    )
  },
})

function AsItWas({ card, then: { read, kept, now }, today }: { card: PersonCard; then: Then; today: PlainDate }) {
  const { day } = read
  const cardThen = read.cards.find((one) => one.id === card.id)
  if (!cardThen) return <EmptyState title={`Not yet on the record on ${longDay(day)}`}>Nothing was known here about {card.name} at the end of that day. A later day may show more.</EmptyState>
  const when = (from: PlainDate | null, to: PlainDate | null) => whenInWords(from, to, day)
  const who = (id: string) => (id === card.id ? cardThen.name : now.get(id) ? <a href={`/people/${id}`}>{now.get(id)?.name}</a> : '')
  const hidden = (a: Address) => a.hidden || kept.has(a.id)
  const relationships = read.relationships.filter((r) => now.has(r.personId) && now.has(r.otherId))
  return (
    <>
      <Message kind="theme" title={`This is what was known at the end of ${longDay(day)}.`}>
        {day === today ? 'It may still change today. ' : ''}<a href={`/people/${card.id}/details`}>See what is known now</a>
      </Message>
      <Columns
        main={<>
          <Card id="facts" title="Facts" lede={`${cardThen.name}, ${ageInWords(cardThen, day)}`}>
            {read.facts.length === 0 ? <EmptyState title="No facts">Nothing of this kind was recorded by then.</EmptyState>
              : <Facts facts={factKinds.flatMap((kind) => read.facts.filter((f) => f.kind === kind).slice(0, 1)).map((f) => ({
                label: factTitles[f.kind],
                value: <>{factInWords(f.kind, f.value, f.recordedAt)}{f.about && f.about !== 'day' ? ' (estimated)' : ''}<span class="second">{f.from ? ` since ${shortDay(f.from, day).slice(4)}` : ''}</span></>,
              }))} />}
          </Card>
          <Card id="addresses" title="Addresses">
            <Table caption="Addresses" stack rows={read.addresses} empty={<EmptyState title="No address">No address was recorded by then.</EmptyState>} columns={[
              { title: 'Address', head: true, cell: (a) => (hidden(a) ? 'Hidden' : [...a.lines, a.postcode].filter(Boolean).join(', ')) },
              { title: 'When', cell: (a) => when(a.from, a.to) },
            ]} />
          </Card>
          <Card id="relationships" title="Relationships" lede={relationships.length > 0 ? 'Other people are shown by the name they have today.' : undefined}>
            <Table caption="Relationships" stack rows={relationships} empty={<EmptyState title="None">No relationship was recorded by then.</EmptyState>} columns={[
              { title: 'Who', head: true, cell: (r) => who(r.personId) },
              { title: 'Is the', cell: (r) => relationshipInWords(r.kind).toLowerCase() },
              { title: 'Of', cell: (r) => who(r.otherId) },
              { title: 'Parental responsibility', cell: (r) => (r.parentalResponsibility === 'yes' ? 'Yes' : r.parentalResponsibility === 'no' ? 'No' : r.parentalResponsibility === 'notKnown' ? 'Not known' : '') },
              { title: 'When', cell: (r) => when(r.from, r.to) },
            ]} />
          </Card>
          <Card id="legal" title="Orders and legal status">
            <Table caption="Orders and legal status" stack rows={read.legalStatuses} empty={<EmptyState title="None">No order was recorded by then.</EmptyState>} columns={[
              { title: 'Order or status', head: true, cell: (one) => <>{statusInWords(one.code)}{one.details ? <span class="second">{one.details}</span> : null}</> },
              { title: 'When', cell: (one) => when(one.from, one.to) },
              { title: 'Court', cell: (one) => one.court ?? '' },
            ]} />
          </Card>
          <Card id="words" title="In their own words">
            {read.voices.length === 0 ? <EmptyState title="Nothing yet">No words were recorded by then.</EmptyState>
              : read.voices.map((voice) => <Quote words={voice.words} hue={markOf(card).hue} said={`To ${voice.saidTo}, ${dayInWords(voice.saidOn)}${voice.place ? `, ${voice.place}` : ''}`} />)}
          </Card>
        </>}
        aside={<>
          <Card id="names" title="Names">
            {read.names.length === 0 ? <EmptyState title="None">No name was recorded by then.</EmptyState>
              : <ul class="lines">{read.names.map((name) => <li><p><strong>{[name.given, name.family].filter(Boolean).join(' ')}</strong><span class="second">{nameTitles[name.kind]}{name.from || name.to ? `, ${when(name.from, name.to)}` : ''}</span></p></li>)}</ul>}
          </Card>
          <Card id="numbers" title="Numbers">
            {read.identifiers.length === 0 ? <EmptyState title="None">No number was recorded by then.</EmptyState>
              : <Facts facts={read.identifiers.map((i) => ({ label: identifierTitles[i.kind], value: i.kind === 'nhs' ? nhsNumberInGroups(i.value) : i.value }))} />}
          </Card>
          <Card id="warnings" title="Safety notes">
            {read.warnings.length === 0 ? <EmptyState title="None">No safety note stood on that day.</EmptyState>
              : <ul class="lines">{read.warnings.map((w) => <li><p><strong>{w.words}</strong><span class="second">By {w.by ?? 'a colleague'}, {shortDay(w.from, day)}. To look at again by {dayInWords(w.reviewOn)}</span></p></li>)}</ul>}
          </Card>
        </>} />
    </>
  )
}

/** `since 3 Mar`, `2 Jan to 3 Mar`: seen from that day. */
const whenInWords = (from: PlainDate | null, to: PlainDate | null, near: PlainDate): string =>
  to ? `${from ? `${shortDay(from, near).slice(4)} to ` : 'until '}${shortDay(to, near).slice(4)}` : from ? `since ${shortDay(from, near).slice(4)}` : 'day not known'
