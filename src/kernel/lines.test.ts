import { describe, expect, it } from 'vitest'
import { asLines } from './lines.ts'

describe('A text that was pasted', () => {
  it.each([
    ['Concerns:\u000bBruise on arm', 'Concerns:\nBruise on arm'],
    ['Page one\fPage two', 'Page one\nPage two'],
    ['One\u2028two\u2029three\u0085four', 'One\ntwo\nthree\nfour'],
    ['Bell\u0007 and escape\u001b', 'Bell and escape'],
    ['•\tHungry\r\n•\tTired', '•\tHungry\r\n•\tTired'],
    ['Mum’s “had enough” 😢 café', 'Mum’s “had enough” 😢 café'],
  ])('%j is kept as %j', (pasted, kept) => expect(asLines(pasted)).toBe(kept))
})
