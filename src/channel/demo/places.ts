import type { Chance } from './chance.ts'

/** Everything here is invented. `ZV` has the form of a postcode area and is none. */
export type Place = Readonly<{ lines: readonly string[]; postcode: string; town: string }>

export const towns: readonly (readonly [string, number])[] = [
  ['Ardenvale', 1], ['Ardenvale', 2], ['Ardenvale', 3], ['Eastbrook', 4], ['Harrowmere', 5], ['Castle Fenby', 6], ['Nettleby', 7], ['Stonebridge Cross', 8], ['Little Wexham', 9], ['Oldcotes Green', 10], ['Priorsfield', 11], ['Saltmarsh End', 12],
]
const first = 'Mill Orchard Church Station Park Victoria Albert Chapel School Meadow Bridge Canal Foundry Weaver Tanner Cooper Sycamore Beech Willow Rowan Hawthorn Juniper Larch Cedar Heron Kestrel Wren Lapwing Quarry Priory Abbey Castle Market Wharf Lock Spring Well Brook Ferry Hill Valley Cathedral Coronation Jubilee Inkerman Alma Nelson Wellington Gladstone Peel Cobden Windsor Balmoral Elgin Tennyson Brontë Shelley Wordsworth Kipling Hardy'.split(' ')
const second = ['Lane', 'Road', 'Street', 'Avenue', 'Close', 'Crescent', 'Drive', 'Gardens', 'Grove', 'Place', 'Terrace', 'Way', 'Walk', 'Rise', 'Court']
const inward = 'ABDEFGHJLNPQRSTUWXYZ'
const blocks = ['Harrier House', 'Jubilee Court', 'Mercer Point', 'Weavers Tower', 'Beacon Heights', 'Larkspur House']

const letter = (chance: Chance) => inward[chance.whole(0, inward.length - 1)] ?? 'A'

/** A street and number of some town, with a postcode that fits the town. */
export function somePlace(chance: Chance, within?: string): Place {
  const [town, outward] = chance.pick(within ? towns.filter(([name]) => name === within) : towns)
  const street = `${chance.pick(first)} ${chance.pick(second)}`
  const postcode = `ZV${outward} ${chance.whole(1, 9)}${letter(chance)}${letter(chance)}`
  if (chance.happens(0.22)) return { lines: [`Flat ${chance.whole(1, 60)}, ${chance.pick(blocks)}`, street, town], postcode, town }
  return { lines: [`${chance.whole(1, 140)}${chance.happens(0.06) ? 'A' : ''} ${street}`, town], postcode, town }
}

export type School = Readonly<{ name: string; phase: 'nursery' | 'primary' | 'secondary'; town: string; establishment: number; safeguardingLead: string }>
const leads = ['Ms Adeyemi', 'Mr Whitcombe', 'Mrs Sandhu', 'Miss Calder', 'Mr Osei', 'Mrs Penrose', 'Ms Kaur', 'Mr Lindqvist', 'Mrs Farrow', 'Ms Bello', 'Mr Tranter', 'Mrs Ahmed', 'Miss Ogden', 'Ms Varga', 'Mr Kinsella', 'Mrs Dube', 'Ms Harte', 'Mr Rahman', 'Mrs Loveday', 'Ms Pike']
const schoolNames: readonly (readonly [string, School['phase'], string])[] = [
  ['Oakfield Primary', 'primary', 'Ardenvale'], ['Ridgeway Academy', 'secondary', 'Ardenvale'], ['Little Acorns Nursery', 'nursery', 'Ardenvale'], ['St Brannoc’s Primary', 'primary', 'Ardenvale'],
  ['Eastbrook Junior School', 'primary', 'Eastbrook'], ['Eastbrook High School', 'secondary', 'Eastbrook'], ['Harrowmere Primary', 'primary', 'Harrowmere'], ['The Mere School', 'secondary', 'Harrowmere'],
  ['Fenby Church School', 'primary', 'Castle Fenby'], ['Nettleby Primary', 'primary', 'Nettleby'], ['Stonebridge Academy', 'secondary', 'Stonebridge Cross'], ['Cross Lane Primary', 'primary', 'Stonebridge Cross'],
  ['Wexham Village School', 'primary', 'Little Wexham'], ['Oldcotes Primary', 'primary', 'Oldcotes Green'], ['Priorsfield College', 'secondary', 'Priorsfield'], ['Priory Lane Primary', 'primary', 'Priorsfield'],
  ['Saltmarsh Primary', 'primary', 'Saltmarsh End'], ['Estuary High School', 'secondary', 'Saltmarsh End'], ['Busy Wrens Nursery', 'nursery', 'Eastbrook'], ['Lantern Nursery', 'nursery', 'Priorsfield'],
]
export const schools: readonly School[] = schoolNames.map(([name, phase, town], i) => ({ name, phase, town, establishment: 2001 + i, safeguardingLead: leads[i] ?? 'Ms Adeyemi' }))

/** Where a child of this age goes, as near to home as there is one. */
export function schoolFor(chance: Chance, age: number, town: string): School | undefined {
  const phase = age >= 11 ? 'secondary' : age >= 4 ? 'primary' : age >= 2 ? 'nursery' : undefined
  if (!phase || age > 17) return undefined
  const near = schools.filter((school) => school.phase === phase && school.town === town)
  return chance.pick(near.length > 0 ? near : schools.filter((school) => school.phase === phase))
}

export const surgeries = ['Mill Lane Surgery', 'Canal Street Medical Centre', 'Eastbrook Health Centre', 'The Mere Practice', 'Fenby Surgery', 'Stonebridge Family Practice', 'Priorsfield Medical Centre', 'Saltmarsh Surgery'] as const
export const otherAgencies = ['Ardenvale Police', 'Ardenvale Community Midwifery', 'Ardenvale Health Visiting', 'Ardenvale General Hospital', 'Ardenvale Housing', 'Harbour Domestic Abuse Service', 'Turning Tide Recovery', 'Eastbrook Children’s Centre'] as const
