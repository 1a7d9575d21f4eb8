import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { saveSection, startAssessment } from '../../src/practice/assessments/commands/writing.ts'
import { allocatedAssessment, done } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { freshDatabase } from '../database.ts'

const fresh = await freshDatabase()
const council = await usualCouncil(fresh.owner)
const at = '2026-11-02T09:00:00.000Z'
const [worker, manager] = [fresh.as(council.worker, at), fresh.as(council.manager, at)]
const rows = async (text: string, values: unknown[] = []) => (await fresh.owner.query(text, values)).rows
const sectionOf = async (itemId: string, section: string) => (await rows('select s.id, s.version, s.answers from answers.section s join answers.form f on f.id = s.form_id where f.item_id = $1 and s.section = $2', [itemId, section]))[0]

async function begun(): Promise<string> {
  const family = await smithAndBegum(worker)
  const itemId = await allocatedAssessment(worker, { children: [family.isla, family.leo], teamId: council.teams.two, workerId: council.worker })
  await done(startAssessment.do(worker, { itemId }))
  return itemId
}
const school = (itemId: string, value: string, base: string | null) => ({ itemId, section: 'school', changes: [{ question: 'schoolNow', base, value }] })

it('A save that somebody overtakes between reading and writing begins again: theirs stands, and the other text is kept beside it', async () => {
  const itemId = await begun()
  await done(saveSection.do(worker, school(itemId, 'As it was.', null)))
  const { id } = await sectionOf(itemId, 'school')
  const quicker = await fresh.owner.connect()
  try {
    await quicker.query('begin')
    await quicker.query("update answers.section set answers = answers || '{\"schoolNow\": \"Written by Priya.\"}', version = version + 1 where id = $1", [id])
    const second = saveSection.do(manager, school(itemId, 'Written by Tom.', 'As it was.'))
    // It has read what stood there before, and waits to write.
    while ((await rows("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ 'rewrite'")).length === 0) await wait(5)
    await quicker.query('commit')
    expect((await done(second)).clashes).toHaveLength(1)
  } finally {
    quicker.release()
  }
  expect((await sectionOf(itemId, 'school')).answers.schoolNow).toBe('Written by Priya.')
  expect(await rows("select answers ->> 'schoolNow' as kept from answers.section_kept where why = 'clash' and form_id in (select id from answers.form where item_id = $1)", [itemId])).toEqual([{ kept: 'Written by Tom.' }])
})

it('Ten who save in one place in the same instant: one text stands, nine are kept beside it, and a save sent twice under its key is one', async () => {
  const itemId = await begun()
  await done(saveSection.do(worker, school(itemId, 'As it was.', null)))
  const texts = Array.from({ length: 10 }, (_, n) => `Written by the ${n + 1}. of ten.`)
  const saved = await Promise.all(texts.flatMap((text, n) => {
    const key = newId()
    return [0, 1].map(() => saveSection.do(n % 2 === 0 ? worker : manager, school(itemId, text, 'As it was.'), key))
  }).map(done))
  expect(saved.filter((one) => one.clashes.length === 0)).toHaveLength(2)
  const stands = (await sectionOf(itemId, 'school')).answers.schoolNow
  const kept = (await rows("select answers ->> 'schoolNow' as kept from answers.section_kept where why = 'clash' and form_id in (select id from answers.form where item_id = $1)", [itemId])).map((row) => row.kept)
  expect([stands, ...kept].toSorted()).toEqual(texts.toSorted())
})

it('Nobody may write over a row under policies that hide it: it is refused, and says nothing', async () => {
  const itemId = await begun()
  await done(saveSection.do(worker, school(itemId, 'As it was.', null)))
  const before = await sectionOf(itemId, 'school')
  await expect(saveSection.do(fresh.as(council.administrator, at), school(itemId, 'Not mine to write.', 'As it was.'))).rejects.toThrow()
  const client = await fresh.pool.connect()
  try {
    await client.query(`begin; select access.enter_as('${council.administrator}')`)
    await expect(client.query('select answers.rewrite($1, $2, $3, $4, now())', [before.id, before.version, { schoolNow: 'Not mine to write.' }, council.administrator])).rejects.toMatchObject({ code: 'KC002' })
  } finally {
    await client.query('rollback')
    client.release()
  }
  expect(await sectionOf(itemId, 'school')).toEqual(before)
})
