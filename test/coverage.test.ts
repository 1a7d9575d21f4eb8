import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const rows = readFileSync(join(root, 'docs/coverage.md'), 'utf8').split('\n').flatMap((line) => {
  const [, id = '', state = '', words = '', shown = ''] = line.split('|').map((cell) => cell.trim())
  return /^[A-Z]{2}-\d+$/.test(id) ? [{ id, state, words, shown: [...shown.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '') }] : []
})
const given = join(process.env.KITH_SHARED ?? resolve(root, '../shared'), 'spec/requirements.md')

describe('the page of coverage is honest', () => {
  it('says each requirement once, in one of three states', () => {
    expect(rows.length).toBeGreaterThan(200)
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
    expect(rows.filter((row) => !['works', 'part', 'not yet'].includes(row.state))).toEqual([])
  })

  it('names a test that is there for everything that works, and says what there is of everything in part', () => {
    expect(rows.filter((row) => row.state === 'works' && (row.shown.length === 0 || row.shown.some((file) => !existsSync(join(root, file))))).map((row) => row.id)).toEqual([])
    expect(rows.filter((row) => row.state === 'part' && row.words === '').map((row) => row.id)).toEqual([])
  })

  it.skipIf(!existsSync(given))('leaves no requirement out (skipped where ../shared is not beside the project)', () => {
    const asked = [...readFileSync(given, 'utf8').matchAll(/^\| ((?:MB|DW|RO|EH|CH|AD|FI|DM|PT|RP|SE|OP|GV|WF|RC|US)-\d+) \|/gm)].map((found) => found[1] ?? '')
    expect(asked.filter((id) => !rows.some((row) => row.id === id))).toEqual([])
  })
})
