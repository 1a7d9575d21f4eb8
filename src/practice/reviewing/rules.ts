import { addDays, ageOn, type PlainDate } from '../../kernel/dates.ts'
import type { Chaired } from './model.ts'

type Born = Readonly<{ bornOn: PlainDate | null; unborn: boolean }>
/** From what age a child’s own view is asked for. */
const viewsFrom = 4
/** For how many days after a meeting a child’s view that is not written down is asked for. */
export const viewsAsked = 90

/** What a chair has before them: meetings to come, minutes to finish, reports that have not come, children whose view is missing. */
export function deskOf(chaired: readonly Chaired[], born: ReadonlyMap<string, Born>, today: PlainDate) {
  const toCome = chaired.filter((one) => one.state === 'planned' && one.on >= today).toSorted((a, b) => a.on.localeCompare(b.on))
  const asksFor = (id: string, on: PlainDate): boolean => { const child = born.get(id); return child !== undefined && !child.unborn && child.bornOn !== null && ageOn(child.bornOn, on) >= viewsFrom && ageOn(child.bornOn, on) < 18 }
  const missing = (one: Chaired) => one.people.filter((person) => !person.view && (person.participation === null || one.state === 'planned') && asksFor(person.personId, one.on))
  return {
    toCome,
    late: toCome.filter((one) => one.dueOn !== null && one.on > one.dueOn),
    toWrite: chaired.filter((one) => one.state === 'planned' && one.on < today).toSorted((a, b) => a.on.localeCompare(b.on)),
    reports: toCome.filter((one) => one.lateReports.length > 0),
    /** Asked before it is held, from a week before; and not written down with what was held in the last three months. */
    views: chaired.flatMap((one) => {
      const soon = one.state === 'planned' ? one.on >= today && one.on <= addDays(today, 7) : one.on >= addDays(today, -viewsAsked)
      const children = soon ? missing(one).map((person) => person.personId) : []
      return children.length > 0 ? [{ meeting: one, children }] : []
    }),
  }
}
