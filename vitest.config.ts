import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'content/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/globalSetup.ts',
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
})
