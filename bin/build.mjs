// Runs under Node 24, which reads vite.config.ts as it is.
import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { markOfSources } from './lib/build.mjs'
import { giveUp, root } from './lib/project.mjs'

if (Number(process.versions.node.split('.')[0]) < 24) {
  const { installWhatIsMissing } = await import('./lib/install.mjs')
  const { runUnderNode24 } = await import('./lib/node24.mjs')
  await installWhatIsMissing({ forTests: false })
  process.exit(await runUnderNode24(process.argv.slice(1)))
}

const noManifest = (folder) => {
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, '.vite/manifest.json'), '{}')
}
const mark = markOfSources()
const { build } = await import('vite')
const { builds } = await import('../vite.config.ts')
try {
  mkdirSync(join(root, 'dist'), { recursive: true })
  accessSync(join(root, 'dist'), constants.W_OK)
} catch {
  giveUp(`Nothing can be built in ${root}/dist: it belongs to another user, or the disk is full or read-only. Start Kith as that user once, or make room, then start again.`)
}
process.stdout.write('Building. This takes a few seconds after each change of the sources.\n')

for (const [folder, settings] of Object.entries(builds())) {
  // Built aside and then put in place: a running Kith, or another build at the same time, never sees half of one.
  const aside = join(root, `dist/${folder}-${process.pid}`)
  const place = join(root, 'dist', folder)
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true })
  if (settings) await build({ ...settings, build: { ...settings.build, outDir: aside } })
  else if (folder === 'client') noManifest(aside)
  writeFileSync(join(aside, '.built-from'), mark)
  putInPlace(aside, place)
}

function putInPlace(aside, place) {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(place, { recursive: true, force: true })
    try {
      return renameSync(aside, place)
    } catch (error) {
      // Another build was put in place in this very moment.
      if (error.code !== 'ENOTEMPTY' || attempt === 20) throw error
    }
  }
}
