import { expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { newId } from '../../src/kernel/ids.ts'
import { beginLookedAfter } from '../../src/practice/care/commands.ts'

const { as, owner } = await freshDatabase()
const council = await usualCouncil(owner)
const priya = as(council.worker, '2026-11-18T10:00:00.000Z')
const soon = (ms: number) => new Promise((done) => { setTimeout(done, ms) })

it('what is done in earnest is never given up for what is rehearsed beside it, of the same three children', async () => {
  const came: string[] = []
  for (let turn = 0; turn < 6; turn++) {
    const id = await smithAndBegum(as(council.worker, '2026-01-05T10:00:00.000Z'))
    const into = () => ({ id: newId(), people: [id.isla, id.leo, id.amelia], on: '2026-03-03', planned: false, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'interimCareOrder', court: 'Family Court at Ardenvale', placement: { kind: 'foster', provider: 'ownCouncil', placeName: 'Mary Okafor', postcode: 'ZV2 1AA' } })
    const rehearsed = () => beginLookedAfter.perform({ ...priya, rehearses: async () => void (await soon(60)) }, into())
    const [real, ...beside] = await Promise.allSettled([soon(turn * 15).then(() => beginLookedAfter.perform(priya, into())), rehearsed(), rehearsed(), rehearsed()])
    came.push(real.status === 'rejected' ? 'given up' : 'problems' in real.value ? 'refused' : 'done', ...beside.filter((one) => one.status === 'rejected').map(() => 'a rehearsal broke'))
  }
  expect(came).toEqual(Array.from({ length: 6 }, () => 'done'))
})
