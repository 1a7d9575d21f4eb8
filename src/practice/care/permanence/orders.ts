import { plain } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { command } from '../../../record/access/act.ts'
import { endCare } from '../../../record/care/register.ts'
import { recordOrder } from '../../../record/people/legal/register.ts'
import { letChairsGo } from '../../../record/plans/register.ts'
import { keepInStep } from '../../../record/work/standing/step.ts'
import { endCarePlans, endsWithCare } from '../planning.ts'
import { OrderMade } from './model.ts'

/** Which endings of a time in care go with which order. */
export const endingsOf: Readonly<Record<OrderMade['order'], readonly string[]>> = {
  adoptionOrder: ['adoptedConsent', 'adoptedDispensed'], specialGuardianship: ['guardianFosterRelative', 'guardianFoster', 'guardianRelative', 'guardianOther'], livesWith: ['childArrangements'],
}
const problemsOf = (said: OrderMade): Problem[] => (endingsOf[said.order].includes(said.ending) ? [] : [{ question: 'ending', problem: 'Choose what belongs to this order.' }])

/** An adoption order, a special guardianship order or a child arrangements order ends a time in our care: the order, the placement, the legal status and the plans on one day. */
export const orderMade = command('care.orderMade', OrderMade, {
  may: 'legal.record',
  people: ({ people }) => people,
  run: async (asking, said) => {
    const problems = problemsOf(said)
    if (problems.length > 0) return { problems }
    const { id, people, on, order, court, caseNumber, words, to, staysThere } = said
    const ended = await endCare(asking, { people: [...people], on, reason: said.ending, ...(words ? { words } : {}), ...(staysThere && order !== 'adoptionOrder' ? { staysThere } : {}) })
    if ('problems' in ended) return ended
    const made = await recordOrder(asking, { id, people: [...people], code: order, from: on, ...(court ? { court } : {}), ...(caseNumber ? { caseNumber } : {}), ...(to && order !== 'adoptionOrder' ? { details: `Made to ${to}.` } : {}) })
    if ('problems' in made) return made
    const plans = await endCarePlans(asking, people, endsWithCare, plain(on), 'leftCare')
    await letChairsGo(asking, people)
    await keepInStep(asking, people)
    return { answer: {}, happened: [...made.happened, ...ended.happened, ...plans] }
  },
})
