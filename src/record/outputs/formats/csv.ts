/**
 * One cell of a CSV file, as text and never as a formula: what a table program would work out (=, +, -, @, tab or return at the beginning, also after spaces
 * and in their wide forms) is led by an apostrophe. Numbers of ours stay numbers.
 */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^[\s\u00a0\ufeff\u200b]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|%]/u.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",;\n\r\t']/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** Rows as one file, with the mark that tells table programs it is UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number | boolean | null | undefined)[])[]): Uint8Array =>
  Buffer.from(`\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`, 'utf8')
