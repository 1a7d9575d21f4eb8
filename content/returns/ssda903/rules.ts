import type { Rule903 } from './rule.ts'
import { codeRules } from './rules/codes.ts'

/** Every rule of SSDA903 from 2023 to 2027. */
export const ssda903Rules: readonly Rule903[] = [
  ...codeRules,
]
