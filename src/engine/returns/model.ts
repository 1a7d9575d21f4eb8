import type { PlainDate } from '../../kernel/dates.ts'

/** One row of a return: the table it stands in and its number there, from 1 for the first row below the header. */
export type ReturnRow = Readonly<{ table: string; at: number }>

/** An error stops a return from being accepted; a query may be true of a child, and asks for a look. */
export type Severity = 'error' | 'query'

/** What a rule needs beyond one child's rows of one year; without it the rule is not run, and the report says so. */
export type Need = 'last year' | 'authority' | 'provider list' | 'postcode list' | 'whole return'

/** The fields that a rule reads, by table; several in one text, divided by spaces. */
export type Reads = Readonly<Record<string, string>>

/** One rule of a return over the rows of one child. `find` is pure: the same rows give the same rows to look at. */
export type ReturnRule<Child, Year> = Readonly<{
  number: string
  /** First and last year of the return that it is run in. */
  years: readonly [from: number, until: number]
  severity: Severity
  reads: Reads
  needs: readonly Need[]
  /** For the worker who can put it right. */
  words: string
  find(child: Child, year: Year): Iterable<ReturnRow>
  /** Only for what no child shows alone: what to keep of each child, and which of them to look at in the end. */
  whole?: WholeRule<Child, Year>
}>

/** Sees each child once, keeps little, and says at the end which rows of which child to look at. */
export type WholeRule<Child, Year> = (year: Year) => Readonly<{ see(child: Child): void; found(): Iterable<readonly [childId: string, row: ReturnRow]> }>

/** A row that breaks a rule. `fields` are those that the rule reads in that table: where a page shows it. */
export type Finding = Readonly<{ rule: string; severity: Severity; table: string; row: number; child: string; fields: readonly string[] }>

export type Runnable<Child, Year> = readonly ReturnRule<Child, Year>[]

/**
 * Which fields of a page write which columns of the returns: `table.column`, several divided by spaces, by the name of the return. Only the rules that read one of them are run
 * while the page is filled in. `path`: of the page and of its form. `when`: what the form says where it is one of several.
 */
export type RuledPage = Readonly<{ key: string; path: string; when?: Readonly<Record<string, string>>; fields: Readonly<Record<string, Readonly<Record<string, string>>>> }>
/** What would stand in a child’s record once what somebody is writing is agreed: the rules are asked about it before. */
export type Supposed = Readonly<{ personId: string }> & (
  | Readonly<{ assessment: string; authorisedOn: PlainDate; factors: readonly string[]; /** Their part of the referral ends with it. */ closes?: Readonly<{ referralId: string; reason: string }> | undefined }>
  | Readonly<{ enquiry: string; outcome: string }>
)
/** What a rule asks of what stands in a field. It never stops anybody. */
export type BesideField = Readonly<{ field: string; words: string; rule: string; of: string; severity: Severity; personId: string }>
