import { configDefaults, defineConfig } from 'vitest/config'
import { patienceMs } from './src/testing/patience.ts'

const whole = ['src/**/corpus.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['src/testing/quiet-console.ts', 'src/testing/property-seed.ts'],
    // For hangs alone.
    testTimeout: patienceMs,
    hookTimeout: patienceMs,
    teardownTimeout: patienceMs,
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          // The bench has packages of its own, with tests of their own.
          exclude: [...configDefaults.exclude, ...whole],
          // Some tests wait for processes of their own: all cores are of use, not all but one.
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'corpus',
          include: whole,
          // Thousands of posts, read and written several times over.
          testTimeout: 6 * patienceMs,
          hookTimeout: 6 * patienceMs,
          // Builds of thousands of posts use every core, and more memory where others take the cores from them.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
