import type { Agency, Quorum } from './model.ts'

export type Quoracy = Readonly<{ quorate: boolean; missing: readonly string[]; short: number }>

/** Whether those who came were enough to decide. A report that was sent is no attendance. Families are not counted. */
export function quoracyOf(quorum: Quorum | undefined, came: readonly string[], agencies: readonly Agency[]): Quoracy {
  if (!quorum) return { quorate: true, missing: [], short: 0 }
  const stands = (code: string) => agencies.find((one) => one.code === code)?.stands ?? code
  const there = new Set(came.filter((code) => !agencies.find((one) => one.code === code)?.family).map(stands))
  const missing = (quorum.all ?? []).filter((code) => !there.has(code))
  const others = [...there].filter((code) => code !== 'socialCare').length
  const short = Math.max(0, (quorum.atLeast ?? 0) - others)
  return { quorate: missing.length === 0 && short === 0, missing, short }
}
