import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'content/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/globalSetup.ts',
    // A test waits for its database or its browser for much of its time: two cores are busy with four.
    maxWorkers: Math.max(4, availableParallelism()),
    // Modules of the house are read once a worker; each file has a database of its own.
    isolate: false,
    // A slow machine is no failure: only what hangs is ended.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
  },
})
