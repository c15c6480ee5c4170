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

/** Lists the sentences near the ends of an article; only lines near them are split. */
export function listSentences(
  blocks: readonly TextBlock[],
  context: LineContext,
): ArticleSentences {
  const toSentences = (block: TextBlock): ArticleSentence[] => {
    const says = isSaying(block, context)
    return splitSentences(`${block.text} `).map((text) => ({ text, isSaying: says }))
  }
  const all = firstSentences + lastSentences
  const front: ArticleSentence[] = []
  let next = 0
  for (; next < blocks.length && front.length <= all; next++) {
    // Not spread into the call: a hostile line has a million sentences.
    for (const sentence of blocks.slice(next, next + 1).flatMap(toSentences)) front.push(sentence)
  }
  let back: ArticleSentence[] = []
  let end = blocks.length
  for (; end > next && back.length < lastSentences; end--) {
    back = blocks
      .slice(end - 1, end)
      .flatMap(toSentences)
      .concat(back)
  }
  const known = [...front, ...back]
  if (known.length <= all) return { ends: known, middle: '' }
  const between = function* () {
    yield* known.slice(firstSentences, Math.min(front.length, known.length - lastSentences))
    for (const block of blocks.slice(next, end)) {
      yield { text: `${block.text} `, isSaying: isSaying(block, context) }
    }
    yield* known.slice(front.length, -lastSentences)
  }
  const ends = [...known.slice(0, firstSentences), ...known.slice(-lastSentences)]
  return { ends, middle: joinStart(between()) }
}

function joinStart(sentences: Iterable<ArticleSentence>): string {
  let start = ''
  for (const { text, isSaying: says } of sentences) {
    if (says) start += text
    if (start.length > middleCharacters) break
  }
  return start
}
