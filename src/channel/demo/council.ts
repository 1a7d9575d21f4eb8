import { moment, addMonths, type PlainDate } from '../../kernel/dates.ts'
import type { Role } from '../../record/access/model.ts'
import { chanceOf, type Chance } from './chance.ts'
import { givenName, heritages } from './names.ts'
import { storyLandline } from './numbers.ts'
import { otherAgencies, schools, surgeries } from './places.ts'
import type { Size } from './sizes.ts'
import type { Account, Council, Staff, Team } from './story.ts'

/** A team with who decides in it and who works in it. */
export type Working = Readonly<{ team: Team; head: Staff; workers: readonly Staff[] }>
/** The council as families meet it: who answers the door, who works with them. */
export type Offices = Readonly<{
  council: Council
  frontDoor: Working
  emergency: Working
  family: readonly Working[]
  earlyHelp: Working
  adults: Working
  /** Who chairs conferences, and the independent reviewing officers: no part in managing any case. */
  reviewing: Working & Readonly<{ heads: readonly Staff[]; chairs: readonly Staff[]; officers: readonly Staff[] }>
  /** Who leads so many team managers, in a council with more than one head can supervise. */
  services: readonly Readonly<{ head: Staff; teams: readonly Team[] }>[]
  records: Staff
  privacy: Staff
  /** Keeps the adoption files. */
  adoption: Staff | undefined
  agency: (name: string) => Team | undefined
  since: PlainDate
}>

type Fixed = readonly [name: string, jobTitle: string, role: Role, more?: Readonly<{ limit?: number; hours?: number; qualified?: boolean; shown?: string }>]
const fixed: Readonly<Record<string, readonly Fixed[]>> = {
  'Children and Families': [['Margaret Ellison', 'Head of service', 'head', { shown: 'head of service' }]],
  'Front Door': [
    ['Marcus Webb', 'Front door manager', 'manager', { shown: 'front door manager' }], ['Ffion Davies', 'Front door social worker', 'worker', { shown: 'front door worker' }],
    ['Imran Sheikh', 'Front door social worker', 'worker'], ['Danielle Brooks', 'Referral officer', 'worker', { qualified: false }],
  ],
  'Emergency Duty Team': [['Oluwaseun Bright', 'Emergency duty manager', 'manager'], ['Gwen Tranter', 'Emergency duty social worker', 'worker']],
  'Family Support 1': [['Alison Reed', 'Team manager', 'manager'], ['Hannah Cope', 'Social worker', 'worker', { limit: 18 }], ['Kwabena Osei', 'Social worker', 'worker', { limit: 18 }], ['Ruta Simkute', 'Senior social worker', 'worker', { limit: 16 }], ['Ben Askew', 'Social worker', 'worker', { limit: 18 }]],
  'Family Support 2': [
    ['Tom Hughes', 'Team manager', 'manager', { shown: 'team manager, Family Support 2' }], ['Priya Nair', 'Social worker', 'worker', { limit: 18, shown: 'social worker, Family Support 2' }], ['Sam Price', 'Social worker', 'worker', { limit: 18 }],
    ['Mei Chan', 'Social worker', 'worker', { limit: 14, hours: 0.8 }], ['Joe Adair', 'Social worker', 'worker', { limit: 18 }], ['Lena Marsh', 'Newly qualified social worker', 'worker', { limit: 8, hours: 0.6 }],
    ['Bea Lawton', 'Business support officer', 'businessSupport', { qualified: false, shown: 'business support' }],
  ],
  'Family Support 3': [['Joseph Amadi', 'Team manager', 'manager'], ['Carys Bevan', 'Social worker', 'worker', { limit: 18 }], ['Tomasz Zielinski', 'Social worker', 'worker', { limit: 18 }], ['Nadia Hussain', 'Social worker', 'worker', { limit: 18 }]],
  'Early Help': [['Rosalind Fox', 'Early help manager', 'manager', { qualified: false }], ['Dev Parmar', 'Family worker', 'worker', { qualified: false }], ['Shanice Grant', 'Family worker', 'worker', { qualified: false, shown: 'early help worker' }]],
  'Adults East': [['Peter Lindley', 'Adults team manager', 'manager'], ['Yvonne Clarke', 'Adults social worker', 'worker']],
}
const offices: readonly (readonly [name: string, jobTitle: string, role: Role, shown: string])[] = [
  ['Rhys Morgan', 'Records officer', 'records', 'records officer'], ['Ade Bankole', 'System administrator', 'administrator', 'administrator'], ['Paula Whitfield', 'Privacy officer', 'privacy', 'privacy officer'],
  ['Naomi Sewell', 'Solicitor', 'legal', 'solicitor'], ['Graham Pell', 'Designated officer', 'designatedOfficer', 'designated officer'], ['Keira Osman', 'Returns and data officer', 'returns', 'returns officer'],
]
const addressOf = (name: string) => `${name.toLowerCase().normalize('NFD').replace(/[^a-z -]/g, '').trim().replace(/[ -]+/g, '.')}@ardenvale.example`

