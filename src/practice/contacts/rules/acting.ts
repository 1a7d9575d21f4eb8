import { blankAdult, blankChild, type Typed, type TypedAdult, type TypedChild } from '../model/typed.ts'
import { isEmptyChild, splitName, type Known } from './names.ts'

const nextKey = (letter: string, rows: readonly { key: string }[]): string =>
  `${letter}${rows.reduce((most, row) => Math.max(most, Number(row.key.slice(1)) || 0), 0) + 1}`

const withAdult = (typed: Typed, adult: TypedAdult, known: Known): Typed => {
  const adults = [...typed.adults, adult]
  const address = known[adult.personId]?.address
  return { ...typed, find: '', adults, home: typed.home || typed.lines || !address ? typed.home : adult.key }
}

/** The row after this one begins with what brothers and sisters share. */
function withChild(typed: Typed): Typed {
  const before = typed.children.at(-1)
  const child: TypedChild = { ...blankChild(nextKey('c', typed.children), before?.parents), responsible: before?.responsible ?? [], family: before && before.parents.length === 0 ? before.family : '' }
  return { ...typed, children: [...typed.children, child] }
}

const withNamedChild = (typed: Typed, given: string): Typed => {
  const free = typed.children.findIndex((child) => isEmptyChild(child))
  if (free >= 0) return { ...typed, children: typed.children.map((child, i) => (i === free ? { ...child, given } : child)) }
  const more = withChild(typed)
  return { ...more, children: more.children.map((child, i) => (i === more.children.length - 1 ? { ...child, given } : child)) }
}

const withKnownChild = (typed: Typed, personId: string): Typed => {
  if (typed.children.some((child) => child.personId === personId)) return typed
  const free = typed.children.find((child) => child.personId === '' && child.given === '' && child.born === '')
  const row: TypedChild = { ...blankChild(free?.key ?? nextKey('c', typed.children)), personId }
  return { ...typed, find: '', children: free ? typed.children.map((child) => (child === free ? row : child)) : [...typed.children, row] }
}

/**
 * What a button of the form does to what is typed; the same on the server (a form sent) and in the browser. Actions: `addChild`, `addNamed:NAME` (a name that was told), `removeChild:KEY`, `removeAdult:KEY`,
 * `pick:ID`, `pickChild:ID`, `pickAll:ID,ID`, `same:KEY:ID` (a row is this known person), `notSame:KEY`, `addNew` and `addNew:SURNAME` (the name in the box is somebody new). Others change nothing.
 */
export function acted(typed: Typed, action: string, known: Known): Typed {
  const [what, first = '', second = ''] = action.split(':')
  switch (what) {
    case 'addChild': return withChild(typed)
    case 'addNamed': return withNamedChild(typed, first)
    case 'removeChild': return { ...typed, children: typed.children.filter((child) => child.key !== first) }
    case 'removeAdult': return {
      ...typed, home: typed.home === first ? '' : typed.home, adults: typed.adults.filter((adult) => adult.key !== first),
      children: typed.children.map((child) => ({ ...child, parents: child.parents.filter((key) => key !== first), responsible: child.responsible.filter((key) => key !== first) })),
    }
    case 'pick': return typed.adults.some((adult) => adult.personId === first) ? { ...typed, find: '' } : withAdult(typed, { ...blankAdult(nextKey('a', typed.adults)), personId: first }, known)
    case 'pickChild': return withKnownChild(typed, first)
    case 'pickAll': return first.split(',').reduce((so, id) => withKnownChild(so, id), typed)
    case 'same': return {
      ...typed,
      adults: typed.adults.map((adult) => (adult.key === first ? { ...adult, personId: second } : adult)),
      children: typed.children.map((child) => (child.key === first ? { ...child, personId: second } : child)),
    }
    case 'notSame': return {
      ...typed,
      adults: typed.adults.map((adult) => (adult.key === first ? { ...adult, notSame: true } : adult)),
      children: typed.children.map((child) => (child.key === first ? { ...child, notSame: true } : child)),
    }
    case 'addNew': {
      const name = splitName(typed.find)
      return withAdult(typed, { ...blankAdult(nextKey('a', typed.adults)), ...name, ...(first ? { given: typed.find.trim(), family: first } : {}) }, known)
    }
    default: return typed
  }
}
