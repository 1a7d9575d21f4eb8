import { Readable } from 'node:stream'
import type pg from 'pg'
import { beforeAll } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { usualCouncil } from '../../../../test/factories/council.ts'
import { inTransaction } from '../../../platform/db/pool.ts'
import { referral } from './census.fixture.ts'
import { childIdentity } from './identity.ts'
import { importCensus, type Imported } from './importCensus.ts'
import { office, openOffice } from './office.ts'

export const closed = `${referral}<CINclosureDate>2022-01-05</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>`
export const assessed = '<Assessments><AssessmentActualStartDate>2021-10-07</AssessmentActualStartDate><AssessmentAuthorisationDate>2021-11-30</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>1C</AssessmentFactors><AssessmentFactors>6B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>'
export const section47 = '<Section47><S47ActualStartDate>2021-11-02</S47ActualStartDate><ICPCnotRequired>1</ICPCnotRequired></Section47>'

/** The person that a child of authority 975 becomes. */
export const person = (localId: string): string => childIdentity('975', localId)

export const taken = (imported: Imported): Imported & { kind: 'taken' } => {
  if (imported.kind !== 'taken') throw new Error(`expected the file to be taken: ${imported.kind}`)
  return imported
}

/** Every table of the record and all that is worked out of it: what an import must leave as it was. Books, audit and findings stay; a card counts how often it was worked out. */
export async function wholeDatabase(owner: pg.Pool): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'
    and n.nspname !~ '^(pg_|information)' and c.oid::regclass::text not in ('audit.event', 'exchange.import', 'exchange.finding', 'ops.answered', 'people.compare_due', 'people.search_due', 'access.session')`)
  const whole = new Map<string, string>()
  for (const { name } of rows) whole.set(name, (await owner.query(`select coalesce(string_agg((to_jsonb(t) - ${name === 'people.card' ? "'version'" : "''"})::text, E'\\n' order by t::text), '') as rows from ${name} t`)).rows[0].rows)
  return whole
}

/** The usual council on a database of its own, ready to import: `council` is made before the first test. */
export async function importingCouncil() {
  const database = await freshDatabase()
  const { owner, pool, as } = database
  const made: { council?: Awaited<ReturnType<typeof usualCouncil>> } = {}
  beforeAll(async () => {
    made.council = await usualCouncil(owner)
    await openOffice(database.ownerUrl)
    await openOffice(database.ownerUrl)
  })
  const importer = (at?: string) => as(office.actorId, at)
  return {
    ...database,
    council: () => {
      if (!made.council) throw new Error('the council is made before the first test')
      return made.council
    },
    importer,
    bring: (text: string, at?: string) => importCensus(importer(at), 'census.xml', () => Readable.from([Buffer.from(text)])),
    /** What this actor sees of a table. */
    sees: (actor: string, statement: string, values: unknown[] = []) => inTransaction(pool, `begin; select access.enter_as('${actor}')`, async (db) => db.rows<Record<string, unknown>>({ text: statement, values })),
    /** Kinds and days of the chronology of a child. */
    told: async (localId: string): Promise<{ kind: string; on: string }[]> =>
      (await owner.query('select e.kind, e.happened_on::text as on from chronology.event e join chronology.event_person p on p.event_id = e.id where p.person_id = $1 order by e.happened_on, e.kind', [person(localId)])).rows,
    /** Every row of the record, to show that nothing changed. */
    everything: async (): Promise<string> => {
      const tables = ['access.subject', 'access.involvement', 'people.person', 'people.card', 'people.fact', 'people.identifier', 'contacts.referral', 'contacts.referral_person', 'assessments.assessment',
        'assessments.assessment_person', 'assessments.factor', 'chronology.event', 'chronology.event_person', 'work.item', 'work.item_person', 'work.clock', 'exchange.kept_aside', 'exchange.unclaimed']
      const rows = await Promise.all(tables.map(async (table) => [table, (await owner.query(`select coalesce(json_agg(t order by t::text), '[]')::text as rows from ${table} t`)).rows[0].rows]))
      return JSON.stringify(rows)
    },
  }
}
