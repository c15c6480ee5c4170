import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AnchorText } from './anchor-text.ts'
import { measureEdits, measureEnds } from './near-ends.ts'
import type { TextAnchor } from './text-anchor.ts'

const harbour = [
  'At seventeen minutes to eleven all eleven lanterns were lit at once.',
  'The harbour master had been asked for a statement, and gave none before noon.',
  'Nobody on the quay remembers who brought the ladder. The ferry was late.',
  'On Tuesday the council met again. The ferry was late. It adjourned before four.',
  '港口的灯塔今晚不亮，渔民们在码头上等到天明，没有人告诉他们原因。',
  'The lamp on the north pier was lit at nine. The lamp on the south pier was lit at ten.',
]
const text = harbour.join('\n')

/** Anchors the `turn`th occurrence of words in a text. */
function anchor(words: string, { turn = 1, within = text } = {}): TextAnchor {
  let start = -1
  for (let n = 0; n < turn; n++) start = within.indexOf(words, start + 1)
  const made =
    start === -1 ? undefined : new AnchorText(within).anchor({ start, end: start + words.length })
  if (made === undefined) throw new Error(`"${words}" cannot be anchored`)
  return made
}

/** What an anchor leads to in another text, with where it begins. */
function find(made: TextAnchor, other: string): { words: string; start: number } | undefined {
  const found = new AnchorText(other).find(made)
  return found && { words: other.slice(found.start, found.end), start: found.start }
}

const without = (...lines: number[]) => harbour.filter((_, at) => !lines.includes(at)).join('\n')

describe('an anchor', () => {
  test('keeps quote, context and position', () => {
    expect(anchor('渔民们在码头上')).toMatchObject({
      exact: '渔民们在码头上',
      prefix: 'r. 港口的灯塔今晚不亮，',
      suffix: '等到天明，没有人告诉他',
      start: text.indexOf('渔民们在码头上'),
    })
  })

  test.each([
    ['in the same text', text],
    ['below a new paragraph', `A word from the editor.\n${text}`],
    ['above one', `${text}\nCorrected on Friday.`],
    ['between new ones', `Before.\n${text}\nAfter.`],
    [
      'with other white space and punctuation',
      text.replaceAll(',', ' –').replaceAll('\n', '\n\n  '),
    ],
    ['without the paragraph before', without(1)],
    ['without the paragraph behind', without(3)],
    ['without both', without(1, 3)],
    ['among paragraphs in another order', harbour.toReversed().join('\n')],
    ['after a correction in its paragraph', text.replace('remembers', 'recalls')],
  ])('is found %s', (_, other) => {
    const words = 'who brought the ladder.'
    expect(find(anchor(words), other)).toEqual({ words, start: other.indexOf(words) })
  })

  test('leads to the right one of two equal sentences', () => {
    for (const turn of [1, 2]) {
      const made = anchor('The ferry was late.', { turn })
      const other = `A word from the editor.\n${text}\nCorrected.`
      const first = other.indexOf('The ferry was late.')
      const start = turn === 1 ? first : other.indexOf('The ferry was late.', first + 1)
      expect(find(made, other)?.start).toBe(start)
    }
  })

  test('follows a correction inside the quote', () => {
    const other = `News.\n${text.replace('gave none before noon', 'gave nothing before noon')}\nEnd.`
    expect(
      find(anchor('had been asked for a statement, and gave none before noon'), other)?.words,
    ).toBe('had been asked for a statement, and gave nothing before noon')
  })

  test.each([
    ['its paragraph is gone', 'who brought the ladder', `New.\n${without(2)}\nEnd.`],
    [
      'a similar sentence has stayed',
      'The lamp on the north pier was lit at nine.',
      `New.\n${text.replace('The lamp on the north pier was lit at nine. ', '')}\nEnd.`,
    ],
    ['an equal sentence has stayed elsewhere', 'The ferry was late.', `New.\n${without(2)}\nEnd.`],
    [
      'the words between have been replaced',
      'who brought the ladder',
      `New.\n${text.replace('who brought the ladder', 'any of this')}\nEnd.`,
    ],
    [
      'the text is another one',
      'who brought the ladder',
      'The year the gulls unionised began like any other.',
    ],
    ['the text is empty', 'who brought the ladder', ''],
  ])('is lost when %s', (_, words, other) => {
    expect(find(anchor(words), other)).toBeUndefined()
  })

  test('is not made of nothing', () => {
    for (const range of [
      { start: 3, end: 3 },
      { start: 67, end: 69 },
    ]) {
      expect(new AnchorText(text).anchor(range)).toBeUndefined()
    }
  })
})

