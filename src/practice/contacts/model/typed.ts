/** The form as it stands while it is typed: everything is text, nothing is refused, nothing is lost. Field names of the page are paths into it. */
export type TypedAdult = Readonly<{
  key: string
  /** Somebody known: their id. Empty: new. */
  personId: string
  given: string
  family: string
  born: string
  sex: string
  /** How they stand to the first adult: married, partner, separated, divorced, none. */
  tie: string
  /** How they stand to the children, where they are no parent: grandparent, friend … */
  kin: string
  elsewhere: boolean
  /** The recorder looked at who they may already be, and they are not. */
  notSame: boolean
}>

export type TypedChild = Readonly<{
  key: string
  personId: string
  given: string
  family: string
  born: string
  unborn: boolean
  sex: string
  /** Keys of the adults who are the parents. */
  parents: readonly string[]
  /** Keys of the parents said to have parental responsibility. */
  responsible: readonly string[]
  school: string
  elsewhere: boolean
  notSame: boolean
}>

export type Typed = Readonly<{
  draft: string
  source: string
  otherSource: string
  agency: string
  name: string
  role: string
  phone: string
  on: string
  time: string
  words: string
  danger: string
  knows: string
  hopes: string
  doing: string
  /** The box in which adults are looked for. */
  find: string
  adults: readonly TypedAdult[]
  children: readonly TypedChild[]
  /** Whose address it is: the key of a known adult; empty: as written in `lines` and `postcode`. */
  home: string
  lines: string
  postcode: string
}>

/** What the form shows of somebody who is known already. */
export type KnownPerson = Readonly<{
  id: string
  name: string
  given: string
  family: string
  sex: string
  unborn: boolean
  hue: number | null
  /** `34`, `due 12 Mar` */
  age: string
  born: string | null
  adult: boolean
  /** On one line, with the postcode; null when none is known or it is kept from the reader. */
  address: string | null
  /** Children who live with them or are theirs. */
  children: readonly Readonly<{ id: string; name: string; age: string }>[]
}>

/** Somebody who may be meant, with the reasons. */
export type Possible = Readonly<{ id: string; name: string; age: string; /** `born 2 May 1991` */ born: string; reasons: readonly string[]; likely: boolean; /** No more may be known than that a record exists. */ hidden?: boolean }>
export const hiddenName = 'A record kept to a few people'

export const blankChild = (key: string, parents: readonly string[] = []): TypedChild => ({ key, personId: '', given: '', family: '', born: '', unborn: false, sex: '', parents, responsible: [], school: '', elsewhere: false, notSame: false })
export const blankAdult = (key: string): TypedAdult => ({ key, personId: '', given: '', family: '', born: '', sex: '', tie: '', kin: '', elsewhere: false, notSame: false })
export const blank = (draft: string): Typed => ({
  draft, source: '', otherSource: '', agency: '', name: '', role: '', phone: '', on: '', time: '', words: '', danger: '', knows: '', hopes: '', doing: '', find: '',
  adults: [], children: [blankChild('c1')], home: '', lines: '', postcode: '',
})

type Tree = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (from: Tree, name: string, most = 20_000): string => {
  const value = from[name]
  const one: unknown = Array.isArray(value) ? value.at(-1) : value
  return typeof one === 'string' ? one.slice(0, most) : ''
}
const yes = (from: Tree, name: string): boolean => from[name] === true || text(from, name) === 'yes'
const texts = (from: Tree, name: string): string[] => {
  const value = from[name]
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')
}
const keyed = (from: Tree, letter: string, index: number): string => (/^[ac]\d{1,3}$/.test(text(from, 'key')) ? text(from, 'key') : `${letter}${index + 1}`)

/** Reads what a browser sent, or a kept draft, whatever is missing in it. */
export function typedOf(body: Tree, draft: string): Typed {
  const adults = listOf(body['adults']).filter(isTree).slice(0, 20)
  const children = listOf(body['children']).filter(isTree).slice(0, 30)
  return {
    draft: text(body, 'draft', 36) || draft, source: text(body, 'source', 60), otherSource: text(body, 'otherSource', 60),
    agency: text(body, 'agency', 200), name: text(body, 'name', 200), role: text(body, 'role', 200), phone: text(body, 'phone', 60),
    on: text(body, 'on', 60), time: text(body, 'time', 20), words: text(body, 'words'), danger: text(body, 'danger', 20), knows: text(body, 'knows', 20), hopes: text(body, 'hopes', 2000), doing: text(body, 'doing', 2000),
    find: text(body, 'find', 200), home: text(body, 'home', 20), lines: text(body, 'lines', 600), postcode: text(body, 'postcode', 12),
    adults: adults.map((a, i) => ({
      key: keyed(a, 'a', i), personId: text(a, 'personId', 36), given: text(a, 'given', 200), family: text(a, 'family', 200), born: text(a, 'born', 60), sex: text(a, 'sex', 20),
      tie: text(a, 'tie', 20), kin: text(a, 'kin', 20), elsewhere: yes(a, 'elsewhere'), notSame: yes(a, 'notSame'),
    })),
    children: children.map((c, i) => ({
      key: keyed(c, 'c', i), personId: text(c, 'personId', 36), given: text(c, 'given', 200), family: text(c, 'family', 200), born: text(c, 'born', 60), unborn: yes(c, 'unborn'), sex: text(c, 'sex', 20),
      parents: texts(c, 'parents'), responsible: texts(c, 'responsible'), school: text(c, 'school', 200), elsewhere: yes(c, 'elsewhere'), notSame: yes(c, 'notSame'),
    })),
  }
}
