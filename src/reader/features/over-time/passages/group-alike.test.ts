import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupAlike } from './group-alike.ts'

const group = (texts: string[]) =>
  groupAlike(
    texts,
    (text) => text,
    (text) => text.toLowerCase(),
  )

const report = 'The harbour wall gave way in the night; nobody was hurt, the mayor said.'

const cases: [why: string, texts: string[], sizes: number[]][] = [
  ['equal reports', [report, report], [2]],
  ['a word changed', [report, report.replace('mayor', 'major')], [2]],
  ['other case', [report, report.toUpperCase()], [2]],
  ['a report cut in half', [report, report.slice(0, 36)], [1, 1]],
  ['other reports', [report, 'Bakers meet on Tuesday to set the price of bread.', report], [2, 1]],
  ['no text', ['', '', 'ab'], [1, 1, 1]],
]

test.each(cases)('%s', (_why, texts, sizes) => {
  expect(group(texts).map((items) => items.length)).toEqual(sizes)
})

test('loses nothing, and keeps the order of the first of each group', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })),
      (texts) => {
        const items = texts.map((text, at) => ({ text, at }))
        const groups = groupAlike(
          items,
          ({ text }) => text,
          (text) => text,
        )
        expect(
          groups
            .flat()
            .map(({ at }) => at)
            .toSorted((a, b) => a - b),
        ).toEqual([...items.keys()])
        const firsts = groups.map(([first]) => first?.at ?? -1)
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
      },
    ),
  )
})