/** The same anchor as another program would keep it. */
function foreign(words: string, around: Partial<TextAnchor> = {}): TextAnchor {
  const { exact, prefix, suffix, start, end } = { ...anchor(words), ...around }
  return { exact, prefix, suffix, start, end }
}

describe('an anchor of another program', () => {
  test.each([
    ['is found by its context', foreign('who brought the ladder'), text, 'who brought the ladder'],
    [
      'is found by the context on one side',
      foreign('who brought the ladder', { prefix: 'something else' }),
      text,
      'who brought the ladder',
    ],
    [
      'is found without any where it speaks for itself',
      foreign('who brought the ladder', { prefix: '', suffix: '' }),
      text,
      'who brought the ladder',
    ],
    [
      'is lost where it is one of two',
      foreign('The ferry was late.', { prefix: '', suffix: '' }),
      text,
      undefined,
    ],
    [
      'is lost in another context',
      foreign('ladder', { prefix: 'a red ', suffix: ' of iron' }),
      text,
      undefined,
    ],
    ['is lost where it has changed', foreign('who brought the ladder'), without(2), undefined],
  ])('%s', (_, made, other, words) => {
    expect(find(made, other)?.words).toBe(words)
  })
})

describe('a place', () => {
  const at = text.indexOf('brought')
  const place = new AnchorText(text).anchorPlace(at)

  test.each([
    ['in the same text', text],
    ['below a new paragraph', `News.\n${text}`],
    ['in front of what was added below', `${text}\nCorrected.`],
    ['among paragraphs in another order', harbour.toReversed().join('\n')],
    [
      'where the words before have changed',
      text.replace('Nobody on the quay remembers who', 'Who, they ask,'),
    ],
  ])('is found %s', (_, other) => {
    expect(new AnchorText(other).findPlace(place)).toBe(other.indexOf('brought'))
  })

  test('is found where its own words are gone, but not those before them', () => {
    const other = `News.\n${text.replace(/brought[^]*four\./, 'carried it away.')}\nEnd.`
    expect(new AnchorText(other).findPlace(place)).toBe(other.indexOf('carried'))
  })

  test.each([
    ['is lost with its paragraph', `News.\n${without(2)}\nEnd.`],
    ['is lost in another text', 'The year the gulls unionised began like any other.'],
    ['is lost in an empty text', ''],
  ])('%s', (_, other) => {
    expect(new AnchorText(other).findPlace(place)).toBeUndefined()
  })
})

test.each([
  ['kitten', 'sitting', 5, 3],
  ['kitten', 'sitting', 2, 3],
  ['', 'abc', 5, 3],
  ['abc', '', 5, 3],
  ['灯塔今晚不亮', '灯塔今夜不亮', 2, 1],
])('%s and %s, %i at most: %i edits', (one, other, most, edits) => {
  expect(measureEdits(one, other, most)).toBe(edits)
})

test('the edits up to each place are the fewest that any piece ending there needs', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })
  fc.assert(
    fc.property(letters, letters, fc.nat(6), (within, words, most) => {
      const pieces = (end: number) =>
        Array.from({ length: end + 1 }, (_, start) =>
          measureEdits(words, within.slice(start, end), most),
        )
      const expected = Array.from({ length: within.length + 1 }, (_, end) =>
        Math.min(...pieces(end)),
      )
      expect([...measureEnds(within, words, most)]).toEqual(expected)
    }),
  )
})

test('a text made to be slow is searched in a bounded time', () => {
  const slow = 'ab'.repeat(100_000)
  const hostile = new AnchorText(slow)
  const made = hostile.anchor({ start: 90_001, end: 91_001 })
  expect(made?.prefix.length).toBeLessThanOrEqual(1024)
  expect(made && new AnchorText(`${slow.slice(1)}x`).find(made)).toBeUndefined()
})
