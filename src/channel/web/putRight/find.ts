import { assessmentsAbout } from '../../../practice/assessments/queries/about.ts'
import { casesOf } from '../../../practice/contacts/commands/case.ts'
import { enquiriesAbout } from '../../../practice/protection/queries.ts'
import type { Asking } from '../../../record/access/model.ts'
import { may } from '../../../record/access/permissions.ts'
import { careHistory } from '../../../record/care/queries.ts'
import { meetingsAbout } from '../../../record/meetings/queries.ts'
import { plansOf } from '../../../record/plans/queries.ts'
import type { RowRead } from '../../../oversight/returns/beside/row.ts'
import type { Act, Place } from './places.ts'

/** A row of the record by its day: the one of that very day, else the one that ran then, else the newest there is. Rows come newest first. */
export function onDay<Row>(rows: readonly Row[], day: string | undefined, from: (row: Row) => string): Row | undefined {
  return (day ? rows.find((row) => from(row) === day) ?? rows.find((row) => from(row) <= day) : undefined) ?? rows[0]
}
type Wanted = Readonly<{ personId: string; place: Place; row: RowRead | undefined; table: string; /** Nothing of the kind is told yet of the year. */ anew?: boolean }>
type Find = (asking: Asking, wanted: Wanted, day: string | undefined) => Promise<string>

const initial = ['initialConference', 'preBirthConference', 'transferInConference']
/** The meeting that tells it: its minutes to be written, or those that are; else it is arranged. */
async function meetingFor(asking: Asking, personId: string, kinds: readonly string[], field: string, on: string | undefined, plan: string): Promise<string> {
  const meetings = (await meetingsAbout(asking, [personId], 100)).filter((one) => kinds.includes(one.kind))
  const held = on ? meetings.find((one) => one.state === 'held' && one.on === on) : undefined
  const planned = meetings.find((one) => one.state === 'planned')
  return held ? `/meetings/${held.id}#minutes` : planned ? `/meetings/${planned.id}/hold#${field}` : `/meetings/new?${plan}kind=${kinds[0] ?? ''}&people=${personId}#on`
}
const plansIn = async (asking: Asking, { personId, table }: Wanted) => (await plansOf(asking, [personId])).filter((one) => one.kind === (table === 'CINplanDates' ? 'childInNeedPlan' : 'protectionPlan'))
const startOf = (personId: string) => (plan: Awaited<ReturnType<typeof plansOf>>[number]) => plan.people.find((one) => one.personId === personId)?.startedOn ?? plan.startedOn

