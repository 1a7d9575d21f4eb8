import { describe, expect, it } from 'vitest'
import { faultsOfPathway, signOffs } from '../../src/engine/pathways/checking.ts'
import { faultsOf } from '../../src/engine/forms/publishing.ts'
import { enquiryOutcomes } from '../codes/protection.ts'
import { section47Enquiry } from '../forms/section47Enquiry.ts'
import { meetingKinds } from '../meetings/kinds.ts'
import { duties } from '../timescales/all.ts'
import { childProtection } from './childProtection.ts'
import { permanence } from './permanence.ts'

describe('child protection and children in need', () => {
  it('is a pathway that may be used, with at most one management sign-off in each piece of work', () => {
    expect(faultsOfPathway(childProtection)).toEqual([])
    for (const [work, count] of signOffs(childProtection)) expect(count, work).toBeLessThanOrEqual(1)
  })
  it('runs duties that exist', () => { for (const duty of childProtection.steps.flatMap((step) => step.duties ?? [])) expect(duties.some((one) => one.id === duty), duty).toBe(true) })
  it('offers the outcomes of its code list and of its meetings', () => {
    const codes = (id: string) => childProtection.steps.find((step) => step.id === id)?.outcomes.map((outcome) => outcome.code)
    expect(codes('section47SignOff')).toEqual([...enquiryOutcomes.codes.map((one) => one.code), 'returned'])
    for (const id of ['strategyDiscussion', 'initialConference', 'reviewConference', 'childInNeedReview']) expect(codes(id), id).toEqual(meetingKinds.find((kind) => kind.id === id)?.outcomes.map((one) => one.code))
  })
  it('asks an enquiry that may be used, of at most fifteen answers', () => {
    expect(faultsOf(section47Enquiry)).toEqual([])
    expect(section47Enquiry.sections.flatMap((section) => section.questions).length).toBeLessThanOrEqual(15)
  })
})

describe('permanence', () => {
  it('is a pathway that may be used, runs duties that exist, and says whose the agency decision is', () => {
    expect(faultsOfPathway(permanence)).toEqual([])
    for (const duty of permanence.steps.flatMap((step) => step.duties ?? [])) expect(duties.some((one) => one.id === duty), duty).toBe(true)
    expect(permanence.steps.find((step) => step.id === 'agencyDecision')?.statutoryDecision?.source).toContain('Adoption Agencies Regulations')
  })
})
