const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/**
 * Whether a unique pupil number holds together: its first letter is worked out from the twelve signs that follow,
 * each times its place, by the remainder of 23. A temporary number ends in a letter, which counts as its place in the row of letters.
 * Source: Department for Education, unique pupil numbers, guide for schools and local authorities.
 */
export function isPupilNumber(upn: string): boolean {
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(upn)) return false
  const last = upn.charAt(12)
  const lastWorth = /\d/.test(last) ? Number(last) : letters.indexOf(last)
  if (lastWorth < 0) return false
  const sum = Array.from(upn.slice(1, 12), (digit, at) => Number(digit) * (at + 2)).reduce((a, b) => a + b, lastWorth * 13)
  return letters.charAt(sum % 23) === upn.charAt(0)
}
