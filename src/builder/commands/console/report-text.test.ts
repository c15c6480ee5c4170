import { expect, test } from 'vitest'
import { toProblemLines } from './report-text.ts'

test.each([
  ['In 3 places the bytes are not UTF-8.', 'In 12 places the bytes are not UTF-8.', 1],
  ['`date` is "a".', '`date` is "b".', 1],
  ['The file is in windows-1251.', 'The file is in windows-1252.', 2],
])('%s and %s make %i groups', (first, second, groups) => {
  const problems = [first, second].map((reason, at) => ({
    file: `harbour/_posts/${at}.md`,
    severity: 'warning' as const,
    reason,
    hint: 'Nothing to do.',
  }))
  const report = {
    files: 2,
    posts: 2,
    copies: 0,
    versions: 0,
    unreadable: 0,
    skipped: [],
    copyOf: [],
    collections: [],
    problems,
  }
  expect(toProblemLines(report).filter((line) => line.startsWith('warning'))).toHaveLength(groups)
})
