import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    pool: 'threads',
    maxWorkers: '100%',
    globalSetup: ['test/compile.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
