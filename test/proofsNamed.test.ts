import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lineCommands } from '../src/commands.ts'

const root = resolve(import.meta.dirname, '..')
const schema = readFileSync(join(root, 'db/schema.sql'), 'utf8')
const folders = ['', 'src', 'src/channel', 'src/platform', 'src/record', 'src/record/access', 'src/record/access/identity']

describe.each(['docs/security.md', 'docs/operations.md'])('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const named = [...new Set([...text.matchAll(/`([^`\n]+)`/g)].map((found) => found[1] ?? ''))]

  it('names files and folders that are there', () => {
    const paths = named.flatMap((one) => one.replace(/^npx vitest run /, '').split(' ')).filter((one) => /^[\w/]+(\.[\w]+)*\.(ts|tsx|md|json)$/.test(one) && (one.includes('/') || one.endsWith('.test.ts')))
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((one) => !folders.some((folder) => existsSync(join(root, folder, one))))).toEqual([])
  })

  it('names commands and measurements that can be run, and links that lead somewhere', () => {
    const commands = named.flatMap((one) => /^npm run kith -- (.+)$/.exec(one)?.[1] ?? [])
    expect(commands.filter((one) => !lineCommands.some(({ name }) => one === name || one.startsWith(`${name} `)))).toEqual([])
    const soaks = named.flatMap((one) => /^npm run soak -- (\w+)/.exec(one)?.[1] ?? [])
    expect(soaks.filter((one) => !existsSync(join(root, 'soak', `${one}.ts`)))).toEqual([])
    const links = [...text.matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map((found) => found[1] ?? '')
    expect(links.filter((one) => !existsSync(join(root, dirname(page), one)))).toEqual([])
  })

  it('names functions and tables of the database that are there', () => {
    const schemas = new Set(readdirSync(join(root, 'db/migrations')).flatMap((file) => [...readFileSync(join(root, 'db/migrations', file), 'utf8').matchAll(/^create schema (\w+)/gm)].map((found) => found[1] ?? '')))
    const things = named.filter((one) => schemas.has(/^(\w+)\.[a-z]+(_[a-z]+)+$/.exec(one)?.[1] ?? ''))
    expect(things.filter((one) => !new RegExp(`(FUNCTION|PROCEDURE|table|view) ${one.replace('.', '\\.')}\\b`).test(schema))).toEqual([])
  })
})
