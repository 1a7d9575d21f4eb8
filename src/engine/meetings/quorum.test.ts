import { describe, expect, it } from 'vitest'
import { agencies } from '../../../content/meetings/agencies.ts'
import { meetingKinds } from '../../../content/meetings/kinds.ts'
import { duties } from '../../../content/timescales/all.ts'
import { quoracyOf } from './quorum.ts'

const quorumOf = (kind: string) => meetingKinds.find((one) => one.id === kind)?.quorum

describe('who has to be there', () => {
  it.each<[string, string, string[], boolean]>([
    ['a strategy discussion with social care, the police and a GP', 'strategyDiscussion', ['socialCare', 'police', 'gp'], true],
    ['a strategy discussion without health', 'strategyDiscussion', ['socialCare', 'police', 'school'], false],
    ['a conference with social care, school and a health visitor', 'initialConference', ['socialCare', 'school', 'healthVisitor'], true],
    ['a conference at which two of health count once', 'initialConference', ['socialCare', 'gp', 'healthVisitor'], false],
    ['a conference to which parents came, and one agency', 'initialConference', ['socialCare', 'school', 'parent', 'parent'], false],
    ['a conference without social care', 'initialConference', ['police', 'school', 'gp'], false],
    ['a core group has no rule', 'coreGroup', ['socialCare'], true],
  ])('%s', (_, kind, came, quorate) => expect(quoracyOf(quorumOf(kind), came, agencies).quorate).toBe(quorate))
  it('says who is missing', () => expect(quoracyOf(quorumOf('strategyDiscussion'), ['socialCare'], agencies).missing).toEqual(['police', 'health']))
  it('every kind of meeting names duties that exist, and agencies that exist', () => {
    for (const kind of meetingKinds) {
      for (const duty of [...kind.duties, ...(kind.reports ? [kind.reports] : [])]) expect(duties.some((one) => one.id === duty), `${kind.id}: ${duty}`).toBe(true)
      for (const usual of kind.usually) expect(agencies.some((one) => one.code === usual.agency), `${kind.id}: ${usual.agency}`).toBe(true)
    }
  })
})
