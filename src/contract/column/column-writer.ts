import { CodeWriter, toSymbolWriter } from './code-writer.ts'
import { toCodeLengths } from './code-lengths.ts'
import type { ColumnHead } from './column-file.ts'

/** What a column is made from: the values of consecutive posts. */
export interface ColumnSource {
  /** All values of the facet in any order; those that no post here has are left out. */
  values: readonly { value: string; isDerived: boolean; isTwin?: boolean | undefined }[]
  /** Where the values of each post begin in `members`, and one more: where the last ones end. */
  starts: Uint32Array
  /** Places in `values`, of one post after the other, each once a post and in any order. */
  members: Uint32Array
}

/** A list of values and the posts that have it. */
interface ValueList {
  members: Uint32Array
  posts: number
}

/** Packs a column; `readColumn` is the inverse. */
export function toColumnBytes(source: ColumnSource): Uint8Array {
  const { lists, listOf } = findLists(source)
  const shared = lists.filter(({ posts }) => posts > 1).sort((a, b) => b.posts - a.posts)
  const alone = lists.filter(({ posts }) => posts === 1)
  const ranked = [...shared, ...alone]
  const used = rankValues(source.values, ranked)
  const valueCode = toCodeLengths(used.map(({ lists: weight }) => weight))
  const { once, weights } = withOnce(shared, alone.length)
  const listCode = toCodeLengths(weights)
  const derived = toGaps(used.map(({ isDerived }) => isDerived))
  const twins = toGaps(used.map(({ isTwin }) => isTwin === true))
  const head: ColumnHead = {
    rows: listOf.length,
    values: used.map(({ value }) => value),
    ...(derived.length === 0 ? {} : { derived }),
    ...(twins.length === 0 ? {} : { twins }),
    valueCode,
    lists: ranked.length,
    listCode,
    ...(once === undefined ? {} : { once }),
  }
  const writer = new CodeWriter()
  writeLists(ranked, { ranks: toRanks(used, source.values.length), valueCode, writer })
  const writeList = toSymbolWriter(listCode, writer)
  const symbols = new Map(
    shared.map((list, at) => [list, once === undefined || at < once ? at : at + 1]),
  )
  for (const list of listOf) writeList(symbols.get(list) ?? once ?? 0)
  return joinHead(head, writer.end())
}

/** The places of what is true, each as the distance to the one before. */
function toGaps(flags: readonly boolean[]): number[] {
  return flags
    .flatMap((isSet, at) => (isSet ? [at] : []))
    .map((at, index, places) => at - (places[index - 1] ?? 0))
}

/** The different lists in the order of their first posts, and the list of each post. */
function findLists({ starts, members }: ColumnSource): { lists: ValueList[]; listOf: ValueList[] } {
  const known = new Map<string | number, ValueList>()
  const listOf: ValueList[] = []
  for (let post = 0; post < starts.length - 1; post++) {
    const own = members.subarray(starts[post], starts[post + 1])
    // Most posts have one value, whose number is a key that costs no text.
    const key = own.length === 1 ? (own[0] ?? 0) : own.slice().sort().join()
    let list = known.get(key)
    if (list === undefined) known.set(key, (list = { members: own, posts: 0 }))
    list.posts++
    listOf.push(list)
  }
  return { lists: [...known.values()], listOf }
}

interface RankedValue {
  value: string
  isDerived: boolean
  isTwin?: boolean | undefined
  /** Its place in the source. */
  at: number
  /** How many lists have it. */
  lists: number
}

function rankValues(values: ColumnSource['values'], lists: readonly ValueList[]): RankedValue[] {
  const weights = new Uint32Array(values.length)
  for (const { members } of lists) {
    for (const member of members) weights[member] = (weights[member] ?? 0) + 1
  }
  return values
    .map((value, at) => ({ ...value, at, lists: weights[at] ?? 0 }))
    .filter(({ lists: weight }) => weight > 0)
    .sort((a, b) => b.lists - a.lists || (a.value < b.value ? -1 : 1))
}

function toRanks(used: readonly RankedValue[], total: number): Uint32Array {
  const ranks = new Uint32Array(total)
  for (const [rank, { at }] of used.entries()) ranks[at] = rank
  return ranks
}

/** Puts the symbol for "a list of its own" among the shared lists, where its weight belongs. */
function withOnce(
  shared: readonly ValueList[],
  alone: number,
): { once: number | undefined; weights: number[] } {
  const weights = shared.map(({ posts }) => posts)
  if (alone === 0) return { once: undefined, weights }
  const heavier = weights.findIndex((weight) => weight < alone)
  const once = heavier === -1 ? weights.length : heavier
  return { once, weights: [...weights.slice(0, once), alone, ...weights.slice(once)] }
}

function writeLists(
  lists: readonly ValueList[],
  { ranks, valueCode, writer }: { ranks: Uint32Array; valueCode: number[]; writer: CodeWriter },
): void {
  const writeValue = toSymbolWriter(valueCode, writer)
  for (const { members } of lists) {
    for (const rank of members.map((member) => ranks[member] ?? 0).sort()) {
      writer.write(1, 1)
      writeValue(rank)
    }
    writer.write(0, 1)
  }
}

function joinHead(head: ColumnHead, body: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head))
  const bytes = new Uint8Array(4 + text.length + body.length)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  bytes.set(body, 4 + text.length)
  return bytes
}
