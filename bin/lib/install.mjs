import { spawn } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { oneAtATime } from './oneAtATime.mjs'
import { giveUp, root, say } from './project.mjs'

/** Installs what the lock file names and node_modules lacks. `forTests`: also what only development needs. Does nothing when all is there. */
export async function installWhatIsMissing({ forTests }) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) giveUp(`Kith needs Node 20.19 or newer to start, and this is ${process.versions.node}. Install a newer Node, then start again.`)
  const missing = missingPackages(forTests)
  if (missing.length === 0) return
  if (isLink(join(root, 'node_modules'))) {
    giveUp(`node_modules is a link to another folder, and that lacks ${missing.slice(0, 3).join(', ')}. Run npm ci there, or remove the link.`)
  }
  await oneAtATime(async () => {
    if (missingPackages(forTests).length > 0) await install()
  })
}

async function install() {
  say('Installing what Kith needs. This happens once and takes a minute or two.')
  const began = process.hrtime.bigint()
  const { status, words } = await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) giveUp(`${words.trim()}\nThe packages could not be installed: npm says why above. Look whether the network and the disk are well, then start again.`)
  say(`Installed in ${Number((process.hrtime.bigint() - began) / 1_000_000_000n)} seconds.`)
}

/** Names of packages of the lock file that npm's own note of what it installed does not have in that version. */
function missingPackages(forTests) {
  const wanted = read('package-lock.json')?.packages ?? {}
  const installed = read('node_modules/.package-lock.json')?.packages ?? {}
  return Object.entries(wanted)
    .filter(([place, entry]) => place.startsWith('node_modules/') && !entry.link && !entry.inBundle && isForHere(entry) && (forTests || !entry.dev))
    .filter(([place, entry]) => installed[place]?.version !== entry.version || !existsSync(join(root, place)))
    .map(([place]) => place.slice('node_modules/'.length))
}

/** Optional packages count only where they are made for this kind of machine: npm leaves the others, and what those need, out. */
const isForHere = ({ os, cpu, libc, optional }) =>
  (os ? os.includes(process.platform) : !optional || cpu) && (!cpu || cpu.includes(process.arch)) && !libc?.every((each) => each === 'musl')

function read(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'))
  } catch {
    return undefined
  }
}

function isLink(path) {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** The npm that started us, else the one on the path. Its words are kept for the case that it fails. */
function npm(words) {
  const started = process.env.npm_execpath
  const [program, all] = started && basename(started).startsWith('npm-cli') ? [process.execPath, [started, ...words]] : ['npm', words]
  return new Promise((settle) => {
    const child = spawn(program, all, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (text) => { said += text })
    child.stderr.on('data', (text) => { said += text })
    child.once('error', (error) => settle({ status: 1, words: error.message }))
    child.once('exit', (status) => settle({ status: status ?? 1, words: said }))
  })
}
