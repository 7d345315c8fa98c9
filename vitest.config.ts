import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    pool: 'threads',
    globalSetup: ['test/compile.ts'],
    isolate: false,
    maxWorkers: '100%',
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    // Node.js loads our files by itself: as in use, and with imports as fast as in use.
    experimental: { viteModuleRunner: false },
  },
})
