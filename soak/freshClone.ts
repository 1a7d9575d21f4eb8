// The two commands on a fresh clone, with npm 10, 11 and 12, as root and as an ordinary user, in a home closed to all others.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { wordsOf } from '../src/platform/start/process.ts'
import { projectRoot } from '../src/platform/start/project.ts'

/** `contained`: as in a container that forbids namespaces. `only`: with this npm alone. */
type User = Readonly<{ words: string; ids: { uid?: number; gid?: number }; environment: NodeJS.ProcessEnv; contained?: boolean; only?: string }>
type Place = Readonly<{ clone: string; home: string; user: User; environment: NodeJS.ProcessEnv }>

const isRoot = process.getuid?.() === 0
const users: readonly User[] = isRoot
  ? [
      { words: 'root', ids: {}, environment: { NODE_ENV: 'production' } },
      { words: 'an ordinary user', ids: { uid: 65_534, gid: 65_534 }, environment: {} },
      { words: 'root where namespaces are forbidden', ids: {}, environment: {}, contained: true, only: '11' },
    ]
  : [{ words: 'this user', ids: {}, environment: { NODE_ENV: 'production' } }]

/** The Node of this machine, which need not be 24: the first on the path that is not the one we brought. */
const nodeOfTheMachine = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node')).find((file) => existsSync(file) && !realpathSync(file).includes('node_modules')) ?? process.execPath

function must(program: string, words: readonly string[], options: Parameters<typeof spawnSync>[2] = {}): void {
  const { status, stderr } = spawnSync(program, words, { ...options, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} failed: ${String(stderr).slice(-2000)}`)
}

/** A closed home with a clone of what is committed, this npm, and a Node that it runs on. */
function place(base: string, npm: string, user: User): Place {
  const home = join(base, `${npm}-${user.words.replaceAll(' ', '-')}`)
  const clone = join(home, 'kith')
  mkdirSync(join(home, 'bin'), { recursive: true })
  must('git', ['clone', '--quiet', projectRoot, clone])
  must('npm', ['install', '--silent', '--prefix', join(home, 'npm'), `npm@${npm}`], { cwd: home })
  symlinkSync(join(home, 'npm/node_modules/npm/bin/npm-cli.js'), join(home, 'bin/npm'))
  // npm 12 runs on Node 24 only; 10 and 11 are shown with whatever Node the machine has.
  copyFileSync(realpathSync(Number(npm) >= 12 ? process.execPath : nodeOfTheMachine), join(home, 'bin/node'))
  if (user.contained) writeFileSync(join(home, 'bin/unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  if (user.ids.uid !== undefined) must('chown', ['-R', `${user.ids.uid}:${user.ids.gid}`, home])
  chmodSync(home, 0o700)
  const { KITH_TEST_DATABASE, DATABASE_URL, KITH_DATA, npm_execpath, ...inherited } = process.env
  const plain = Object.fromEntries(Object.entries(inherited).filter(([name]) => !name.startsWith('npm_')))
  return { clone, home, user, environment: { ...plain, HOME: home, PATH: `${join(home, 'bin')}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`, PORT: '0', ...user.environment } }
}

function run(at: Place, ...words: string[]) {
  const child = spawn(join(at.home, 'bin/npm'), words, { cwd: at.clone, env: at.environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...at.user.ids })
  let said = ''
  child.stdout.on('data', (text) => { said += text })
  child.stderr.on('data', (text) => { said += text })
  const ended = new Promise<number>((settle) => child.once('close', (code, signal) => settle(code ?? (signal ? 128 : -1))))
  return { child, ended, said: () => said }
}

async function open(at: Place, stop: (child: ChildProcess) => void): Promise<string> {
  const began = performance.now()
  const kith = run(at, 'start')
  let over = false
  void kith.ended.then(() => { over = true })
  const address = () => /http:\/\/localhost:\d+/.exec(kith.said())?.[0]
  while (!address()) {
    if (over) throw new Error(`npm start ended:\n${kith.said()}`)
    await new Promise((settle) => setTimeout(settle, 50))
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const { status } = await fetch(address() ?? '')
  if (status >= 500) throw new Error(`The first page answers ${status}`)
  stop(kith.child)
  await kith.ended
  for (let waited = 0; left(at.home); waited += 1) {
    if (waited === 300) throw new Error(`Left behind after the stop:\n${left(at.home)}`)
    await new Promise((settle) => setTimeout(settle, 100))
  }
  if (!kith.said().includes('Everything is kept')) throw new Error(`It did not stop cleanly:\n${kith.said()}`)
  return seconds
}

const left = (home: string) => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => wordsOf(Number(pid)).join(' ')).filter((words) => words.includes(`${home}/`)).join('\n')

async function tests(at: Place): Promise<string> {
  const { ended, said } = run(at, 'test', '--', 'src/kernel')
  const status = await ended
  const last = said().trim().split('\n').at(-1) ?? ''
  if (status !== 0 || !/^\d+ passed, 0 failed$/.test(last)) throw new Error(`npm test ended with ${status}:\n${said().slice(-3000)}`)
  return last
}

const base = realpathSync(mkdtempSync(join(tmpdir(), 'kith-fresh-')))
chmodSync(base, 0o755)
let [failures, tried] = [0, 0]
for (const npm of ['10', '11', '12']) {
  for (const user of users.filter(({ only }) => only === undefined || only === npm)) {
    tried += 1
    const name = `npm ${npm}, ${user.words}${user.environment.NODE_ENV ? ', NODE_ENV=production' : ''}, home 0700`
    try {
      const at = place(base, npm, user)
      const first = await open(at, (child) => child.kill('SIGTERM'))
      // Ctrl-C in a terminal reaches npm and all that it started, and an impatient person presses it twice.
      const second = await open(at, (child) => {
        for (let pressed = 0; pressed < 2; pressed += 1) process.kill(-(child.pid ?? NaN), 'SIGINT')
      })
      console.log(`✓ ${name}: first start ${first} s with installing and building, second ${second} s; npm test -- src/kernel: ${await tests(at)}`)
      rmSync(at.home, { recursive: true, force: true })
    } catch (error) {
      failures += 1
      console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
rmSync(base, { recursive: true, force: true })
console.log(`${tried - failures} passed, ${failures} failed`)
process.exit(failures === 0 ? 0 : 1)
