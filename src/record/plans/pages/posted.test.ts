import { expect, it } from 'vitest'
import { lineProblem } from './posted.ts'

it('a day that cannot be read in a line of a plan is asked for as a day, not as an unfinished line', () => {
  expect(lineProblem({ question: 'needs.0.actions.0.dueOn', problem: 'x' }).problem).toBe('Write by when as a day, as in 3/10/2025.')
  expect(lineProblem({ question: 'needs.0.wanted', problem: 'x' }).problem).toContain('A line of the plan is not finished')
})
