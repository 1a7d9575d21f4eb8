import { adoptionStages, leavings, moveReasons, type Volumes } from '../../../../content/demonstration/volumes.ts'
import { addDays, addMonths, daysBetween, plain, type PlainDate } from '../../../kernel/dates.ts'
import { chanceOf, type Chance } from '../chance.ts'
import { fairly } from '../fairly.ts'
import type { CareState } from './care.ts'

/** The way of some children through care: brothers and sisters go it together. `bornOn`: of the eldest. */
export type Career = Readonly<{ state: CareState; bornOn: PlainDate; on: PlainDate; contactOn: PlainDate; closesOn: PlainDate | null; children: number }>
/** Of whom to tell: so many in care today, so many who left within a year, and of those who left before them one in so many. */
export type CareWanted = Volumes['lookedAfter'] & Readonly<{ oneIn: number }>

type Way = Readonly<{ state: Omit<CareState, 'weight' | 'days' | 'ages'>; single?: true }>
type Drawn = Readonly<{ chance: Chance; today: PlainDate; /** Days since care began. */ days: number; on: PlainDate; bornOn: PlainDate }>
/** How one kind of career is drawn: how long ago care began and how old the eldest was then, both in days; then what happened. */
type Kind = Readonly<{ name: string; weight: number; days: readonly [number, number]; began: readonly [youngest: number, eldest: number]; now?: readonly [youngest: number, eldest: number]; tell: (drawn: Drawn) => Way }>

const year = 365
const supportedFrom = plain('2023-11-01')
const foster = (after = 0) => ({ after, kind: 'foster', provider: 'ownCouncil' })
const relative = (after = 0) => ({ after, kind: 'fosterRelative', provider: 'ownCouncil' })
const moved = (chance: Chance) => chance.weighted(moveReasons.filter(([reason]) => reason !== 'statusOnly' && reason !== 'carePlan'))
/** Now and then another foster home, between two days. */
const moves = (chance: Chance, from: number, to: number, everyYears: number) => {
  const lived: { after: number; kind: string; provider: string; reason: string }[] = []
  for (let after = from + chance.whole(60, Math.round(everyYears * 2 * year)); after < to - 30; after += chance.whole(60, Math.round(everyYears * 2 * year))) lived.push({ ...foster(after), reason: moved(chance) })
  return lived
}
const begins = (chance: Chance): CareState['statuses'] => chance.weighted([[[[0, 'interimCareOrder']], 5], [[[0, 'policeProtectionInCare'], [2, 'accommodated'], [chance.whole(10, 30), 'interimCareOrder']], 2], [[[0, 'accommodated'], [chance.whole(12, 40), 'interimCareOrder']], 4]])
/** Interim order, then the full one after about forty weeks. */
const underOrder = (chance: Chance): CareState['statuses'] => [...begins(chance), [chance.whole(220, 330), 'careOrder']]
const missing = (chance: Chance, days: number): CareState['facts'] => (chance.happens(0.4) ? [[chance.whole(5, Math.max(6, days - 4)), 'missing', { how: chance.pick(['missing', 'missing', 'away']) }]] : [])
const supported = (drawn: Drawn, after: number) => (addDays(drawn.on, after) >= supportedFrom ? { after, kind: 'supportedAccommodation', provider: 'private' } : { after, kind: 'childrensHome', provider: 'private' })
/** Sixteen, in days since care began. */
const sixteen = ({ bornOn, on }: Drawn): number => Math.max(0, daysBetween(on, addMonths(bornOn, 12 * 16)))

