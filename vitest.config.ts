import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    pool: 'threads',
    globalSetup: ['test/compile.ts'],
    isolate: false,
    setupFiles: ['test/setup.ts'],
    testTimeout: 20_000,
  },
})
