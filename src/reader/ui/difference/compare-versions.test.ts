import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVersions, type TextDifference } from './compare-versions.ts'
import { compareWords, splitWords } from './compare-words.ts'
import { findEdits } from './edit-script.ts'
import { pairParagraphs } from './pair-paragraphs.ts'

/** Reassembles one side of a difference. */
function toSide({ passages }: TextDifference, side: 'removed' | 'added'): string[] {
  return passages.flatMap((passage) => {
    if (passage.kind === 'same') return passage.paragraphs
    const text = passage.pieces.filter(({ kind }) => kind === 'same' || kind === side)
    return text.length === 0 ? [] : [text.map((piece) => piece.text).join('')]
  })
}

/** Length of the longest common subsequence, by the textbook algorithm. */
function countCommon(a: string[], b: string[]): number {
  const rows = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0))
  const at = (x: number, y: number) => rows[x]?.[y] ?? 0
  for (const [x, one] of a.entries()) {
    for (const [y, other] of b.entries()) {
      const row = rows[x + 1]
      if (row) row[y + 1] = one === other ? at(x, y) + 1 : Math.max(at(x, y + 1), at(x + 1, y))
    }
  }
  return at(a.length, b.length)
}

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 })

test('findEdits turns one list into the other with the fewest edits', () => {
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const edits = findEdits(a, b, 99) ?? []
      const pick = (kind: string) =>
        edits.flatMap((edit) => (edit.kind === 'same' || edit.kind === kind ? edit.items : []))
      expect(pick('removed')).toEqual(a)
      expect(pick('added')).toEqual(b)
      const same = edits.flatMap(({ kind, items }) => (kind === 'same' ? items : []))
      expect(same).toHaveLength(countCommon(a, b))
    }),
  )
})

test('findEdits gives up beyond the allowed number of edits', () => {
  expect(findEdits(['a', 'b', 'c'], ['d', 'e', 'f'], 6)).toBeDefined()
  expect(findEdits(['a', 'b', 'c'], ['d', 'e', 'f'], 5)).toBeUndefined()
})

/** Both texts as one, with removals and additions marked. */
const show = (before: string, after: string) =>
  compareWords(before, after)
    ?.map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind])
    .join('')

describe('words', () => {
  test.each([
    ['The keeper’s 2 lamps, lit.', 'The| |keeper|’|s| |2| |lamps|,| |lit|.'],
    ['第5代iPhone手机', '第|5|代|iPhone|手|机'],
    ['élan  é', 'élan|  |é'],
    ['👍🏽', '👍|🏽'],
  ])('%s', (text, parts) => {
    expect(splitWords(text).join('|')).toBe(parts)
  })

  test.each([
    ['The lamp was lit.', 'The lamps were lit.', 'The [-lamp was][+lamps were] lit.'],
    ['灯塔又亮了。', '灯塔终于亮了。', '灯塔[-又][+终于]亮了。'],
    ['Lit on Sunday.', 'Lit on Sunday.', 'Lit on Sunday.'],
    ['', 'New.', '[+New.]'],
    [
      'one two the three four',
      'five six the seven eight',
      '[-one two the three four][+five six the seven eight]',
    ],
  ])('from %j to %j', (before, after, shown) => {
    expect(show(before, after)).toBe(shown)
  })
})

test('paragraphs are paired in order by similarity', () => {
  const before = [
    'The lamp was lit on Sunday.',
    'A line that went away for good.',
    'Nobody saw it.',
  ]
  const after = ['A new one at the top!', 'The lamp was lit on Monday.', 'Nobody saw it at all.']
  expect(pairParagraphs(before, after)).toEqual([
    { after: after[0] },
    { before: before[0], after: after[1] },
    { before: before[1] },
    { before: before[2], after: after[2] },
  ])
})

test('paragraphs are paired even when many of them all changed', () => {
  const before = Array.from({ length: 200 }, (_, at) => `Line ${at} of the log, as it was.`)
  const pairs = pairParagraphs(
    before,
    before.map((line) => line.replace('as it was', 'as it is')),
  )
  expect(pairs).toHaveLength(200)
})

const paragraph = fc.array(fc.constantFrom('sea', 'wall', '海', '墙', ' '), { maxLength: 9 })
const texts = fc.array(
  paragraph.map((words) => words.join('')),
  { maxLength: 8 },
)

/** Distinct words that occur in no other text. */
function listWords(word: string, count: number, space: string): string {
  return Array.from({ length: count }, (_, at) => word + at).join(space)
}

describe('a difference', () => {
  test('contains both versions in full and in order', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const difference = compareVersions(before.join('\n'), after.join('\n'))
        expect(toSide(difference, 'removed')).toEqual(before.filter((line) => line !== ''))
        expect(toSide(difference, 'added')).toEqual(after.filter((line) => line !== ''))
        expect(difference.isCoarse).toBe(false)
      }),
    )
  })

  test('has no changes for equal texts', () => {
    expect(compareVersions('a\nb', 'a\nb')).toMatchObject({ changes: 0, isCoarse: false })
  })

  test('shows whole paragraphs for huge texts with nothing in common', () => {
    const [before, after] = [listWords('a', 3_000, '\n'), listWords('b', 3_000, '\n')]
    const difference = compareVersions(before, after)
    expect(difference.isCoarse).toBe(true)
    expect(toSide(difference, 'added').join('\n')).toBe(after)
  })

  test('shows one huge rewritten paragraph as a whole', () => {
    const common = listWords('c', 9_000, ' ')
    const [before, after] = ['a', 'b'].map((word) => `${common} ${listWords(word, 9_000, ' ')}`)
    const { passages, isCoarse } = compareVersions(before ?? '', after ?? '')
    expect(isCoarse).toBe(true)
    expect(passages).toEqual([
      {
        kind: 'changed',
        pieces: [
          { kind: 'removed', text: before },
          { kind: 'added', text: after },
        ],
      },
    ])
  })
})
