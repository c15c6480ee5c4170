import { expect, test } from 'vitest'
import { toFileName } from './file-name.ts'

test.each([
  [
    'the name of the view and the day',
    '白纸 · tag Sea · 2022',
    '白纸 · tag Sea · 2022 2024-05-06.csv',
  ],
  ['no sign that a file system forbids', 'a/b\\c: "d" <e> | f? *', 'a b c d e f 2024-05-06.csv'],
  ['no direction marks and control characters', 'a\u202Eb\u0007c', 'a b c 2024-05-06.csv'],
  ['no leading dots', '../../etc', 'etc 2024-05-06.csv'],
  ['no more than 80 characters', '港'.repeat(200), `${'港'.repeat(80)} 2024-05-06.csv`],
  ['the day alone without a name', ' / ', '2024-05-06.csv'],
])('has %s', (_, name, expected) => {
  expect(toFileName(name, '2024-05-06', 'csv')).toBe(expected)
})
