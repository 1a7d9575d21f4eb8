import { columns, type TableName } from '../../../../content/returns/ssda903/tables.ts'
import { addMonths, ageOn, type PlainDate } from '../../../kernel/dates.ts'
import type { ReturnChild } from '../model.ts'
import { dayOf903, yearOf, type CountedBy } from './told.ts'

type Row = (column: string) => string
type Episode = Readonly<{ from: PlainDate; to: PlainDate | undefined; began: string; status: string; place: string; ended: string; urn: string }>
type Child = Readonly<{ personId: string; born: PlainDate | undefined; episodes: readonly Episode[]; row: (table: TableName) => Row | undefined }>

const reader = (table: TableName, row: readonly string[]): Row => (column) => row[columns[table].findIndex((one) => one === column)] ?? ''
const shortBreaks: readonly string[] = ['V3', 'V4']

function childOf({ personId, rows }: ReturnChild): Child {
  const row = (table: TableName) => { const first = rows[table]?.[0]; return first ? reader(table, first) : undefined }
  const episodes = (rows.Episodes ?? []).map((one) => reader('Episodes', one)).flatMap((of): Episode[] => {
    const from = dayOf903(of('DECOM'))
    return from && !shortBreaks.includes(of('LS')) ? [{ from, to: dayOf903(of('DEC')), began: of('RNE'), status: of('LS'), place: of('PLACE'), ended: of('REC'), urn: of('URN') }] : []
  }).sort((a, b) => a.from.localeCompare(b.from))
  return { personId, born: dayOf903(row('Header')?.('DOB')), episodes, row }
}

/** Begins a placement and not only a status: they came, or moved to another carer. */
const moved: readonly string[] = ['S', 'P', 'T', 'B']
/** Since when the child is looked after without a break, on a day. */
function since(child: Child, day: PlainDate): PlainDate | undefined {
  const until = child.episodes.filter((one) => one.from <= day)
  const began = until.findLastIndex((one) => one.began === 'S')
  return until[began]?.from
}
/** Since when the child lives where they live, on a day. */
const livingSince = (child: Child, day: PlainDate): PlainDate | undefined => child.episodes.findLast((one) => one.from <= day && moved.includes(one.began))?.from

/** What a looked-after return says of its year. */
export function countedLookedAfter(year: number, children: readonly ReturnChild[]): CountedBy {
  const { from, to } = yearOf(year)
  const inYear = (day: PlainDate | undefined) => day !== undefined && day >= from && day <= to
  const all = children.map(childOf)
  const people = (some: readonly Child[]): readonly string[] => some.map((one) => one.personId)
  const lastOf = (child: Child) => child.episodes.find((one) => one.from <= to && (!one.to || one.to > to))
  const there = all.filter((child) => lastOf(child))
  const part = (is: (episode: Episode, child: Child) => boolean, whole = there) => ({ people: people(whole.filter((child) => { const one = lastOf(child); return one !== undefined && is(one, child) })), of: people(whole) })
  const left = all.filter((child) => child.episodes.some((one) => inYear(one.to) && one.ended !== '' && one.ended !== 'X1'))
  const endedBy = (codes: RegExp) => ({ people: people(left.filter((child) => child.episodes.some((one) => inYear(one.to) && codes.test(one.ended)))) })
  const placesInYear = (child: Child) => child.episodes.filter((one) => moved.includes(one.began) && (one.to === undefined || one.to > from) && one.from <= to)
  // An episode that only changes the status goes on in the placement of the one before it.
  const lived = (child: Child) => { const began = placesInYear(child).length; const first = child.episodes.find((one) => one.from <= to && (one.to === undefined || one.to > from)); return began + (first && !moved.includes(first.began) ? 1 : 0) }
  const long = there.filter((child) => { const began = since(child, to); return began !== undefined && began <= addMonths(to, -30) && child.born !== undefined && ageOn(child.born, to) < 16 })
  const health = all.filter((child) => child.row('OC2'))
  const told = (column: string, whole = health) => ({ people: people(whole.filter((child) => child.row('OC2')?.(column) === '1')), of: people(whole) })
  const leavers = all.filter((child) => child.row('OC3'))
  const turning = (low: number, high: number) => leavers.filter((child) => child.born && ageOn(child.born, to) >= low && ageOn(child.born, to) <= high)
  const suitable = (some: readonly Child[]) => ({ people: people(some.filter((child) => /^[A-Z]\d?1$/.test(child.row('OC3')?.('ACCOM') ?? ''))), of: people(some) })
  return {
    'care.at31': { people: people(there) }, 'care.started': { people: people(all.filter((child) => child.episodes.some((one) => one.began === 'S' && inYear(one.from)))) }, 'care.ceased': { people: people(left) },
    'care.order': part((one) => ['C1', 'C2'].includes(one.status)), 'care.agreed': part((one) => one.status === 'V2'), 'care.placementOrder': part((one) => one.status === 'E1'),
    'care.fostered': part((one) => /^U[1-6]$/.test(one.place)), 'care.kin': part((one) => /^U[1-3]$/.test(one.place)), 'care.homes': part((one) => one.place === 'K2'),
    'care.unaccompanied': part((_, child) => child.row('UASC') !== undefined), 'care.moves': part((_, child) => lived(child) >= 3),
    'care.steady': part((_, child) => { const began = livingSince(child, to); return began !== undefined && began <= addMonths(to, -24) }, long),
    'care.adopted': endedBy(/^E1[12]$/), 'care.guardian': endedBy(/^E4[3-8]$/),
    'health.checked': told('HEALTH_ASSESSMENT'), 'health.teeth': told('TEETH_CHECK'), 'health.vaccinated': told('IMMUNISATIONS'),
    'health.convicted': told('CONVICTED', health.filter((child) => child.born && ageOn(child.born, to) >= 10)),
    'leaving.inTouch': { people: people(leavers.filter((child) => child.row('OC3')?.('IN_TOUCH') === 'YES')), of: people(leavers) },
    'leaving.suitable18': suitable(turning(17, 18)), 'leaving.suitable21': suitable(turning(19, 21)),
    'leaving.active': { people: people(leavers.filter((child) => /^[FP]/.test(child.row('OC3')?.('ACTIV') ?? ''))), of: people(leavers) },
  }
}
