import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { Asking } from '../../../record/access/model.ts'
import type { EndImport, Import, KeepUnclaimed, StartImport, Waiting } from './bookModel.ts'
import type { Finding } from './model.ts'

const columns = sql`id, format, file_name as "fileName", authority, year, structure, children, state, started_at as "startedAt", finished_at as "finishedAt", account, settled_at as "settledAt", settled,
  (select a.name from access.actor a where a.id = settled_by) as "settledBy"`

export async function startImport({ db, actor, now }: Asking, file: StartImport): Promise<void> {
  await db.run(sql`insert into exchange.import as i (id, format, file_name, sha256, authority, year, structure, reference_on, software, children, started_at, started_by)
    values (${file.id}, ${file.format ?? 'cin'}, ${file.fileName}, ${file.sha256}, ${file.authority}, ${file.year}, ${file.structure}, ${file.referenceOn}, ${file.software}, ${file.children}, ${now}, ${actor.id})
    on conflict (id) do update set state = 'running', started_at = excluded.started_at where i.state not in ('finished', 'accepted')`)
}

export async function endImport({ db, now }: Asking, { id, state, account }: EndImport): Promise<void> {
  await db.run(sql`update exchange.import set state = ${state}, finished_at = ${now}, account = ${JSON.stringify(account)}::jsonb, settled_at = null, settled_by = null, settled = null where id = ${id}`)
}

export const importOf = (db: Db, id: string): Promise<Import | undefined> => db.maybe<Import>(sql`select ${columns} from exchange.import where id = ${id}`)
export const imports = (db: Db): Promise<Import[]> => db.rows<Import>(sql`select ${columns} from exchange.import where format <> 'transfer' order by started_at desc limit 200`)

export const waiting = (db: Db): Promise<Waiting[]> => db.rows<Waiting>(sql`
  select path, reason, count(*)::int as count
  from (select path, reason from exchange.kept_aside where state = 'waiting' union all select path, reason from exchange.unclaimed where state = 'waiting') w
  group by path, reason order by count desc, path, reason`)

/** The findings of a file in its order, a page at a time: `after` is the last child and place of the page before. */
export const findings = (db: Db, importId: string, after: readonly [number, number], most: number): Promise<(Finding & { child: number; place: number })[]> =>
  db.rows(sql`select child, place, line, path, outcome, reason, elements from exchange.finding
    where import_id = ${importId} and (child, place) > (${after[0]}, ${after[1]}) order by child, place limit ${most}`)

export async function keepUnclaimed({ db, actor, now }: Asking, { importId, child, kept }: KeepUnclaimed): Promise<void> {
  if (kept.length === 0) return
  await db.run(sql`insert into exchange.unclaimed (id, import_id, child, path, line, outcome, reason, fragment, recorded_at, recorded_by)
    select id, ${importId}, ${child}, path, line, outcome, reason, fragment, ${now}, ${actor.id}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as x (id uuid, path text, line int, outcome text, reason text, fragment jsonb)
    on conflict (id) do nothing`)
}
