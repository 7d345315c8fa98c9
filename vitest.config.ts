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
    testTimeout: 20_000,
    experimental: { viteModuleRunner: false },
  },
})
