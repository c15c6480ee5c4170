import { expect, test } from 'vitest'
import { toTestPaths } from './changed-rooms.ts'

test('a change calls for the tests of its room', () => {
  const paths = toTestPaths(['src/core/passage/text-directive.ts', 'scripts/check.ts', 'README.md'])
  expect(paths).toContain('src/core/passage/passage.test.ts')
  expect(paths).toContain('src/core/address/permalink.test.ts')
  expect(paths).toContain('scripts/changed-rooms.test.ts')
  expect(paths.filter((path) => !/^(?:src\/core|scripts)\/.+\.test\.tsx?$/.test(path))).toEqual([])
})

test('the builder and the reader are not one room each', () => {
  const paths = toTestPaths(['src/builder/cli.ts', 'src/reader/data/any-file.ts'])
  expect(paths).toContain('src/reader/data/scheduling/work-budget.test.ts')
  expect(paths.filter((path) => !/^src\/(?:builder\/[^/]+|reader\/data\/.+)$/.test(path))).toEqual(
    [],
  )
})

test('a folder that is gone, and one outside of the source, call for none', () => {
  expect(toTestPaths(['src/no-such-room/a.ts', 'docs/a.md', '.gitignore'])).toEqual([])
})
