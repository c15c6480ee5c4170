import { expect, test } from 'vitest'
import { searchProblems } from './problem-search.ts'

const problems = [
  {
    file: 'society/_posts/2020-03-09-x.md',
    field: 'date',
    reason: '`date` is "last week".',
    hint: 'Write a time.',
  },
  { file: 'teahouse/archived/ＡＢＣ.md', reason: 'The file is empty.', hint: 'Restore it.' },
]

test.each([
  ['', 2],
  ['last WEEK', 1],
  ['abc', 1],
  ['date', 1],
  ['restore', 1],
  ['nothing of the sort', 0],
])('"%s" finds %i', (query, count) => {
  expect(searchProblems(problems, query)).toHaveLength(count)
})
