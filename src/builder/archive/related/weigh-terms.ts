import type { TermTable } from './term-table.ts'
import type { AllTopics } from './topic-lists.ts'

/** Gaps of posts that are a tenth of the usual one: this part of them, if a term came by chance. */
const partOfGap = 0.1
/** A term in so large a part of the posts is a common word, or what the whole archive is about. */
const commonPart = 0.04

/**
 * Weighs terms: rare ones, and those whose posts come together in time, as those of an event or a name do and those of a common
 * word do not (Church and Gale, "Poisson mixtures", 1995). One weight a slot, and how rare its term is, in bits.
 */
export function weighTerms(
  all: AllTopics,
  table: TermTable,
): { weights: Float32Array; rarity: Float32Array } {
  const { slots } = table
  const length = all.starts.length - 1
  const posts = new Uint32Array(slots)
  for (const slot of all.slots) posts[slot] = (posts[slot] ?? 0) + 1
  const near = new Uint32Array(slots)
  const last = new Uint32Array(slots)
  for (let ordinal = 0; ordinal < length; ordinal++) {
    for (let at = all.starts[ordinal] ?? 0; at < (all.starts[ordinal + 1] ?? 0); at++) {
      const slot = all.slots[at] ?? 0
      const before = (last[slot] ?? 0) - 1
      last[slot] = ordinal + 1
      if (before < 0) continue
      const gap = (length / (posts[slot] ?? 1)) * partOfGap
      if (ordinal - before <= gap) near[slot] = (near[slot] ?? 0) + 1
    }
  }
  // Grows in steps, so that one post more does not move all weights.
  const all2 = 2 ** Math.ceil(Math.log2(Math.max(2, length)))
  const weights = new Float32Array(slots)
  const rarities = new Float32Array(slots)
  for (const [slot, count] of posts.entries()) {
    if (count < 2) continue
    // As if two more had come by chance: of few posts nothing is certain.
    const together = ((near[slot] ?? 0) + 0.5) / (count + 1)
    const rarity = Math.log2(all2 / count)
    rarities[slot] = rarity
    const common = count > Math.max(8, length * commonPart) ? 0.5 : 1
    const isPlain = table.characters[slot] === 0 && table.named[slot] === 0
    const plain = isPlain ? 0.6 : 1
    weights[slot] = Math.round(rarity * (0.4 + together) * common * plain * 4) / 4
  }
  return { weights, rarity: rarities }
}
