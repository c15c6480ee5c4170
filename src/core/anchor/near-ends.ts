/**
 * Searches a text for words that may have changed (Sellers' algorithm with Ukkonen's cut-off).
 * @returns for each place of the text the fewest insertions, deletions and replacements that make the words of what ends
 *   there; `most + 1` where these are more than `most`.
 */
export function measureEnds(text: string, words: string, most: number): Uint16Array {
  const ends = new Uint16Array(text.length + 1).fill(most + 1)
  const size = words.length
  const column = Uint16Array.from({ length: size + 1 }, (_, at) => Math.min(at, most + 1))
  // The last row that is not beyond `most`: all below it are.
  let active = Math.min(size, most)
  if (active === size) ends[0] = size
  for (let at = 1; at <= text.length; at++) {
    const unit = text.charCodeAt(at - 1)
    let corner = 0
    let above = 0
    const last = Math.min(active + 1, size)
    for (let row = 1; row <= last; row++) {
      const left = row <= active ? (column[row] ?? 0) : most + 1
      const changed = words.charCodeAt(row - 1) === unit ? corner : corner + 1
      above = Math.min(changed, left + 1, above + 1, most + 1)
      corner = left
      column[row] = above
    }
    active = last
    while (active > 0 && (column[active] ?? 0) > most) active--
    if (active === size) ends[at] = column[size] ?? 0
  }
  return ends
}

/** Fewest edits between two whole texts; `most + 1` where these are more than `most`. */
export function measureEdits(one: string, other: string, most: number): number {
  const { length } = other
  if (Math.abs(one.length - length) > most) return most + 1
  let row = Uint32Array.from({ length: length + 2 }, (_, at) => Math.min(at, most + 1))
  let next = new Uint32Array(length + 2)
  for (let at = 1; at <= one.length; at++) {
    const first = Math.max(1, at - most)
    const last = Math.min(length, at + most)
    next[first - 1] = first === 1 ? Math.min(at, most + 1) : most + 1
    for (let to = first; to <= last; to++) {
      const changed = one.charCodeAt(at - 1) === other.charCodeAt(to - 1) ? 0 : 1
      const replaced = (row[to - 1] ?? 0) + changed
      next[to] = Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, most + 1)
    }
    // What lies beyond this row's band lies in the next one's.
    next[last + 1] = most + 1
    ;[row, next] = [next, row]
  }
  return row[length] ?? most + 1
}
