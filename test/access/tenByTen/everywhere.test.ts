import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/kernel/ids.ts'
import { inTransaction } from '../../../src/platform/db/pool.ts'
import { sql, word } from '../../../src/platform/db/sql.ts'
import { answer } from '../../../src/record/access/act.ts'
import { commands, queries, routes } from '../../../src/modules.ts'
import { fileForSearch } from '../../../src/record/people/search/store.ts'
import { chanceFrom, fitting } from '../../fuzz/inputs.ts'
import { openForHttp } from '../../http.ts'
import { hasFullSight, seesRow, sightOf, type MembershipOf, type World } from '../policy.ts'
import { writeWorld } from '../world.ts'
import { personNames, tenByTen } from './council.ts'
import { writeEveryRow } from './everyRow.ts'
import { keptFrom, leaks } from './keptFrom.ts'

/** The ten, and every other kind of account there is. */
const { world: ten, actor, person } = tenByTen()
const since = ten.now - 900 * 86_400_000
const others = ['records', 'privacy', 'legal', 'designatedOfficer', 'adoption'] as const
const other = Object.fromEntries([...others, 'portal', 'machine'].map((name) => [name, newId()]))
const family = ten.memberships.find((one) => one.actor === actor.colleague)?.team
const team = (one: string) => other[one] ?? ''
const world: World = {
  ...ten,
  actors: [...ten.actors, ...others.map((name) => ({ id: team(name), kind: 'staff', active: true }) as const), { id: team('portal'), kind: 'portal', active: true }, { id: team('machine'), kind: 'machine', active: true }],
  memberships: [...ten.memberships, ...others.map((name): MembershipOf => ({ actor: team(name), team: undefined, role: name, from: since, to: undefined })), { actor: team('machine'), team: family, role: 'worker', from: since, to: undefined }],
}
const everybody = { ...actor, ...other }

const house = await openForHttp()
await writeWorld(house.owner, world)
const rows = await writeEveryRow(house.owner, world)
const givenOf = (id: string) => `Zarq${'abcdefghijk'[world.people.findIndex((p) => p.id === id)]}`
for (const p of world.people) {
  await house.owner.query("insert into people.name (id, person_id, kind, given, family) values ($1, $2, 'knownAs', $3, 'Tenbyten')", [newId(), p.id, givenOf(p.id)])
  await house.owner.query("insert into people.address (id, person_id, kind, lines, postcode) values ($1, $2, 'home', $3, 'AV3 9QT')", [newId(), p.id, [`Hearth${givenOf(p.id)}`]])
}
await inTransaction(house.pool, 'begin', (db) => fileForSearch(db))
await house.owner.query(`insert into ops.setting (id, key, value) values ($1, 'identity.secondFactor', '"offered"') on conflict do nothing`, [newId()])

const pages = routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const put = (path: string, ...ids: readonly string[]) => ids.reduce((text, id) => text.replace(/:\w+/, id), path).replaceAll(/:\w+/g, ids.at(-1) ?? '')
/** Of a table, a row about a sealed and about an excluded person. */
const telling = (table: string): string[] => ['sealed', 'excluded'].flatMap((name) => rows.several.find((row) => row.table === table && row.people.includes(person[name as keyof typeof person]))?.id ?? [])
const delicate = ['sealed', 'restricted', 'excluded'].map((name) => person[name as keyof typeof person])
const areas: Readonly<Record<string, string>> = { notes: 'notes.note', contacts: 'contacts.contact', assessments: 'assessments.assessment', work: 'work.item', questions: 'work.item', decisions: 'work.item', forms: 'answers.form', meetings: 'meetings.meeting', plans: 'plans.plan', outputs: 'outputs.output', chronology: 'chronology.event' }
const idsFor = (area: string): string[] => { const table = areas[area]; return table ? telling(table) : delicate }

/** What an office shows beyond the reader's own sight: who merges compares both records whole; the privacy officer is told the name of an open record. */
const byOffice: Readonly<Record<string, readonly string[]>> = { records: ['/compare/', 'people.sideBySide'], privacy: ['/looked', 'access.whoLooked'] }