/** The teams and everybody in them. More family teams and agencies for the larger sizes. */
export function officesOf(size: Size, seed: string, today: PlainDate): Offices {
  const chance = chanceOf(`${seed}/council`)
  const since = addMonths(today, -12 * 16)
  const at = moment(`${since}T09:00:00.000Z`)
  const used = new Set<string>()
  const teams: Team[] = []
  const staff: Staff[] = []
  const accounts: Account[] = []
  const team = (name: string, kind: Team['kind'], domain: Team['domain'], parent?: Team): Team => {
    const made: Team = { id: chance.id(at), name, kind, domain, parentId: parent?.id ?? null }
    teams.push(made)
    return made
  }
  const person = (name: string, jobTitle: string, role: Role, within: Team | undefined, more: Fixed[3] = {}): Staff => {
    let email = addressOf(name)
    for (let n = 2; used.has(email); n++) email = addressOf(name).replace('@', `${n}@`)
    used.add(email)
    const careRole = role === 'worker' || role === 'manager' || role === 'head'
    const made: Staff = {
      id: chance.id(at), name, email, kind: role === 'partner' ? 'partner' : 'staff', jobTitle, phone: storyLandline(staff.length), qualified: more.qualified ?? careRole, registration: (more.qualified ?? careRole) ? `SW${200_000 + staff.length * 37}` : null,
      caseloadLimit: more.limit ?? null, hours: more.hours ?? 1, memberships: [{ id: chance.id(at), teamId: within?.id ?? null, role }],
    }
    staff.push(made)
    if (more.shown) accounts.push({ name, email, role: more.shown })
    return made
  }
  const fill = (within: Team): Working => {
    const people = (fixed[within.name] ?? []).map(([name, jobTitle, role, more]) => person(name, jobTitle, role, within, more))
    const [head] = people
    if (!head) throw new Error('A team needs somebody who decides.')
    return { team: within, head, workers: people.filter((one) => one.memberships[0]?.role === 'worker') }
  }
  const directorate = team('Children and Families', 'directorate', 'children')
  for (const [name, jobTitle, role, more] of fixed[directorate.name] ?? []) person(name, jobTitle, role, directorate, more)
  const service = team('Family Support', 'service', 'children', directorate)
  const frontDoor = fill(team('Front Door', 'frontDoor', 'children', directorate))
  const emergency = fill(team('Emergency Duty Team', 'emergencyDuty', 'children', directorate))
  const family = ['Family Support 1', 'Family Support 2', 'Family Support 3'].map((name) => fill(team(name, 'team', 'children', service)))
  const earlyHelp = fill(team('Early Help', 'team', 'earlyHelp', directorate))
  const adults = fill(team('Adults East', 'team', 'adults'))
  const [records, administrator, privacy] = offices.map(([name, jobTitle, role, shown]) => person(name, jobTitle, role, undefined, { qualified: false, shown }))
  if (!records || !administrator || !privacy) throw new Error('The offices of the council are not all filled.')
  for (let n = 4; n <= size.familyTeams; n++) family.push(moreStaff(chance, team(`Family Support ${n}`, 'team', 'children', service), Math.max(3, Math.round((size.staff - besideTeams(size)) / size.familyTeams) - 1), person))
  const agencies = [...schools.map((school) => school.name), ...surgeries, ...otherAgencies].map((name) => team(name, 'agency', 'earlyHelp'))
  for (const school of schools.slice(0, 2)) person(`${school.safeguardingLead.split(' ')[1]} ${school.name}`, 'Safeguarding lead', 'partner', agencies.find((agency) => agency.name === school.name), { qualified: false })
  for (let n = 2; n < size.partners; n++) person(someName(chance), 'Partner', 'partner', chance.pick(agencies), { qualified: false })
  const permanence = team('Adoption and Permanence', 'team', 'children', service)
  const adviser = person('Nora Blythe', 'Adoption adviser', 'worker', permanence, { limit: 16 })
  const adoption: Staff = { ...adviser, memberships: [...adviser.memberships, { id: chance.id(at), teamId: null, role: 'adoption' }] }
  staff[staff.indexOf(adviser)] = adoption
  const reviewing = reviewingTeam(size, seed, team('Conferences and Reviews', 'team', 'children', directorate), person)
  const services = familyServices(family, seed, (n) => team(`Family Support, service ${n}`, 'service', 'children', service), person, teams)
  const byName = new Map(agencies.map((agency) => [agency.name, agency]))
  accounts.sort((a, b) => order(a.name) - order(b.name))
  return { council: { name: 'Ardenvale Council', since: at, teams, staff, accounts }, frontDoor, emergency, family, earlyHelp, adults, reviewing, services, records, privacy, adoption, agency: (name) => byName.get(name), since }
}

