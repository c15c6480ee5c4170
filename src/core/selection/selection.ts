/**
 * A view of the archive: a sorted list of ordinals without duplicates. A contiguous run is stored as its two ends, so
 * that "everything" costs nothing at any size.
 */
export type Selection =
  | { readonly kind: 'range'; readonly start: number; readonly end: number }
  | { readonly kind: 'list'; readonly ordinals: Uint32Array }

export const emptySelection: Selection = { kind: 'range', start: 0, end: 0 }

/** The ordinals from `start` up to but not including `end`. */
export function rangeSelection(start: number, end: number): Selection {
  return end > start ? { kind: 'range', start, end } : emptySelection
}

/** Wraps ordinals that are already sorted and unique. */
export function listSelection(ordinals: Uint32Array): Selection {
  const first = ordinals[0]
  const last = ordinals[ordinals.length - 1]
  if (first === undefined || last === undefined) return emptySelection
  // A list without gaps is a range: cheaper to store and to combine.
  return last - first + 1 === ordinals.length
    ? { kind: 'range', start: first, end: last + 1 }
    : { kind: 'list', ordinals }
}

/** Number of ordinals in a selection. */
export function countSelection(selection: Selection): number {
  return selection.kind === 'range' ? selection.end - selection.start : selection.ordinals.length
}

/** The ordinal at a position (0 = oldest); `undefined` outside the selection. */
export function ordinalAt(selection: Selection, position: number): number | undefined {
  if (position < 0) return undefined
  if (selection.kind === 'list') return selection.ordinals[position]
  const ordinal = selection.start + position
  return ordinal < selection.end ? ordinal : undefined
}

/** Number of ordinals in the selection smaller than `ordinal`; also the position of `ordinal` if it is a member. */
export function rankOf(selection: Selection, ordinal: number): number {
  if (selection.kind === 'range') {
    return Math.min(Math.max(ordinal - selection.start, 0), selection.end - selection.start)
  }
  return rankIn(selection.ordinals, ordinal)
}

/** Number of ordinals before a place whose ordinal is not smaller; the first `from` are smaller. */
function rankIn(ordinals: Uint32Array, ordinal: number, from = 0): number {
  let low = from
  // Ordinals are unique: no more of them lie between two than whole numbers.
  let high = Math.min(ordinals.length, from + Math.max(0, ordinal - (ordinals[from] ?? 0)))
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ordinals[middle] ?? 0) < ordinal) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the selection contains the ordinal. */
export function hasOrdinal(selection: Selection, ordinal: number): boolean {
  return ordinalAt(selection, rankOf(selection, ordinal)) === ordinal
}

/** Ordinals in both selections. */
export function intersectSelections(a: Selection, b: Selection): Selection {
  if (a.kind === 'range') return cutSelection(b, a.start, a.end)
  if (b.kind === 'range') return cutSelection(a, b.start, b.end)
  return mergeLists(a.ordinals, b.ordinals, { onlyA: false, onlyB: false, both: true })
}

/** Ordinals in either selection. */
export function uniteSelections(a: Selection, b: Selection): Selection {
  if (countSelection(a) === 0) return b
  if (countSelection(b) === 0) return a
  if (a.kind === 'range' && b.kind === 'range' && a.start <= b.end && b.start <= a.end) {
    return rangeSelection(Math.min(a.start, b.start), Math.max(a.end, b.end))
  }
  return mergeLists(toOrdinals(a), toOrdinals(b), { onlyA: true, onlyB: true, both: true })
}

/** Ordinals in `a` that are not in `b`. */
export function subtractSelection(a: Selection, b: Selection): Selection {
  const shared = countShared(a, b)
  if (shared === 0) return a
  const rest = new Uint32Array(countSelection(a) - shared)
  return listSelection(a.kind === 'range' ? fillAround(rest, a, b) : fillWithout(rest, a, b))
}

/** Fills a list, which has exactly the right length, with the ordinals of a range that are not in a selection. */
function fillAround(
  rest: Uint32Array,
  { start, end }: { start: number; end: number },
  without: Selection,
): Uint32Array {
  const gone = cutSelection(without, start, end)
  let next = start
  let length = 0
  const fillTo = (stop: number): void => {
    for (; next < stop; next++) rest[length++] = next
  }
  if (gone.kind === 'range') {
    fillTo(gone.start)
    next = gone.end
  } else {
    for (const ordinal of gone.ordinals) {
      fillTo(ordinal)
      next = ordinal + 1
    }
  }
  fillTo(end)
  return rest
}

