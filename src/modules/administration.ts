import type { Route } from '../record/access/page.ts'
import { backgroundPage, changeBackground } from '../channel/web/admin/background.tsx'
import { addToList, codePage, codesPage, saveCode } from '../channel/web/admin/codes.tsx'
import { formsPage } from '../channel/web/admin/forms.tsx'
import { saveMeasure, timescalesPage } from '../channel/web/admin/timescales.tsx'
import { saveTerms, termsPage } from '../channel/web/admin/terms.tsx'
import { saveWord, wordsPage } from '../channel/web/admin/words.tsx'
import { councilPage, saveCouncil } from '../channel/web/admin/council.tsx'
import { endGiven, givenPage } from '../channel/web/admin/given.tsx'
import { changeStaff, changeTeams, staffPage, teamsPage } from '../channel/web/admin/staff.tsx'

/** The pages by which a council is set up: its people and teams, words, lists, timescales, school terms and forms. */
export const administrationRoutes: readonly Route[] = [
  councilPage, saveCouncil, codesPage, addToList, codePage, saveCode, wordsPage, saveWord, timescalesPage, saveMeasure, termsPage, saveTerms, formsPage, staffPage, changeStaff, givenPage, endGiven, teamsPage, changeTeams, backgroundPage, changeBackground,
]
