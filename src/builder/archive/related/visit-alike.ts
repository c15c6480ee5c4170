import { Candidates } from './gather-candidates.ts'
import { listGroups } from '../recurrence/group-windows.ts'
import { listWordsOf, type PostWords } from './post-words.ts'

/** How alike another post is: the cosine of both posts' words, from 0 to about 1. */
export interface Likeness {
  ordinal: number
  likeness: number
  isSameSource: boolean
}

/** As if each post had so much that no other has: of few words shared nothing is certain. In 256ths of a squared weight. */
const unsaid = 2_000 * 256

/**
 * Compares each post with those that share most of its heavy words. Between posts of one source a word counts the less
 * the more of that source's posts have it. Calls `visit` once for each post that shares any, source by source.
 */
export function visitAlike(
  words: PostWords,
  { groupOf, groups }: { groupOf: Uint32Array; groups: number },
  visit: (ordinal: number, others: Likeness[]) => void,
): void {
  const candidates = new Candidates(words)
  const wordNumbers = words.weights.length
  const norms = Float32Array.from(groupOf, (_, ordinal) => measure(words, ordinal, words.weights))
  const ownNorms = new Float32Array(groupOf.length)
  const ownWeights = new Float32Array(wordNumbers)
  const counts = new Uint32Array(wordNumbers)
  const said = new Float32Array(wordNumbers)
  const ownSaid = new Float32Array(wordNumbers)
  const sizes = { groupOf, norms, ownNorms, ownWeights }
  for (const members of listGroups(groupOf, groups)) {
    weighAmong(words, members, { counts, into: ownWeights })
    for (const ordinal of members) ownNorms[ordinal] = measure(words, ordinal, ownWeights)
    for (const ordinal of members) {
      const found = candidates.gather(ordinal, sizes)
      if (found.length === 0) continue
      spread(words, ordinal, { weights: words.weights, into: said })
      spread(words, ordinal, { weights: ownWeights, into: ownSaid })
      const others = found.map((other) => {
        const isSameSource = groupOf[other] === groupOf[ordinal]
        const both = isSameSource ? ownNorms : norms
        const size = (both[ordinal] ?? 1) * (both[other] ?? 1)
        const likeness = multiply(words, other, isSameSource ? ownSaid : said) / size
        return { ordinal: other, isSameSource, likeness }
      })
      for (const word of listWordsOf(words, ordinal)) said[word] = ownSaid[word] = 0
      visit(ordinal, others)
    }
    for (const ordinal of members)
      for (const word of listWordsOf(words, ordinal)) ownWeights[word] = 0
  }
}

/** Weighs words among the posts of one source; `counts` is 0 everywhere before and after. */
function weighAmong(
  words: PostWords,
  members: Uint32Array,
  { counts, into }: { counts: Uint32Array; into: Float32Array },
): void {
  for (const ordinal of members) {
    for (const word of listWordsOf(words, ordinal)) counts[word] = (counts[word] ?? 0) + 1
  }
  for (const ordinal of members) {
    for (const word of listWordsOf(words, ordinal)) {
      const count = counts[word] ?? 0
      if (count === 0) continue
      const among = Math.max(0, Math.log2((members.length + 2) / count))
      into[word] = Math.min(words.weights[word] ?? 0, Math.round(among * 2) / 2)
      counts[word] = 0
    }
  }
}

function measure({ starts, words, parts }: PostWords, ordinal: number, weights: Float32Array) {
  let sum = unsaid
  for (let at = starts[ordinal] ?? 0; at < (starts[ordinal + 1] ?? 0); at++) {
    sum += ((parts[at] ?? 0) * (weights[words[at] ?? 0] ?? 0)) ** 2
  }
  return Math.sqrt(sum)
}

/** Writes what a post says into an array by word, weighed once for each of the two that are compared. */
function spread(
  { starts, words, parts }: PostWords,
  ordinal: number,
  { weights, into }: { weights: Float32Array; into: Float32Array },
): void {
  for (let at = starts[ordinal] ?? 0; at < (starts[ordinal + 1] ?? 0); at++) {
    const word = words[at] ?? 0
    into[word] = (parts[at] ?? 0) * (weights[word] ?? 0) ** 2
  }
}

function multiply(
  { starts, words, parts }: PostWords,
  ordinal: number,
  said: Float32Array,
): number {
  let sum = 0
  const end = starts[ordinal + 1] ?? 0
  for (let at = starts[ordinal] ?? 0; at < end; at++) {
    sum += (parts[at] ?? 0) * (said[words[at] ?? 0] ?? 0)
  }
  return sum
}
