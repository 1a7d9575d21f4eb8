import { lists as annexLists } from '../../../../content/returns/annexA/lists.ts'
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

## From the record

\`\`\`
npm run kith -- export ssda903 --year 2026 --out FOLDER [--as-at 2025-12-31]
npm run kith -- export cin --year 2026 --out FILE.xml [--as-at 2025-12-31]
npm run kith -- export annex-a --date 2026-03-31 --out FILE.xlsx
\`\`\`

The same under Returns, for the role of the returns officer. A return is read as the database role \`kith_reports\`, which sees everybody and writes nothing, kept as it was made, and written in the same bytes each time (decisions 0320, 0425). A year that is not over holds what there is up to today.

**As at a day**: what is dated after it is left out, and so is what was written down after its evening; what was superseded since is told as it stood. The closing of a case, the end of a plan and the agreement of an assessment are written into their rows, each with the moment at which that was done: what was written down after the evening is left out too (of what was closed or ended before version 0630 that moment is not known: it is cut by its day). What was taken back since, a case that was opened again or an agreement that was undone, is told as it stands now, and so are the category of a plan and the words of a referral. In SSDA903 day of birth and sex are those of now. A return that came in from another system is not told as it came as at a day.

**The rules are run four ways**: on a file; on a return made from the record; each night over the record of the year that goes on, for whoever may see the child (Record quality); and while a fact is saved. There only the rules run that read what the page writes and need nothing beyond the child's year and the lists that are here: beside the field when it changes (the form is rehearsed by the server, which keeps nothing of it), and above the next page after saving. They stop nobody. Ruled are: a child's facts and numbers, birth, orders and legal status, coming into care, moves and leaving, every fact of care that SSDA903 reads, referrals and cases, minutes of meetings, the end of a plan; sending and agreeing an assessment after saving only. **Inside the editor of an assessment and of a section 47 enquiry** the rules are asked as if it were agreed today as it stands, child by child, each time an answer that the census reads is saved as it is written (factors, what should happen next, what comes of an enquiry): the words stand beside the question, at a child's own answer where one differs, and say whom they are about where that is not everybody who shares the answer. They speak of what is answered, not of what is still to come, nor of other rows of the record. Without JavaScript they stand there on the next view of the page. Days on which a child was seen are read by no rule of either return. No return reads the NHS number.

**A year that goes on** is judged as if it ended today, or on the day as at which it is told: an assessment or an enquiry that is in time is not late, and is found as soon as it is.

**Lists of others** are taken in once, kept with their day, and read each night, beside the field and on returns made from the record until a newer one takes their place: Ofsted's providers under Returns, Lists, or \`npm run kith -- lists providers FILE.csv\`; postcodes by \`npm run kith -- lists postcodes FILE.csv\`. What a list calls our own authority is said with \`--authority CODE\` where it is neither the council's number at the department nor its code in the published statistics. As long as one is not here, Record quality and each return say which rules were not run.

## Annex A

The eleven lists that Ofsted asks for an inspection, as one workbook: a sheet for each, days as days, and no cell that a spreadsheet runs as a formula. As at any day up to today: cut at that day, from the record as it tells of it now, so that what was written down late is in it. What was given to the inspectors is kept as it went. Six and twelve months are counted back from that day. Lists 1 to 5 say six months; of lists 6 to 11 the periods are our reading of Ofsted's request.

| list | who and when | columns |
|---|---|---|
${annexLists.map(({ name, title, period, columns }) => `| ${name} | ${title}: ${period} | ${columns.length} |`).join('\n')}

Each column is a rule of its own, numbered by list and column (0825 is the 25th of list 8): a cell that must not be empty and is, or that is none of the column's words, is an error and leads to the child. The record is not made to look whole:

- **Empty always**: list 2, and the day on which adopters applied. A contact or an assessment that ends with early help is no early help assessment, and the record has no other: those that came with an Annex A are told on as they came. Empty where it is not recorded: what cannot be told.
- **Adopters** stand in list 11 one by one, with the gender, ethnicity and disability that they said of themselves on the page of their household; a household of which nobody is named stands there once. What was not said is “not stated”.
- **The reviewing officer’s visit** is what is recorded of the child as “Seen by the reviewing officer”; a review alone is none.
- **In or out of the area** is told by the council's postcode districts (Settings, Your council); without them the cell is empty and found. The authority of a placement out of the area is what is recorded with the placement, else “Not recorded”.
- **Case status** is the first that is so on the day: in care, protection plan, plan of need; else an open assessment where one runs or where none was made since a referral of the last twelve months, and else in need, the assessment done and the case open.
- **Referrals, enquiries and conferences in twelve months** count the one of the row too. A visit counts when a child was seen; that of a list is the newest in the twelve months.
- A child who came with an Annex A of the same day is told as they came, as long as the record tells of them what it told when the import had ended (decision 0530).

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
