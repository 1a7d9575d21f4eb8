import type { Rule903 } from './rule.ts'
import { adoptionRules } from './rules/adoption.ts'
import { asylumRules } from './rules/asylum.ts'
import { codeRules } from './rules/codes.ts'
import { episodeRules } from './rules/episodes.ts'
import { headerRules } from './rules/header.ts'
import { healthRules } from './rules/health.ts'
import { integrityRules } from './rules/integrity.ts'
import { lastYearRules } from './rules/lastYear.ts'
import { leaverRules } from './rules/leavers.ts'
import { legalStatusRules } from './rules/legalStatus.ts'
import { libertyRules } from './rules/liberty.ts'
import { missingRules } from './rules/missing.ts'
import { permanenceRules } from './rules/permanence.ts'
import { placementRules } from './rules/placements.ts'
import { providerRules } from './rules/providers.ts'
import { socialWorkerRules } from './rules/socialWorkers.ts'
import { whereaboutsRules } from './rules/whereabouts.ts'

/** Every rule of SSDA903 from 2023 to 2027. */
export const ssda903Rules: readonly Rule903[] = [
  ...codeRules, ...headerRules, ...asylumRules, ...integrityRules,
  ...episodeRules, ...legalStatusRules, ...placementRules, ...providerRules, ...whereaboutsRules, ...lastYearRules,
  ...healthRules, ...leaverRules, ...missingRules, ...adoptionRules, ...permanenceRules, ...libertyRules, ...socialWorkerRules,
]
