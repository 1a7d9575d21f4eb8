import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AssetAddress } from '../../platform/page/layout.tsx'

type Built = Readonly<{ file: string; css?: readonly string[] }>

/** The folder of built browser files, beside the server's. */
export function clientFolder(from: string = import.meta.dirname): string {
  for (let folder = from; folder !== join(folder, '..'); folder = join(folder, '..')) {
    if (existsSync(join(folder, 'dist', 'client', '.vite', 'manifest.json'))) return join(folder, 'dist', 'client')
    if (existsSync(join(folder, 'client', '.vite', 'manifest.json'))) return join(folder, 'client')
  }
  throw new Error('The browser files are not built: run npm run build.')
}

const isBuilt = (value: unknown): value is Record<string, Built> => typeof value === 'object' && value !== null

/** Where each source's built file is served, from Vite's manifest. */
export function assetsOf(folder: string): AssetAddress {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'))
  const built = isBuilt(manifest) ? manifest : {}
  return (source) => {
    const entry = built[source]
    if (entry) return `/${entry.file}`
    // Styles are taken in by a script entry: its own file carries the name of the source.
    const style = Object.values(built).find((b) => b.css?.length && source.endsWith('.css'))
    return style?.css?.[0] ? `/${style.css[0]}` : `/missing/${source.split('/').at(-1)}`
  }
}
