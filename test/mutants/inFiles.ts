import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/start/project.ts'
import { drawn, type Outcome } from './model.ts'
import { fileMutants } from './typescript.ts'

/** The files whose rules are mutated, and the tests that have to notice. */
const rules = {
  timescales: {
    files: ['src/engine/timescales/due.ts', 'src/engine/timescales/evaluate.ts', 'src/engine/timescales/runs.ts', 'src/engine/timescales/council.ts', 'src/kernel/workingDays.ts', 'src/kernel/dates.ts'],
    tests: ['src/engine/timescales', 'src/kernel', 'content/timescales'],
  },
  permissions: { files: ['src/record/access/permissions.ts'], tests: ['test/access/permissions.test.ts'] },
} as const

/** Puts each mutant into a copy of the sources and runs the tests there. */
export async function engineMutants(group: keyof typeof rules, many: number): Promise<Outcome> {
  const { files, tests } = rules[group]
  const all = drawn(files.flatMap((file) => mutantsOf(group, file, readFileSync(join(projectRoot, file), 'utf8')).map((mutant) => ({ file, ...mutant }))), many)
  const unnoticed: string[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    const copy = copyOfSources()
    try {
      if (!(await pass(copy, tests))) throw new Error(`The tests of ${group} do not pass before anything was changed.`)
      for (let at = next++; at < all.length; at = next++) {
        const mutant = all[at]!
        const path = join(copy, mutant.file)
        const before = readFileSync(path, 'utf8')
        writeFileSync(path, mutant.text)
        if (await pass(copy, tests)) unnoticed.push(`${mutant.file}:${mutant.line}: ${mutant.was} with "${mutant.is}"`)
        writeFileSync(path, before)
      }
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  }
  await Promise.all([lane(), lane()])
  return { tried: all.length, noticed: all.length - unnoticed.length, unnoticed }
}

/** A permission's mistakes are a role taken from its line, or one put into it. */
function mutantsOf(group: keyof typeof rules, file: string, source: string): { line: number; was: string; is: string; text: string }[] {
  if (group !== 'permissions') return fileMutants(source)
  const line = (at: number) => source.slice(0, at).split('\n').length
  const put = (start: number, end: number, is: string) => ({ line: line(start), was: source.slice(start, end), is, text: `${source.slice(0, start)}${is}${source.slice(end)}` })
  return [...source.matchAll(/\[('[^\]]*)\]/g)].flatMap(({ index, 0: whole, 1: list = '' }) => {
    const roles = list.split(', ')
    const stranger = ['head', 'administrator', 'businessSupport', 'partner'].map((role) => `'${role}'`).find((role) => !roles.includes(role))
    return [...roles.map((role) => put(index, index + whole.length, `[${roles.filter((one) => one !== role).join(', ')}]`)), ...(stranger ? [put(index, index + whole.length, `[${list}, ${stranger}]`)] : [])]
  })
}

function copyOfSources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'kith-mutants-'))
  for (const folder of ['src', 'content', 'test', 'db', 'bin']) cpSync(join(projectRoot, folder), join(copy, folder), { recursive: true })
  for (const file of ['package.json', 'vitest.config.ts', 'tsconfig.json']) cpSync(join(projectRoot, file), join(copy, file))
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

async function pass(folder: string, tests: readonly string[]): Promise<boolean> {
  const run = spawn(process.execPath, [join(folder, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', '--bail=1', '--no-isolate', '--maxWorkers=1', '--testTimeout=20000', ...tests], { cwd: folder, stdio: 'ignore', env: { ...process.env, NODE_ENV: 'test' }, timeout: 60_000 })
  const [code] = await once(run, 'close')
  return code === 0
}
