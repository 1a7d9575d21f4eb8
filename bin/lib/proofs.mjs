import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { buildWhatChanged } from './build.mjs'
import { chromiumOfTheSystem } from './chromium.mjs'
import { installWhatIsMissing } from './install.mjs'
import { runUnderNode24 } from './node24.mjs'
import { giveUp, root, say } from './project.mjs'

/** Runs the script that the first word names with the words after it, or all scripts of the folder in order, each for so many minutes at most. */
export async function runProofs(folder, [name, ...words], minutes) {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3)).sort() : []
  if (name && !names.includes(name)) giveUp(`There is no ${folder} named ${name}. There are: ${names.join(', ')}.`)
  await installWhatIsMissing({ forTests: true })
  await buildWhatChanged()
  const chromium = process.env.CHROMIUM || chromiumOfTheSystem()
  const failed = []
  const outcomes = []
  for (const each of name ? [name] : names) {
    const what = `${folder} ${[each, ...words].join(' ')}, at commit ${commit()}`
    say(`\n${what}`)
    let printed = ''
    const began = Date.now()
    const status = await runUnderNode24([join(root, 'bin/lib/withDatabase.mjs'), join(root, folder, `${each}.ts`), ...words], {
      environment: { KITH_RATE: 'off', ...(chromium ? { CHROMIUM: chromium } : {}) }, folder: root, minutes, heard: (text) => { printed += text },
    })
    if (status !== 0) failed.push(each)
    const outcome = `${folder} ${each}: ${outcomesOf[status] ?? 'failed'} in ${Math.round((Date.now() - began) / 1000)} seconds`
    say(outcome)
    outcomes.push(`  ${outcome}\n    ${printed.trimEnd().split('\n').at(-1)?.trim() ?? ''}`)
    // What was measured in part does not take the place of the whole.
    if (!words.some((word) => word.startsWith('--only='))) keep(folder, each, `${what}\n${new Date().toISOString().slice(0, 10)}, ${machine()}\n\n${printed.trimEnd()}\n\n${outcome}\n`)
  }
  if (outcomes.length > 1) say(`\nIn short\n${outcomes.join('\n')}\nEach in full: docs/results/${folder}-*.txt`)
  if (failed.length > 0) giveUp(`Not passed: ${failed.join(', ')}.`)
}

/** A measurement that was taken, and found something over its budget, ends with 3. */
const outcomesOf = { 0: 'passed', 3: 'measured, NOT every budget kept,' }

/** Where a fault that was printed names a file, its place in the project is kept, and not the machine's folders above it. */
export const withoutFolders = (text) => text.replace(/(?:file:\/\/|(?<![\w.:/-]))\/[^\s()'"]*?\/(?=(?:node_modules|dist|src|soak|bench|test)\/)/g, '')

/** The last result of each stands in the repository, with the commit it was taken at. */
function keep(folder, name, text) {
  mkdirSync(join(root, 'docs/results'), { recursive: true })
  writeFileSync(join(root, 'docs/results', `${folder}-${name}.txt`), withoutFolders(text))
}

const machine = () => `${availableParallelism()} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`
const git = (...words) => spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? ''
const commit = () => `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs') ? ' with changes' : ''}`
