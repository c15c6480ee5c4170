import { readdirSync, readFileSync } from 'node:fs'
import { configDefaults, defineConfig } from 'vitest/config'
import { patienceMs } from './src/testing/patience.ts'

const whole = ['src/**/corpus.test.ts']

const texts = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => ({
    file: `src/${file.replaceAll('\\', '/')}`,
    text: readFileSync(`src/${file}`, 'utf8'),
  }))

/**
 * What names a document, a global or a clock that a test may put in place, a helper of tests, which may do so for it, or what modules
 * of the reader remember: stores, mirrors, the desk.
 */
const ownWorld =
  /jsdom|\bvi\.(?:stub|mock|doMock|useFake|setSystem|resetModules)|globalThis|fake-indexeddb|defineProperty|prototype|\/testing\/|[sS]torage|Store\b|[mM]irrors?\b|[dD]esk/

/** Tests of what runs in a browser, where they may have put a document or functions of their own in place. */
const inBrowser = texts
  .filter(({ file, text }) => file.startsWith('src/reader/') && ownWorld.test(file + text))
  .map(({ file }) => file)

/** Tests that count work: the engine counts in modules that are loaded after it was asked to. */
const counting = texts
  .filter(({ text }) => text.includes("/count-work.ts'"))
  .map(({ file }) => file)

// Some tests wait for processes of their own: all cores are of use, not all but one.
const everyCore = '100%'

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
        // Pages are drawn as the program draws them: React's own checks took a quarter of the time of a build.
        oxc: { jsx: { runtime: 'automatic', development: false } },
        test: {
          name: 'unit',
          env: { NODE_ENV: 'production' },
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          // The bench has packages of its own, with tests of their own.
          exclude: [...configDefaults.exclude, ...whole, ...inBrowser, ...counting],
          // Files of a thread share the modules they load: loading them anew for each file took as long as the tests of most.
          isolate: false,
          maxWorkers: everyCore,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: [...inBrowser, ...counting],
          // A document and its prototypes would carry what one file did to them into the next.
          isolate: true,
          maxWorkers: everyCore,
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
