import { posix } from 'node:path'
import { read, type Finding, type Import, type Mark, type Read, type SourceFile } from './reading.ts'

const floors: readonly string[] = ['kernel', 'engine', 'platform', 'record', 'practice', 'oversight', 'channel']
/** Siblings that may meet, lower first. Names in one list may not import each other. */
const meetingOrder: Readonly<Record<string, readonly (readonly string[])[]>> = {
  engine: [['conditions'], ['timescales', 'forms', 'pathways', 'returns', 'meetings']],
  platform: [['clock', 'config', 'log', 'progress', 'standing', 'host'], ['files', 'compute', 'db', 'keys'], ['documents'], ['http', 'page'], ['jobs'], ['start']],
  record: [['access'], ['people'], ['chronology', 'answers', 'documents', 'directory'], ['work'], ['outputs'], ['care', 'plans'], ['meetings']],
}
const apart = new Set(['practice', 'oversight', 'channel'])
const pure = new Set(['kernel', 'engine'])
/** Packages that a browser takes too. */
const browserPackages = new Set(['@sinclair/typebox', '@sinclair/typebox/value'])
const forbiddenName = /^(data|items?|managers?|helpers?|utils?|utilities|common|commons|misc|shared|index)$/
const nowAllowed = new Set(['src/platform/clock.ts', 'src/kernel/ids.ts'])
/** Small modules that keep their few statements beside what they mean. */
const withTables = new Set(['src/record/access/council.ts', 'src/record/work/register.ts'])
const isStore = (path: string): boolean => /(\/store\/|[sS]tore\.ts$)/.test(path) || path.startsWith('src/platform/db/') || withTables.has(path)
const longest = 300
/** Lists of words, with nothing in them to understand. */
const longLists = new Set(['src/record/people/matching/nicknames.ts', 'src/record/people/matching/nicknamesOfTheWorld.ts'])
/** Faults, processes and the frame of the command line are below the database, though they stand with the start they serve. */
const hostFiles = new Set(['src/platform/start/fault.ts', 'src/platform/start/process.ts', 'src/platform/start/commandLine.ts'])

/** Where a file stands: `src/record/people/store/search.ts` is on the floor record, in the module people, in the room store. */
type Place = Readonly<{ tree: string; floor: number; floorName: string; module: string; room: string; test: boolean }>
const bareName = (name: string) => name.replace(/\.tsx?$/, '').replace(/\.(test|fixture)$/, '')
export function placeOf(path: string): Place {
  const [tree = '', floorName = '', ...rest] = path.split('/')
  if (hostFiles.has(path)) return { tree: 'src', floor: 2, floorName: 'platform', module: 'host', room: bareName(path.split('/')[3] ?? ''), test: false }
  const test = /\.(test|fixture)\.tsx?$/.test(path)
  const floor = floors.indexOf(floorName)
  if (tree !== 'src' || floor < 0) return { tree, floor: floors.length, floorName: tree === 'src' ? 'app' : tree, module: bareName(floorName), room: '', test }
  return { tree, floor, floorName, module: bareName(rest[0] ?? ''), room: bareName(rest[1] ?? rest[0] ?? ''), test }
}

const target = (file: SourceFile, from: string): string | undefined => from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file.path), from)) : undefined
const rankOf = (floorName: string, module: string): number => meetingOrder[floorName]?.findIndex((rank) => rank.includes(module)) ?? -1

type Check = (file: SourceFile, at: Place, one: Import, to: Place | undefined, toPath: string | undefined) => string | undefined

