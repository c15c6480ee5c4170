/** About how many files a list names, and how many at most. */
const usualLength = 128
const mostLength = 2_048

/**
 * Cuts ascending paths into lists, and says where each ends. Whether one ends at a path is told by the path, so a file
 * more or less changes the list it stands in and leaves the others as they are.
 */
export function cutLists(paths: readonly string[]): number[] {
  const ends: number[] = []
  let start = 0
  for (const [at, path] of paths.entries()) {
    const isLast = at === paths.length - 1
    const isFull = at - start + 1 >= mostLength
    if (!isLast && !isFull && mix(path) % usualLength !== 0) continue
    ends.push(at + 1)
    start = at + 1
  }
  return ends
}

// FNV-1a over code units, and its last step of murmur3, because the low bits of FNV alone follow the last character.
function mix(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
