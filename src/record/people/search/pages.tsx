import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Lines } from '../../../platform/page/card.tsx'
import { partOf } from '../../../platform/page/document.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { NamedToken, Token, TokenRow } from '../../../platform/page/token.tsx'
import { answer } from '../../access/act.ts'
import type { Asking } from '../../access/model.ts'
import { form, page, type Frame } from '../../access/page.ts'
import { may } from '../../access/permissions.ts'
import { markOf } from '../marks.ts'
import type { Card as NameCard } from '../model.ts'
import { cardsOf } from '../queries.ts'
import type { Found, FoundText, Hit } from './model.ts'
import { searchPeople, searchText, suggestPeople, workersOf } from './queries.ts'
import { lineUnder, Reasons } from './reasons.tsx'
import { alikeAmong, understand } from './rules.ts'

const HitLine = ({ hit, today, alike, worker }: { hit: Hit; today: PlainDate; alike: Hit | undefined; worker: string | undefined }) => (
  <div class="hit">
    <div>
      <NamedToken mark={markOf(hit.card)} href={`/people/${hit.personId}`} second={lineUnder(hit.card, hit.otherNames, today)} />
      <Reasons hit={hit} />
      {worker ? <p class="source">With {worker}</p> : null}
      {alike ? <p class="source">May be the same person as {alike.card.name} above. <a href={`/people/${alike.personId}/compare/${hit.personId}`}>Look at both side by side</a></p> : null}
    </div>
    <ButtonLink kind="row" href={`/people/${hit.personId}/family`} about={`of ${hit.card.name}`}>Family</ButtonLink>
  </div>
)

/** A record that matches and is kept to a few people: that it exists, and no more. */
const RestrictedLine = ({ id }: { id: string }) => (
  <Message kind="seal" title="A record that matches is kept to a few people.">It is no reflection on you. <a href={`/people/${id}`}>What you can do</a></Message>
)

const TextLine = ({ text, cards }: { text: FoundText; cards: ReadonlyMap<string, NameCard> }) => (
  <div>
    <p class="text-head">{text.href ? <a href={text.href} class="name">{text.title}</a> : <span class="name">{text.title}</span>} <TokenRow marks={text.people.flatMap((id) => cards.get(id) ?? []).map(markOf)} most={6} /></p>
    <p class="serif">{text.words.map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))}</p>
    <p class="source">{dayInWords(text.happenedOn)}{text.author ? `, ${text.author}` : ''}</p>
  </div>
)

type Answered = Readonly<{ text: string; today: PlainDate; found: Found; texts: readonly FoundText[] | undefined; cards: ReadonlyMap<string, NameCard>; workers: ReadonlyMap<string, string> }>

const nothingAsked: Answered['found'] = { hits: [], restricted: [], weak: true }

async function load(asking: Asking, text: string): Promise<Answered> {
  const found = text.trim() === '' ? nothingAsked : await searchPeople.of(asking, { text })
  const texts = text.trim() === '' || !may(asking.actor, 'record.read') ? undefined : (await searchText.of(asking, { text: understand(text, asking.today).words })).texts
  const cards = await cardsOf(asking, [...new Set((texts ?? []).flatMap((one) => one.people))])
  const workers = await workersOf(asking, found.hits.map((hit) => hit.personId))
  return { text, today: asking.today, found, texts, cards, workers }
}

const headOf = ({ text, found, texts = [] }: Answered): readonly [string, string | undefined] => {
  if (text.trim() === '') return ['Search', 'A name as you heard it, a date of birth, an address or postcode, an NHS number or UPN. Any order, any spelling.']
  const n = found.hits.length
  if (n > 0) return [n === 1 ? 'One person matches' : `${sentence(counted(n, 'person', 'people'))} may be who you mean`, found.weak ? 'Nobody matches well. These are the nearest.' : 'The best match is first.']
  if (found.restricted.length > 0) return ['A record matches', undefined]
  return texts.length > 0 ? [`${sentence(counted(texts.length, 'place', 'places'))} in what is written`, undefined] : ['We found nothing', undefined]
}

