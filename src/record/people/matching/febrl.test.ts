import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseThreshold, matchingInputs, measureAt, readFebrl, scorePairs } from '../../../../bench/matching.ts'

const folder = matchingInputs(resolve(import.meta.dirname, '../../../..'))

describe.skipIf(!existsSync(folder))('people recorded twice are found without a number that names them (skipped where ../shared/inputs/person_matching is not beside the project)', () => {
  it('with the threshold chosen on set 1, set 2 is matched with a recall of at least 0.95 and a precision of at least 0.99', () => {
    const threshold = chooseThreshold(scorePairs(readFebrl(resolve(folder, 'dataset1.csv'))))
    const { recall, precision } = measureAt(scorePairs(readFebrl(resolve(folder, 'dataset2.csv'))), threshold)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.99)
  })
})