const find: Readonly<Record<Act, Find>> = {
  case: async (asking, { personId, place }, day) => {
    const one = onDay((await casesOf.of(asking, { id: personId })).cases, day, (row) => row.receivedOn)
    return one ? `/people/${personId}/cases?put=${one.referralId}#${place.field}-${one.referralId}` : `/people/${personId}/cases`
  },
  contact: async (asking, { personId, place }, day) => {
    const one = onDay((await casesOf.of(asking, { id: personId })).cases, day, (row) => row.receivedOn)
    return one?.contactId ? `/contacts/${one.contactId}?put=again#${place.field}` : one ? `/people/${personId}/cases?put=${one.referralId}#closedOn-${one.referralId}` : '/contacts/new'
  },
  assessment: async (asking, { personId, place }, day) => {
    const one = onDay(await assessmentsAbout(asking, [personId]), day, (row) => row.startedOn)
    if (!one?.itemId) return `/people/${personId}/records`
    if (one.state === 'open' || one.state === 'returned') return `/assessments/${one.itemId}#${place.field}`
    return one.state === 'sent' && one.signOffId && may(asking.actor, 'decisions.read') ? `/decisions?item=${one.signOffId}#comment` : `/assessments/${one.itemId}/read?put=reopen#reason`
  },
  enquiry: async (asking, { personId, place }, day) => {
    const one = onDay(await enquiriesAbout(asking, [personId]), day, (row) => row.initiatedOn)
    return one?.itemId ? `/protection/enquiries/${one.itemId}#${place.field}` : `/people/${personId}/plans`
  },
  conference: (asking, { personId, place, row }) => meetingFor(asking, personId, initial, place.field, row?.get('DateOfInitialCPC'), ''),
  review: async (asking, wanted, day) => {
    const { personId, place, table, row } = wanted
    const one = onDay(await plansIn(asking, wanted), table === 'Reviews' ? undefined : day, startOf(personId))
    return meetingFor(asking, personId, ['reviewConference'], place.field, row?.get('CPPreviewDate'), one ? `plan=${one.id}&` : '')
  },
  plan: async (asking, wanted, day) => {
    const one = onDay(await plansIn(asking, wanted), day, startOf(wanted.personId))
    return one ? `/plans/${one.id}?put=end#${wanted.place.field}` : `/people/${wanted.personId}/plans`
  },
  placement: async (asking, { personId, place }, day) => {
    const one = onDay((await careHistory.of(asking, { id: personId })).placements, day, (row) => row.from)
    return one ? `/people/${personId}/care/placements/${one.placementId}#${place.field}` : `/people/${personId}/care/begin#on`
  },
  nextPlacement: async (asking, wanted) => {
    const { placements } = await careHistory.of(asking, { id: wanted.personId })
    const one = placements.find((each) => each.from === wanted.row?.get('DEC'))
    return one ? `/people/${wanted.personId}/care/placements/${one.placementId}#${wanted.place.field}` : find.placement(asking, { ...wanted, place: { ...wanted.place, field: 'on' } }, wanted.row?.get('DECOM'))
  },
  ending: async (asking, wanted, day) => {
    const { personId, place, row } = wanted
    const { placements, statuses } = await careHistory.of(asking, { id: personId })
    const one = onDay(placements, day, (each) => each.from)
    if (one?.to === null && !row?.has('DEC')) return `/people/${personId}/care/end#${place.field}`
    const moved = placements.find((each) => each.from === row?.get('DEC'))
    const status = statuses.find((each) => each.kind === 'lookedAfter' && each.from === row?.get('DEC'))
    return moved ? `/people/${personId}/care/placements/${moved.placementId}#${place.field}` : status ? `/people/${personId}/legal/${status.orderId}#correct-from` : find.placement(asking, { ...wanted, place: { ...place, field: 'on' } }, day)
  },
  status: async (asking, { personId, place }, day) => {
    const one = onDay((await careHistory.of(asking, { id: personId })).statuses.filter((each) => each.kind === 'lookedAfter').toSorted((a, b) => (a.from < b.from ? 1 : -1)), day, (each) => each.from)
    return one ? `/people/${personId}/legal/${one.orderId}#${place.field}` : `/people/${personId}/legal/new#new-code`
  },
  fact: async (asking, { personId, place, anew }, day) => {
    const facts = (await careHistory.of(asking, { id: personId })).facts.filter((one) => one.kind === place.fact)
    // A row that is told, and whose day is known, is corrected; what is not told is recorded.
    const one = anew ? undefined : day ? facts.find((each) => each.on === day) : place.row === undefined ? facts[0] : undefined
    return `/people/${personId}/care/record?kind=${place.fact ?? ''}${one ? `&corrects=${one.factId}` : ''}#${place.field}`
  },
  visit: (_, { personId, place }) => Promise.resolve(`/notes/new?kind=visit&people=${personId}#${place.field}`),
  work: (_, { personId, place }) => Promise.resolve(`/handovers/new?people=${personId}#${place.field}`),
}

/** A day as the census and the return about looked-after children write it. */
const dayIn = (row: RowRead | undefined, column: string | undefined): string | undefined => (column ? row?.get(column) : undefined)

/** The address at which somebody puts it right, with the field in it. */
export const addressOf = (asking: Asking, wanted: Wanted): Promise<string> => find[wanted.place.act](asking, wanted, dayIn(wanted.row, wanted.place.row))
