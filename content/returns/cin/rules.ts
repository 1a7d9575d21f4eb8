import type { CensusRule } from './rule.ts'
import { assessmentRules, enquiryRules } from './rules/assessments.ts'
import { childRules } from './rules/child.ts'
import { episodeRules } from './rules/episodes.ts'
import { planRules, protectionRules } from './rules/plans.ts'

/** Every rule of the children in need census from 2023 to 2026. */
export const cinRules: readonly CensusRule[] = [...childRules, ...episodeRules, ...assessmentRules, ...enquiryRules, ...planRules, ...protectionRules]
