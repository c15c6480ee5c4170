import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listSentences } from './article-sentences.ts'
import { isSaying } from './article-text.ts'
import { splitSentences } from './split-sentences.ts'

const context = { title: undefined, datelines: [] }

function toBlock(text: string, isHeading: boolean) {
  return { text, unread: text, linkCharacters: 0, isHeading }
}

test('takes the first 24 and the last 6 sentences, and what is said between', () => {
  const line = fc
    .array(fc.constantFrom('The lamp was lit again. ', '港口的燈塔今晚又亮了。', 'Why? '), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join('').trim())
  const blocks = fc.array(fc.tuple(line, fc.boolean()), { maxLength: 60 })
  fc.assert(
    fc.property(blocks, (lines) => {
      const made = lines.map(([text, isHeading]) => toBlock(text, isHeading))
      const all = made.flatMap((block) =>
        splitSentences(`${block.unread} `).map((text) => ({
          text,
          isSaying: isSaying(block, context),
        })),
      )
      const isShort = all.length <= 30
      const between = isShort ? [] : all.slice(24, -6)
      const said = between.flatMap((each) => (each.isSaying ? [each.text] : [])).join('')
      const { ends, middle } = listSentences(made, context)
      expect(ends).toEqual(isShort ? all : [...all.slice(0, 24), ...all.slice(-6)])
      expect(said.startsWith(middle)).toBe(true)
      expect(middle.length).toBeGreaterThanOrEqual(Math.min(700, said.length))
    }),
  )
})

test('takes a line of half a million sentences', () => {
  const line = toBlock('港口的燈塔今晚又亮了。'.repeat(500_000), false)
  expect(listSentences([line, line], context).ends).toHaveLength(30)
})