describe('Every kind of account', () => {
  it.each(Object.entries(everybody))('%s meets on no page and in no answer a word that the policy keeps from them', async (name, id) => {
    const visitor = await house.visit(id)
    const never = new Set(keptFrom(world, person, rows, givenOf, id))
    const met: string[] = []
    let opened = 0
    const look = (where: string, asked: readonly string[], got: { status: number; text: string }) => {
      if (got.status === 200) opened++
      if (got.status >= 500) met.push(`${where}: ${got.status}`)
      const text = asked.reduce((all, one) => all.replaceAll(one, ''), got.text)
      for (const one of leaks(text, never)) if (!(byOffice[name] ?? []).some((office) => where.includes(office))) met.push(`${where}: ${one}`)
    }
    for (const path of pages) for (const one of path.includes(':') ? idsFor(path.split('/')[1] ?? '') : ['']) look(path, [one], await visitor.get(put(path, one)))
    for (const { name: query, schema } of queries) {
      for (const one of idsFor(query.split('.')[0] ?? '').slice(0, 2)) {
        const input: unknown = JSON.parse(JSON.stringify(fitting(chanceFrom(7), schema, new Map([['any', [one]]]), '', '')).replaceAll(uuid, one))
        look(query, [one], await visitor.api(`queries/${query}`, input))
      }
    }
    expect(met).toEqual([])
    // Who has no page meets nothing; everybody else opens some.
    expect(name === 'inactiveWorker' || name === 'machine' || name === 'portal' ? opened === 0 : opened > 1).toBe(true)
  })
})

/** What is seen of an answer when the ids in it are covered. */
const covered = ({ status, text, go }: { status: number; text: string; go: string | undefined }) => ({ status, text: text.replaceAll(uuid, 'ID').replaceAll(/\b\d\d:\d\d(:\d\d(\.\d+)?)?\b/g, 'TIME'), go: go?.replaceAll(uuid, 'ID') })

describe('An id of something that one may not know of', () => {
  const me = actor.allocatedWorker
  const hidden = [...new Map([
    ...rows.several.filter((row) => !seesRow(world, me, row.people, row.domain)).map((row) => [row.table, row.id] as const),
    ...rows.within.filter((row) => row.table === 'work.question' && !seesRow(world, me, row.people, row.domain)).map((row) => [row.table, row.id] as const),
    ...rows.one.filter((row) => row.table === 'people.legal_status' && sightOf(world, me, row.person) === 'nothing').map((row) => [row.table, row.id] as const),
  ])]

  it('is on every page as an id of nothing: the same bytes', async () => {
    expect(hidden.length).toBeGreaterThan(10)
    const visitor = await house.visit(me)
    const differ: string[] = []
    for (const path of pages.filter((one) => one.includes(':'))) {
      const nothing = covered(await visitor.get(put(path, newId())))
      for (const [what, id] of [...hidden, ['sealed', person.sealed] as const]) if (JSON.stringify(covered(await visitor.get(put(path, id)))) !== JSON.stringify(nothing)) differ.push(`${path} with ${what}`)
      if (path.split(':').length < 3) continue
      // Under somebody of one's own, too.
      const under = covered(await visitor.get(put(path, person.allocated, newId())))
      for (const [what, id] of [...hidden, ['sealed', person.sealed] as const]) if (JSON.stringify(covered(await visitor.get(put(path, person.allocated, id)))) !== JSON.stringify(under)) differ.push(`${path} under one's own with ${what}`)
    }
    expect(differ).toEqual([])
  })

  it('is in every command and query as an id of nothing: the same bytes', async () => {
    const visitor = await house.visit(me)
    const differ: string[] = []
    // A new person is recorded under an id that the page made: one that is taken cannot be given again, whoever has it.
    const makes = new Set(['people.add'])
    for (const [kind, doors] of [['queries', queries], ['commands', commands]] as const) {
      for (const { name, schema } of doors.filter((door) => !makes.has(door.name))) {
        const input = JSON.stringify(fitting(chanceFrom(11), schema, new Map([['any', [person.allocated]]]), '', ''))
        if (!uuid.test(input)) continue
        const ask = async (id: string) => covered(await visitor.api(`${kind}/${name}`, JSON.parse(input.replaceAll(uuid, id))))
        const nothing = JSON.stringify(await ask(newId()))
        const table = areas[name.split('.')[0] ?? '']
        const ids = [['sealed', person.sealed] as const, ...hidden.filter(([what]) => what === table || what === 'work.item')]
        for (const [what, id] of ids) if (JSON.stringify(await ask(id)) !== nothing) differ.push(`${name} with ${what}: ${JSON.stringify(await ask(id))} ${nothing}`)
      }
    }
    expect(differ).toEqual([])
  })
})

