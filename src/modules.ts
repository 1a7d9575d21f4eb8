import type { Door } from './channel/api/api.ts'
import type { Route } from './record/access/page.ts'
import * as people from './record/people/commands.ts'
import { mergePeople, unmergePeople } from './record/people/merging/commands.ts'
import { family, person } from './record/people/queries.ts'
import { searchPeople, searchText, suggestPeople, whoIsIt } from './record/people/search/queries.ts'
import { tray } from './record/work/queries.ts'

/** What the modules bring to the house: one line a module. */
export const commands: readonly Door[] = [
  ...Object.values(people), mergePeople, unmergePeople,
]
export const queries: readonly Door[] = [
  person, family, tray, searchPeople, suggestPeople, whoIsIt, searchText,
]
export const routes: readonly Route[] = [
]