const Nobody = () => (
  <EmptyState title="Nobody we know matches">
    Try the name as it sounds, only the surname with a date of birth, or the postcode. If they are new to us, <a href="/contacts/new">record the contact</a>: they are added as you write it.
  </EmptyState>
)

const Texts = ({ texts, cards }: Readonly<{ texts: readonly FoundText[]; cards: ReadonlyMap<string, NameCard> }>) => (
  <Card title="In what is written" id="texts">
    {texts.length > 0 ? <Lines>{texts.map((one) => <TextLine text={one} cards={cards} />)}</Lines>
      : <EmptyState title="Nothing that is written has these words">Notes, contacts, forms, minutes, plans, what is known in care and what other councils handed to us are searched, as far as you may read them.</EmptyState>}
  </Card>
)

function SearchPage({ answered, frame }: { answered: Answered; frame: Frame }) {
  const { found, texts, text, today } = answered
  const [title, lede] = headOf(answered)
  const pairs = alikeAmong(found.hits)
  const nobody = found.hits.length === 0 && found.restricted.length === 0
  const written = texts ? <Texts texts={texts} cards={answered.cards} /> : null
  const people = (
    <>
      {found.hits.length > 0 ? <Card title="People" id="people"><Lines>{found.hits.map((hit) => <HitLine hit={hit} today={today} alike={pairs.get(hit.personId)} worker={answered.workers.get(hit.personId)} />)}</Lines></Card> : null}
      {found.restricted.map((id) => <RestrictedLine id={id} />)}
      {nobody ? <Nobody /> : null}
    </>
  )
  return (
    <Page {...frame} title={title} search={{ query: text }}>
      <PageHead title={title} lede={lede} />
      {text.trim() === '' ? <EmptyState title="Write in the box at the top">Press / on any page to go there. “Kathrin Smyhte 3/4/88” finds Kathryn Smith.</EmptyState>
        : nobody && texts && texts.length > 0 ? <Columns main={written} aside={people} /> : <Columns main={people} aside={written} />}
    </Page>
  )
}

const typed = (body: Readonly<Record<string, unknown>>): string => (typeof body['q'] === 'string' ? body['q'].slice(0, 200) : '')

/** Before anything is typed. */
const searchStart = page('/search', { what: 'people.search', may: 'person.find', load: (asking) => load(asking, ''), view: (answered, frame) => <SearchPage answered={answered} frame={frame} /> })

/** What was typed is sent, never put into the address: addresses are kept in histories and logs. */
export const search = form('/search', async (caller, ask, around) => {
  const [answered, frame] = await answer(caller, 'people.search', 'person.find', async (asking) => [await load(asking, typed(ask.body)), await around.frame(asking)] as const)
  return { html: <SearchPage answered={answered} frame={frame} /> }
})

const Suggested = ({ hit, at, today }: { hit: Hit; at: number; today: PlainDate }) => (
  <a class="found-line named" role="option" id={`found-${at}`} aria-selected="false" tabIndex={-1} href={`/people/${hit.personId}`}>
    <Token mark={markOf(hit.card)} size="m" beside />
    <span>
      <strong>{hit.card.name}</strong>
      <span class="second">{lineUnder(hit.card, hit.otherNames, today)}</span>
      <span class="source">{hit.reasons.filter((reason) => reason.bits > 0).slice(0, 2).map((reason) => reason.words).join('. ')}</span>
    </span>
  </a>
)

/** For the box of every page, while somebody types: at most eight lines, drawn. */
export const suggest = form('/search/suggest', async (caller, ask) => {
  const text = typed(ask.body)
  if (text.trim().length < 2) return { json: { html: '', count: 0 } }
  const drawn = await answer(caller, 'people.suggest', 'person.find', async (asking) => {
    const { hits, restricted } = await suggestPeople.of(asking, { text })
    const note = restricted.length > 0 ? 'A record that matches is kept to a few people. Press Enter to see what you can do.' : hits.length === 0 ? 'Nobody yet. Press Enter to search wider, and in what is written.' : undefined
    return { count: hits.length, html: partOf(<>{hits.map((hit, at) => <Suggested hit={hit} at={at} today={asking.today} />)}{note ? <p class="found-note">{note}</p> : null}</>) }
  })
  return { json: drawn }
})

export const searchRoutes = [searchStart, search, suggest]
