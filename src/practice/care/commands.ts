import { Type } from '@sinclair/typebox'
import { isPlainDate, plain } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { Id, shape, Words } from '../../kernel/shape.ts'
import { command } from '../../record/access/act.ts'
import type { Asking, Happening } from '../../record/access/model.ts'
import { keepFact } from '../../record/care/facts.ts'
import { BeginCare, ChangePlacement, CorrectPlacement, EndCare, KeepCareFact, type PlacementSaid } from '../../record/care/model.ts'
import { beginTemporaryHousehold } from '../../record/care/households.ts'
import { beginCare, correctPlacement, endCare, movePlacement, takeBackCare, type Told } from '../../record/care/register.ts'
import { idsOf } from '../../record/people/queries.ts'
import { letChairsGo } from '../../record/plans/register.ts'
import { openWorkAbout } from '../../record/work/queries.ts'
import { finishWork } from '../../record/work/register.ts'
import { keepInStep } from '../../record/work/standing/step.ts'
import { endCarePlans, endsWithCare, endsWithPlacement } from './planning.ts'
import { workOfFact } from './tellers.ts'

/** What came of it, with what is due for these children brought in step. */
async function andDuties<Answer>(asking: Asking, people: readonly string[], told: Told, answer: Answer, ending?: () => Promise<readonly Happening[]>) {
  if ('problems' in told) return told
  const ended = await ending?.() ?? []
  await keepInStep(asking, people)
  return { answer, happened: [...told.happened, ...ended] }
}

type Place = Readonly<{ people: string[]; placement: PlacementSaid }>
/** A relative or friend who is approved for a time stands among the carer households from that night on, with their own clock. */
async function withHousehold(asking: Asking, on: string, { people, placement }: Place): Promise<Place> {
  if (!placement.temporary || placement.householdId || !isPlainDate(on)) return { people, placement }
  return { people, placement: { ...placement, householdId: await beginTemporaryHousehold(asking, placement.placeName, on) } }
}
/** For each child the approval is a fact of its own: by it their visits run. */
async function approvedForATime(asking: Asking, on: string, { people, placement }: Place): Promise<void> {
  if (placement.temporary) await keepFact(asking, { id: newId(Date.parse(asking.now)), people, kind: 'temporaryApproval', on, answers: { carer: placement.placeName } })
}

/** Children come into our care: planned or in an emergency, together or one alone. */
export const beginLookedAfter = command('care.begin', BeginCare, {
  may: 'legal.record',
  people: ({ people }) => people,
  run: async (asking, said) => {
    const places = [{ people: said.people.filter((id) => !said.elsewhere?.some((one) => one.people.includes(id))), placement: said.placement }, ...(said.elsewhere ?? [])]
    const [first, ...others] = await Promise.all(places.map((one) => withHousehold(asking, said.on, one)))
    if (!first) return { problems: [] }
    const told = await beginCare(asking, { ...said, placement: first.placement, ...(others.length > 0 ? { elsewhere: others } : {}) })
    if (!('problems' in told)) for (const one of [first, ...others]) await approvedForATime(asking, said.on, one)
    return andDuties(asking, said.people, told, { id: said.id })
  },
})

export const changePlacement = command('care.move', ChangePlacement, {
  may: 'legal.record',
  people: ({ people }) => people,
  run: async (asking, said) => {
    const there = await withHousehold(asking, said.on, { people: said.people, placement: said.placement })
    const told = await movePlacement(asking, { ...said, placement: there.placement })
    if ('problems' in told) return told
    await approvedForATime(asking, said.on, there)
    const why = said.apartWhy?.trim()
    const apart = why ? await keepFact(asking, { id: newId(Date.parse(asking.now)), people: said.people, kind: 'siblingsApart', on: said.on, answers: { why } }) : { happened: [] }
    if ('problems' in apart) return apart
    return andDuties(asking, said.people, { happened: [...told.happened, ...apart.happened] }, { id: said.id }, () => endCarePlans(asking, said.people, endsWithPlacement, plain(said.on), 'movedHome'))
  },
})

export const leaveCare = command('care.end', EndCare, {
  may: 'legal.record',
  people: ({ people }) => people,
  run: async (asking, said) => andDuties(asking, said.people, await endCare(asking, said), {}, async () => {
    const ended = await endCarePlans(asking, said.people, endsWithCare, plain(said.on), 'leftCare')
    await letChairsGo(asking, said.people)
    return ended
  }),
})

export const putPlacementRight = command('care.correctPlacement', CorrectPlacement, {
  may: 'legal.record',
  people: ({ personId }) => [personId],
  run: async (asking, said) => andDuties(asking, [said.personId], await correctPlacement(asking, said), {}),
})

export const takeBack = command('care.takeBack', shape({ periodId: Id, people: Type.Array(Id, { minItems: 1, maxItems: 20 }), why: Words(1000) }), {
  may: 'legal.record',
  people: ({ people }) => people,
  run: async (asking, said) => andDuties(asking, said.people, await takeBackCare(asking, said), {}),
})

/** Something about children in care that has a day: a review, a health assessment, a decision. What was due by it ends, late with the reason. */
export const keepCareFact = command('care.keepFact', KeepCareFact, {
  may: 'record.write',
  people: ({ people }) => people,
  run: async (asking, said) => {
    const { lateWhy, ...fact } = said
    const kept = await keepFact(asking, fact)
    if (!('problems' in kept) && lateWhy) {
      const late = (await openWorkAbout(asking, await idsOf(asking, said.people))).filter((item) => item.kind === workOfFact(said.kind) && item.dueOn !== null && item.dueOn < said.on && item.people.every((person) => said.people.includes(person.id)))
      for (const item of late) await finishWork(asking, item.id, { outcome: 'done', on: plain(said.on), late: lateWhy })
    }
    if (said.kind === 'reviewingOfficer' && !('problems' in kept)) await letChairsGo(asking, said.people)
    return andDuties(asking, said.people, kept, { id: said.id })
  },
})
