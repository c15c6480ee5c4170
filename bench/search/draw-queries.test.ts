import { expect, test } from 'vitest'
import { foldText } from '#search/fold/fold-text.ts'
import { makeRandom } from '../generate/random.ts'
import { drawPiece, drawQueries } from './draw-queries.ts'

const texts = [
  foldText('第5代iPhone上市，排队的人很多。Many people queued in the rain.'),
  foldText('港口的灯一盏一盏亮起来。The lamps along the quay are lit.'),
]
const source = {
  count: texts.length,
  readFolded: (ordinal: number) => Promise.resolve(texts[ordinal] ?? ''),
}

test('draws the same queries for the same seed', async () => {
  const plan = { pieces: 30, phrases: 8, seed: 7 }
  const first = await drawQueries(source, plan)
  expect(first).toHaveLength(38)
  expect(await drawQueries(source, plan)).toEqual(first)
  expect(await drawQueries(source, { ...plan, seed: 8 })).not.toEqual(first)
})

test('every piece stands in a text, at the borders of words', () => {
  const random = makeRandom(1)
  for (let turn = 0; turn < 300; turn++) {
    const text = random.pick(texts)
    const piece = drawPiece(text, random)
    if (piece === undefined) continue
    const folded = foldText(piece)
    const length = Array.from(folded).length
    expect(length).toBeGreaterThanOrEqual(2)
    expect(length).toBeLessThanOrEqual(8)
    expect(` ${text} `).toMatch(
      new RegExp(`${toBorder(folded, 0)}${folded}${toBorder(folded, -1)}`),
    )
  }
})

/** Where a piece begins or ends with a word, a space stands around it. */
function toBorder(folded: string, at: number): string {
  return /[a-z0-9]/.test(folded.at(at) ?? '') ? ' ' : ''
}

test('an archive without words gives no words', async () => {
  const bare = { count: 1, readFolded: () => Promise.resolve('港口的灯') }
  expect(await drawQueries(bare, { pieces: 0, phrases: 4, seed: 1 })).toEqual([])
})
