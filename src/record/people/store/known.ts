import type { Instant } from '../../../kernel/dates.ts'
import { sql, type Sql } from '../../../platform/db/sql.ts'

/**
 * What stands now; or, with a moment, what stood just before it: recorded by then, and not yet superseded. A change leaves the row that stood
 * and adds one, so any day can be read again.
 */
export const known = (before?: Instant): Sql =>
  before === undefined ? sql`superseded_at is null` : sql`recorded_at < ${before} and (superseded_at is null or superseded_at >= ${before})`
