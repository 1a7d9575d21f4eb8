import { afterAll, describe, expect, it } from 'vitest'
import { fuzz, openToFuzz } from './run.ts'

const world = await openToFuzz()
afterAll(() => world.close())

describe('Whatever is sent to the open interface', () => {
  it('is answered as its document says: no fault of ours, no word of how it is made (a sample of the soak: six cases an operation)', async () => {
    const found = await fuzz(world, 6, Math.floor(Math.random() * 1e9))
    expect(found.faults).toEqual([])
    expect(found.cases).toBe(found.operations * 6)
    expect(found.operations).toBeGreaterThan(80)
    expect(found.statuses['200']).toBeGreaterThan(0)
  })
})