/** Those in care on a day, in the shares of legal status and placement that `content/demonstration/volumes.ts` cites. */
const inCare: readonly Kind[] = [
  { name: 'by agreement, this year', weight: 8, days: [5, 320], began: [30, 15 * year], tell: ({ chance }) => ({ state: { name: 'by agreement', statuses: [[0, 'accommodated']], lived: [chance.happens(0.3) ? relative() : foster()] } }) },
  { name: 'in proceedings', weight: 16, days: [12, 364], began: [14, 13 * year], tell: ({ chance }) => ({ state: { name: 'in proceedings', statuses: begins(chance), lived: chance.happens(0.3) ? [foster(), { ...relative(chance.whole(10, 60)), reason: 'carePlan' }] : [foster()] } }) },
  { name: 'long-term fostering', weight: 34, days: [year, 10 * year], began: [20, 12 * year], now: [2 * year, 17.8 * year], tell: ({ chance, days, ...drawn }) => ({ state: { name: 'long-term fostering', statuses: underOrder(chance), lived: [foster(), ...moves(chance, 0, 300, 1), { after: 340, kind: 'fosterLongTerm', provider: 'private', reason: 'carePlan' }, ...moves(chance, 360, days, 4).map((one) => ({ ...one, kind: 'fosterLongTerm' }))], facts: days > sixteen({ chance, days, ...drawn }) ? missing(chance, days) ?? [] : [] } }) },
  { name: 'with relatives', weight: 11, days: [year, 8 * year], began: [20, 11 * year], now: [2 * year, 17.8 * year], tell: ({ chance }) => ({ state: { name: 'with relatives', statuses: underOrder(chance), lived: [relative(), { after: 340, kind: 'fosterRelativeLongTerm', provider: 'ownCouncil', reason: 'statusOnly', same: true }] } }) },
  { name: 'care order at home', weight: 6, days: [340, 4 * year], began: [30, 12 * year], now: [year, 17.5 * year], tell: ({ chance }) => ({ state: { name: 'care order at home', statuses: [[0, 'interimCareOrder'], [chance.whole(220, 300), 'careOrder']], lived: [foster(), { after: chance.whole(301, 330), kind: 'ownParents', provider: 'parents', reason: 'carePlan' }] } }) },
  { name: 'children’s home', weight: 9, days: [220, 4 * year], began: [8 * year, 15.5 * year], now: [10 * year, 17.8 * year], tell: ({ chance, days }) => ({ single: true, state: { name: 'children’s home', need: chance.pick(['behaviour', 'abuseOrNeglect', 'childDisability']), statuses: chance.happens(0.4) ? [[0, 'accommodated']] : underOrder(chance), lived: [{ after: 0, kind: 'foster', provider: 'private' }, { after: Math.min(50, days - 5), kind: 'childrensHome', provider: 'private', reason: 'carerBehaviour' }, ...(days > 900 ? [{ after: chance.whole(500, 800), kind: 'childrensHome', provider: 'private', reason: moved(chance) }] : [])], facts: [...missing(chance, days) ?? [], ...(days > 200 && chance.happens(0.12) ? [[chance.whole(120, 190), 'deprivationOfLiberty', { court: 'High Court' }, true] as const] : [])] } }) },
  { name: 'supported accommodation', weight: 6, days: [150, 3 * year], began: [14 * year, 17 * year], now: [16.3 * year, 17.9 * year], tell: (drawn) => ({ single: true, state: { name: 'supported accommodation', planned: true, need: 'acuteStress', statuses: drawn.chance.happens(0.5) ? [[0, 'accommodated']] : underOrder(drawn.chance), lived: [{ after: 0, kind: 'foster', provider: 'private' }, { ...supported(drawn, Math.max(20, sixteen(drawn) + 20)), reason: 'carePlan' }], facts: missing(drawn.chance, drawn.days) ?? [] } }) },
  { name: 'adoption is the plan', weight: 4, days: [300, 560], began: [14, 3 * year], tell: (drawn) => adoption(drawn, undefined) },
  { name: 'placed for adoption', weight: 3, days: [640, 840], began: [14, 3 * year], tell: (drawn) => adoption(drawn, undefined) },
  { name: 'came alone', weight: 3, days: [20, 2 * year], began: [15 * year, 17 * year], now: [15.5 * year, 17.9 * year], tell: (drawn) => ({ single: true, state: alone(drawn) }) },
]

const alone = (drawn: Drawn): Way['state'] => ({ name: 'came alone', alone: true, planned: true, need: 'absentParenting', statuses: [[0, 'accommodated']], lived: [{ after: 0, kind: 'foster', provider: 'private' }, ...(drawn.days > sixteen(drawn) + 60 ? [{ ...supported(drawn, sixteen(drawn) + 40), reason: 'carePlan' }] : [])] })

