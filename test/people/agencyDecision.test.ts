import { expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { newId } from '../../src/kernel/ids.ts'
import { beginLookedAfter } from '../../src/practice/care/commands.ts'
import { askAgencyDecision, decidePermanence } from '../../src/practice/care/permanence/deciding.ts'
import { careHistory } from '../../src/record/care/queries.ts'

it('What the agency decision maker is asked is theirs to decide, with reasons, by the day their clock says; never by whoever asked, nor by another manager', async () => {
  const { as, owner } = await freshDatabase()
  const council = await usualCouncil(owner)
  const at = '2026-11-18T10:00:00.000Z'
  const priya = as(council.worker, at)
  const id = await smithAndBegum(as(council.worker, '2026-01-05T10:00:00.000Z'))
  const done = async <Answer>(outcome: Promise<{ done: Answer } | { problems: unknown }>): Promise<Answer> => { const was = await outcome; if ('problems' in was) throw new Error(JSON.stringify(was.problems)); return was.done }
  await done(beginLookedAfter.do(priya, { id: newId(), people: [id.isla, id.leo], on: '2026-03-01', planned: false, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'interimCareOrder', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor' } }))
  const ask = { id: newId(), people: [id.isla, id.leo], what: 'adoption' as const, deciderId: council.head, panelOn: '2026-11-17', words: 'They cannot go home in their own time.' }
  expect(await askAgencyDecision.do(as(council.head, at), ask)).toMatchObject({ problems: [{ question: 'deciderId' }] })
  expect(await askAgencyDecision.do(priya, { ...ask, deciderId: council.manager })).toMatchObject({ problems: [{ question: 'deciderId' }] })
  const { itemId } = await done(askAgencyDecision.do(priya, ask))
  // Seven working days from the panel's minutes.
  expect((await owner.query('select due_on::text as due from work.item where id = $1', [itemId])).rows).toEqual([{ due: '2026-11-26' }])
  await expect(decidePermanence.do(as(council.manager, at), { itemId, decision: 'agree', comment: 'Yes.' })).rejects.toMatchObject({ kind: 'NotAllowed' })
  expect(await decidePermanence.do(as(council.head, at), { itemId, decision: 'agree' })).toMatchObject({ problems: [{ question: 'comment' }] })
  await done(decidePermanence.do(as(council.head, at), { itemId, decision: 'agree', comment: 'Adoption is in their lifelong interest.' }))
  for (const child of [id.isla, id.leo]) expect((await done(careHistory.perform(priya, { id: child }))).facts.find((one) => one.kind === 'permanenceDecision')).toMatchObject({ on: '2026-11-18', answers: { step: 'decisionMaker', plan: 'adoption' }, words: 'Adoption is in their lifelong interest.' })
  expect(await decidePermanence.do(as(council.head, at), { itemId, decision: 'agree', comment: 'Again.' })).toMatchObject({ problems: [{ question: 'decision' }] })
  // Given back, it waits with whoever asked, with what is missing.
  const second = await done(askAgencyDecision.do(priya, { ...ask, id: newId(), what: 'longTermFoster' }))
  await done(decidePermanence.do(as(council.head, at), { itemId: second.itemId, decision: 'return', comment: 'What do the children say?' }))
  expect((await owner.query("select worker_id as who, words from work.item where kind = 'agencyDecisionAgain'")).rows).toEqual([{ who: council.worker, words: 'What do the children say?' }])
})
