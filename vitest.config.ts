import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    setupFiles: ['src/testing/quiet-console.ts'],
    testTimeout: 30_000,
    pool: 'threads',
    // Some tests wait for processes of their own: all cores are of use, not all but one.
    maxWorkers: '100%',
  },
})
