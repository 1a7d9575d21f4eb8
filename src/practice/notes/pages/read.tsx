import { dayOf, longDay, shortDay, timeOf } from '../../../kernel/dates.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { NamedToken, TokenRow } from '../../../platform/page/token.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { page } from '../../../record/access/page.ts'
import { byBirth, markOf } from '../../../record/people/marks.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { note } from '../queries.ts'
import { kindInWords } from '../model.ts'

/** One note, with the passages the reader may see. */
export const readNotePage = page('/notes/:id', {
  what: 'page.note',
  may: 'record.read',
  load: async (asking, ask) => {
    const found = await note.of(asking, { id: ask.params.id ?? '' })
    const cards = await cardsOf(asking, [...new Set([...found.people.map((p) => p.personId), ...found.passages.flatMap((p) => p.about)])])
    return { note: found, cards, today: asking.today }
  },
  view: ({ note: n, cards, today }, frame, ask) => {
    const people = n.people.flatMap((p) => cards.get(p.personId) ?? []).sort(byBirth)
    const about = (ids: readonly string[]): PersonCard[] => ids.flatMap((id) => cards.get(id) ?? [])
    const seen = n.people.filter((p) => p.seen !== null)
    const first = people[0]
    const late = dayOf(n.recordedAt) > n.happenedOn
    return (
      <Page {...frame} title={n.title} printed={undefined}>
        <PageHead title={n.title} lede={`${kindInWords(n.kind)}, ${longDay(n.happenedOn)}${n.happenedAt ? ` at ${timeOf(n.happenedAt)}` : ''}${n.place ? `, ${n.place}` : ''}`}
          end={first ? <ButtonLink href={`/people/${first.id}/family`}>To the family</ButtonLink> : undefined} />
        {ask.query.saved ? <Confirmation title="Note saved.">It stands in the records of {listed(people.map((p) => p.given || p.name))}.</Confirmation> : null}
        {n.correctedBy ? <Message kind="soon" title="There is a correction."><a href={`/notes/${n.correctedBy}`}>Read the corrected note</a>. This one stays as it was signed.</Message> : null}
        {n.corrects ? <Message kind="theme" title="This corrects an earlier note.">{n.correctionReason} <a href={`/notes/${n.corrects}`}>Read the first version</a></Message> : null}
        <Columns
          main={<>
            <Card title={`About ${people.length > 1 ? 'all of them' : first?.given || 'this person'}`} aside={<TokenRow marks={people.map(markOf)} />}><Account text={n.words} source={`${n.author}, written ${late ? shortDay(dayOf(n.recordedAt), today) : 'the same day'}`} /></Card>
            {n.passages.map((passage) => (
              <Card title={`About ${listed(about(passage.about).map((p) => p.given || p.name))} only`} aside={<TokenRow marks={about(passage.about).map(markOf)} />}><Account text={passage.words} /></Card>
            ))}
          </>}
          aside={<>
            <Card title="People">{people.map((p) => <NamedToken mark={markOf(p)} href={`/people/${p.id}`} />)}</Card>
            {seen.length > 0 ? (
              <Card title="Seen">
                <Facts facts={seen.flatMap((s) => {
                  const card = cards.get(s.personId)
                  return card ? [{ label: card.given || card.name, value: !s.seen ? 'Not seen' : `${s.seenAlone ? 'Seen alone' : 'Seen, not alone'}${s.bedroomSeen ? ', bedroom seen' : ''}` }] : []
                })} />
              </Card>
            ) : null}
          </>} />
      </Page>
    )
  },
})
