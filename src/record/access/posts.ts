import { sql } from '../../platform/db/sql.ts'

/**
 * Whether the post of the account `a` is to chair conferences or to review children in our care. Whoever does stands apart from the work and carries no case:
 * the independent reviewing officer (Care Planning Regulations 2010, regulation 46) and the conference chair (Working Together: independent of the operational line of the case).
 */
export const chairsOrReviews = sql`coalesce(a.job_title ilike '%chair%' or a.job_title ilike '%reviewing officer%' or a.job_title ilike '%reviewing manager%', false)`
