import type { BitReader } from '../bytes/bit-reader.ts'
import { countCodeBits, type BitWriter } from '../bytes/bit-writer.ts'
import { SearchFormatError } from '../bytes/search-format-error.ts'
import { bodyStart, type DocumentList, type PostingList } from './posting-list.ts'

/** Width of the field that holds the order of the position codes, 0 to 15. */
const orderBits = 4

/** A range of postings inside a list. */
export interface PostingRange {
  from: number
  to: number
}

/**
 * Order of the codes for ordinals: near the mean distance between `count` posts among `rows`. Writer and reader both
 * derive it.
 */
export function toDocumentOrder(rows: number, count: number): number {
  return Math.min(15, Math.max(0, Math.floor(Math.log2(Math.max(1, (rows * 0.7) / count)))))
}

/**
 * Writes documents: one bit for whether titles are counted, two bits for the common spelling (0: each post has its
 * own). Then for each post: the distance to the one before (minus one), occurrences (minus one), one bit for the title
 * and its occurrences (minus one), and its spelling.
 */
export function writeDocuments(
  bits: BitWriter,
  list: DocumentList,
  { from, to, order }: PostingRange & { order: number },
): void {
  const hasTitles = hasTitle(list, from, to)
  const spelling = findCommonSpelling(list, from, to)
  bits.writeBits(hasTitles ? 1 : 0, 1)
  bits.writeBits(spelling, 2)
  let before = -1
  for (let at = from; at < to; at++) {
    const ordinal = list.ordinals[at] ?? 0
    bits.writeCode(ordinal - before - 1, order)
    before = ordinal
    bits.writeCode((list.counts[at] ?? 1) - 1, 0)
    const titleCount = list.titleCounts[at] ?? 0
    if (hasTitles) bits.writeBits(titleCount > 0 ? 1 : 0, 1)
    if (titleCount > 0) bits.writeCode(titleCount - 1, 0)
    if (spelling === 0) bits.writeBits(list.spellings[at] ?? 0, 2)
  }
}

function hasTitle({ titleCounts }: DocumentList, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((titleCounts[at] ?? 0) > 0) return true
  return false
}

/** The common spelling of all posts in a range; 0 when they differ. */
function findCommonSpelling({ spellings }: DocumentList, from: number, to: number): number {
  const first = spellings[from] ?? 0
  for (let at = from + 1; at < to; at++) if (spellings[at] !== first) return 0
  return first
}

const noSuchPosition = 'search postings: no such position'

/** What the reader knows about a list before reading it. */
export interface DocumentBounds {
  /** Posts in the list. */
  length: number
  /** Posts in the segment or run; every ordinal is smaller. */
  rows: number
  order: number
  /** Added to every ordinal; 0 when absent. */
  base?: number
}

/**
 * Reads documents and adds them to `list`. `readPositions` reads the positions.
 * @throws SearchFormatError when an ordinal is outside the segment or the bits end before the list does.
 */
export function readDocuments(
  bits: BitReader,
  { length, rows, order, base = 0 }: DocumentBounds,
  list: PostingList,
): void {
  const hasTitles = bits.readBits(1) === 1
  const spelling = bits.readBits(2)
  let ordinal = base - 1
  for (let read = 0; read < length; read++) {
    ordinal += bits.readCode(order) + 1
    if (ordinal >= base + rows) throw new SearchFormatError('search postings: no such post')
    const count = bits.readCode(0) + 1
    const titleCount = hasTitles && bits.readBits(1) === 1 ? bits.readCode(0) + 1 : 0
    if (titleCount > count) throw new SearchFormatError('search postings: titles exceed the count')
    list.addCounted({ ordinal, count, titleCount }, spelling === 0 ? bits.readBits(2) : spelling)
  }
}

/**
 * Sample of the distances from which the order is chosen; at most this many, evenly spread over a long list. The buffer
 * is reused for every list.
 */
const samples = new Uint32Array(128)

/**
 * Writes the order of the codes, then for each post the distances between its positions. Title and body positions each
 * start at zero.
 */
