import type { Db } from '../../../platform/db/pool.ts'
import { sql } from '../../../platform/db/sql.ts'

/** More children on the open referrals of somebody, and on the contacts about them that wait for a decision. */
export async function addChildren(db: Db, of: readonly string[], children: readonly string[]): Promise<void> {
  await db.run(sql`insert into contacts.referral_person (referral_id, person_id, domain)
    select distinct r.referral_id, p, 'children' from contacts.referral_person r, unnest(${children}::uuid[]) p where r.person_id = any (${of}::uuid[]) and r.closed_on is null on conflict do nothing`)
  await db.run(sql`insert into contacts.contact_person (contact_id, person_id, domain, role)
    select distinct c.id, p, 'children', 'child' from contacts.contact c join contacts.contact_person cp on cp.contact_id = c.id, unnest(${children}::uuid[]) p
    where cp.person_id = any (${of}::uuid[]) and c.state = 'open' on conflict do nothing`)
}
