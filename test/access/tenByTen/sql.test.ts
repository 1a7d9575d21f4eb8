import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/kernel/ids.ts'
import type { Db } from '../../../src/platform/db/pool.ts'
import { sql, word } from '../../../src/platform/db/sql.ts'
import { freshDatabase } from '../../database.ts'
import { domains, findsCard, hasFullSight, seenOn, seesPassage, seesRelationship, seesRow, sightOf } from '../policy.ts'
import { asActor as entered, isAllowed, writeWorld } from '../world.ts'
import { actorNames, personNames, tenByTen } from './council.ts'
import { aboutOne, aboutSeveral, passages, within, writeEveryRow } from './everyRow.ts'

const { pool, owner } = await freshDatabase()
const { world, actor, person } = tenByTen()
await writeWorld(owner, world)
const rows = await writeEveryRow(owner, world)

const everybody = [...actorNames.map((name) => [name, actor[name]] as const), ['nobody', undefined] as const]
const nameOf = (id: string) => personNames.find((name) => person[name] === id) ?? id
const idsIn = async (db: Db, table: string): Promise<string[]> => (await db.rows<{ id: string }>(sql`select id from ${word(table)}`)).map((row) => row.id).toSorted()
const tables = <R extends Readonly<{ table: string }>>(all: readonly R[]): string[] => [...new Set(all.map((row) => row.table))]

