import { addDays, addMonths, moment, type PlainDate } from '../../../kernel/dates.ts'
import { chanceOf, type Chance } from '../chance.ts'
import { heritages } from '../names.ts'
import { towns } from '../places.ts'
import type { Carers } from '../story.ts'

type Household = readonly [name: string, kind: string, area: string, agency: string | null, approvedMonthsAgo: number, terms: readonly [places: number, from: number, to: number] | null, last?: string]
const told: readonly Household[] = [
  ['Mary and John Okafor', 'foster', 'Ardenvale', null, 80, [2, 0, 10]], ['Ruth Penhale', 'foster', 'Eastbrook', 'Northway Fostering', 40, [1, 5, 17]], ['Sunita and Raj Verma', 'foster', 'Harrowmere', null, 110, [3, 0, 17]],
  ['Colin and Bev Harker', 'foster', 'Nettleby', 'Northway Fostering', 62, [2, 8, 17]], ['Grace Mensah', 'foster', 'Priorsfield', null, 30, [2, 0, 8]], ['Paul and Dean Wright', 'fosterAdopters', 'Castle Fenby', null, 9, [1, 0, 3]],
  ['Annika Berg', 'foster', 'Stonebridge Cross', null, 15, [1, 10, 17], 'onHold'], ['Tess and Bill Rowntree', 'foster', 'Little Wexham', null, 54, [3, 0, 12]],
  ['Hamid and Leila Farrokh', 'foster', 'Ardenvale', null, -4, null, 'stageTwo'], ['Josie Kerr', 'adopters', 'Saltmarsh End', null, -2, null, 'stageOne'], ['Ewan Bright', 'foster', 'Oldcotes Green', null, -1, null],
]

/** As many more as the children of a larger council need. */
function more(chance: Chance, count: number): Household[] {
  const used = new Set(told.map(([name]) => name))
  return Array.from({ length: count }, (): Household => {
    const heritage = chance.weighted(heritages)
    let name = ''
    do name = `${chance.pick(heritage.women)} ${chance.happens(0.7) ? `and ${chance.pick(heritage.men)} ` : ''}${chance.pick(heritage.families)}`
    while (used.has(name) && chance.happens(0.9))
    used.add(name)
    const from = chance.pick([0, 0, 0, 5, 8, 11])
    return [name, 'foster', chance.pick(towns)[0], chance.happens(0.4) ? 'Northway Fostering' : null, chance.whole(9, 150), [chance.whole(1, 3), from, from === 0 ? chance.pick([6, 12, 17]) : 17]]
  })
}

/** The council's carer households: approved ones reviewed each year, one that takes nobody for now, three on their way. */
export function carersOf(seed: string, today: PlainDate, by: string, children = 0): Carers {
  const chance = chanceOf(`${seed}/carers`)
  return [...told, ...more(chance, Math.max(0, Math.round(children / 2) - told.length))].map(([name, kind, area, agency, approved, terms, last]) => {
    const begun = addMonths(today, approved < 0 ? approved : -approved - 8)
    const at = (on: PlainDate) => moment(`${addDays(on, 1) < today ? addDays(on, 1) : on}T10:00:00.000Z`)
    const steps: { id: string; step: string; on: PlainDate; terms: typeof terms; words: string | null; at: ReturnType<typeof at>; by: string }[] = []
    const step = (one: string, on: PlainDate, withTerms = false, words: string | null = null): void => { if (on < today) steps.push({ id: chance.id(at(on)), step: one, on, terms: withTerms ? terms : null, words, at: at(on), by }) }
    step('enquiry', begun)
    if (approved > 0 || last) step('stageOne', addMonths(begun, 1))
    if (approved > 0 || last === 'stageTwo') step('stageTwo', addMonths(begun, 3))
    if (approved > 0) {
      step('panel', addDays(addMonths(begun, 8), -9), false, 'Recommended, all members.')
      step('approved', addMonths(begun, 8), true)
      for (let on = addMonths(begun, 19); on < today; on = addDays(addMonths(on, 12), -chance.whole(3, 12))) step('reviewed', on)
      if (last) step(last, addDays(today, -chance.whole(10, 40)), false, 'A break after a long placement.')
    }
    return { id: chance.id(at(begun)), name, kind, area, agency, at: at(begun), by, steps }
  })
}
