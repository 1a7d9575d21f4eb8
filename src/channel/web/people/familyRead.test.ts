import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import { withEnquiries } from './familyRead.ts'

const noted = (seenOn: string | null, aloneOn: string | null) => new Map([['p', { personId: 'p', seenOn, aloneOn, bedroomOn: null, noteId: aloneOn ? 'n' : null, by: aloneOn ? 'Priya Nair' : null, place: null }]])
const enquiry = (seenOn: string | null, aloneOn: string | null) => [{ personId: 'p', seenOn: seenOn ? plain(seenOn) : null, aloneOn: aloneOn ? plain(aloneOn) : null }]

describe('when a child was last seen', () => {
  it.each<[string, ReturnType<typeof noted>, ReturnType<typeof enquiry>, string | null, string | null, string | null]>([
    ['a later visit of an enquiry counts', noted('2026-03-01', '2026-03-01'), enquiry('2026-03-04', '2026-03-04'), '2026-03-04', '2026-03-04', null],
    ['an earlier one does not', noted('2026-03-10', '2026-03-10'), enquiry('2026-03-04', '2026-03-04'), '2026-03-10', '2026-03-10', 'n'],
    ['seen with others only: the day alone stays', noted('2026-03-01', '2026-03-01'), enquiry('2026-03-04', null), '2026-03-04', '2026-03-01', 'n'],
    ['the first time at all', new Map(), enquiry('2026-03-04', '2026-03-04'), '2026-03-04', '2026-03-04', null],
  ])('%s', (_, before, enquired, seenOn, aloneOn, noteId) => expect(withEnquiries(before, enquired).get('p')).toMatchObject({ seenOn, aloneOn, noteId }))
})
