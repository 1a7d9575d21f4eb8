import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Value as Schema } from '@sinclair/typebox/value'
import { describe, expect, it } from 'vitest'
import { codeOfReturn, labelOf, returnCodeOf } from '../../src/kernel/codes.ts'
import { codeLists } from './all.ts'
import { CodeList } from './codeList.ts'
import { contactSources } from './contact.ts'
import { inverseRelationship, relationshipKinds } from './relationships.ts'

describe('the code lists', () => {
  it('are lists that may be used', () => expect(codeLists.flatMap((list) => [...Schema.Errors(CodeList, list)].map((error) => `${list.id}${error.path} ${error.message}`))).toEqual([]))
  it('have each id, each code and each label once', () => {
    const twice = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index)
    expect(twice(codeLists.map((list) => list.id))).toEqual([])
    for (const list of codeLists) {
      expect(twice(list.codes.map((one) => one.code)), list.id).toEqual([])
      expect(twice(list.codes.map((one) => one.label)), list.id).toEqual([])
      expect(twice(list.codes.flatMap((one) => one.returnCode ?? [])), list.id).toEqual([])
    }
  })
  it('are read both ways: our words, and the code of the return', () => {
    expect(labelOf(contactSources, 'school')).toBe('A school')
    expect(codeOfReturn(contactSources, '2A')).toBe('school')
    expect(returnCodeOf(contactSources, 'school')).toBe('2A')
  })
  it('keep an old code readable', () => expect(labelOf(contactSources, 'telegraph')).toBe('telegraph'))
  it('know for each relationship what the other person is', () => {
    for (const [kind, other] of Object.entries(inverseRelationship)) {
      expect(relationshipKinds.codes.map((one) => one.code)).toEqual(expect.arrayContaining([kind, other]))
      expect(inverseRelationship[other]).toBe(kind)
    }
  })
})

const given = resolve(process.env['KITH_SHARED'] ?? resolve(import.meta.dirname, '../../../shared'), 'reference/cin/code_lists.json')
const elements: Readonly<Record<string, readonly string[]>> = {
  referralsourcetype: ['contactSources'], primaryneedcodetype: ['primaryNeeds'], reasonforclosuretype: ['closureReasons'], sextype: ['sexes'],
  ethnicitytype: ['ethnicities'], disabilitytype: ['disabilities'], assessmentfactorstype: ['assessmentFactors', 'earlierFactors'],
}

describe.skipIf(!existsSync(given))('the lists of the children in need census (left out where they are not there)', () => {
  it.each(Object.entries(elements))('%s is covered code by code', (type, ids) => {
    const lists: Record<string, { codes?: { code: string }[] }> = JSON.parse(readFileSync(given, 'utf8'))
    const theirs = (lists[type]?.codes ?? []).map((one) => one.code).sort()
    const ours = codeLists.filter((list) => ids.includes(list.id)).flatMap((list) => list.codes.flatMap((one) => one.returnCode ?? [])).sort()
    expect(theirs.length).toBeGreaterThan(2)
    expect(ours).toEqual(theirs)
  })
})