describe('Somebody of a partner agency', () => {
  const inOwnRole = <Answer>(run: Parameters<typeof answer<Answer>>[3]) => answer({ ...house.as(actor.partner), via: 'page' }, 'test', 'account.own', run)

  it('is asked for in a database role that has no right on the tables of children’s and adults’ work', async () => {
    expect(await inOwnRole(async ({ db }) => (await db.one<{ who: string }>(sql`select current_user as who`)).who)).toBe('kith_partner')
    const may = (await house.owner.query<{ t: string }>(`select c.oid::regclass::text as t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
      and (has_any_column_privilege('kith_partner', c.oid, 'select') or has_table_privilege('kith_partner', c.oid, 'insert, update, delete')) order by 1`)).rows.map((row) => row.t)
    expect(may).toEqual(['access.bar', 'access.person_scope', 'notes.note', 'notes.note_person', 'notes.passage', 'ops.answered', 'ops.setting', 'people.card'])
    expect((await house.owner.query(`select c.oid::regclass::text as t from pg_class c where has_table_privilege('kith_partner', c.oid, 'insert, update, delete') and c.relkind = 'r' and c.relnamespace <> 'pg_catalog'::regnamespace`)).rows).toEqual([{ t: 'ops.answered' }])
  })

  it('finds the name card and the early help of those who are shared with the agency, and of nobody else', async () => {
    const shared = world.people.filter((p) => hasFullSight(world, actor.partner, p.id, 'earlyHelp')).map((p) => p.id)
    expect(shared).toEqual([person.ownRecord])
    const note = newId()
    const plain = newId()
    await house.owner.query('set role kith_gate')
    for (const [id, domain] of [[note, 'earlyHelp'], [plain, 'children']]) {
      await house.owner.query("insert into notes.note (id, domain, kind, title, words, happened_on, author_id) values ($1, $2, 'note', 'A note', 'Earlyword', '2026-01-01', $3)", [id, domain, actor.head])
      await house.owner.query('insert into notes.note_person (note_id, person_id, domain) values ($1, $2, $3)', [id, person.ownRecord, domain])
    }
    await house.owner.query('reset role')
    const seen = await inOwnRole(async ({ db }) => ({
      cards: (await db.rows<{ id: string }>(sql`select person_id as id from people.card`)).map((row) => row.id), notes: (await db.rows<{ id: string }>(sql`select id from notes.note`)).map((row) => row.id),
    }))
    expect(seen).toEqual({ cards: shared, notes: [note] })
    for (const table of ['people.name', 'people.address', 'contacts.contact', 'assessments.assessment', 'work.item', 'access.involvement', 'access.actor', 'plans.plan', 'care.period']) {
      await expect(inOwnRole(({ db }) => db.rows(sql`select 1 from ${word(table)}`))).rejects.toMatchObject({ kind: 'NotAllowed' })
    }
  })

  it('looks after their own account, and every other page and operation is refused', async () => {
    const visitor = await house.visit(actor.partner)
    for (const page of ['/', '/account/sign-ins']) expect({ page, status: (await visitor.get(page)).status }).toEqual({ page, status: 200 })
    expect((await visitor.api('commands/account.endSessions', {})).status).toBe(200)
    const opened: string[] = []
    for (const path of pages) if ((await visitor.get(put(path, person.ownRecord))).status === 200) opened.push(path)
    for (const { name } of queries) if ((await visitor.api(`queries/${name}`, {})).status === 200) opened.push(name)
    expect(opened.toSorted()).toEqual(['/', '/account/sign-ins', 'account.signIns', 'session.look'])
  })
})