const shownFirst = ['Priya Nair', 'Tom Hughes', 'Ffion Davies', 'Marcus Webb', 'Margaret Ellison', 'Bea Lawton', 'Shanice Grant', 'Rhys Morgan', 'Ade Bankole', 'Paula Whitfield']
const order = (name: string) => (shownFirst.includes(name) ? shownFirst.indexOf(name) : shownFirst.length)

function someName(chance: Chance): string {
  const heritage = chance.weighted(heritages)
  return `${givenName(chance, chance.happens(0.75) ? heritage.women : heritage.men, new Set())} ${chance.pick(heritage.families)}`
}

type Hires = (name: string, jobTitle: string, role: Role, within: Team, more?: Fixed[3]) => Staff
/** So many children to a reviewing officer (the IRO Handbook of 2010 asks for 50 to 70), and about as many on plans of protection to a chair. */
const childrenEach = { officer: 62, chair: 70 } as const
/** So many of them to a reviewing manager. */
const reviewersEach = 8
const managersEach = 7
const knownOfficers = ['June Ward', 'Peter Osman', 'Lynne Cartwright'] as const
const knownChairs = ['Edmund Blake', 'Sunita Rao'] as const

/** So many of the staff are in no family team. */
const besideTeams = (size: Size): number => Math.round(size.plans.now / childrenEach.chair + size.care.now / childrenEach.officer + size.familyTeams / managersEach)

/** A team beside the others: two of each at the least, so that nobody chairs everything. */
function reviewingTeam(size: Size, seed: string, within: Team, person: Hires): Offices['reviewing'] {
  const chance = chanceOf(`${seed}/reviewing`)
  const hired = (known: readonly string[], count: number, jobTitle: string) => Array.from({ length: Math.max(2, Math.round(count)) }, (_, n) => person(known[n] ?? someName(chance), jobTitle, 'worker', within, n === 0 ? { shown: jobTitle.toLowerCase() } : {}))
  const head = person('Yvonne Carter', 'Reviewing manager', 'manager', within)
  const chairs = hired(knownChairs, size.plans.now / childrenEach.chair, 'Conference chair')
  const officers = hired(knownOfficers, size.care.now / childrenEach.officer, 'Independent reviewing officer')
  const workers = [...chairs, ...officers]
  const heads = [head, ...Array.from({ length: Math.ceil(workers.length / reviewersEach) - 1 }, () => person(someName(chance), 'Reviewing manager', 'manager', within))]
  return { team: within, head, heads, workers, chairs, officers }
}

/** A large council has service managers between its team managers and its head of service: each leads about seven teams. */
function familyServices(family: readonly Working[], seed: string, service: (n: number) => Team, person: Hires, teams: Team[]): Offices['services'] {
  const chance = chanceOf(`${seed}/services`)
  const led = family.slice(3)
  return Array.from({ length: led.length > managersEach ? Math.ceil(led.length / managersEach) : 0 }, (_, n) => {
    const within = service(n + 1)
    const theirs = led.slice(n * managersEach, (n + 1) * managersEach).map((one) => one.team)
    for (const one of theirs) teams[teams.indexOf(one)] = { ...one, parentId: within.id }
    return { head: person(someName(chance), 'Service manager', 'manager', within), teams: theirs }
  })
}

function moreStaff(chance: Chance, team: Team, count: number, person: (name: string, jobTitle: string, role: Role, within: Team, more?: Fixed[3]) => Staff): Working {
  const head = person(someName(chance), 'Team manager', 'manager', team)
  const workers = Array.from({ length: count }, (_, i) => person(someName(chance), i % 5 === 0 ? 'Senior social worker' : 'Social worker', 'worker', team, { limit: 18 }))
  return { team, head, workers }
}
