import { tableNames } from '../../../content/returns/ssda903/tables.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { check903, type FoundIn } from '../../oversight/returns/rules/check903.ts'
import type { ReturnChild } from '../../oversight/returns/model.ts'
import { rowsByChild } from '../../oversight/returns/rules/rows903.ts'
import { tablesOf, type Child } from '../../record/care/returns/rows.ts'
import type { Offices } from './council.ts'
import type { FamilyStory } from './story.ts'

/** Children of a story that was told, as the record gives them to the return. */
export function childrenOf(family: FamilyStory, offices: Offices): Child[] {
  const staff = new Map(offices.council.staff.map((one) => [one.id, one]))
  const mine = new Set(family.care.periods.map((one) => one.personId))
  return family.people.filter((person) => mine.has(person.id)).map((person): Child => ({
    personId: person.id, localId: null, bornOn: person.bornOn, sex: person.sex, ethnicity: person.facts.findLast((fact) => fact.kind === 'ethnicity')?.value ?? null, upn: person.identifiers.find((one) => one.kind === 'upn')?.value ?? null,
    periods: family.care.periods.filter((one) => one.personId === person.id), placements: family.care.placements.filter((one) => one.personId === person.id), facts: family.care.facts.filter((one) => one.personId === person.id),
    statuses: family.legal.filter((one) => one.kind === 'lookedAfter' && one.people.includes(person.id)),
    workers: family.involvements.filter((one) => one.personId === person.id && one.role === 'allocated' && staff.get(one.workerId ?? '')?.qualified).map((one) => ({ number: staff.get(one.workerId ?? '')?.registration ?? null, from: one.from, to: one.to })).sort((a, b) => a.from.localeCompare(b.from)),
  }))
}

export type Returned = Readonly<{ year: number; children: readonly ReturnChild[]; rows: Readonly<Record<string, number>>; findings: readonly FoundIn[] }>
/** The returns of these years, each checked beside the one before. */
export function returned(children: readonly Child[], years: readonly number[], today: PlainDate): Returned[] {
  let last: ReadonlyMap<string, ReturnChild['rows']> | undefined
  return years.map((year) => {
    const facts = tablesOf(year, children, today)
    const rows = rowsByChild(facts, (personId) => personId)
    const told = [...rows].map(([personId, mine]): ReturnChild => ({ personId, number: personId, rows: mine }))
    const findings = check903(year, told, last, facts.to)
    last = rows
    return { year, children: told, rows: Object.fromEntries(tableNames.map((table) => [table, told.reduce((sum, child) => sum + (child.rows[table]?.length ?? 0), 0)])), findings }
  })
}
