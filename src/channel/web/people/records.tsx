import { longDay, shortDay } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Card } from '../../../platform/page/card.tsx'
import { ChronologyFilters } from '../../../platform/page/chronology.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { Columns, Page } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { TokenRow } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { page } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import { readingsAbout } from '../../../record/people/notices.ts'
import { cardsOf, idsOf } from '../../../record/people/queries.ts'
import { notesAbout } from '../../../practice/notes/queries.ts'
import { kindInWords } from '../../../practice/notes/model.ts'
import { readFamily } from './familyRead.ts'
import { bornInWords, identityFacts, PersonTabs } from './parts.tsx'

/** Notes and visits to read one after the other: list left, reading right, nothing loads anew but the words. */
export const recordsPage = page('/people/:id/records', {
  what: 'page.records',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('These records are not open to you. Ask the worker.')
    const family = ask.query.family === 'yes'
    const notes = await notesAbout(asking, family ? read.cards.map((card) => card.id) : [read.id], 100)
    const named = await cardsOf(asking, [...new Set(notes.flatMap((n) => [...n.people.map((p) => p.personId), ...n.passages.flatMap((p) => p.about)]))])
    return { read, notes, named, family, readings: await readingsAbout(asking, read.id, await idsOf(asking, [read.id])) }
  },
  view: ({ read, notes, named, family, readings }, frame, ask) => {
    const card = read.cardOf(read.id)
    if (!card) throw notFound()
    const { today } = read
    const kind = ask.query.kind
    const shown = notes.filter((n) => !kind || n.kind === kind)
    const open = shown.find((n) => n.id === ask.query.open) ?? shown[0]
    const q = (more: Readonly<Record<string, string>>) => `/people/${read.id}/records?${new URLSearchParams({ ...(family ? { family: 'yes' } : {}), ...more }).toString()}`
    const about = (ids: readonly string[]) => ids.flatMap((id) => named.get(id) ?? [])
    return (
      <Page {...frame} title={`Records of ${card.name}`} band={<><IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)} /><PersonTabs read={read} card={card} here="records" /></>}>
        <ChronologyFilters links={[
          { label: 'Everything', href: q({}), here: !kind },
          { label: 'Visits', href: q({ kind: 'visit' }), here: kind === 'visit' },
          { label: 'Phone calls', href: q({ kind: 'phoneCall' }), here: kind === 'phoneCall' },
          { label: 'Meetings', href: q({ kind: 'meeting' }), here: kind === 'meeting' },
          family ? { label: `Only ${card.given || card.name}`, href: `/people/${read.id}/records`, here: false } : { label: 'The whole family', href: `/people/${read.id}/records?family=yes`, here: false },
          ...readings.map((one) => ({ ...one, here: false })),
        ]} />
        {!open ? <EmptyState title="No records yet">Notes and visits appear here to be read one after the other.</EmptyState> : (
          <Columns asideFirst={false}
            main={<Card title={open.title} id="reading" aside={<a href={`/notes/${open.id}`}>By itself</a>} lede={`${kindInWords(open.kind)}, ${longDay(open.happenedOn)}. By ${open.author}.`}>
              <p><TokenRow marks={about(open.people.map((p) => p.personId)).map(markOf)} /></p>
              <Account text={open.words} />
              {open.passages.map((passage) => <section class="of-one"><h3 class="group-title"><TokenRow marks={about(passage.about).map(markOf)} /> About {listed(about(passage.about).map((p) => p.given || p.name))} only</h3><Account text={passage.words} /></section>)}
            </Card>}
            aside={<Card title="All records" aside={String(shown.length)}>
              <ul class="lines">{shown.map((n) => (
                <li><p><a class="name" href={`${q({ ...(kind ? { kind } : {}), open: n.id })}#reading`} aria-current={n.id === open.id ? 'true' : undefined}>{n.title}</a><span class="second">{shortDay(n.happenedOn, today)}, {n.author}</span></p></li>
              ))}</ul>
            </Card>} />
        )}
      </Page>
    )
  },
})
