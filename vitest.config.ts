import { configDefaults, defineConfig } from 'vitest/config'

const whole = ['src/**/corpus.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['src/testing/quiet-console.ts'],
    testTimeout: 30_000,
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
          // Builds of thousands of posts use every core, and more memory where others take the cores from them.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
