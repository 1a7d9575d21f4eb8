import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { SourceFile } from './architecture/reading.ts'
import { findings } from './architecture/rules.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const filesOf = (folder: string): SourceFile[] => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const rulesBrokenBy = (path: string, text: string): string[] => findings([{ path, text }]).map((finding) => finding.rule)

describe('the rules of the house', () => {
  it('are kept by every file', () => {
    const files = [...filesOf('src'), ...filesOf('content')]
    expect(files.length).toBeGreaterThan(40)
    expect(findings(files).map(({ path, line, rule, says }) => `${path}:${line} [${rule}] ${says}`)).toEqual([])
  })
})

describe('the rules are really looked at: each planted fault is found', () => {
  it.each([
    ['a floor that looks up', 'src/record/people/queries.ts', `import { x } from '../../practice/contacts/queries.ts'`, 'upward'],
    ['the machine room that reads the record', 'src/platform/http/server.ts', `import { x } from '../../record/people/model.ts'`, 'upward'],
    ['a floor that looks up by a type only', 'src/platform/http/server.ts', `import type { X } from '../../record/people/model.ts'`, 'upward'],
    ['a floor that looks up while it runs', 'src/record/work/queries.ts', `export const f = () => import('../../channel/web/routes.ts')`, 'upward'],
    ['a floor that looks up by handing on', 'src/record/work/queries.ts', `export { f } from '../../channel/web/routes.ts'`, 'upward'],
    ['a neighbour on the floor of practice', 'src/practice/contacts/commands.ts', `import { x } from '../assessments/commands.ts'`, 'sideways'],
    ['people that read the chronology above them', 'src/record/people/queries.ts', `import { x } from '../chronology/queries.ts'`, 'sideways'],
    ['peers of the record', 'src/record/answers/queries.ts', `import { x } from '../chronology/queries.ts'`, 'sideways'],
    ['a module nobody gave a place', 'src/record/attic/queries.ts', `import { x } from '../people/queries.ts'`, 'sideways'],
    ['another module’s tables', 'src/practice/contacts/queries.ts', `import { x } from '../../record/people/store.ts'`, 'back door'],
    ['another module’s tables, a room within', 'src/practice/contacts/queries.ts', `import { x } from '../../record/people/store/search.ts'`, 'back door'],
    ['another module’s rules', 'src/channel/web/pages.tsx', `import { x } from '../../record/work/rules.ts'`, 'back door'],
    ['a page with its hands in the tables', 'src/record/people/pages.tsx', `import { x } from './store.ts'`, 'rooms'],
    ['tables that call commands', 'src/record/people/store.ts', `import { x } from './commands.ts'`, 'rooms'],
    ['rules that ask the database', 'src/record/people/rules.ts', `import { x } from '../../platform/db/pool.ts'`, 'offline'],
    ['a model that reads files', 'src/record/people/model.ts', `import { readFileSync } from 'node:fs'`, 'pure'],
    ['a kernel that reads files', 'src/kernel/dates.ts', `import { readFileSync } from 'node:fs'`, 'pure'],
    ['an engine with a server in it', 'src/engine/forms/answers.ts', `import fastify from 'fastify'`, 'pure'],
    ['an engine that knows this council’s forms', 'src/engine/forms/answers.ts', `import { x } from '../../../content/codes/all.ts'`, 'upward'],
    ['content that runs', 'content/forms/x.ts', `import { x } from '../../src/platform/db/pool.ts'`, 'content'],
    ['an import without its extension', 'src/kernel/money.ts', `import { x } from './dates'`, 'extension'],
    ['a cast', 'src/kernel/money.ts', `export const x = (y: unknown) => y as string`, 'types'],
    ['a cast with brackets', 'src/kernel/money.ts', `export const x = (y: unknown) => <string>y`, 'types'],
    ['any', 'src/kernel/money.ts', `export const x = (y: any) => y`, 'types'],
    ['an exclamation mark', 'src/kernel/money.ts', `export const x = (y?: string) => y!.length`, 'types'],
    ['an enum', 'src/kernel/money.ts', `export enum X { A }`, 'types'],
    ['a class', 'src/kernel/money.ts', `export class Money {}`, 'types'],
    ['a rule that looks at the clock', 'src/practice/contacts/rules.ts', `export const f = () => new Date().getFullYear()`, 'clock'],
    ['milliseconds from the clock', 'src/platform/http/server.ts', `export const f = () => Date.now()`, 'clock'],
    ['SQL outside a store', 'src/practice/contacts/commands.ts', 'export const f = (sql: (t: TemplateStringsArray) => string) => sql`select 1`', 'tables'],
    ['a folder of everything', 'src/practice/utils/dates.ts', ``, 'names'],
    ['a file of everything', 'src/practice/contacts/helpers.ts', ``, 'names'],
    ['a barrel', 'src/practice/contacts/index.ts', ``, 'names'],
    ['a file too long to read', 'src/kernel/money.ts', '\n'.repeat(301), 'length'],
  ])('%s', (_, path, text, rule) => expect(rulesBrokenBy(path, text)).toContain(rule))

  it.each([
    ['a page looks down to its queries', 'src/practice/contacts/pages.tsx', `import { x } from './queries.ts'\nimport { Card } from '../../platform/page/card.tsx'`],
    ['a command uses its rules and its tables', 'src/practice/contacts/commands.ts', `import { x } from './rules.ts'\nimport { y } from './store.ts'`],
    ['a store holds the SQL', 'src/practice/contacts/store/contact.ts', 'export const f = (sql: (t: TemplateStringsArray) => string) => sql`select 1`'],
    ['practice asks the record by its queries', 'src/practice/contacts/commands.ts', `import { x } from '../../record/people/queries.ts'`],
    ['app.ts puts everything together', 'src/app.ts', `import { x } from './practice/contacts/pages.tsx'\nimport { y } from './channel/web/routes.ts'`],
    ['people use access', 'src/record/people/commands.ts', `import { x } from '../access/act.ts'`],
    ['a constant stays exact', 'src/kernel/money.ts', `export const x = [1, 2] as const\nimport { y as z } from './dates.ts'\nexport { z as w }`],
    ['words on a page are no code', 'src/practice/contacts/pages.tsx', `export const P = () => <p>as soon as any class can, new Date()!</p>`],
    ['a day is made from its text', 'src/kernel/dates.ts', `export const f = (t: string) => new Date(t)`],
    ['an error is a class', 'src/kernel/errors.ts', `export class HouseError extends Error {}`],
    ['a test may be firm', 'src/kernel/money.test.ts', `const x: string | undefined = 'a'\nexport const y = x!`],
  ])('%s, and may', (_, path, text) => expect(rulesBrokenBy(path, text)).toEqual([]))
})
