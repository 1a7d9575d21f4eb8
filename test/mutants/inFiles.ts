import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/start/project.ts'
import { isAlike } from './alike.ts'
import { drawn, type Outcome } from './model.ts'
import { permissionMutants, sourceMutants } from './typescript.ts'

/** The files whose rules are mutated, and the tests that have to notice. */
const rules = {
  timescales: {
    files: ['src/engine/timescales/due.ts', 'src/engine/timescales/evaluate.ts', 'src/engine/timescales/runs.ts', 'src/engine/timescales/council.ts', 'src/kernel/workingDays.ts', 'src/kernel/bankHolidays.ts', 'src/kernel/dates.ts'],
    tests: ['src/engine/timescales', 'src/kernel', 'content/timescales'], mutants: sourceMutants,
  },
  permissions: { files: ['src/record/access/permissions.ts'], tests: ['test/access/permissions.test.ts'], mutants: permissionMutants },
} as const

/** A mutant that does not come to an end is noticed as well. */
const mostMs = 60_000

/** Puts each mutant into a copy of the sources and runs the tests there. */
export async function fileMutants(group: keyof typeof rules, many: number, heard: (line: string) => void, from?: number): Promise<Outcome> {
  const { files, tests, mutants } = rules[group]
  const every = files.flatMap((file) => mutants(readFileSync(join(projectRoot, file), 'utf8')).map((mutant) => ({ file, ...mutant })))
  const all = drawn(every.filter(({ file, was, is }) => !isAlike({ of: file, was, is })), many, from)
  const unnoticed: string[] = []
  let next = 0
  const asTheyAre = Object.fromEntries(files.map((file) => [file, readFileSync(join(projectRoot, file), 'utf8')]))
  const lane = async (): Promise<void> => {
    const copy = copyOfSources()
    let prover: ChildProcess | undefined
    // Every time all files are written: the one that was changed before is right again.
    const pass = async (changed: Readonly<Record<string, string>>): Promise<boolean> => {
      prover ??= await started(copy, tests)
      const passed = await answerOf(prover, Object.fromEntries(Object.entries({ ...asTheyAre, ...changed }).map(([file, text]) => [join(copy, file), text])))
      if (passed === undefined) {
        prover.kill('SIGKILL')
        prover = undefined
      }
      return passed ?? false
    }
    try {
      if (!(await pass({}))) throw new Error(`The tests of ${group} do not pass before anything was changed.`)
      for (let at = next++; at < all.length; at = next++) {
        const mutant = all[at]
        if (!mutant) continue
        const noticed = !(await pass({ [mutant.file]: mutant.text }))
        const words = `${mutant.file}: ${mutant.was} with "${mutant.is}"`
        heard(`${noticed ? 'noticed' : 'NOT NOTICED'} ${words}`)
        if (!noticed) unnoticed.push(words)
      }
    } finally {
      prover?.kill('SIGKILL')
      rmSync(copy, { recursive: true, force: true })
    }
  }
  await Promise.all([lane(), lane()])
  return { of: every.length, tried: all.length, noticed: all.length - unnoticed.length, unnoticed }
}

function copyOfSources(): string {
  const copy = mkdtempSync(join(tmpdir(), 'kith-mutants-'))
  for (const folder of ['src', 'content', 'test', 'db', 'bin']) cpSync(join(projectRoot, folder), join(copy, folder), { recursive: true })
  for (const file of ['package.json', 'vitest.config.ts', 'tsconfig.json']) cpSync(join(projectRoot, file), join(copy, file))
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

async function started(copy: string, tests: readonly string[]): Promise<ChildProcess> {
  const prover = fork(join(projectRoot, 'test/mutants/proving.ts'), [copy, ...tests], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  await once(prover, 'message')
  return prover
}

/** Whether the tests pass; undefined when they do not come to an end. */
async function answerOf(prover: ChildProcess, texts: Readonly<Record<string, string>>): Promise<boolean | undefined> {
  const over = new AbortController()
  const timer = setTimeout(() => over.abort(), mostMs)
  prover.send(texts)
  const ended = once(prover, 'exit', { signal: over.signal }).then(() => 'ended', () => undefined)
  const answer: unknown = await Promise.race([once(prover, 'message', { signal: over.signal }).then(([told]) => told, () => undefined), ended])
  clearTimeout(timer)
  over.abort()
  if (answer === 'ended') throw new Error('The tests neither passed nor failed.')
  return typeof answer === 'object' && answer !== null && 'passed' in answer ? answer.passed === true : undefined
}