/** Decided, matched, placed and, where it came to that, ordered, each in its time. */
function adoption({ chance, days }: Drawn, ends: 'adoptedConsent' | 'adoptedDispensed' | undefined): Way {
  const month = (months: number): number => Math.round(months * 30.4) + chance.whole(-12, 12)
  const decided = Math.min(month(adoptionStages.decided), days - 30)
  const order = decided + chance.whole(4, 25)
  const matched = decided + month(adoptionStages.matched)
  const placed = matched + month(adoptionStages.placed)
  const family = chance.weighted([['manAndWoman', 'married', 6], ['manAndWoman', 'unmarried', 1], ['women', 'sameSexMarried', 1], ['men', 'civil', 1], ['woman', 'single', 1]].map(([sexes, status, weight]) => [{ sexes: String(sexes), status: String(status) }, Number(weight)] as const))
  return {
    state: {
      name: ends ? 'adopted' : 'adoption is the plan', statuses: [[0, 'interimCareOrder'], [order, 'placementOrder']],
      lived: [foster(), { after: placed, kind: 'adoptionOrder', provider: 'ownCouncil', reason: 'carePlan', hidden: true }],
      facts: [[decided, 'permanenceDecision', { step: 'decisionMaker', plan: 'adoption' }], [matched, 'match', { fosterCarer: 'no', adopters: family.status === 'single' ? '1' : '2', ...family }]],
      ...(ends ? { end: { after: days, reason: ends } } : {}),
    },
  }
}

const grownUp = (name: string, weight: number, reason: string, more: (drawn: Drawn) => Pick<Way['state'], 'statuses' | 'lived'> & Partial<Way['state']>): Kind => ({
  name, weight, days: [200, 7 * year], began: [11 * year, 17 * year], now: [18 * year, 18 * year],
  tell: (drawn) => ({ single: true, state: { name, end: { after: drawn.days, reason }, ...more(drawn) } }),
})
/** Those who left, by how. A grown-up leaves on the eighteenth birthday. */
const left: readonly Kind[] = [
  { name: 'went home', weight: leavings.home, days: [25, 1000], began: [30, 15 * year], now: [40, 15.8 * year], tell: ({ chance, days }) => ({ state: { name: 'went home', statuses: days > 120 && chance.happens(0.4) ? begins(chance) : [[0, 'accommodated']], lived: [chance.happens(0.25) ? relative() : foster()], end: { after: days, reason: chance.pick(['homePlanned', 'homePlanned', 'homePlanned', 'homeNotPlanned']) } } }) },
  { name: 'special guardianship', weight: leavings.guardianship, days: [260, 720], began: [20, 13 * year], tell: ({ chance, days }) => ({ state: { name: 'special guardianship', statuses: begins(chance), lived: [relative()], end: { after: days, reason: chance.pick(['guardianFosterRelative', 'guardianFosterRelative', 'guardianFosterRelative', 'guardianRelative']) } } }) },
  { name: 'adopted', weight: leavings.adopted, days: [840, 1000], began: [14, 3 * year], tell: (drawn) => adoption(drawn, drawn.chance.happens(0.25) ? 'adoptedConsent' : 'adoptedDispensed') },
  { name: 'child arrangements', weight: 5, days: [120, 500], began: [year, 13 * year], tell: ({ chance, days }) => ({ state: { name: 'child arrangements', statuses: begins(chance), lived: [relative()], end: { after: days, reason: 'childArrangements' } } }) },
  { name: 'another council', weight: 2, days: [60, 600], began: [year, 12 * year], tell: ({ days }) => ({ state: { name: 'another council', statuses: [[0, 'accommodated']], lived: [foster()], end: { after: days, reason: 'otherCouncil' } } }) },
  grownUp('to live on their own, with support', 12, 'independentSupported', (drawn) => ({ statuses: drawn.days > 400 ? underOrder(drawn.chance) : [[0, 'accommodated']], lived: [{ after: 0, kind: 'foster', provider: 'private' }, ...(drawn.days > sixteen(drawn) + 60 ? [{ ...supported(drawn, sixteen(drawn) + 30), reason: 'carePlan' }] : [])], facts: missing(drawn.chance, drawn.days) ?? [] })),
  grownUp('stays with the carers', 11, 'stayingPut', ({ chance, days }) => ({ statuses: days > 400 ? underOrder(chance) : [[0, 'accommodated']], lived: [foster(), ...(days > 420 ? [{ after: 380, kind: 'fosterLongTerm', provider: 'ownCouncil', reason: 'statusOnly', same: true as const }] : [])] })),
  grownUp('to live on their own', 5, 'independent', () => ({ statuses: [[0, 'accommodated']], lived: [{ after: 0, kind: 'childrensHome', provider: 'private' }] })),
  grownUp('eighteen, for another reason', 5, 'other', ({ chance, days }) => ({ need: 'behaviour', statuses: [[0, 'accommodated']], lived: [{ after: 0, kind: 'childrensHome', provider: 'private' }], facts: missing(chance, days) ?? [] })),
  grownUp('came alone, and grew up', 3, 'independentSupported', (drawn) => alone(drawn)),
  grownUp('to adult services', 1, 'adultServices', () => ({ need: 'childDisability', statuses: [[0, 'accommodated']], lived: [{ after: 0, kind: 'childrensHome', provider: 'voluntary' }] })),
]

