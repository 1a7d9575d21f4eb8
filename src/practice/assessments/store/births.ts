import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** More children on the assessments of somebody that are being written, and on their forms. */
export async function addChildren(db: Db, of: readonly string[], children: readonly string[]): Promise<void> {
  const open = await db.rows<{ id: string; formId: string | null }>(sql`select a.id, a.form_id as "formId" from assessments.assessment a
    where a.state in ('open', 'returned') and a.id in (select assessment_id from assessments.assessment_person where person_id = any (${of}::uuid[]))`)
  for (const one of open) {
    await db.run(sql`insert into assessments.assessment_person (assessment_id, person_id, domain) select ${one.id}, p, 'children' from unnest(${children}::uuid[]) p on conflict do nothing`)
    if (one.formId) await db.run(sql`insert into answers.form_person (form_id, person_id, domain) select ${one.formId}, p, 'children' from unnest(${children}::uuid[]) p on conflict do nothing`)
  }
}
