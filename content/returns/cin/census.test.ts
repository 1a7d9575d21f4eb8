import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { censusCodes } from './codes.ts'
import { censusElements } from './elements.ts'

const shared = process.env.KITH_SHARED ?? resolve(import.meta.dirname, '../../../../shared')
const given = (name: string) => resolve(shared, 'reference/cin', name)

describe('the census as we hold it', () => {
  const paths = Object.keys(censusElements)

  it('lists every group before what stands in it', () => {
    for (const [at, path] of paths.entries()) {
      const parent = path.split('/').slice(0, -1).join('/')
      if (parent) expect(paths.slice(0, at), path).toContain(parent)
    }
  })

  it('names no code twice in one list', () => {
    for (const [list, codes] of Object.entries(censusCodes)) {
      const names = codes.map(({ code }) => code)
      expect(new Set(names).size, list).toBe(names.length)
    }
  })

  it.skipIf(!existsSync(given('element_tree.json')))('has every element and code of the published structure of 2026 (skipped where the given folder is absent)', () => {
    type Node = { name: string; children?: Node[] }
    const names = (node: Node): string[] => [node.name, ...(node.children ?? []).flatMap(names)]
    const tree: { root: Node } = JSON.parse(readFileSync(given('element_tree.json'), 'utf8'))
    const ours = new Set(['Message', ...paths.map((path) => path.split('/').at(-1))])
    expect(names(tree.root).filter((name) => !ours.has(name))).toEqual([])

    const lists: Record<string, { codes?: { code: string }[] }> = JSON.parse(readFileSync(given('code_lists.json'), 'utf8'))
    const theirs = Object.values(lists).flatMap(({ codes }) => (codes ?? []).map(({ code }) => code)).sort()
    const held = Object.entries(censusCodes).filter(([list]) => list !== 'gender').flatMap(([, codes]) => codes.map(({ code }) => code)).sort()
    expect(held).toEqual(theirs)
  })
})
