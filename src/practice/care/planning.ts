import { Type, type Static } from '@sinclair/typebox'
import { plain, type PlainDate } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import { Day, Id, OneOf, optional, shape, Words } from '../../kernel/shape.ts'
import { command } from '../../record/access/act.ts'
import type { Asking, Happening } from '../../record/access/model.ts'
import { keepFact } from '../../record/care/facts.ts'
import { holdersOf } from '../../record/people/queries.ts'
import { MemberLine, NeedLine, type EndReason } from '../../record/plans/model.ts'
import { currentPlans } from '../../record/plans/queries.ts'
import { endPlanFor, startPlan } from '../../record/plans/register.ts'
import { teamOfWorker } from '../../record/work/register.ts'
import { keepInStep } from '../../record/work/standing/step.ts'

const kinds = ['carePlan', 'placementPlan', 'educationPlan', 'pathwayPlan'] as const
/** A plan of children in our care or of a care leaver begins: what is asked for the return and the clocks, and what has to come about, who does what by when. */
const BeginCarePlan = shape({
  id: Id, kind: OneOf(kinds), people: Type.Array(Id, { minItems: 1, maxItems: 20 }), on: Day,
  words: Words(8000), ifNot: optional(Type.String({ maxLength: 4000 })), ownWords: optional(Type.String({ maxLength: 8000 })),
  answers: optional(Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }), Type.String({ maxLength: 4000 }))),
  needs: Type.Array(NeedLine, { minItems: 1, maxItems: 20 }), members: optional(Type.Array(MemberLine, { maxItems: 20 })),
})
export type BeginCarePlan = Static<typeof BeginCarePlan>

const nobodyDoes = 'Say for each line who does what. A line that nobody does anything for changes nothing.'
const problemsOf = (said: BeginCarePlan): Problem[] => (said.needs.every((need) => need.actions.length > 0) ? [] : [{ question: 'needs', problem: nobodyDoes }])

/** Plans of these kinds that run for some of these people end for them; inside a command. */
export async function endCarePlans(asking: Asking, people: readonly string[], of: readonly string[], on: PlainDate, reason: EndReason): Promise<Happening[]> {
  const happened: Happening[] = []
  for (const plan of (await currentPlans(asking, people)).filter((one) => of.includes(one.kind))) {
    const mine = plan.people.filter((one) => !one.endedOn && people.includes(one.personId)).map((one) => one.personId)
    happened.push(...await endPlanFor(asking, plan.id, mine, { on: on < plan.startedOn ? plan.startedOn : on, reason }))
  }
  return happened
}

/** What ends with the placement, and what with the time in care. A pathway plan goes on until twenty-five. */
export const endsWithPlacement: readonly string[] = ['placementPlan']
export const endsWithCare: readonly string[] = ['carePlan', 'placementPlan', 'educationPlan']

/** A care plan, placement plan, personal education plan or pathway plan, with outcomes and actions from its first day. The one before, where there is one, ends. */
export const beginCarePlan = command('care.beginPlan', BeginCarePlan, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, said) => {
    const problems = problemsOf(said)
    if (problems.length > 0) return { problems }
    const kept = await keepFact(asking, { id: said.id, people: [...said.people], kind: said.kind, on: said.on, answers: said.answers ?? {}, ...(said.ownWords?.trim() ? { words: said.ownWords } : {}) })
    if ('problems' in kept) return kept
    const on = plain(said.on)
    const ended = await endCarePlans(asking, said.people, [said.kind], on, 'replaced')
    const holder = (await holdersOf(asking, said.people)).get(said.people[0] ?? '')
    const leadId = holder?.workerId ?? asking.actor.id
    const planId = await startPlan(asking, {
      kind: said.kind, startedOn: on, leadId, teamId: holder?.teamId ?? await teamOfWorker(asking.db, leadId), words: said.words, people: said.people.map((id) => ({ id })), reason: 'Made', needs: said.needs,
      ...(said.ifNot ? { ifNot: said.ifNot } : {}), ...(said.ownWords ? { ownWords: said.ownWords } : {}), members: said.members ?? [],
    })
    await keepInStep(asking, said.people)
    const begun: Happening = { kind: 'plan.started', people: said.people, on, significant: true, subject: { kind: 'plan', id: planId } }
    // The fact is the same event to a reader: the plan tells it. It stands in the record for clocks and returns.
    return { answer: { planId }, happened: [...ended, begun] }
  },
})
