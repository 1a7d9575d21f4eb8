// The usability measure of the design brief: each task done in a real browser by its journey, counted by test/meter.ts, against its target.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Counts } from '../test/meter.ts'

const root = join(import.meta.dirname, '..')
const tasks = [
  { task: 'T1', journey: 't1', does: 'Contact to referral: four children, two new adults, decided, allocated', target: '6 pages, 38 clicks, 31 fields, 0 re-keyed', kept: (did: Counts) => did.pages <= 6 && did.clicks <= 38 && did.fields <= 31 && did.rekeyed === 0 },
  { task: 'T2', journey: 't2', does: 'One assessment for four children, from allocated to authorised', target: '3 pages, 45 clicks, 0 re-keyed', kept: (did: Counts) => did.pages <= 3 && did.clicks <= 45 && did.rekeyed === 0 },
  { task: 'T4', journey: 'findSomebody', does: 'Find Kathryn Smith as “Kathrin Smyhte”', target: '1 page, 1 click', kept: (did: Counts) => did.pages <= 1 && did.clicks <= 1 },
  { task: 'T5', journey: 'protection', does: 'Convene the conference of four children: chair, eight invitations, five reports asked for, inside its 15 working days', target: '3 pages, 20 clicks, 0 re-keyed', kept: (did: Counts) => did.pages <= 3 && did.clicks <= 20 && did.rekeyed === 0 },
  { task: 'T6', journey: 't6', does: 'The manager’s morning: from signing in over what is late to a child, two pieces of work given to somebody else, three decisions', target: '6 pages, 18 clicks', kept: (did: Counts) => did.pages <= 6 && did.clicks <= 18 },
  { task: 'T7', journey: 't7', does: 'Read up on a stranger’s case, from the search to six answers', target: '1 page, 0 clicks after the search’s one', kept: (did: Counts) => did.pages <= 1 && did.clicks <= 1 },
  { task: 'T10', journey: 't10', does: 'Read and quote a sister’s last visit while writing', target: '0 pages, 2 clicks', kept: (did: Counts) => did.pages === 0 && did.clicks <= 2 },
] as const

type Told = Counts & Readonly<{ task: string }>
const folder = mkdtempSync(join(tmpdir(), 'kith-meter-'))
const file = join(folder, 'counts')
const journeys = tasks.map((one) => `test/journeys/${one.journey}.test.ts`).filter((path) => existsSync(join(root, path)))
const run = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--no-file-parallelism', ...journeys], { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, KITH_METER: file } })
const told: Told[] = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : []
rmSync(folder, { recursive: true, force: true })

const rows = tasks.map(({ task, does, target, kept }) => {
  const did = told.find((one) => one.task === task)
  if (!did) return `| ${task} | ${does} | not measured | | | | | | ${target} | |`
  return `| ${task} | ${does} | ${did.pages} | ${did.clicks} | ${did.keys} | ${did.fields} | ${did.rekeyed} | ${Math.round(did.seconds)} | ${target} | ${kept(did) ? 'kept' : 'missed'} |`
})
const table = ['| Task | What is done | Pages | Clicks | Keys | Fields | Re-keyed | Seconds | At most | |', '|---|---|--:|--:|--:|--:|--:|--:|---|---|', ...rows].join('\n')
process.stdout.write(`${table}\n`)

const git = (...words: string[]) => spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? ''
writeFileSync(join(root, 'docs/usability.md'), `# How much work a task is

Taken by \`npm run bench -- usability\` on ${new Date().toISOString().slice(0, 10)}, at commit ${git('rev-parse', '--short', 'HEAD') || 'unknown'}. The command writes this page.

${table}

How it is counted, in \`test/meter.ts\`:

- Each journey runs in a real Chromium. It presses keys and clicks, and nothing else; what came of it is checked in the database or on the page.
- Pages: documents loaded after the page where the task starts. A page that an island changes in place is not loaded again. T2 is done by two people; the count is of both.
- With the page where the task starts counted too, T2's two people come to 4 pages.
- Fields: boxes and groups that somebody changed. A group of choices is one field, a date is one field.
- Re-keyed: characters of texts of three or more that the record held before (names, days of birth, addresses) or that were typed earlier in the task. What is typed to find somebody does not count.
- Seconds: the keystroke-level model of Card, Moran and Newell: 0.20 a key, 1.10 for pointing, 0.40 when a hand changes place, 1.35 to make up one's mind before a click or a text, 0.20 for the press of the mouse. It compares designs for somebody who knows the page. It says nothing about how people like it, and reading and thinking about a family are not in it.

Not measured here: a visit without a network, a partner's request and a family's signature. How practitioners judge Kith was not asked: that needs practitioners.
`)
const over = tasks.filter(({ task, kept }) => told.some((did) => did.task === task && !kept(did))).map(({ task }) => task)
process.stdout.write(`Usability, in short: ${told.length} of ${tasks.length} tasks measured, ${over.length === 0 ? 'all targets kept' : `NOT kept: ${over.join(', ')}`}.\n`)
if (run.status !== 0 || told.length < journeys.length) process.exitCode = 1
else if (over.length > 0) process.exitCode = 3
