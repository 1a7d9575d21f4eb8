/** What was meant by the adoption scorecard of the three years that end on 31 March of `year`. A1 and A2 in days, A3 in months. */
export type ScorecardMeant = Readonly<{ year: number; a1: number; a2: number; a3: number }>

/** The last that was set. */
export const meantNow: ScorecardMeant = { year: 2016, a1: 426, a2: 121, a3: 14 }

/**
 * The thresholds of the published adoption scorecards, from the three years to 2012 to those to 2016, the last that were set; they stay until others are.
 * Sources differ on A2 of the three years to 2014.
 */
export const scorecardMeant: readonly ScorecardMeant[] = [
  { year: 2012, a1: 639, a2: 213, a3: 21 },
  { year: 2013, a1: 608, a2: 182, a3: 20 },
  { year: 2014, a1: 547, a2: 152, a3: 18 },
  { year: 2015, a1: 487, a2: 121, a3: 16 },
  meantNow,
]
