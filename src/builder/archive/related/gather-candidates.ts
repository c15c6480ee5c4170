import type { PostWords } from './post-words.ts'

/** Posts are found by so many of their heaviest words at most. */
const mostLeading = 96
/** A word in more posts leads only to those that are nearest in time. */
const mostPlaces = 256
/** So many candidates of a post are compared in full. */
const mostCandidates = 96

/** Finds posts that share heavy words with one. Work and memory grow with the posts alone. */
export class Candidates {
  readonly #words: PostWords
  /** How many a post may have here: in a large archive posts keep few words. */
  readonly #perPost: number
  /** `#perPost` places a post in the columns of words, plus 1; 0 = no more. */
  readonly #leading: Uint32Array
  /** The posts that a word leads to lie from `#starts[word]` to `#starts[word + 1]`, as places in `#leading`. */
  readonly #starts: Uint32Array
  readonly #places: Uint32Array
  /** What each post shares; only those in `#found` differ from 0. */
  readonly #shared: Float32Array
  #found: number[] = []

  constructor(words: PostWords) {
    const posts = words.starts.length - 1
    const wordNumbers = words.weights.length
    this.#words = words
    this.#perPost = Math.min(mostLeading, findMostOfPost(words))
    this.#shared = new Float32Array(posts)
    this.#leading = new Uint32Array(posts * this.#perPost)
    this.#starts = new Uint32Array(wordNumbers + 1)
    for (let ordinal = 0; ordinal < posts; ordinal++) this.#choose(ordinal)
    for (let word = 0; word < wordNumbers; word++) {
      this.#starts[word + 1] = (this.#starts[word + 1] ?? 0) + (this.#starts[word] ?? 0)
    }
    const next = this.#starts.slice()
    this.#places = new Uint32Array(this.#starts[wordNumbers] ?? 0)
    for (const [place, at] of this.#leading.entries()) {
      if (at === 0) continue
      const word = words.words[at - 1] ?? 0
      const free = next[word] ?? 0
      this.#places[free] = place
      next[word] = free + 1
    }
  }

  /**
   * The ordinals of the posts that share most with one for their size, best first. `ownWeights` are the weights of words
   * between it and posts of its own source; `sizeWith` tells the size of both, weighed so.
   */
  gather(
    ordinal: number,
    {
      ownWeights,
      isOwn,
      sizeWith,
    }: {
      ownWeights: Float32Array
      isOwn: (other: number) => boolean
      sizeWith: (other: number) => number
    },
  ): number[] {
    for (const other of this.#found) this.#shared[other] = 0
    this.#found = []
    const { words, parts, weights } = this.#words
    for (let index = ordinal * this.#perPost; index < (ordinal + 1) * this.#perPost; index++) {
      const at = (this.#leading[index] ?? 0) - 1
      if (at < 0) break
      const word = words[at] ?? 0
      const part = parts[at] ?? 0
      const all = part * (weights[word] ?? 0) ** 2
      const among = part * (ownWeights[word] ?? 0) ** 2
      const { start, end } = this.#nearest(word, index)
      for (let next = start; next < end; next++) {
        const place = this.#places[next] ?? 0
        const other = Math.floor(place / this.#perPost)
        const theirs = parts[(this.#leading[place] ?? 1) - 1] ?? 0
        const before = this.#shared[other] ?? 0
        if (before === 0) this.#found.push(other)
        this.#shared[other] = before + theirs * (isOwn(other) ? among : all)
      }
    }
    return this.#takeBest(ordinal, sizeWith)
  }

  #takeBest(ordinal: number, sizeWith: (other: number) => number): number[] {
    const best: number[] = []
    const values: number[] = []
    for (const other of this.#found) {
      if (other === ordinal) continue
      const value = (this.#shared[other] ?? 0) / sizeWith(other)
      if (best.length === mostCandidates && value <= (values.at(-1) ?? 0)) continue
      let at = values.length
      while (at > 0 && (values[at - 1] ?? 0) < value) at--
      values.splice(at, 0, value)
      best.splice(at, 0, other)
      if (best.length > mostCandidates) {
        best.pop()
        values.pop()
      }
    }
    return best
  }

  #nearest(word: number, place: number): { start: number; end: number } {
    const start = this.#starts[word] ?? 0
    const end = this.#starts[word + 1] ?? 0
    if (end - start <= mostPlaces) return { start, end }
    const own = findPlace(this.#places, { start, end }, place)
    const from = Math.max(start, Math.min(own - mostPlaces / 2, end - mostPlaces))
    return { start: from, end: from + mostPlaces }
  }

  /** Chooses the leading words of a post and counts the post for each. */
  #choose(ordinal: number): void {
    const { starts, words, parts, weights } = this.#words
    const start = starts[ordinal] ?? 0
    const end = starts[ordinal + 1] ?? 0
    const scores = Float32Array.from(
      { length: end - start },
      (_, at) => (parts[start + at] ?? 0) * (weights[words[start + at] ?? 0] ?? 0),
    )
    const least = scores.length <= this.#perPost ? 0 : (scores.toSorted().at(-this.#perPost) ?? 0)
    let taken = 0
    for (const [at, score] of scores.entries()) {
      if (score === 0 || score < least || taken === this.#perPost) continue
      this.#leading[ordinal * this.#perPost + taken++] = start + at + 1
      const word = words[start + at] ?? 0
      this.#starts[word + 1] = (this.#starts[word + 1] ?? 0) + 1
    }
  }
}

function findMostOfPost({ starts }: PostWords): number {
  let most = 1
  for (let at = 1; at < starts.length; at++) {
    most = Math.max(most, (starts[at] ?? 0) - (starts[at - 1] ?? 0))
  }
  return most
}

/** The first index from `start` whose place is not below `place`. */
function findPlace(
  places: Uint32Array,
  { start, end }: { start: number; end: number },
  place: number,
): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}
