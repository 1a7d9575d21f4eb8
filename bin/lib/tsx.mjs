// Lets Node 24 load .tsx straight from the sources, as it does .ts: `node --import ./bin/lib/tsx.mjs FILE`.
import { readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Vite's own compiler, found from Vite: it is Vite's dependency and not ours.
const fromVite = createRequire(createRequire(import.meta.url).resolve('vite/package.json'))
const { transformSync } = await import(pathToFileURL(fromVite.resolve('rolldown/utils')).href)

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return next(url, context)
    const file = fileURLToPath(url)
    const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), { lang: 'tsx', jsx: { runtime: 'automatic', importSource: 'preact' } })
    if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0].message}`)
    return { format: 'module', source: code, shortCircuit: true }
  },
})
