import { meetingKinds } from '../../../content/meetings/kinds.ts'
import { addDays } from '../../kernel/dates.ts'
import { notFound } from '../../kernel/errors.ts'
import { isId } from '../../kernel/ids.ts'
import { shape } from '../../kernel/shape.ts'
import { query } from '../../record/access/act.ts'
import type { Asking } from '../../record/access/model.ts'
import { cardsOf, idsOf } from '../../record/people/queries.ts'
import { driftingAmong, runningPlansOf } from '../../record/plans/queries.ts'
import { itemsNamed } from '../../record/work/queries.ts'
import type { Dispute } from './model.ts'
import { deskOf, viewsAsked } from './rules.ts'
import * as store from './store.ts'

/** Meetings with a chair from outside the team: conferences and reviews of children in our care. */
export const independent: readonly string[] = meetingKinds.filter((kind) => kind.chair === 'independent').map((kind) => kind.id)

/** The desk of whoever chairs conferences or reviews children in our care. */
export const chairsDesk = query('reviewing.desk', shape({}), {
  may: 'work.do',
  run: async (asking) => {
    const { db, today } = asking
    const since = addDays(today, -400)
    // One behind the other on one connection: whom the reader sees is known before the rest is read.
    const [, { chaired, held }, reviewed, disputes] = await Promise.all([
      store.lookUpDesk(db, independent, since), store.chaired(db, asking.actor.id, independent, { since, shownFrom: addDays(today, -viewsAsked), today }), store.reviewed(db, asking.actor.id), store.raisedBy(db, asking.actor.id),
    ])
    const [plans, parts] = await Promise.all([runningPlansOf(asking, held), idsOf(asking, reviewed.map((one) => one.personId))])
    const [actions, drifting, due] = await Promise.all([store.lateActions(db, plans, today), driftingAmong(asking, plans), store.toArrange(db, { meetings: held, kinds: independent, reviewed: parts, today })])
    const people = [...new Set([...reviewed.map((one) => one.personId), ...chaired.flatMap((one) => one.people.map((person) => person.personId)), ...actions.flatMap((one) => one.people), ...drifting.flatMap((one) => one.people), ...disputes.flatMap((one) => one.people)])]
    const [arrange, cards] = await Promise.all([itemsNamed(asking, due), cardsOf(asking, people)])
    asking.saw(people)
    return { ...deskOf(chaired, cards, asking.today), actions, drifting, arrange, reviewed: reviewed.filter((one) => cards.has(one.personId)), disputes, cards }
  },
})

/** One dispute. @throws NotFound */
export async function disputeFor(asking: Asking, id: string): Promise<Dispute> {
  const dispute = isId(id) ? await store.disputeById(asking.db, id) : undefined
  if (!dispute) throw notFound('We could not find that dispute.')
  asking.saw(dispute.people)
  return dispute
}
export const whoAnswers = (asking: Asking) => store.answering(asking.db)
export const chairWaits = (asking: Asking) => store.waiting(asking.db, asking.actor.id, independent, asking.today)