/** Like `fillAround`, for the ordinals of a list. */
function fillWithout(
  rest: Uint32Array,
  { ordinals }: { ordinals: Uint32Array },
  without: Selection,
): Uint32Array {
  const gone = toOrdinals(without)
  // Few ordinals leave long runs, which are copied whole: ten times as fast in a page that has just begun.
  if (gone.length * 16 < ordinals.length) return copyRuns(rest, ordinals, gone)
  let length = 0
  let at = 0
  for (const ordinal of ordinals) {
    while (at < gone.length && (gone[at] ?? 0) < ordinal) at++
    if (gone[at] !== ordinal) rest[length++] = ordinal
  }
  return rest
}

/** Copies what lies between the ordinals that are left out. */
function copyRuns(rest: Uint32Array, ordinals: Uint32Array, gone: Uint32Array): Uint32Array {
  let length = 0
  let from = 0
  for (const ordinal of gone) {
    const at = rankIn(ordinals, ordinal, from)
    if (ordinals[at] !== ordinal) continue
    rest.set(ordinals.subarray(from, at), length)
    length += at - from
    from = at + 1
  }
  rest.set(ordinals.subarray(from), length)
  return rest
}

/** Number of ordinals in both selections, without building the list. */
export function countShared(a: Selection, b: Selection): number {
  if (a.kind === 'range') return rankOf(b, a.end) - rankOf(b, a.start)
  if (b.kind === 'range') return rankOf(a, b.end) - rankOf(a, b.start)
  const [small, large] = a.ordinals.length < b.ordinals.length ? [a.ordinals, b] : [b.ordinals, a]
  let shared = 0
  // Probing costs log(large) per value of the small list; merging costs one step per value of either list.
  if (small.length * 16 < large.ordinals.length) {
    for (const ordinal of small) if (hasOrdinal(large, ordinal)) shared++
    return shared
  }
  let at = 0
  for (const ordinal of small) {
    while (at < large.ordinals.length && (large.ordinals[at] ?? 0) < ordinal) at++
    if (large.ordinals[at] === ordinal) shared++
  }
  return shared
}

/** Expands to all ordinals, ascending. Only for callers that really need them all. */
export function toOrdinals(selection: Selection): Uint32Array {
  if (selection.kind === 'list') return selection.ordinals
  const ordinals = new Uint32Array(selection.end - selection.start)
  for (let at = 0; at < ordinals.length; at++) ordinals[at] = selection.start + at
  return ordinals
}

function cutSelection(selection: Selection, start: number, end: number): Selection {
  if (selection.kind === 'range') {
    return rangeSelection(Math.max(selection.start, start), Math.min(selection.end, end))
  }
  return listSelection(
    selection.ordinals.subarray(rankOf(selection, start), rankOf(selection, end)),
  )
}

/** Which ordinals a merge of two lists keeps. */
interface Keep {
  onlyA: boolean
  onlyB: boolean
  both: boolean
}

// Plain loops over typed arrays: a million ordinals take a few milliseconds; with a function call for each it would be
// thirty.
function mergeLists(a: Uint32Array, b: Uint32Array, { onlyA, onlyB, both }: Keep): Selection {
  const merged = new Uint32Array((onlyA || both ? a.length : 0) + (onlyB ? b.length : 0))
  let length = 0
  let atA = 0
  let atB = 0
  while (atA < a.length && atB < b.length) {
    const nextA = a[atA] ?? 0
    const nextB = b[atB] ?? 0
    if (nextA <= nextB) atA++
    if (nextB <= nextA) atB++
    if (nextA === nextB ? both : nextA < nextB ? onlyA : onlyB) {
      merged[length++] = nextA < nextB ? nextA : nextB
    }
  }
  const rest = [...(onlyA ? [a.subarray(atA)] : []), ...(onlyB ? [b.subarray(atB)] : [])]
  for (const ordinals of rest) {
    merged.set(ordinals, length)
    length += ordinals.length
  }
  return listSelection(merged.slice(0, length))
}
