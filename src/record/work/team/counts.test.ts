import { describe, expect, it } from 'vitest'
import { countOf, lists, wantedFor, writtenKinds, type Count } from './counts.ts'

const count = (more: Partial<Count>): Count => ({ team: 't', worker: 'w', kind: 'task', items: 1, late: 0, soon: 0, overdue: 0, without: 0, still: 0, ...more })
const counts = [
  count({ items: 8, late: 3, soon: 2 }),
  count({ kind: 'careVisit', items: 4, late: 2, overdue: 2 }),
  count({ kind: 'visit', items: 3, late: 2, overdue: 1 }),
  count({ kind: 'assessment', items: 5, still: 2 }),
  count({ kind: 'allocation', worker: null, items: 2, late: 1, overdue: 1, without: 2 }),
  count({ kind: 'assessmentSignOff', items: 3 }),
]

describe('The numbers of a board', () => {
  it.each([['late', 8], ['soon', 2], ['without', 2], ['notSeen', 3], ['unsigned', 3], ['still', 2], ['all', 25]] as const)('%s', (list, wanted) => {
    expect(countOf(counts, list, ['assessmentSignOff'])).toBe(wanted)
  })
  it('each has its list, and none asks for kinds that it does not count', () => {
    for (const list of lists) {
      const { kinds } = wantedFor(list, ['assessmentSignOff'])
      if (kinds) for (const one of counts) if (!kinds.includes(one.kind)) expect(countOf([one], list, ['assessmentSignOff'])).toBe(0)
    }
  })
  it('know what is written as a form', () => expect(writtenKinds).toEqual(['assessment', 'section47Enquiry']))
})