/** Whose pages are asked for besides: what is sent out, handed over, disputed, alleged and before a court. */
const places: Readonly<Record<string, string>> = { ...areas, sent: 'outputs.output', handovers: 'handover.handover', disputes: 'reviewing.dispute', legal: 'legal.matter', allegations: 'allegation.allegation' }

describe('Where a child lives, written into every text there is about them', () => {
  it('is told on no page and in no answer to whom it is hidden from', async () => {
    const child = person.allocated
    const about = [...rows.one.filter((row) => row.person === child), ...rows.several.filter((row) => row.people.includes(child)), ...rows.passages.filter((row) => row.people.includes(child))]
    const client = await house.owner.connect()
    await client.query('set role kith_gate')
    await client.query("insert into people.address (id, person_id, kind, lines, postcode) values ($1, $2, 'home', '{47a Harrowgate Road,Nettleby}', 'ZV7 2AB')", [newId(), child])
    await client.query("insert into people.hiding (id, person_id, what, from_everybody, seen_by, reason, valid_from, recorded_by) values ($1, $2, '{home}', true, $3, 'A threat to life.', current_date, $4)", [newId(), child, [actor.allocatedWorker], actor.allocatedWorker])
    await client.query("update outputs.words set words = json_build_object('paper', json_build_object('title', 'A letter', 'language', 'en', 'from', '[]'::json, 'to', '[]'::json, 'blocks', json_build_array(json_build_object('kind', 'paragraph', 'words', words)), 'leftOut', 0))::text")
    const columns = (await client.query<{ t: string; c: string; type: string }>("select table_schema || '.' || table_name as t, column_name as c, data_type as type from information_schema.columns where data_type in ('text', 'jsonb') and is_generated = 'NEVER' and (table_schema, table_name) not in (('people', 'address'), ('people', 'identifier'))")).rows
    for (const table of new Set(about.map((row) => row.table))) {
      for (const { c, type } of columns.filter(({ t }) => t === table)) {
        await client.query(`update ${table} set ${c} = regexp_replace(${c}::text, '([A-Z][a-z]+word\\d+)', '\\1. She is at 47a Harrowgate Road now.', 'g')::${type} where id = any ($1) and ${c}::text ~ '[A-Z][a-z]+word\\d+'`, [about.filter((row) => row.table === table).map((row) => row.id)])
      }
    }
    await client.query('reset role')
    client.release()
    const visitor = await house.visit(actor.head)
    const met: string[] = []
    let opened = 0
    const look = (where: string, got: { status: number; text: string }) => {
      if (got.status === 200) opened++
      const at = got.text.search(/harrow\s*gate/i)
      if (at >= 0 || got.status >= 500) met.push(`${where}: ${got.status} ${got.text.slice(Math.max(0, at - 100), Math.max(0, at + 20))}`)
    }
    const idsOf = (area: string): string[] => [child, ...[...rows.several, ...rows.within].find((row) => row.table === places[area] && row.people.includes(child))?.id.split(' ') ?? []]
    for (const path of pages) for (const one of path.includes(':') ? idsOf(path.split('/')[1] ?? '') : ['']) look(path, await visitor.get(put(path, one)))
    for (const { name: query, schema } of queries) {
      for (const one of idsOf(query.split('.')[0] ?? '')) look(query, await visitor.api(`queries/${query}`, JSON.parse(JSON.stringify(fitting(chanceFrom(7), schema, new Map([['any', [one]]]), '', '')).replaceAll(uuid, one))))
    }
    expect(opened).toBeGreaterThan(100)
    expect(met).toEqual([])
  })
})

it('Nobody is left out: every person of the ten is asked about', () => { expect(delicate.every((one) => personNames.some((name) => person[name] === one))).toBe(true) })
