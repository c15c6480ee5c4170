import { hasEmoji, isEmojiUnit } from '../fold/emoji.ts'
import { isWrittenPlain, type SpelledFolding } from '../fold/fold-text.ts'
import { visitTerms } from '../terms/list-terms.ts'

/** Where a term of an emoji stands. */
export interface EmojiPlace {
  term: string
  isTitle: boolean
  /** See `TermPlace`. */
  position: number
  isPlain: boolean
}

/** A marked folding without its emoji, and these beside it. */
export interface EmojiFreeText extends SpelledFolding {
  emoji: readonly EmojiPlace[]
}

/**
 * Takes the emoji out of a marked folding. They part letters like a space and count for none. The space that is left
 * counts as written plainly where all that it stands for is.
 */
export function dropEmoji(text: SpelledFolding, isTitle: boolean): EmojiFreeText {
  const { folded, plain } = text
  if (!hasEmoji(folded)) return { folded, plain, emoji: [] }
  const kept: string[] = []
  const keptPlain = new Uint8Array(plain.length)
  let length = 0
  let isGapPlain = true
  let start = 0
  for (const token of folded.split(' ')) {
    const end = start + token.length
    if (isEmojiUnit(token.charCodeAt(0))) isGapPlain &&= isWrittenPlain(plain, start, end)
    else {
      if (kept.length > 0) keptPlain[length++] = isGapPlain ? 1 : 0
      keptPlain.set(plain.subarray(start, end), length)
      length += token.length
      kept.push(token)
      isGapPlain = true
    }
    start = end + 1
  }
  const emoji = listEmoji(text, isTitle)
  return { folded: kept.join(' '), plain: keptPlain.subarray(0, length), emoji }
}

function listEmoji({ folded, plain }: SpelledFolding, isTitle: boolean): EmojiPlace[] {
  const places: EmojiPlace[] = []
  visitTerms(folded, {
    visitPart: () => undefined,
    visitTerm: (term, { position, start, end }) => {
      if (!isEmojiUnit(term.charCodeAt(0))) return
      places.push({ term, isTitle, position, isPlain: isWrittenPlain(plain, start, end) })
    },
  })
  return places
}
