import { describe } from 'vitest'
import { tell } from './told.fixture.ts'

describe('a personal education plan is reviewed in each school term, by its last day as the council has written it', () => {
  const autumn = 'schoolTerm.began 2026-09-02: until 2026-12-18'
  const spring = 'schoolTerm.began 2027-01-05: until 2027-03-25'
  tell([
    ['while the term runs', 'personalEducationPlan.reviewed', autumn, '2026-11-23', 'running 2026-12-18'],
    ['on the last day', 'personalEducationPlan.reviewed', autumn, '2026-12-18', 'dueToday 2026-12-18'],
    ['in the Christmas holidays it is late', 'personalEducationPlan.reviewed', autumn, '2026-12-19', 'overdue 2026-12-18'],
    ['reviewed in the term', 'personalEducationPlan.reviewed', `${autumn}, personalEducationPlan.reviewed 2026-11-02`, '2026-12-28', 'met 2026-12-18'],
    ['reviewed in the holidays', 'personalEducationPlan.reviewed', `${autumn}, personalEducationPlan.reviewed 2026-12-21`, '2026-12-28', 'metLate 2026-12-18'],
    ['which is not the review of the next term', 'personalEducationPlan.reviewed', `${autumn}, personalEducationPlan.reviewed 2026-12-21, ${spring}`, '2027-01-06', 'running 2027-03-25'],
    ['the next term asks anew', 'personalEducationPlan.reviewed', `${autumn}, personalEducationPlan.reviewed 2026-11-02, ${spring}`, '2027-01-06', 'running 2027-03-25'],
    ['missed in the autumn it stays late in the spring', 'personalEducationPlan.reviewed', `${autumn}, ${spring}`, '2027-01-06', 'overdue 2026-12-18'],
    ['and one review then does for both', 'personalEducationPlan.reviewed', `${autumn}, ${spring}, personalEducationPlan.reviewed 2027-01-20`, '2027-02-01', 'met 2027-03-25'],
    ['no more once the child has left our care', 'personalEducationPlan.reviewed', `${autumn}, care.ended 2026-10-05`, '2026-12-28', 'stopped 2026-12-18'],
  ])
})
