import type { OrderedPost } from '../order/order-posts.ts'
import { titleSentence, wordNumbers } from '../terms/list-words.ts'
import { PackedTerms } from '../terms/packed-terms.ts'

/**
 * Words of all posts in columns: those of a post lie from `starts[post]` to `starts[post + 1]`. Only words that two
 * posts have, numbered from 0 as they are met, so that frequent ones have low numbers.
 */
export interface PostWords {
  starts: Uint32Array
  words: Uint32Array
  /** How much of the post each is, in 16ths. */
  parts: Uint8Array
  /** Weight of each word: how few posts have it. */
  weights: Float32Array
  /** The number of each word that `listSentenceWords` and `listTermWords` give, plus 1; 0 = of fewer than two posts. */
  numbers: Uint32Array
}

/** The numbers of the words of a post. */
export function listWordsOf(
  { starts, words }: Pick<PostWords, 'starts' | 'words'>,
  ordinal: number,
): Uint32Array {
  return words.subarray(starts[ordinal], starts[ordinal + 1])
}

/** All posts together keep so many words at most; each then keeps those that weigh most. */
const mostWords = 2 ** 25
const mostOfPost = 2 ** 11
/** What the title says counts as if it was said so often more. */
const titlePart = 2

/**
 * Collects the words that each post says itself, none of sentences that recur in others; older versions have none.
 * `posts` are in ordinal order.
 */
export function collectWords(posts: readonly OrderedPost[]): PostWords {
  const reader = new WordReader()
  const counts = new Uint32Array(wordNumbers)
  let met = 0
  for (const post of posts) {
    const found = reader.read(post)
    met += found.length
    for (const word of found) counts[word] = (counts[word] ?? 0) + 1
  }
  // In steps, as the weights, so that one post more does not move all.
  const all = 2 ** Math.ceil(Math.log2(Math.max(2, posts.length)))
  const room = Math.max(16, Math.min(mostOfPost, mostWords / all))
  // By how many posts have a word: to weigh every number that a word may have took longer than a small archive's words.
  const weightOf: number[] = []
  const weigh = (word: number) => {
    const count = counts[word] ?? 0
    return (weightOf[count] ??= weighWord(count, all))
  }
  const numbers = new Uint32Array(wordNumbers)
  const weights: number[] = []
  const starts = new Uint32Array(posts.length + 1)
  const words = new Uint32Array(Math.min(met, room * posts.length))
  const parts = new Uint8Array(words.length)
  let place = 0
  for (const [ordinal, post] of posts.entries()) {
    let found = reader.read(post).filter((word) => weigh(word) > 0)
    if (found.length > room)
      found = takeHeaviest(found, room, (word) => reader.part(word) * weigh(word))
    for (const word of found) {
      if (numbers[word] === 0) numbers[word] = weights.push(weigh(word))
      words[place] = (numbers[word] ?? 1) - 1
      parts[place++] = Math.min(255, Math.round(reader.part(word) * 16))
    }
    starts[ordinal + 1] = place
  }
  return { starts, words, parts, weights: Float32Array.from(weights), numbers }
}

/** The words that weigh most, in their order. */
function takeHeaviest(
  words: readonly number[],
  most: number,
  weigh: (word: number) => number,
): number[] {
  const heaviest = words.toSorted((a, b) => weigh(b) - weigh(a) || a - b).slice(0, most)
  const isKept = new Set(heaviest)
  return words.filter((word) => isKept.has(word))
}

/** In half bits: a post more, or a thousand, moves few weights. */
function weighWord(count: number, all: number): number {
  return count < 2 ? 0 : Math.max(0, Math.round(2 * Math.log2(all / count) - 1) / 2)
}

/** Reads which words a post says, and how much. */
class WordReader {
  readonly #cursor = new PackedTerms()
  readonly #counts = new Uint16Array(wordNumbers)
  readonly #isInTitle = new Uint8Array(wordNumbers)
  #found: number[] = []

  read({ cached, recurring, supersededBy }: OrderedPost): number[] {
    for (const word of this.#found) {
      this.#counts[word] = 0
      this.#isInTitle[word] = 0
    }
    const found: number[] = []
    this.#found = found
    if (supersededBy !== undefined) return found
    const counts = this.#counts
    const isInTitle = this.#isInTitle
    this.#cursor.open(cached.terms)
    this.#cursor.visitWords((word, sentence) => {
      const isTitle = sentence === titleSentence
      if (!isTitle && ((recurring >>> sentence) & 1) === 1) return
      if (counts[word] === 0 && isInTitle[word] === 0) found.push(word)
      if (isTitle) isInTitle[word] = 1
      else counts[word] = (counts[word] ?? 0) + 1
    })
    return found
  }

  /** How much of the post that was read last a word is. */
  part(word: number): number {
    const count = this.#counts[word] ?? 0
    return (count === 0 ? 0 : 1 + Math.log(count)) + (this.#isInTitle[word] === 1 ? titlePart : 0)
  }
}
