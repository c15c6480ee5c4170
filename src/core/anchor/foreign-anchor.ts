import type { Stretch } from '../passage/passage-text.ts'
import { toBareText, weighText } from './bare-text.ts'
import type { TextAnchor } from './text-anchor.ts'

/** Fewer words than these are no evidence. */
const leastWeight = 16

/**
 * Finds the range of an anchor of which only the quote and its context are known: unchanged, with the context on one side
 * at least, and once. Without any context the quote must speak for itself.
 */
export function findForeignRange(text: string, anchor: TextAnchor): Stretch | undefined {
  const [prefix, quote, suffix] = [anchor.prefix, anchor.exact, anchor.suffix].map(
    (part) => toBareText(part).text,
  ) as [string, string, string]
  const windows = [
    { before: prefix, words: prefix + quote + suffix },
    { before: prefix, words: prefix + quote },
    { before: '', words: quote + suffix },
  ]
  const hasContext = prefix !== '' || suffix !== ''
  for (const { before, words } of windows) {
    if (hasContext && words === quote) continue
    if (weighText(words) < leastWeight) continue
    const at = text.indexOf(words)
    if (at === -1) continue
    if (text.includes(words, at + 1)) return undefined
    return { start: at + before.length, end: at + before.length + quote.length }
  }
  return undefined
}
