import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { InlineConfig, Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

const shared = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const satisfies InlineConfig

/** What `bin/build.mjs` builds, by the folder in `dist` it goes to; nothing where there is no source. */
export const builds = (): Record<string, InlineConfig | undefined> => ({ server: forServer(['src/main.ts', 'src/kith.ts']), client: forBrowser() })

/** The sources as plain JavaScript for Node 24; packages stay where npm put them. */
function forServer(patterns: string[]): InlineConfig | undefined {
  const input = entriesOf(patterns, (file) => file.replace(/^src\//, '').replace(/\.tsx?$/, ''))
  if (!input) return undefined
  return { ...shared, build: { ssr: true, target: 'node24', minify: false, sourcemap: true, rolldownOptions: { input, output: { chunkFileNames: 'parts/[name]-[hash].js' } } } }
}

/** Islands, browser scripts and styles under names that change with their content. The page layer finds them in `.vite/manifest.json` by their source path. */
function forBrowser(): InlineConfig | undefined {
  const input = entriesOf(
    ['src/**/island.tsx', 'src/**/island/*.tsx', 'src/platform/page/browser/*.{ts,tsx}', 'src/platform/page/style/kith.css'],
    (file) => file.replace(/^src\//, '').replace(/\.\w+$/, '').replaceAll('/', '-'),
  )
  if (!input) return undefined
  // No data: addresses and no injected script: the content security policy allows neither.
  return { ...shared, plugins: [plainImports], build: { target: 'es2022', manifest: true, assetsInlineLimit: 0, modulePreload: false, rolldownOptions: { input, output: { codeSplitting: { groups: [sharedByIslands] } } } } }
}

/** Vite wraps each `import()` in a loader of preloads and styles. Ours load scripts alone, so a plain import does, and each page is a kilobyte lighter. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null),
}

/** What several islands are made of travels in one file, which the browser keeps from page to page. */
const sharedByIslands = { name: 'parts', test: /node_modules.preact|src.(kernel|platform.page.(?!browser|dialog|sign-in))/, minShareCount: 2 }

function entriesOf(patterns: string[], nameOf: (file: string) => string): Record<string, string> | undefined {
  const files = globSync(patterns, { cwd: root }).filter((file) => !/\.(test|d)\.\w+$/.test(file)).sort()
  return files.length > 0 ? Object.fromEntries(files.map((file) => [nameOf(file), `${root}${file}`])) : undefined
}
