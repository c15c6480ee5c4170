import { listAddresses } from './list-addresses.ts'

/** What a file says of the post it may be. */
export interface FileHints {
  /** Days (`YYYY-MM-DD`) in its name and front matter. */
  days: string[]
  /** Addresses in its front matter. */
  addresses: string[]
}

const mostHead = 16_384
const mostDays = 6

/** Reads hints from the name of a file and the beginning of its text. */
export function listFileHints(name: string, text: string): FileHints {
  const head = text.slice(0, mostHead)
  const end = head.search(/\n(?:-{3,}|\+{3}|\.{3})[ \t]*\r?\n/)
  const front = end < 0 ? head : head.slice(0, end)
  const days = `${name}\n${front}`.match(/\b\d{4}-\d{2}-\d{2}(?!\d)/g) ?? []
  return {
    days: [...new Set(days)].slice(0, mostDays),
    addresses: listAddresses(front),
  }
}