// The policies ask the rule for each row, or what was looked up for many people at once: both must say the same.
describe.each([['row by row', false], ['with everybody looked up at once', true], ['with every second person looked up', 'half']] as const)('Ten actors by ten people, asked of the database %s', (_how, inAdvance) => {
  const asActor: typeof entered = (pg, id, run) => entered(pg, id, async (db) => {
    if (inAdvance) await db.run(sql`select access.know(${personNames.filter((__, i) => inAdvance !== 'half' || i % 2 === 0).map((name) => person[name])}::uuid[])`)
    return run(db)
  })
  it('every table about people that the application reads takes part', async () => {
    const taking = [...tables(aboutOne), ...aboutSeveral.flatMap((s) => [s.table, s.link]), ...tables(within), ...tables(passages), 'people.person', 'people.card', 'people.relationship', 'assessments.factor', 'meetings.decision', 'access.subject', 'access.involvement', 'access.person_part']
    // What remains holds one's own drafts and answers, the derived sight that policies read, or an import's own book; what is hidden from whom, and what returns hold, have tests of their own (test/outputs, test/returns). Carer households are open to staff.
    const besides = ['access.bar', 'access.person_scope', 'care.household', 'care.household_member', 'care.household_step', 'contacts.draft', 'exchange.kept_aside', 'exchange.origin', 'exchange.unclaimed', 'ops.answered', 'people.hiding', 'returns.came', 'returns.child', 'returns.finding', 'returns.held', 'returns.made', 'returns.number', 'supervision.named', 'supervision.own_part', 'supervision.session', 'transfers.staged']
    const { rows: guarded } = await owner.query(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relforcerowsecurity and has_any_column_privilege('kith_app', c.oid, 'select')`)
    expect(guarded.map((row) => row.t).toSorted()).toEqual([...taking, ...besides].toSorted())
  })

  describe.each(everybody)('%s', (_, id) => {
    it('knows of each person what the policy says', async () => {
      const known = await asActor(pool, id, async (db) => {
        const answers: [string, string][] = []
        for (const name of personNames) answers.push([name, (await db.maybe<{ sight: string }>(sql`select sight from access.standing(${person[name]})`))?.sight ?? 'nothing'])
        return answers
      })
      expect(known).toEqual(personNames.map((name) => [name, sightOf(world, id, person[name])]))
    })

    it('sees in every table about one person the rows that the policy says', async () => {
      await asActor(pool, id, async (db) => {
        for (const table of tables(rows.one)) {
          const may = rows.one.filter((row) => row.table === table && hasFullSight(world, id, row.person, row.domain)).map((row) => row.id)
          expect({ table, ids: await idsIn(db, table) }).toEqual({ table, ids: may.toSorted() })
        }
        const found = world.people.filter((p) => findsCard(world, id, p.id)).map((p) => p.id).toSorted()
        expect((await db.rows<{ id: string }>(sql`select person_id as id from people.card`)).map((row) => row.id).toSorted()).toEqual(found)
        expect(await idsIn(db, 'access.subject')).toEqual(found)
        expect(await idsIn(db, 'people.person')).toEqual(world.people.filter((p) => hasFullSight(world, id, p.id, 'shared')).map((p) => p.id).toSorted())
        expect((await db.rows<{ id: string }>(sql`select part_id as id from access.person_part`)).map((row) => row.id)).toEqual(findsCard(world, id, person.mergedInto) ? [person.mergedPart] : [])
        const involved = await db.rows<{ t: string }>(sql`select person_id || '/' || domain as t from access.involvement`)
        expect(involved.map((row) => row.t).toSorted()).toEqual(world.involvements.filter((i) => hasFullSight(world, id, i.person, i.domain)).map((i) => `${i.person}/${i.domain}`).toSorted())
      })
    })

    it('sees of rows about several people those of which one may be seen in full, and on them nobody else', async () => {
      await asActor(pool, id, async (db) => {
        for (const { table, link, key } of aboutSeveral) {
          const of = rows.several.filter((row) => row.table === table)
          expect({ table, ids: await idsIn(db, table) }).toEqual({ table, ids: of.filter((row) => seesRow(world, id, row.people, row.domain)).map((row) => row.id).toSorted() })
          const linked = (await db.rows<{ t: string }>(sql`select ${word(key)} || ' ' || person_id as t from ${word(link)}`)).map((row) => row.t).toSorted()
          expect({ link, linked }).toEqual({ link, linked: of.flatMap((row) => seenOn(world, id, row.people, row.domain).map((p) => `${row.id} ${p}`)).toSorted() })
        }
        for (const table of tables(within)) {
          expect({ table, ids: await idsIn(db, table) }).toEqual({ table, ids: rows.within.filter((row) => row.table === table && seesRow(world, id, row.people, row.domain)).map((row) => row.id).toSorted() })
        }
      })
    })

    it('reads a passage only with full sight of everybody it is about, and no relationship of somebody who may not be found', async () => {
      await asActor(pool, id, async (db) => {
        for (const table of tables(passages)) {
          const may = rows.passages.filter((row) => row.table === table && seesPassage(world, id, row.people, row.about, row.domain)).map((row) => row.id)
          expect({ table, ids: await idsIn(db, table) }).toEqual({ table, ids: may.toSorted() })
        }
        expect(await idsIn(db, 'people.relationship')).toEqual(rows.relationships.filter((r) => seesRelationship(world, id, r.a, r.b, 'shared')).map((r) => r.id).toSorted())
      })
    })

    it('writes about those whom the policy lets them write about, in that domain, and about nobody else', async () => {
      await asActor(pool, id, async (db) => {
        for (const p of world.people) {
          for (const domain of domains) {
            const may = hasFullSight(world, id, p.id, domain, true)
            const where = { person: nameOf(p.id), domain }
            const added = await isAllowed(db, (d) => d.run(sql`insert into people.warning (id, person_id, domain, kind, words, review_on, valid_from) values (${newId()}, ${p.id}, ${domain}, 'dog', 'A dog', '2030-01-01', '2026-01-01')`))
            const changed = await isAllowed(db, (d) => d.run(sql`update people.fact set value = 'changed' where person_id = ${p.id} and domain = ${domain}`))
            const refused = (await db.one<{ refused: string[] }>(sql`select access.not_writable(${[p.id]}::uuid[], ${domain}) as refused`)).refused.length > 0
            expect({ ...where, added, changed, refused }).toEqual({ ...where, added: may, changed: may, refused: !may })
          }
        }
      })
    })

    it('changes a row about several people only with one of them to write about, and puts nobody on a row that is hidden', async () => {
      await asActor(pool, id, async (db) => {
        for (const row of rows.several.filter((r) => r.table === 'notes.note' || r.table === 'work.item')) {
          const may = row.people.some((p) => hasFullSight(world, id, p, row.domain, true))
          expect(await isAllowed(db, (d) => d.run(sql`update ${word(row.table)} set version = version + 1 where id = ${row.id}`))).toBe(may)
          for (const p of world.people.filter((q) => !row.people.includes(q.id))) {
            const onto = seesRow(world, id, row.people, row.domain) && hasFullSight(world, id, p.id, row.domain, true)
            expect(await isAllowed(db, (d) => d.run(sql`insert into ${word(row.link)} (${word(row.key)}, person_id, domain) values (${row.id}, ${p.id}, ${row.domain})`))).toBe(onto)
          }
        }
        for (const row of rows.passages.filter((r) => r.table === 'answers.section')) {
          const may = row.people.some((p) => hasFullSight(world, id, p, row.domain, true)) && row.about.every((p) => hasFullSight(world, id, p, row.domain, true))
          expect(await isAllowed(db, (d) => d.run(sql`update answers.section set answers = '{"a": 1}' where id = ${row.id}`))).toBe(may)
        }
        for (const row of rows.within.filter((r) => r.table === 'work.clock')) {
          const may = row.people.some((p) => hasFullSight(world, id, p, row.domain, true))
          expect(await isAllowed(db, (d) => d.run(sql`update work.clock set state = 'met' where id = ${row.id}`))).toBe(may)
        }
      })
    })
  })
})
