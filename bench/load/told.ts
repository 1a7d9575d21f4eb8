import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Result } from './measure.ts'

/** What was asked for, what came, and whether it was kept. */
export type Verdict = Readonly<{ line: string; who: string; what: string; budget: number; unit: string; came: number }>
export const kept = (verdict: Verdict): boolean => verdict.came <= verdict.budget
export const spent = (result: Result): number => result.server + result.database
const amount = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2))
export const wordOf = (verdict: Verdict): string => `${verdict.what} ${amount(verdict.came)}${verdict.unit}, budget ${verdict.budget}${verdict.unit}: ${kept(verdict) ? 'kept' : 'NOT kept'}`

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
const ms = (n: number) => n.toFixed(2).padStart(8)
const faults = (result: Result) => (result.failed ? `  ${result.failed} FAILED (${[...result.statuses].filter(([status]) => status !== 200).map(([status, times]) => `${status || 'no answer'} × ${times}`).join(', ')})` : '')

/** One measure as a line of its own. */
export function row(name: string, r: Result, verdicts: readonly Verdict[] = []): void {
  say(`  ${name.padEnd(40)} ${r.perSecond.toFixed(0).padStart(5)}/s  p50 ${ms(r.p50)}  p95 ${ms(r.p95)}  p99 ${ms(r.p99)}  server ${ms(r.server)}  database ${ms(r.database)}  ${(r.bytes / 1024).toFixed(1).padStart(7)} KB${faults(r)}`)
  for (const verdict of verdicts) say(`      ${wordOf(verdict)}`)
}

const git = (...words: string[]) => spawnSync('git', words, { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' }).stdout?.trim() ?? ''
const commit = () => `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs') ? ' with changes' : ''}`

export type Row = Readonly<{ line: string; who: string; thin: Result; kith: Result; open: Result; html?: Result; alone: Result }>
const cell = (verdicts: readonly Verdict[], what: string) => {
  const verdict = verdicts.find((one) => one.what === what)
  return verdict ? `${amount(verdict.came)}${kept(verdict) ? '' : ' **no**'}` : ''
}
export const budgets = 'Processor time is what server and database spend on one request; the database alone for row-level security. **no**: over the budget. A tray of fewer than 80 pieces is not the load of the brief (110 pieces) and stands here for information. p95 in this table is over 32 connections that never pause, which is nobody’s work: for information, with the p95 of thin beside it; “alone” is the p95 of one connection while nobody else asks.'

export function tableOf(rows: readonly Row[], verdicts: readonly Verdict[]): string[] {
  return [
    '| | as | thin ms | Kith ms | times thin | row-level security, times | p95 thin ms | p95 JSON ms | p95 HTML ms | p95 alone ms | KB Kith / thin |', '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map((one) => {
      const mine = verdicts.filter((verdict) => verdict.line === one.line && verdict.who === one.who)
      const budget = mine.find((verdict) => verdict.what === 'times thin')?.budget
      return `| ${one.line} (${budget ?? 'no budget'}) | ${one.who} | ${amount(spent(one.thin))} | ${amount(spent(one.kith))} | ${budget === undefined ? amount(spent(one.kith) / spent(one.thin)) : cell(mine, 'times thin')} | ${cell(mine, 'row-level security, times')} | ${amount(one.thin.p95)} | ${amount(one.kith.p95)} | ${one.html ? amount(one.html.p95) : ''} | ${amount(one.alone.p95)} | ${(one.kith.bytes / 1024).toFixed(1)} / ${(one.thin.bytes / 1024).toFixed(1)} |`
    }),
  ]
}

/** The end of the run on the screen, and its page in docs/results. */
export function conclude(told: Readonly<{ size: string; seconds: number; council: string; began: readonly number[]; parts: readonly string[]; verdicts: readonly Verdict[]; thinSql: Readonly<Record<string, string>> }>): void {
  const over = told.verdicts.filter((verdict) => !kept(verdict))
  const sum = `${told.verdicts.length - over.length} of ${told.verdicts.length} budgets kept.`
  const load = (numbers: readonly number[]) => numbers.map((n) => n.toFixed(1)).join(', ')
  const page = [
    `# The load at the size ${told.size}`, '',
    `Taken by \`npm run bench -- load ${process.argv.slice(2).join(' ')}\` on ${new Date().toISOString().slice(0, 10)} at commit ${commit()}, ${told.seconds} seconds a line. ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB; load average ${load(told.began)} before, ${load(loadavg())} after. The command writes this page.`, '',
    `The council: ${told.council}.`, '', ...told.parts, '', '## Kept or not', '', sum, '', ...over.map((verdict) => `- ${verdict.line}, ${verdict.who}: ${wordOf(verdict)}`), '',
    '## What thin asks of the database', '', '```sql', ...Object.entries(told.thinSql).map(([name, text]) => `-- ${name}\n${text};`), '```', '',
  ].join('\n')
  say(`\n${page}`)
  mkdirSync(join(import.meta.dirname, '../../docs/results'), { recursive: true })
  writeFileSync(join(import.meta.dirname, `../../docs/results/load-${told.size}.md`), page)
  say(`Written to docs/results/load-${told.size}.md. ${sum}`)
}
