import type { Door } from './channel/api/api.ts'
import type { Route } from './record/access/page.ts'
import * as people from './record/people/commands.ts'
import { family, person } from './record/people/queries.ts'
import { tray } from './record/work/queries.ts'

/** What the modules bring to the house: one line a module. */
export const commands: readonly Door[] = [
  ...Object.values(people),
]
export const queries: readonly Door[] = [
  person, family, tray,
]
export const routes: readonly Route[] = [
]
