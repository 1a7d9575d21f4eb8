/** Rows of the list of clocks that are no clocks here, and why. A test counts that every row is one or the other. */
export const notClocks: Readonly<Record<string, string>> = {
  'lado-resolve-80pct': 'A share of all allegations, so a measure and no clock: it stands on the designated officers’ page (practice/allegations/rules.ts).',
  'lado-resolve-90pct': 'A share of all allegations, so a measure and no clock: it stands on the designated officers’ page (practice/allegations/rules.ts).',
  'lado-resolve-rest': 'A share of all allegations, so a measure and no clock: it stands on the designated officers’ page (practice/allegations/rules.ts).',
  'long-term-residential-visit': 'Its number is not known to us until regulation 3 is read.',
  'reg25-extension-irm': 'Ends with an event; it has no length.',
  'short-break-limit-year': 'A total of days in any twelve months, not a span from one day. It is counted from the placements.',
  'home-reg44': 'Once in each month of the calendar, not every thirty days.',
  'care-act-assessment': 'No number exists. It is measured against the day that the person was given.',
  'child-in-hospital-notify': 'A threshold: three months away in a row begin a duty. The record finds it from the stay itself.',
  'private-fostering-definition': 'A threshold: on the 28th day, or with the intention of it, an arrangement becomes private fostering.',
  'covid-remote-visit': 'A way to make a visit, not a time.',
}
