import { expect, test } from 'vitest'
import { showClause } from '../testing/show-clause.ts'
import { parseQuery } from './parse-query.ts'

test.each([
  ['reads a minus inside a word in two ways', 'sea-wall x', ['{sea wall | seawall}', 'x']],
  ['reads an apostrophe in two ways', 'don’t x', ['{don t | dont}', 'x']],
  ['reads both as prefixes', 'sea-wal', ['{sea wal* | seawal*}']],
  ['reads none as a prefix of one letter', 'sea-w', ['{sea w | seaw}']],
  ['reads a number as groups and whole', '10,000 x', ['{10 000 | 10000}', 'x']],
  [
    'reads groups of digits as words or one number',
    'sea 10 000 x',
    ['sea', '{10 000 | 10000}', 'x'],
  ],
  ['reads other digits as words', '5 16 1234 567', ['5', '16', '1234', '567*']],
  ['reads letters with dots in two ways', 'Möller x', ['{moller | moeller}', 'x']],
  [
    'reads two letters for one with dots before other words',
    '"Moeller sagt"',
    ['{moeller sagt | mo:ller sagt}'],
  ],
  ['excludes all ways', 'x -Möller', ['x', '-{moller | moeller}']],
  ['counts the ways as one condition', '"don\'t" x', ['{don t | dont}', 'x']],
  [
    'reads two minus signs as the beginning of a flag',
    'git reset --hard',
    ['git', 'reset', '--hard*'],
  ],
  ['reads them in quotes and as a long dash', '"git --hard" –soft', ['git --hard', '--soft*']],
  ['excludes a flag', 'git -"--hard"', ['git', '---hard']],
  ['reads words with their signs', 'c++ .net c# x', ['c++', '.net', 'c#', 'x']],
  ['reads an unfinished sign as a prefix', 'c+', ['c+*']],
  ['reads emoji', '🎉 👨‍👩‍👧', ['🎉', '👨👩👧']],
  ['reads hashtags and handles as words', '#港口 @sea', ['港口', 'sea*']],
])('a query %s', (_claim, input, expected) => {
  expect(parseQuery(input).clauses.map(showClause)).toEqual(expected)
})
