import type { PostWords } from './post-words.ts'

/** Posts are found by so many of their heaviest words at most. */
const mostLeading = 96
/** A word in more posts leads only to those that are nearest in time. */
const mostPlaces = 256
/** So many candidates of a post are compared in full. */
const mostCandidates = 96

/** How heavy posts are among all, and among those of the source that is looked at. */
export interface Sizes {
  groupOf: Uint32Array
  /** Size of each post with the weights among all. */
  norms: Float32Array
  /** The same with `ownWeights`, for the posts of the source. */
  ownNorms: Float32Array
  /** Weights of words between posts of the source. */
  ownWeights: Float32Array
}

/** Finds posts that share heavy words with one. Work and memory grow with the posts alone. */
export class Candidates {
  readonly #words: PostWords
  /** 1 for each place in the columns of words by which its post is found. */
  readonly #isLeading: Uint8Array
  /** The posts that a word leads to lie from `#starts[word]` to `#starts[word + 1]`: their ordinals, and the word's part of them. */
  readonly #starts: Uint32Array
  readonly #ordinals: Uint32Array
  readonly #parts: Uint8Array
  /** What each post shares; only those in `#found` differ from 0. */
  readonly #shared: Float32Array
  #found: number[] = []

  constructor(words: PostWords) {
    const posts = words.starts.length - 1
    const wordNumbers = words.weights.length
    this.#words = words
    this.#shared = new Float32Array(posts)
    this.#isLeading = new Uint8Array(words.starts[posts] ?? 0)
    this.#starts = new Uint32Array(wordNumbers + 1)
    for (let ordinal = 0; ordinal < posts; ordinal++) this.#choose(ordinal)
    for (let word = 0; word < wordNumbers; word++) {
      this.#starts[word + 1] = (this.#starts[word + 1] ?? 0) + (this.#starts[word] ?? 0)
    }
    this.#ordinals = new Uint32Array(this.#starts[wordNumbers] ?? 0)
    this.#parts = new Uint8Array(this.#ordinals.length)
    this.#place(posts)
  }

  /** The ordinals of the posts that share most with one of the source for their size, best first. */
  gather(ordinal: number, sizes: Sizes): number[] {
    this.#share(ordinal, sizes)
    return this.#takeBest(ordinal, sizes)
  }

  #share(ordinal: number, { groupOf, ownWeights }: Sizes): void {
    const { starts, words, parts, weights } = this.#words
    const shared = this.#shared
    const ordinals = this.#ordinals
    const partsOf = this.#parts
    for (const other of this.#found) shared[other] = 0
    const found: number[] = []
    this.#found = found
    const group = groupOf[ordinal]
    for (let at = starts[ordinal] ?? 0; at < (starts[ordinal + 1] ?? 0); at++) {
      if (this.#isLeading[at] !== 1) continue
      const word = words[at] ?? 0
      const part = parts[at] ?? 0
      const all = part * (weights[word] ?? 0) ** 2
      const among = part * (ownWeights[word] ?? 0) ** 2
      const { start, end } = this.#nearest(word, ordinal)
      for (let place = start; place < end; place++) {
        const other = ordinals[place] ?? 0
        const more = (partsOf[place] ?? 0) * (groupOf[other] === group ? among : all)
        if (more === 0) continue
        const before = shared[other] ?? 0
        if (before === 0) found.push(other)
        shared[other] = before + more
      }
    }
  }

  #takeBest(ordinal: number, { groupOf, norms, ownNorms }: Sizes): number[] {
    const best: number[] = []
    const values: number[] = []
    const group = groupOf[ordinal]
    let least = 0
    for (const other of this.#found) {
      if (other === ordinal) continue
      const both = groupOf[other] === group ? ownNorms : norms
      const size = (both[ordinal] ?? 1) * (both[other] ?? 1)
      const value = (this.#shared[other] ?? 0) / size
      if (best.length === mostCandidates && value <= least) continue
      let at = Math.min(best.length, mostCandidates - 1)
      for (; at > 0 && (values[at - 1] ?? 0) < value; at--) {
        values[at] = values[at - 1] ?? 0
        best[at] = best[at - 1] ?? 0
      }
      values[at] = value
      best[at] = other
      least = values[values.length - 1] ?? 0
    }
    return best
  }

  #nearest(word: number, ordinal: number): { start: number; end: number } {
    const start = this.#starts[word] ?? 0
    const end = this.#starts[word + 1] ?? 0
    if (end - start <= mostPlaces) return { start, end }
    const own = findPlace(this.#ordinals, { start, end }, ordinal)
    const from = Math.max(start, Math.min(own - mostPlaces / 2, end - mostPlaces))
    return { start: from, end: from + mostPlaces }
  }

  /** Chooses the leading words of a post and counts the post for each. */
  #choose(ordinal: number): void {
    const { starts, words, parts, weights } = this.#words
    const start = starts[ordinal] ?? 0
    const end = starts[ordinal + 1] ?? 0
    const scores = new Float32Array(end - start)
    for (let at = start; at < end; at++) {
      scores[at - start] = (parts[at] ?? 0) * (weights[words[at] ?? 0] ?? 0)
    }
    const least = scores.length <= mostLeading ? 0 : (scores.toSorted().at(-mostLeading) ?? 0)
    let taken = 0
    for (let at = start; at < end && taken < mostLeading; at++) {
      const score = scores[at - start] ?? 0
      if (score === 0 || score < least) continue
      this.#isLeading[at] = 1
      taken++
      const word = words[at] ?? 0
      this.#starts[word + 1] = (this.#starts[word + 1] ?? 0) + 1
    }
  }

  /** Puts every post where its leading words lead to. */
  #place(posts: number): void {
    const { starts, words, parts } = this.#words
    const next = this.#starts.slice()
    for (let ordinal = 0; ordinal < posts; ordinal++) {
      for (let at = starts[ordinal] ?? 0; at < (starts[ordinal + 1] ?? 0); at++) {
        if (this.#isLeading[at] !== 1) continue
        const word = words[at] ?? 0
        const free = next[word] ?? 0
        this.#ordinals[free] = ordinal
        this.#parts[free] = parts[at] ?? 0
        next[word] = free + 1
      }
    }
  }
}

/** The first index from `start` whose ordinal is not below `ordinal`. */
function findPlace(
  ordinals: Uint32Array,
  { start, end }: { start: number; end: number },
  ordinal: number,
): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ordinals[middle] ?? 0) < ordinal) low = middle + 1
    else high = middle
  }
  return low
}
