import * as v from 'valibot'
import type { ValueColumn } from '#core/column/value-column.ts'
import { ContractError, parseShape } from '../contract-error.ts'
import { count } from '../shapes.ts'
import { CodeReader, toCode, type Code } from './code-reader.ts'
import type { ColumnSpan } from './column-place.ts'

/**
 * The head of a column, as JSON after its length in four bytes (lowest first). Bits follow, the highest of each byte
 * first. First the lists of values: of each list every value as a 1 and the value's code, then a 0. Then each post as
 * the code of its list. The values of a list ascend.
 */
const headShape = v.object({
  /** Number of posts. */
  rows: count,
  /** The values, any text, those that stand in most lists first, ties in the order of code units. */
  values: v.array(v.string()),
  /**
   * Places in `values` of those that no front matter has, only pages: the first as it is, each other as the distance to
   * the one before. Absent when there are none.
   */
  derived: v.optional(v.array(count)),
  /** Places, likewise, of those that have the posts of an author of the same name; absent when there are none. */
  twins: v.optional(v.array(count)),
  /** How many values have a code of 0, 1, 2 ... bits. */
  valueCode: v.array(count),
  /** Number of lists: first those of several posts, the most frequent first, then those of one, by its ordinal. */
  lists: count,
  /** The same as `valueCode` for the lists of several posts and, at its place among them, `once`. */
  listCode: v.array(count),
  /** The symbol that stands for the next list of one post alone; absent when there are none. */
  once: v.optional(count),
})

/** The head of a column on the wire. */
export type ColumnHead = v.InferOutput<typeof headShape>

/** Most posts of a column, far more than an archive has: a few hostile bytes must not exhaust the memory. */
const mostRows = 1 << 26

/** Posts, or lists of values, that are read in one step: about a millisecond. */
const postsPerStep = 16_384

/**
 * Reads a column in steps, so that a page can yield in between: the last step returns it.
 * @throws ContractError when it is no column, or not one of so many posts.
 */
export function* readColumn(
  bytes: Uint8Array,
  { start, end }: ColumnSpan,
): Generator<undefined, ValueColumn> {
  const { head, bodyAt } = readHead(bytes)
  const codes = checkHead(head, end - start)
  const reader = new CodeReader(bytes, bodyAt)
  const lists = yield* readLists(reader, codes.value, head.lists)
  const listOf = yield* readPosts(reader, codes.list, head)
  reader.expectEnd()
  return { start, values: head.values, ...toMarks(head), listOf, ...lists }
}

function readHead(bytes: Uint8Array): { head: ColumnHead; bodyAt: number } {
  const { buffer, byteOffset, byteLength } = bytes
  const length = byteLength < 4 ? Infinity : new DataView(buffer, byteOffset).getUint32(0, true)
  if (length + 4 > byteLength) throw new ContractError('column: cut off in its head')
  const text = new TextDecoder().decode(bytes.subarray(4, length + 4))
  return { head: parseShape(headShape, 'column', parseJson(text)), bodyAt: length + 4 }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ContractError('column: its head is no JSON', { cause })
  }
}

function toMarks({ values, derived, twins }: ColumnHead): Pick<ValueColumn, 'derived' | 'twins'> {
  return { derived: toPlaces(derived, values.length), twins: toPlaces(twins, values.length) }
}

/** @throws ContractError when a place is not among the values. */
function toPlaces(gaps: readonly number[] = [], values: number): Set<number> {
  let place = 0
  const places = gaps.map((gap) => (place += gap))
  if (place >= values && places.length > 0) throw new ContractError('column: a mark of no value')
  return new Set(places)
}

function checkHead(head: ColumnHead, rows: number): { value: Code; list: Code } {
  const { values, lists, once } = head
  const value = toCode(head.valueCode)
  const list = toCode(head.listCode)
  const isOneEach = value.symbols === values.length && new Set(values).size === values.length
  const isWhole = once === undefined ? list.symbols === lists : once < list.symbols
  if (head.rows !== rows || rows > mostRows) {
    throw new ContractError(`column: has ${head.rows} posts instead of ${rows}`)
  }
  if (!isOneEach || !isWhole || lists > rows) {
    throw new ContractError('column: its head contradicts itself')
  }
  return { value, list }
}

function* readLists(
  reader: CodeReader,
  code: Code,
  lists: number,
): Generator<undefined, Pick<ValueColumn, 'starts' | 'members'>> {
  const starts = new Uint32Array(lists + 1)
  const members: number[] = []
  for (let list = 0; list < lists; list++) {
    let last = -1
    while (reader.bit() === 1) {
      const member = reader.symbol(code)
      // A value that stood twice in a list would be counted twice.
      if (member <= last) throw new ContractError('column: a list does not ascend')
      members.push(member)
      last = member
    }
    starts[list + 1] = members.length
    if (list % postsPerStep === postsPerStep - 1) {
      reader.expectInside()
      yield
    }
  }
  return { starts, members: Uint32Array.from(members) }
}

function* readPosts(
  reader: CodeReader,
  code: Code,
  { rows, lists, once }: ColumnHead,
): Generator<undefined, ValueColumn['listOf']> {
  const listOf = lists > 65_536 ? new Uint32Array(rows) : new Uint16Array(rows)
  const shared = code.symbols - (once === undefined ? 0 : 1)
  let next = shared
  for (let row = 0; row < rows; row++) {
    const symbol = reader.symbol(code)
    if (symbol === once) listOf[row] = next++
    else listOf[row] = once === undefined || symbol < once ? symbol : symbol - 1
    if (row % postsPerStep === postsPerStep - 1) {
      reader.expectInside()
      yield
    }
  }
  if (next !== lists)
    throw new ContractError('column: its lists and its posts contradict each other')
  return listOf
}
