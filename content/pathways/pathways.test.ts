import { describe, expect, it } from 'vitest'
import { faultsOfPathway, signOffs } from '../../src/engine/pathways/checking.ts'
import { assessmentOutcomes } from '../codes/work.ts'
import { contactOutcomes } from '../codes/contact.ts'
import { childAndFamilyAssessment } from '../forms/childAndFamilyAssessment.ts'
import { frontDoor } from './frontDoor.ts'

describe('the front door', () => {
  it('is a pathway that may be used', () => expect(faultsOfPathway(frontDoor)).toEqual([]))
  it('asks for at most one management sign-off in each piece of work', () => {
    for (const [work, count] of signOffs(frontDoor)) expect(count, work).toBeLessThanOrEqual(1)
    expect(signOffs(frontDoor).get('assessment')).toBe(1)
  })
  it('says from which law or guidance a decision comes that belongs to others', () => {
    for (const step of frontDoor.steps.filter((one) => one.statutoryDecision)) expect(step.statutoryDecision?.source.length).toBeGreaterThan(10)
  })
  it('offers the same outcomes as the code lists', () => {
    const codes = (id: string) => frontDoor.steps.find((step) => step.id === id)?.outcomes.map((outcome) => outcome.code)
    expect(codes('contactDecision')).toEqual(contactOutcomes.codes.map((one) => one.code))
    expect(codes('assessmentSignOff')).toEqual([...assessmentOutcomes.codes.map((one) => one.code), 'returned'])
  })
  it('opens the assessment form', () => expect(frontDoor.steps.find((step) => step.id === 'assessment')?.form).toBe(childAndFamilyAssessment.id))
})
