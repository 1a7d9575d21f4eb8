import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { addPeople } from '../../src/record/people/commands.ts'
import { freshDatabase } from '../database.ts'
import { usualCouncil } from '../factories/council.ts'

it('hues come round: of twelve brothers and sisters no hue has more than three, and the first five have one each', async () => {
  const world = await freshDatabase()
  const council = await usualCouncil(world.owner)
  const mother = newId()
  const children = Array.from({ length: 12 }, (_, at) => ({ id: newId(), given: `Child ${at}`, family: 'Ng', bornOn: `${2011 + at}-03-01`, bornAbout: 'day' as const, sex: 'notStated' as const }))
  const added = await addPeople.do(world.as(council.worker, '2026-11-18T09:00:00.000Z'), {
    people: [{ id: mother, given: 'Mai', family: 'Ng', bornOn: '1988-03-01', bornAbout: 'day', sex: 'female' }, ...children],
    relationships: children.map(({ id }) => ({ personId: mother, otherId: id, kind: 'parent' as const })),
  })
  expect('done' in added).toBe(true)
  const { rows } = await world.owner.query<{ hue: number }>('select hue from people.card where hue is not null order by born_on')
  const hues = rows.map(({ hue }) => hue)
  expect(hues.slice(0, 5)).toEqual([0, 1, 2, 3, 4])
  expect(hues).toHaveLength(12)
  for (const hue of [0, 1, 2, 3, 4]) expect(hues.filter((one) => one === hue).length).toBeLessThanOrEqual(3)
})
