import { coveredCensusYears } from '../../../../content/returns/cin/rows.ts'
import { cinRules } from '../../../../content/returns/cin/rules.ts'
import { coveredYears903 } from '../../../../content/returns/ssda903/child.ts'
import { ssda903Rules } from '../../../../content/returns/ssda903/rules.ts'
import type { Need, Reads, Severity } from '../../../engine/returns/model.ts'

type Listed = Readonly<{ number: string; years: readonly [number, number]; severity: Severity; reads: Reads; needs: readonly Need[]; words: string }>

const yearsInWords = ({ years: [from, until] }: Listed, covered: Readonly<{ first: number; last: number }>): string =>
  from === covered.first && until === covered.last ? 'all' : from === until ? String(from) : `${from} to ${until}`
const readsInWords = ({ reads }: Listed): string => Object.entries(reads).map(([table, fields]) => `${table}: ${fields.replaceAll(' ', ', ')}`).join('; ')
const table = (rules: readonly Listed[], covered: Readonly<{ first: number; last: number }>): string => [
  '| rule | years | kind | needs also | reads | what the worker is told |', '|---|---|---|---|---|---|',
  ...rules.map((rule) => `| ${rule.number} | ${yearsInWords(rule, covered)} | ${rule.severity} | ${rule.needs.join(', ')} | ${readsInWords(rule)} | ${rule.words} |`),
].join('\n')

const numbered = (name: string, rules: readonly Listed[], need: Need): string[] => {
  const found = rules.filter(({ needs }) => needs.includes(need)).map(({ number }) => number)
  return found.length > 0 ? [`${name} ${found.join(', ')}`] : []
}
const numbersWith = (need: Need): string => [...numbered('SSDA903', ssda903Rules, need), ...numbered('CIN', cinRules, need)].join('; ')

/** Every rule of both returns as a page of the documentation: written by `npm run kith -- check rules`. */
export const rulesInWords = (): string => `# The rules of the returns

Written by \`npm run kith -- check rules --out docs/returns.md\` from \`content/returns\`; a test fails when this page and the rules differ.

A year is the one that ends on 31 March. SSDA903: ${ssda903Rules.length} rules, ${coveredYears903.first} to ${coveredYears903.last}; children in need census (CIN): ${cinRules.length} rules, ${coveredCensusYears.first} to ${coveredCensusYears.last}. Numbers, years and what is read are the Department for Education's; the words are ours, for the worker who can put it right. An error keeps a return from being accepted; a query may be true of a child and asks for a look. For CIN the department says which is which; for SSDA903 its list does not, and a query is what its message asks to be checked or explained.

\`\`\`
npm run kith -- check ssda903 FOLDER --year 2026 --findings FILE.csv     a folder of CSV files, or the XML file
npm run kith -- check cin FILE.xml --as-year 2026 --findings FILE.csv
\`\`\`

The findings have the columns rule, table, row, child. **Rows count from 1**: in a CSV file 1 is the first row below the header; in XML each module is counted on its own through the file (CINplanDates, 3 is the third child in need plan of the file). Every row that has a part in a contradiction is told. A rule of the whole return names the header, with no child.

SSDA903 is checked for the twelve months to 31 March of \`--year\`. A census is about the twelve months that its own header names; \`--as-year\` takes the rules and codes of another year for it. A table of which there is no file is not looked at, and neither are the rules that read it; the command says which.

## What one child's record does not hold

- **Last year's return** (\`--last-year FOLDER\`): ${numbersWith('last year')}.
- **Ofsted's list of providers** (\`--providers FILE.csv\` with urn, postcode, authority, places, providers, opened, closed): ${numbersWith('provider list')}. A single authority does not hold it; Ofsted gives it to authorities.
- **A list of postcodes** (\`--postcodes FILE.csv\` with postcode, lad_code, easting, northing): ${numbersWith('postcode list')}. The Office for National Statistics publishes one. Where a file states PL_LA, PL_DISTANCE and PL_LOCATION itself, those are taken.
- **The authority's own code** (\`--authority\`, as those lists name it): ${numbersWith('authority')}.
- **All children of the return at once**: ${numbersWith('whole return')}.

Rules that read this and last year's return only (1000, 1001, 1002, 199, 583) cannot see episodes further back; 1002 and 205D are queries for that reason.

## SSDA903

${table(ssda903Rules, coveredYears903)}

## Children in need census

${table(cinRules, coveredCensusYears)}
`
