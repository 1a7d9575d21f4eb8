// `npm test` on a machine without a Chromium: refused in plain words, left out and counted when asked to, or installed by the system's package manager.
// This machine with its Chromium removed, in a mount namespace of its own over a layer that is thrown away. Needs root and unshare(1).
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/start/project.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const base = realpathSync(mkdtempSync(join(tmpdir(), 'kith-bare-')))
const clone = join(base, 'kith')
const ordinary = '65534'

/** Inside: the layer, the clone, and one run of `npm test` after another. Each says its exit code and its last lines. */
const inside = `set -u
export PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME=${base}/home NODE_ENV=
cd ${clone}
dpkg --purge --force-depends chromium chromium-common chromium-sandbox chromium-headless-shell >/dev/null 2>&1
rm -f /usr/bin/chromium* /usr/bin/google-chrome* /usr/local/bin/chromium* /usr/local/bin/google-chrome*
attempt() { echo "# $1"; shift; "$@" >${base}/said 2>&1; echo "exit $?"; tail -30 ${base}/said; }
as_ordinary="setpriv --reuid ${ordinary} --regid ${ordinary} --clear-groups env"
attempt refused $as_ordinary npm test -- src/kernel
attempt leftOut $as_ordinary KITH_NO_BROWSER=1 npm test -- src/kernel test/journeys/firstNote.test.ts
attempt misnamed $as_ordinary CHROMIUM=/usr/bin/nothing npm test -- src/kernel
chown -R 0:0 ${clone} ${base}/home
attempt installed env npm test -- test/journeys/firstNote.test.ts
echo "# now"; chromium --version 2>/dev/null | tail -1
`
const outside = `set -eu
mount -t tmpfs -o size=4g tmpfs ${base}/layer
mkdir ${base}/layer/upper ${base}/layer/work ${base}/layer/root
mount -t overlay overlay -o lowerdir=/,upperdir=${base}/layer/upper,workdir=${base}/layer/work ${base}/layer/root
for folder in proc dev sys run; do mount --rbind /$folder ${base}/layer/root/$folder; done
exec chroot ${base}/layer/root /bin/bash ${base}/inside.sh
`

function run(program: string, ...words: readonly string[]): string {
  const { KITH_TEST_DATABASE, DATABASE_URL, KITH_DATA, CHROMIUM, KITH_NO_BROWSER, ...inherited } = process.env
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', env: Object.fromEntries(Object.entries(inherited).filter(([name]) => !name.startsWith('npm_'))) })
  if (status !== 0) throw new Error(`${program} failed: ${stderr.slice(-2000)}${stdout.slice(-2000)}`)
  return stdout
}

const expected: readonly (readonly [part: string, words: string, wanted: RegExp])[] = [
  ['refused', 'an ordinary user who may install nothing is told what to do', /^exit 1\n[^]*none could be installed here\. Install chromium, name one by CHROMIUM=/],
  ['leftOut', 'KITH_NO_BROWSER=1 leaves the browser tests out and counts them', /^exit 0\n[^]*[1-9]\d* skipped, which is not a pass[^]*passed, 0 failed/],
  ['misnamed', 'a CHROMIUM that does not run is refused', /^exit 1\n[^]*CHROMIUM names \/usr\/bin\/nothing, and that does not run/],
  ['installed', 'root: the package manager installs one, and the browser test runs in it', /^exit 0\n[^]*[1-9]\d* passed, 0 failed/],
  ['now', 'and it is there', /Chromium \d+/],
]

let failures = 0
try {
  if (process.getuid?.() !== 0) throw new Error('This proof needs root: it takes the Chromium out of a layer over this machine.')
  run('git', 'clone', '--quiet', projectRoot, clone)
  run('mkdir', join(base, 'layer'), join(base, 'home'))
  run('chown', '-R', `${ordinary}:${ordinary}`, base)
  chmodSync(join(base, 'home'), 0o700)
  writeFileSync(join(base, 'inside.sh'), inside)
  writeFileSync(join(base, 'outside.sh'), outside)
  const parts = new Map(run('unshare', '--mount', 'bash', join(base, 'outside.sh')).split(/^# /m).slice(1).map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]))
  for (const [part, words, wanted] of expected) {
    const said = parts.get(part) ?? ''
    const holds = wanted.test(said)
    if (!holds) failures += 1
    say(`${holds ? '✓' : '✗'} ${words}${part === 'now' ? `: ${said.trim()}` : ''}${holds ? '' : `\n${said}`}`)
  }
} finally {
  rmSync(base, { recursive: true, force: true })
}
say(`${expected.length - failures} passed, ${failures} failed`)
process.exit(failures === 0 ? 0 : 1)