export function writePositions(
  bits: BitWriter,
  list: PostingList,
  { from, to, start }: PostingRange & { start: number },
): void {
  const order = chooseOrder(takeSamples(list, { from, to, start }))
  bits.writeBits(order, orderBits)
  let at = start
  for (let posting = from; posting < to; posting++) {
    const end = at + (list.counts[posting] ?? 0)
    const bodyAt = at + (list.titleCounts[posting] ?? 0)
    let next = 0
    for (; at < end; at++) {
      if (at === bodyAt) next = bodyStart
      const position = list.positions[at] ?? 0
      bits.writeCode(position - next, order)
      next = position + 1
    }
  }
}

/** Fills `samples` with distances: all of a short list, evenly spread ones of a long list. Returns how many. */
function takeSamples(
  list: PostingList,
  { from, to, start }: PostingRange & { start: number },
): number {
  const step = Math.max(1, Math.floor(countPositions(list, from, to) / 64))
  let count = 0
  let wanted = start
  let at = start
  for (let posting = from; posting < to; posting++) {
    const end = at + (list.counts[posting] ?? 0)
    const bodyAt = at + (list.titleCounts[posting] ?? 0)
    for (; wanted < end; wanted += step) {
      const isFirst = wanted === at || wanted === bodyAt
      const start = wanted < bodyAt ? 0 : bodyStart
      const next = isFirst ? start : (list.positions[wanted - 1] ?? 0) + 1
      samples[count++] = (list.positions[wanted] ?? 0) - next
    }
    at = end
  }
  return count
}

/** Number of occurrences in a range of posts. */
export function countPositions(list: DocumentList, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) count += list.counts[at] ?? 0
  return count
}

/** The order that gives the shortest codes for the first `count` samples. */
function chooseOrder(count: number): number {
  let highest = 0
  for (let at = 0; at < count; at++) highest = Math.max(highest, samples[at] ?? 0)
  // A higher order only adds bits. A much lower one costs more on large values than it saves on the others.
  const most = Math.min(2 ** orderBits - 1, 32 - Math.clz32(highest))
  if (count === 1) return most
  let best = most
  let bestBits = Number.POSITIVE_INFINITY
  for (let order = most; order >= Math.max(0, most - 6); order--) {
    let bits = 0
    for (let at = 0; at < count; at++) bits += countCodeBits(samples[at] ?? 0, order)
    if (bits < bestBits) {
      best = order
      bestBits = bits
    }
  }
  return best
}

/** Receives the positions of one post: the first `count` of `values`. */
export type PositionVisitor = (posting: number, values: Uint32Array, count: number) => void

/**
 * Reads positions, post by post; body positions have `bodyStart` added. The array is reused for the next post.
 * @throws SearchFormatError when the bits end before the list does or a position is out of range.
 */
export function readPositions(
  bits: BitReader,
  list: DocumentList,
  { from, to, visit }: PostingRange & { visit: PositionVisitor },
): void {
  const order = bits.readBits(orderBits)
  let values = new Uint32Array(64)
  for (let posting = from; posting < to; posting++) {
    const count = list.counts[posting] ?? 0
    const titleCount = list.titleCounts[posting] ?? 0
    let position = -1
    for (let read = 0; read < count; read++) {
      if (read === titleCount) position = -1
      position += bits.readCode(order) + 1
      if (position >= bodyStart) throw new SearchFormatError(noSuchPosition)
      // Grows only with values actually read: a forged count must not allocate memory.
      if (read === values.length) values = growTwice(values)
      values[read] = read < titleCount ? position : position + bodyStart
    }
    visit(posting, values, count)
  }
}

function growTwice(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(values.length * 2)
  grown.set(values)
  return grown
}

/**
 * Adds the positions of the posts that `readDocuments` added to the same list. This is `readPositions` for merging,
 * where one call and one array per post would take longer than everything else.
 */
export function appendPositions(
  bits: BitReader,
  list: PostingList,
  { from, to }: PostingRange,
): void {
  const order = bits.readBits(orderBits)
  for (let posting = from; posting < to; posting++) {
    const count = list.counts[posting] ?? 0
    const titleCount = list.titleCounts[posting] ?? 0
    let position = -1
    for (let read = 0; read < count; read++) {
      if (read === titleCount) position = bodyStart - 1
      position += bits.readCode(order) + 1
      if (position >= bodyStart * 2) throw new SearchFormatError(noSuchPosition)
      list.appendPosition(position)
    }
  }
}
