import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { migrate, migrationsHere, type Migration } from './migrate.ts'
import { stopsPeople } from './migrationRules.ts'

/** The rule began when these were there: what they did, they did before anybody worked in Kith. */
const since = '0300'

/** Migrations that stop somebody for a while, and why they may. */
const allowed: Readonly<Record<string, string>> = { '0331_carried_by_what_stood_there.sql': 'until it is done a board shows nothing at all; 11 seconds with 50,000 people' }

describe('a migration stops nobody who works meanwhile', () => {
  it('as far as its text tells', () => {
    expect(migrationsHere().filter(({ name }) => name >= since && !(name in allowed)).flatMap(({ name, text }) => stopsPeople(text).map(({ statement, says }) => `${name}: ${statement}: ${says}`))).toEqual([])
  })

  it.each([
    ['an index under a lock', 'create index on people.person (born_on)', /apart/],
    ['an index with a name under a lock', 'create unique index once on people.person (born_on) where true', /apart/],
    ['a reference that is checked at once', 'alter table notes.note add constraint by foreign key (by) references access.actor (id)', /not valid/],
    ['a column with a reference', 'alter table notes.note add column by uuid references access.actor (id)', /not valid/],
    ['a check that reads every row', 'alter table only notes.note add constraint some check (words <> $$;$$)', /not valid/],
    ['another type', 'alter table notes.note alter column words type varchar(10)', /written anew/],
    ['a value for every row', 'alter table notes.note alter words set not null', /read under a lock/],
    ['a default that differs from row to row', 'alter table notes.note add column key uuid default gen_random_uuid()', /written anew/],
    ['a column that the running version does not fill', 'alter table notes.note add column key uuid not null', /default/],
    ['a name that the running version asks for', 'alter table notes.note rename column words to text', /later one/],
    ['a column that it asks for', 'alter table notes.note drop column words', /later one/],
    ['a table that it asks for', '-- gone\ndrop table if exists notes.note', /later one/],
    ['all rows at once', `update notes.note set words = 'it; is'`, /background job/],
    ['a lock', 'LOCK TABLE notes.note', /without/],
    ['more than an index beside people’s work', '-- apart\ncreate index concurrently if not exists a on notes.note (id); select 1', /one statement/],
  ])('%s is found', (_, text, says) => expect(stopsPeople(text).map((found) => found.says)).toEqual([expect.stringMatching(says)]))

  it.each([
    ['a table of its own with all of that', 'create table x.y (id int); create index on x.y (id); alter table x.y add constraint some check (id > 0); update x.y set id = 1'],
    ['a column with one default', `alter table notes.note add column shown boolean not null default true, add column at timestamptz default now()`],
    ['a constraint not checked yet, and one checked later', 'alter table notes.note add constraint some check (true) not valid; alter table notes.note validate constraint some'],
    ['what a function does when it is called', 'create function f() returns void language sql as $$ update notes.note set words = 1; drop table notes.note $$'],
    ['what somebody looked at', '-- brief: forty rows\nupdate access.team set name = name'],
    ['an index beside people’s work', '-- apart: made while people write\ncreate index concurrently if not exists note_by on notes.note (by)'],
  ])('%s is not', (_, text) => expect(stopsPeople(text)).toEqual([]))

  it('while one transaction holds its table it waits in turns, and those behind it go on', async () => {
    const town = await freshDatabase()
    const [holder, writer] = [await town.owner.connect(), await town.owner.connect()]
    const named = (name: string, text: string): Migration => ({ name, text, hash: createHash('sha256').update(text).digest('hex') })
    const fresh = [named('9001_sample.sql', 'alter table access.team add column sample boolean not null default true'), named('9002_sample.sql', '-- apart\ncreate index concurrently if not exists team_sample on access.team (sample)')]
    try {
      await holder.query('begin; select * from access.team')
      const migrating = migrate(town.ownerUrl, fresh)
      await expect.poll(async () => (await writer.query(`select 1 from pg_locks where relation = 'access.team'::regclass and not granted`)).rowCount, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
      // Without the turns this would wait for the migration, and that for the holder, who ends only afterwards.
      await writer.query(`insert into access.team (id, name) values (gen_random_uuid(), 'Written meanwhile')`)
      await holder.query('commit')
      expect(await migrating).toEqual(['9001_sample.sql', '9002_sample.sql'])
      expect((await writer.query(`select sample from access.team where name = 'Written meanwhile'`)).rows).toEqual([{ sample: true }])
      expect((await writer.query(`select indisvalid from pg_index where indexrelid = 'access.team_sample'::regclass`)).rows).toEqual([{ indisvalid: true }])
      expect(await migrate(town.ownerUrl, fresh)).toEqual([])
    } finally {
      holder.release()
      writer.release()
    }
  })
})

describe('a migration that changes rows which stand there', () => {
  it('does it as the role that sees them: row-level security shows the owner none', () => {
    const silent = migrationsHere().filter(({ name }) => name >= '0331').flatMap(({ name, text }) => {
      let role = 'kith_owner'
      return text.split('\n').flatMap((line) => {
        role = /^set local role (\w+);/.exec(line)?.[1] ?? role
        return /^(update|delete from) (?!ops\.|kith\.)/.test(line) && role !== 'kith_gate' ? [`${name}: ${line.slice(0, 80)}`] : []
      })
    })
    expect(silent).toEqual([])
  })
})
