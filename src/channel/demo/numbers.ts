import { nhsCheckDigit, upnCheckLetter } from '../../kernel/identifiers.ts'

/** The `n`th NHS number of the range that is kept for tests (999 000 0000 to 999 999 9999); undefined where no check digit fits, and from a million on, when all are given. Different `n` give different numbers. */
export function testNhsNumber(n: number): string | undefined {
  if (n >= 1_000_000) return undefined
  const nine = `999${String((n * 617 + 311_093) % 1_000_000).padStart(6, '0')}`
  const check = nhsCheckDigit(nine)
  return check === undefined ? undefined : `${nine}${check}`
}

/**
 * The unique pupil number of the `n`th child of a year at a school: different `n` give different numbers (rule 1520). From the thousandth on it names a school that nobody goes to.
 * 001 is the number of no authority, and one that the returns take: it stands in pupil numbers only.
 */
export function inventedUpn(establishment: number, year: number, n: number): string | undefined {
  const twelve = `001${String(n < 1000 ? establishment : 2100 + Math.floor(n / 1000)).padStart(4, '0')}${String(year % 100).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`
  const check = upnCheckLetter(twelve)
  return check === undefined ? undefined : `${check}${twelve}`
}

/** Telephone numbers that are kept for stories (Ofcom: 07700 900000 to 900999, 01632 960000 to 960999). */
export const storyMobile = (n: number): string => `07700 900${String(n % 1000).padStart(3, '0')}`
export const storyLandline = (n: number): string => `01632 960${String(n % 1000).padStart(3, '0')}`
