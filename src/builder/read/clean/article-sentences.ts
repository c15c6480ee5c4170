import { isSaying, type LineContext, type TextBlock } from './article-text.ts'
import { splitSentences } from './split-sentences.ts'

/** A sentence of an article, or a line without one. */
export interface ArticleSentence {
  /** With the white space behind it; at the end of a line that is one space. */
  text: string
  /** Whether its line says something, see `isSaying`. */
  isSaying: boolean
}

/** The sentences near both ends of an article. */
export interface ArticleSentences {
  /** Those of a short article are all of them. */
  ends: ArticleSentence[]
  /** Start of what is said between them; empty when there is nothing. */
  middle: string
}

// What recurs stands at the beginning and at the end. Thirty bits fit into a small integer.
export const firstSentences = 24
const lastSentences = 6

/** As much as an excerpt can need. */
const middleCharacters = 700

/** Lists the sentences near the ends of an article. */
export function listSentences(
  blocks: readonly TextBlock[],
  context: LineContext,
): ArticleSentences {
  const all = blocks.flatMap((block) => {
    const says = isSaying(block, context)
    return splitSentences(`${block.unread} `).map((text) => ({ text, isSaying: says }))
  })
  if (all.length <= firstSentences + lastSentences) return { ends: all, middle: '' }
  const ends = [...all.slice(0, firstSentences), ...all.slice(-lastSentences)]
  let middle = ''
  for (let at = firstSentences; at < all.length - lastSentences; at++) {
    if (all[at]?.isSaying === true) middle += all[at]?.text
    if (middle.length > middleCharacters) break
  }
  return { ends, middle }
}
