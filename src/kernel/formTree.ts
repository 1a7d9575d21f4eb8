type Tree = { [name: string]: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** The fields of a form as a tree: `people.0.given` with `Isla` becomes `{ people: [{ given: 'Isla' }] }`. A name that comes several times is a list. */
export function treeOf(fields: Iterable<readonly [string, string]>): Tree {
  const root: Tree = {}
  for (const [name, value] of fields) put(root, name.split('.'), value)
  const listed = asLists(root)
  return isTree(listed) ? listed : {}
}

function put(tree: Tree, path: readonly string[], value: string): void {
  const [first, ...rest] = path
  if (first === undefined || first === '' || forbidden.has(first) || path.length > 8) return
  if (rest.length === 0) {
    const before = tree[first]
    tree[first] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
    return
  }
  const under = tree[first]
  const branch = isTree(under) ? under : {}
  tree[first] = branch
  put(branch, rest, value)
}

/** A tree whose every name is a number becomes a list, in their order: 0, 1, 7 are three. */
function asLists(value: unknown): unknown {
  if (!isTree(value)) return value
  const names = Object.keys(value)
  if (names.length > 0 && names.every((name) => /^\d{1,3}$/.test(name))) {
    return names.sort((a, b) => Number(a) - Number(b)).map((name) => asLists(value[name]))
  }
  return Object.fromEntries(names.map((name) => [name, asLists(value[name])]))
}
