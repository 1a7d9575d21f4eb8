import { describe, expect, it } from 'vitest'
import { openForHttp } from '../http.ts'
import { agreeIn } from './anyCouncil.ts'
import { answeredByPolicy } from './byHttp.ts'
import { fixedWorld } from './fixedWorld.ts'
import { keepingAgrees, waysToTry } from './keptInDatabase.ts'
import { writeRows } from './rows.ts'
import { writeWorld } from './world.ts'

const house = await openForHttp()
const world = fixedWorld()
await writeWorld(house.owner, world)
const rows = await writeRows(house.owner, world)

describe('In a council of thirty-seven accounts and thirty-three people', () => {
  it('every account meets every rule: answers of each kind are given to somebody', () => {
    const answers = world.actors.flatMap((actor) => Object.values(answeredByPolicy(world, rows, actor.id)).flat().map((line) => line.split(' ').slice(1, 3).join(' ')))
    expect([world.actors.length, world.people.length]).toEqual([37, 33])
    expect([...new Set(answers)].filter((answer) => !/^200 [0-9a-f]{8}-/.test(answer)).toSorted()).toEqual(['200', '200 card', '200 exists', '200 full', '401', '401 ', '401 -', '403', '403 ', '403 -', '404', '404 ', '404 -'])
  })

  it('the database and the open interface show and refuse what the policy says, of every person, fact, note and passage', async () => {
    await agreeIn(house.pool, house.owner, world, rows, house.visit)
  })

  it('whoever opens, marks, names, grants, keeps away or ties may do what the policy says, and nothing else, and it stands there afterwards', async () => {
    await waysToTry(house.owner, world)
    expect(await keepingAgrees(house.pool, world, 8)).toBeGreaterThan(1_000)
  })
})
