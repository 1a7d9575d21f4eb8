import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columns } from '../../content/returns/ssda903/tables.ts'
import { readGiven903 } from '../../src/channel/exchange/ssda903/given.ts'
import { importReturn } from '../../src/channel/exchange/ssda903/importReturn.ts'
import { heldReturn } from '../../src/channel/exchange/ssda903/held/held.ts'
import { undoImport } from '../../src/channel/exchange/cin/settle.ts'
import { office, openOffice } from '../../src/channel/exchange/cin/office.ts'
import { newId } from '../../src/kernel/ids.ts'
import { markPerson } from '../../src/record/access/commands/keeping.ts'
import { addPeople, recordIdentifier } from '../../src/record/people/commands.ts'
import { tray } from '../../src/record/work/queries.ts'
import { done } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { openForHttp } from '../http.ts'
import { testDocuments } from '../keys.ts'

const house = await openForHttp()
const council = await usualCouncil(house.owner)
await openOffice(house.ownerUrl)
const as = (actor: string) => house.as(actor, new Date().toISOString())
const heads = { header: columns.Header.join(','), episodes: columns.Episodes.join(',') }

/** A return in which two children were in care in 2023. */
async function returnOf(...numbers: readonly [string, string]) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-held-'))
  writeFileSync(join(folder, 'header.csv'), `${heads.header}\n${numbers.map((number) => `${number},2,27/03/2012,WBRI,,,\n`).join('')}`)
  writeFileSync(join(folder, 'episodes.csv'), `${heads.episodes}\n${numbers.map((number) => `${number},01/05/2023,S,V2,N1,U6,PR1,01/09/2023,E4A,,ZV1 4QT,ZV2 1AA,SC123456\n`).join('')}`)
  const given = await readGiven903(folder)
  if ('sentence' in given) throw new Error(given.sentence)
  return given
}
const into = async (given: Awaited<ReturnType<typeof returnOf>>) => importReturn({ caller: { ...as(office.actorId), documents: testDocuments }, jobs: house.jobs }, 'folder', given, 2024)

/** A child with this number whose record is kept to the manager. */
async function marked(number: string, marking: 'sealed' | 'restricted'): Promise<string> {
  const id = newId()
  await done(addPeople.do(as(council.worker), { people: [{ id, given: 'Perpetua', family: `Kept${number}`, bornOn: '2012-03-27' }], relationships: [] }))
  await done(recordIdentifier.do(as(council.worker), { personId: id, kind: 'localChildId', value: number }))
  await done(markPerson.do(as(council.manager), { personId: id, marking, named: [council.manager], reason: 'Witness protection.' }))
  return id
}
const careOf = async (id: string) => (await house.owner.query('select (select count(*)::int from care.period where person_id = $1) as periods, (select count(*)::int from returns.came where person_id = $1) as came, (select count(*)::int from people.fact where person_id = $1 and kind = \'ethnicity\') as facts', [id])).rows[0]
const tasks = async (actor: string) => (await done(tray.perform(as(actor), {}))).filter((item) => item.kind === 'heldReturn')

describe.each(['sealed', 'restricted'] as const)('A child of a return whose record is %s', (marking) => {
  const [kept, other] = marking === 'sealed' ? ['S1', 'S2'] : ['R1', 'R2']
  it('is not written into the record: it waits for those on its list, and the import tells what it tells of any child', async () => {
    const id = await marked(kept, marking)
    const given = await returnOf(kept, other)
    const { account, gains } = await into(given)
    expect(gains).toEqual({ newPeople: 1, knownPeople: 1, timesInCare: 2 })
    expect(account).toMatchObject({ balanced: true, children: 2 })
    expect(await careOf(id)).toEqual({ periods: 0, came: 0, facts: 0 })
    expect((await into(given)).gains).toBeNull()
    const [task] = await tasks(council.manager)
    expect(task?.people.map((one) => one.id)).toEqual([id])
    const path = `/returns/held/${task?.subjectId}`
    const page = (await (await house.visit(council.manager)).get(path)).text
    for (const words of ['may be about this child', kept, '1 May 2023 to 1 Sep 2023']) expect(page).toContain(words)
    for (const actor of [council.worker, council.otherWorker, council.head, council.frontDoorWorker, council.administrator]) {
      if (actor !== council.administrator) expect(await tasks(actor)).toEqual([])
      const visitor = await house.visit(actor)
      const [there, nobody] = [await visitor.get(path), await visitor.get(`/returns/held/${newId()}`)]
      expect(there.status).not.toBe(200)
      expect(there.status).toBe(nobody.status)
      await expect(heldReturn.perform(as(actor), { id: task?.subjectId ?? '' })).rejects.toMatchObject({ kind: actor === council.administrator ? 'NotAllowed' : 'NotFound' })
      expect((await visitor.post(path, { commandId: newId(), decision: 'take', reason: 'It is this child.' })).status).not.toBe(303)
    }
    const visitor = await house.visit(council.manager)
    expect((await visitor.post(path, { commandId: newId(), decision: '', reason: 'x' })).text).toContain('Say whether it is about this child')
    expect((await visitor.post(path, { commandId: newId(), decision: marking === 'sealed' ? 'take' : 'refuse', reason: 'The number is hers: the social worker knows.' })).go).toBe(path)
    expect(await careOf(id)).toEqual(marking === 'sealed' ? { periods: 1, came: 1, facts: 1 } : { periods: 0, came: 0, facts: 0 })
    expect(await tasks(council.manager)).toEqual([])
    expect((await visitor.get(path)).text).toContain(marking === 'sealed' ? 'It was taken into the record' : 'It was not taken')
    expect((await visitor.post(path, { commandId: newId(), decision: 'take', reason: 'Again.' })).text).toContain('Somebody has decided on this meanwhile')
  })

  it('goes with the import when that is taken back before anybody decided', async () => {
    const id = await marked(`${kept}b`, marking)
    const { importId } = await into(await returnOf(`${kept}b`, `${other}b`))
    expect(await tasks(council.manager)).toHaveLength(1)
    await undoImport(as(office.actorId), importId)
    expect(await tasks(council.manager)).toEqual([])
    expect((await house.owner.query('select count(*)::int as n from returns.held where person_id = $1', [id])).rows[0].n).toBe(0)
    expect((await house.owner.query('select name from people.card where person_id = $1', [id])).rows[0].name).toContain('Perpetua')
  })
})