const upward: Check = (_file, at, _one, to) => {
  if (!to || at.tree !== 'src') return undefined
  if (to.tree === 'content') return pure.has(at.floorName) && !at.test ? 'The engine reads content that is handed to it; it imports none.' : undefined
  if (to.tree !== 'src') return at.test ? undefined : `${to.tree} is no floor of the house.`
  return to.floor > at.floor ? `${at.floorName} lies under ${to.floorName} and may not look up.` : undefined
}
const sideways: Check = (_file, at, _one, to) => {
  if (!to || at.tree !== 'src' || to.tree !== 'src' || at.floor !== to.floor || at.floor === floors.length || at.module === to.module) return undefined
  if (apart.has(at.floorName)) return `Modules of ${at.floorName} meet below or in app.ts, never each other.`
  const order = meetingOrder[at.floorName]
  if (!order) return undefined
  const [mine, theirs] = [rankOf(at.floorName, at.module), rankOf(at.floorName, to.module)]
  if (mine < 0 || theirs < 0) return `${mine < 0 ? at.module : to.module} has no place in the order of ${at.floorName} in the rules.`
  return theirs < mine ? undefined : `${at.module} may not import ${to.module}: the order is ${order.map((rank) => rank.join(', ')).join(' < ')}.`
}
const privateRooms = new Set(['rules', 'store', 'island'])
const backDoor: Check = (_file, at, _one, to) => {
  if (!to || to.tree !== 'src' || to.floor < 3 || to.floor === floors.length || at.test) return undefined
  if (at.floor === to.floor && at.module === to.module) return undefined
  return privateRooms.has(to.room) && at.floor < floors.length ? `${to.room} of ${to.module} is private: use its model, queries or commands.` : undefined
}
const wrongRoom: Readonly<Record<string, readonly string[]>> = {
  model: ['rules', 'store', 'queries', 'commands', 'pages', 'island'],
  rules: ['store', 'queries', 'commands', 'pages', 'island'],
  store: ['queries', 'commands', 'pages', 'island'],
  pages: ['store'],
  island: ['store', 'queries', 'commands'],
}
const rooms: Check = (_file, at, one, to) => {
  if (!to || at.tree !== 'src' || at.floor < 3 || at.test || at.floor !== to.floor || at.module !== to.module || one.typeOnly) return undefined
  return wrongRoom[at.room]?.includes(to.room) ? `${at.room} may not use ${to.room}.` : undefined
}
const impure: Check = (_file, at, one, to) => {
  if (at.tree !== 'src' || at.test || to) return undefined
  if (pure.has(at.floorName) && !browserPackages.has(one.from)) return `${at.floorName} takes no ${one.from}: it runs in a browser too.`
  return (at.room === 'model' || at.room === 'rules') && at.floor >= 3 && one.from.startsWith('node:') ? `${at.room} runs offline too, without ${one.from}.` : undefined
}
const contentIsData: Check = (_file, at, _one, to) => {
  if (at.tree !== 'content' || at.test || !to) return undefined
  return to.tree === 'content' || pure.has(to.floorName) ? undefined : 'Content is data: it takes only types of the engine.'
}
const otherFloor: Check = (_file, at, one, to) => {
  const lowers = at.room === 'model' || at.room === 'rules'
  if (!to || at.tree !== 'src' || at.test || at.floor < 3 || !lowers || one.typeOnly || to.tree === 'content') return undefined
  return to.floor < 2 || to.room === 'model' || (to.floor === at.floor && to.module === at.module) ? undefined : `${at.room} imports only kernel, engine and models, because it runs offline too.`
}
const extension: Check = (_file, _at, one, to) => to && !/\.(tsx?|css|json|mjs)$/.test(one.from) ? 'An import names its file with the extension.' : undefined

const checks: readonly (readonly [string, Check])[] = [
  ['upward', upward], ['sideways', sideways], ['back door', backDoor], ['rooms', rooms], ['pure', impure], ['content', contentIsData], ['offline', otherFloor], ['extension', extension],
]
const says: Readonly<Record<Mark, string>> = {
  as: 'No cast: let the type follow from a schema or a check.', any: 'No any.', bang: 'No ! outside tests.', enum: 'No enum: use codes.',
  class: 'Functions, not classes, except an Error.', now: 'Time is handed in: only platform/clock.ts asks what time it is.', sql: 'SQL lives in a store.',
}

function marked(file: SourceFile, at: Place, found: Read): Finding[] {
  return found.marks
    .filter(({ kind }) => kind === 'sql' ? at.tree === 'src' && !at.test && !isStore(file.path) : kind === 'now' ? at.tree === 'src' && !nowAllowed.has(file.path) && !at.test : !at.test && at.tree !== 'test' && at.tree !== 'bench')
    .map(({ line, kind }) => ({ path: file.path, line, rule: kind === 'now' ? 'clock' : kind === 'sql' ? 'tables' : 'types', says: says[kind] }))
}

function named(file: SourceFile, at: Place): Finding[] {
  const bad = file.path.split('/').map((part) => part.replace(/\..*$/, '')).find((part) => forbiddenName.test(part))
  const lines = file.text.split('\n').length - 1
  return [
    ...(bad ? [{ path: file.path, line: 1, rule: 'names', says: `“${bad}” says nothing: name it by what it means.` }] : []),
    ...(at.tree === 'src' && !longLists.has(file.path) && lines > longest ? [{ path: file.path, line: longest, rule: 'length', says: `${lines} lines; split it by meaning, ${longest} is the most.` }] : []),
  ]
}

/** Everything in these files that breaks the rules of the house. */
export function findings(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => {
    const at = placeOf(file.path)
    const found = read(file)
    const imports = found.imports.flatMap((one) => {
      const toPath = target(file, one.from)
      const to = toPath === undefined ? undefined : placeOf(toPath)
      return checks.flatMap(([rule, check]) => {
        const said = check(file, at, one, to, toPath)
        return said ? [{ path: file.path, line: one.line, rule, says: `${said} (${one.from})` }] : []
      })
    })
    return [...named(file, at), ...imports, ...marked(file, at, found)]
  })
}
