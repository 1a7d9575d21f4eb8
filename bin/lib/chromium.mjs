import { spawnSync } from 'node:child_process'
import { giveUp, say } from './project.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The path of a Chromium that runs: the one `CHROMIUM` names, the system's, or one that the system's package manager may install.
 * Nothing when there is none and `KITH_NO_BROWSER=1` says to go on; without that it is the end.
 */
export function chromiumForTests() {
  if (process.env.KITH_NO_BROWSER === '1') return undefined
  if (process.env.CHROMIUM) {
    if (runs(process.env.CHROMIUM)) return process.env.CHROMIUM
    giveUp(`CHROMIUM names ${process.env.CHROMIUM}, and that does not run. Correct it, or leave it out to use the system's.`)
  }
  return chromiumOfTheSystem() ?? installed() ?? giveUp('The tests need a Chromium, and none could be installed here. Install chromium, name one by CHROMIUM=/path/to/chromium, or run KITH_NO_BROWSER=1 npm test to leave the browser tests out.')
}

/** The path of a Chromium that is already here and runs. */
export const chromiumOfTheSystem = () => names.map((name) => answerOf('sh', ['-c', `command -v ${name}`])).find((path) => path && runs(path))

const runs = (path) => answerOf(path, ['--version']) !== undefined

function installed() {
  const asRoot = process.getuid() === 0 ? [] : answerOf('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n']
  if (!asRoot || answerOf('sh', ['-c', 'command -v apt-get']) === undefined) return undefined
  say('Installing Chromium for the browser tests. This happens once and takes a minute or two.')
  const apt = (...words) => {
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words]
    return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  }
  const install = () => apt('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation')
  if (!install() && apt('update')) install()
  return chromiumOfTheSystem()
}

function answerOf(program, words) {
  const { status, stdout } = spawnSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 })
  return status === 0 ? stdout.trim() : undefined
}
