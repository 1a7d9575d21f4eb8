import { shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { counted, listed, numberInWords, sentence } from '../../../kernel/phrasing.ts'
import { Card, Lines } from '../../../platform/page/card.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { TokenRow } from '../../../platform/page/token.tsx'
import { TrayGroup, type TrayWork } from '../../../platform/page/tray.tsx'
import { wordNow } from '../../../record/access/own/now.ts'
import { page, type Route } from '../../../record/access/page.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { byBirth, markOf } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { decidedLately, waiting } from '../queries.ts'
import { mayDecide } from '../rules/deciding.ts'
import { calledInWords, clockOf, outcomeLabels } from '../rules/words.ts'

type Cards = ReadonlyMap<string, PersonCard>
const cardsIn = (ids: readonly string[], cards: Cards): PersonCard[] => ids.flatMap((id) => cards.get(id) ?? []).sort(byBirth)
const whoIn = (cards: readonly PersonCard[]): string => (cards.length === 1 && cards[0] ? cards[0].name : cards.length > 4 ? counted(cards.length, 'child', 'children') : listed(cards.map(calledInWords)))

function rowOf(one: Awaited<ReturnType<typeof waiting.of>>[number], cards: Cards, today: PlainDate, deciding: boolean): TrayWork {
  const about = cardsIn(one.people, cards)
  return {
    title: `Contact from ${one.from}`, about: about.map(markOf), who: whoIn(about), also: `came ${shortDay(one.receivedOn, today)}`,
    clock: one.dueOn ? clockOf(one.dueOn, today) : { state: 'inTime', words: 'No date set' },
    open: { href: `/contacts/${one.id}`, words: deciding ? 'Decide' : 'Open' },
  }
}

/** `/contacts`: what came in and waits for a decision, and what was decided lately. */
const frontDoorPage = page('/contacts', {
  what: 'contacts.waiting', may: 'record.read',
  load: async (asking) => {
    const open = await waiting.of(asking, {})
    const lately = await decidedLately(asking)
    return { open, lately, cards: await cardsOf(asking, [...new Set([...open, ...lately].flatMap((one) => one.people))]), today: asking.today, deciding: mayDecide(asking.actor) }
  },
  view: ({ open, lately, cards, today, deciding }, frame) => {
    const late = open.filter((one) => one.dueOn !== null && one.dueOn < today)
    const rest = open.filter((one) => !late.includes(one))
    const lateWords = late.length === 0 ? '' : late.length === open.length ? ', late already' : `, ${numberInWords(late.length)} of them late`
    const lede = open.length === 0 ? 'Nothing waits for a decision.' : `${sentence(counted(open.length, 'contact waits', 'contacts wait'))} for a decision${lateWords}.`
    return (
      <Page {...frame} title={sentence(wordNow('frontDoor'))} place="front-door">
        <PageHead title={sentence(wordNow('frontDoor'))} lede={lede} end={<a href="/transfers">Cases between councils</a>} />
        <Columns
          main={<>
            {late.length > 0 ? <TrayGroup title="Late" rows={late.map((one) => rowOf(one, cards, today, deciding))} /> : null}
            {rest.length > 0 ? <TrayGroup title="To decide" rows={rest.map((one) => rowOf(one, cards, today, deciding))} /> : null}
            {open.length === 0 ? <EmptyState homely title="Everything that came in is decided.">New contacts appear here, the soonest due first.</EmptyState> : null}
          </>}
          aside={
            <Card title="Decided lately">
              {lately.length === 0 ? <EmptyState title="Nothing yet">Decisions of the last fourteen days appear here.</EmptyState> : (
                <Lines>{lately.map((one) => {
                  const about = cardsIn(one.people, cards)
                  return <div><a class="name" href={`/contacts/${one.id}`}>{sentence(whoIn(about))}</a> <TokenRow marks={about.map(markOf)} most={4} /><span class="second">{sentence(listed(one.outcomes.map((code) => (outcomeLabels[code] ?? code).toLowerCase())))}, {shortDay(one.decidedOn, today)}</span></div>
                })}</Lines>
              )}
            </Card>
          } />
      </Page>
    )
  },
})

export const frontDoorRoutes: readonly Route[] = [frontDoorPage]
