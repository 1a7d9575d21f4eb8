/** The share of a large return that a child belongs to, the same in each reading and in both years. */
export function shareOf(id: string, shares: number): number {
  let sum = 7
  for (let at = 0; at < id.length; at++) sum = (sum * 31 + id.charCodeAt(at)) % 1_000_003
  return sum % shares
}
