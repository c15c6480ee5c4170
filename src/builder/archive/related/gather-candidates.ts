import { topicsPerPost, type TopicLists } from './topic-lists.ts'

/** A term in more posts is compared only with those that are nearest in time. */
const mostPlaces = 192

/** Posts that share terms with one post, and how much. */
export class Candidates {
  readonly #lists: TopicLists
  /** What each post shares, in columns by ordinal; only those in `ordinals` differ from 0. */
  readonly evidence: Float32Array
  readonly likeness: Float32Array
  /** A bit for each of the post's own topics. */
  readonly shared: Uint16Array
  readonly #strongest: Float32Array
  ordinals: number[] = []

  constructor(lists: TopicLists, posts: number) {
    this.#lists = lists
    this.evidence = new Float32Array(posts)
    this.likeness = new Float32Array(posts)
    this.shared = new Uint16Array(posts)
    this.#strongest = new Float32Array(topicsPerPost)
  }

  /** Gathers the posts that share terms with a post: at most so many a term, however many there are. */
  gather(ordinal: number): void {
    this.#clear()
    const { terms, parts, weights } = this.#lists
    for (let at = 0; at < topicsPerPost; at++) {
      const place = ordinal * topicsPerPost + at
      const term = terms[place] ?? 0
      if (term === 0) continue
      const part = parts[place] ?? 0
      const weight = weights[term - 1] ?? 0
      this.#strongest[at] = (weight * part) / 255
      this.#addPlaces(ordinal, { term: term - 1, at, part, weight })
    }
  }

  /** The post's own topics that another shares, the most telling first. */
  reasons(other: number): number[] {
    const shared = this.shared[other] ?? 0
    const found: number[] = []
    for (let at = 0; at < topicsPerPost; at++) if ((shared & (1 << at)) !== 0) found.push(at)
    return found.toSorted((a, b) => (this.#strongest[b] ?? 0) - (this.#strongest[a] ?? 0) || a - b)
  }

  #addPlaces(
    ordinal: number,
    { term, at, part, weight }: { term: number; at: number; part: number; weight: number },
  ): void {
    const { starts, places, parts } = this.#lists
    let start = starts[term] ?? 0
    let end = starts[term + 1] ?? 0
    if (end - start > mostPlaces) {
      const own = findPlace(places, { start, end }, ordinal * topicsPerPost)
      start = Math.max(start, Math.min(own - mostPlaces / 2, end - mostPlaces))
      end = Math.min(end, start + mostPlaces)
    }
    for (let next = start; next < end; next++) {
      const place = places[next] ?? 0
      const other = Math.floor(place / topicsPerPost)
      if (other === ordinal) continue
      if (this.shared[other] === 0) this.ordinals.push(other)
      const theirs = parts[place] ?? 0
      this.shared[other] = (this.shared[other] ?? 0) | (1 << at)
      this.evidence[other] = (this.evidence[other] ?? 0) + (weight * Math.sqrt(part * theirs)) / 255
      this.likeness[other] = (this.likeness[other] ?? 0) + (part * theirs) / 65_025
    }
  }

  #clear(): void {
    for (const other of this.ordinals) {
      this.evidence[other] = 0
      this.likeness[other] = 0
      this.shared[other] = 0
    }
    this.ordinals = []
  }
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
