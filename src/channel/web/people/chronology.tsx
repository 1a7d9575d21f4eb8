import { dayInWords, isPlainDate, longDay, timeOf } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Chronology, ChronologyFilters } from '../../../platform/page/chronology.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { page } from '../../../record/access/page.ts'
import { readChronology } from '../../../record/chronology/queries.ts'
import { markOf } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { familyName, readFamily } from './familyRead.ts'
import { bornInWords, identityFacts, lineOf, PersonTabs } from './parts.tsx'

const perPage = 100

/** The chronology of one person or of the family: filter, significant only, print. */
export const chronologyPage = page('/people/:id/chronology', {
  what: 'page.chronology',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('This chronology is not open to you. Ask the worker.')
    const family = ask.query.family === 'yes'
    const people = family ? read.cards.map((card) => card.id) : [read.id]
    const before = ask.query.before && isPlainDate(ask.query.before) ? ask.query.before : undefined
    const chronology = await readChronology(asking, people, { most: perPage, significantOnly: ask.query.significant === 'yes', before })
    const named = await cardsOf(asking, [...new Set(chronology.lines.flatMap((line) => line.people))])
    return { read, chronology, named, family, by: asking.actor.name, at: asking.now }
  },
  view: ({ read, chronology, named, family, by, at }, frame, ask) => {
    const card = read.cardOf(read.id)
    if (!card) throw notFound()
    const { today } = read
    const base = `/people/${read.id}/chronology`
    const title = family ? `Chronology of the ${familyName(read)}` : `Chronology of ${card.name}`
    const significant = ask.query.significant === 'yes'
    const last = chronology.lines.at(-1)
    const q = (more: Readonly<Record<string, string>>) => {
      const query = new URLSearchParams({ ...(family ? { family: 'yes' } : {}), ...more }).toString()
      return query ? `${base}?${query}` : base
    }
    return (
      <Page {...frame} title={title} printed={`${by} on ${longDay(today)} at ${timeOf(at)}`} band={family
        ? <PageHead title={title} lede={`${chronology.total} ${chronology.total === 1 ? 'entry' : 'entries'}, newest first`} />
        : <><IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)} /><PersonTabs read={read} card={card} here="chronology" /></>}>
        <Card title={significant ? 'What matters most' : 'What has happened'} lede={family ? undefined : `${chronology.total} ${chronology.total === 1 ? 'entry' : 'entries'}, newest first`}
          aside={<><a href={`/people/${read.id}/send`}>Print or send</a>{' · '}<a href={`/people/${read.id}/sent`}>What was sent out</a></>}>
          <ChronologyFilters links={[
            { label: 'Everything', href: q({}), here: !significant },
            { label: 'Significant only', href: q({ significant: 'yes' }), here: significant, significant: true },
            ...(family ? read.children.map((child) => ({ label: child.given || child.name, href: `/people/${child.id}/chronology`, here: false, mark: markOf(child) })) : [{ label: 'The whole family', href: `${base}?family=yes`, here: false }]),
          ]} />
          {chronology.lines.length === 0 ? <EmptyState title="Nothing here yet">{significant ? 'Nothing is marked as significant.' : 'What happens appears here by its day.'}</EmptyState>
            : <Chronology label={title} lines={chronology.lines.map((line) => lineOf(line, named, today))} />}
          {chronology.more && last ? <p data-screen-only><ButtonLink kind="row" href={q({ before: last.happenedOn, ...(significant ? { significant: 'yes' } : {}) })}>Earlier, before {dayInWords(last.happenedOn)}</ButtonLink></p> : null}
        </Card>
      </Page>
    )
  },
})
