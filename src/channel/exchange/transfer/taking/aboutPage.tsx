import { dayInWords, dayOf, moment } from '../../../../kernel/dates.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { Card } from '../../../../platform/page/card.tsx'
import { ChronologyFilters } from '../../../../platform/page/chronology.tsx'
import { Page, PageHead } from '../../../../platform/page/layout.tsx'
import { EmptyState } from '../../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../../platform/page/navigation.tsx'
import { page } from '../../../../record/access/page.ts'
import { cardsOf, idsOf, sightOf } from '../../../../record/people/queries.ts'
import { pieceKinds, pieceTitles } from '../model.ts'
import { CameCards } from './cameCards.tsx'
import * as come from './comeStore.ts'
import { besideOf } from './lineStore.ts'

/** Everything that other councils handed to us about one person, to be read in one place: under the same sight as the rest of the record. */
export const cameAboutPage = page('/people/:id/came', {
  what: 'page.cameAbout',
  may: 'record.read',
  load: async (asking, ask) => {
    const known = await sightOf(asking, ask.params['id'] ?? '')
    if (known.sight !== 'full') throw notFound('These records are not open to you. Ask the worker.')
    const ids = await idsOf(asking, [known.id])
    const cases = await come.about(asking.db, ids)
    const pieces = (await Promise.all(cases.map((one) => come.pieces(asking.db, one.id)))).flat().filter((one) => one.about.some((id) => ids.includes(id)))
    const beside = await besideOf(asking.db, ids)
    const people = [...new Set([known.id, ...pieces.flatMap((one) => one.about), ...beside.flatMap((one) => one.about)])]
    asking.saw(people)
    return { id: known.id, cases, pieces, beside, cards: await cardsOf(asking, people), today: asking.today }
  },
  view: ({ id, cases, pieces, beside, cards, today }, frame, ask) => {
    const card = cards.get(id)
    if (!card) throw notFound()
    const title = 'From other councils'
    const kind = pieceKinds.find((one) => one === ask.query['kind'])
    const there = pieceKinds.filter((one) => pieces.some((piece) => piece.kind === one))
    return (
      <Page {...frame} title={`${title}: ${card.name}`}>
        <PageHead title={title} before={<Breadcrumb steps={[{ label: card.name, href: `/people/${id}` }, { label: 'Records', href: `/people/${id}/records` }, { label: title }]} />} lede={`What was handed to us about ${card.given || card.name}, in the words of those who wrote it. The search of the record looks in it too.`} />
        {cases.length === 0 ? <EmptyState title="Nothing came.">No other council has handed us anything about this person.</EmptyState> : <>
          <ChronologyFilters links={[{ label: 'Everything', href: `/people/${id}/came`, here: !kind }, ...there.map((one) => ({ label: pieceTitles[one], href: `/people/${id}/came?kind=${one}`, here: kind === one }))]} />
          <div class="stack-gap">{cases.map((one) => (
            <>
              <Card title={one.fromName} aside={<a href={`/transfers/came/${one.id}`}>The case</a>} lede={`Made on ${dayInWords(dayOf(moment(one.madeAt)))}, ${one.acceptedAt ? `accepted here on ${dayInWords(dayOf(moment(one.acceptedAt)))}` : 'not accepted here yet'}.`}><p><a href={`/transfers/came/${one.id}/account`}>What became of each line</a></p></Card>
              <CameCards from={one.fromName} pieces={pieces.filter((piece) => piece.comeId === one.id && (!kind || piece.kind === kind))} beside={kind ? [] : beside.filter((line) => line.comeId === one.id)} cards={cards} today={today} />
            </>
          ))}</div>
        </>}
      </Page>
    )
  },
})