/** Draws one: `endOn` is the day on which care ended, for those who left. */
function draw(kind: Kind, seed: string, today: PlainDate, endOn: PlainDate | null): Career {
  const chance = chanceOf(seed)
  const until = endOn ?? today
  const [low, high] = [kind.now?.[0] ?? 0, Math.min(kind.now?.[1] ?? 17.7 * year, kind.name.startsWith('came alone,') || kind.now?.[0] === 18 * year ? 18 * year : 17.9 * year)]
  // Short times are commoner than long ones.
  const wanted = kind.days[0] + Math.floor((kind.days[1] - kind.days[0]) * chance.next() ** 1.3)
  const grown = kind.now?.[0] === 18 * year
  const age = grown ? 0 : chance.whole(Math.max(Math.ceil(low), kind.began[0] + wanted), Math.max(Math.ceil(low), kind.began[0] + wanted, Math.floor(Math.min(high, kind.began[1] + wanted))))
  const bornOn = grown ? addDays(addMonths(until, -12 * 18), 0) : addDays(until, -Math.min(age, Math.floor(17.9 * year)))
  const days = Math.min(wanted, daysBetween(bornOn, until) - kind.began[0])
  const on = addDays(until, -days)
  const way = kind.tell({ chance, today, days, on, bornOn })
  const known = addDays(bornOn, 9)
  const contactOn = addDays(on, -chance.whole(12, 120))
  const grew = addMonths(bornOn, 12 * 21)
  const leaves = endOn !== null && endOn > addMonths(bornOn, 12 * 16)
  const closed = endOn === null ? null : leaves ? (grew < today ? grew : null) : addDays(endOn, chance.whole(6, 25))
  return {
    state: { weight: 0, days: [days, days], ages: [0, 17], ...way.state }, bornOn, on, contactOn: contactOn > known ? contactOn : known, closesOn: closed !== null && closed < addDays(today, -3) ? closed : null,
    children: way.single || (endOn !== null && grown) ? 1 : chance.weighted([[1, 64], [2, 25], [3, 11]]),
  }
}

/** All careers of a council. Care is told back for more than five years, and of those who grew up in it as far as they are in a return as care leavers. */
export function* careersOf(wanted: CareWanted, seed: string, today: PlainDate): Generator<Career> {
  const kinds = fairly(inCare.map((one) => [one, one.weight] as const))
  let n = 0
  const next = (kind: Kind, endOn: PlainDate | null): Career => draw(kind, `${seed}/career/${n++}`, today, endOn)
  for (let told = 0; told < wanted.now;) {
    const one = next(kinds(), null)
    told += one.children
    yield one
  }
  // Shares are of children: those who grew up in care leave one by one, the others with brothers and sisters.
  const leaving = fairly(left.map((one) => [one, one.now?.[0] === 18 * year ? one.weight * 1.47 : one.weight] as const))
  for (const [from, to, count] of windows(wanted, today)) {
    const chance = chanceOf(`${seed}/left/${from}`)
    for (let told = 0; told < count;) {
      const one = next(leaving(), chance.day(from, to))
      told += one.children
      yield one
    }
  }
  const grown = fairly(left.filter((one) => one.now?.[0] === 18 * year).map((one) => [one, one.weight] as const))
  const before = addMonths(today, -68)
  const chance = chanceOf(`${seed}/grown`)
  for (let told = 0; told < (wanted.ended * 0.37 * 3) / wanted.oneIn; told += 1) yield next(grown(), chance.day(addMonths(before, -36), before))
}

const windows = (wanted: CareWanted, today: PlainDate): (readonly [PlainDate, PlainDate, number])[] => [
  [addDays(today, -365), addDays(today, -12), wanted.ended],
  [addMonths(today, -68), addDays(today, -366), (wanted.ended * (68 / 12 - 1)) / wanted.oneIn],
]
