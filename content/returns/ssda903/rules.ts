import type { Rule903 } from './rule.ts'
import { asylumRules } from './rules/asylum.ts'
import { codeRules } from './rules/codes.ts'
import { episodeRules } from './rules/episodes.ts'
import { headerRules } from './rules/header.ts'
import { integrityRules } from './rules/integrity.ts'
import { lastYearRules } from './rules/lastYear.ts'
import { legalStatusRules } from './rules/legalStatus.ts'
import { placementRules } from './rules/placements.ts'
import { providerRules } from './rules/providers.ts'
import { whereaboutsRules } from './rules/whereabouts.ts'

/** Every rule of SSDA903 from 2023 to 2027. */
export const ssda903Rules: readonly Rule903[] = [
  ...codeRules, ...headerRules, ...asylumRules, ...integrityRules,
  ...episodeRules, ...legalStatusRules, ...placementRules, ...providerRules, ...whereaboutsRules, ...lastYearRules,
]
