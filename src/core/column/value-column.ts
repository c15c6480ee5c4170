/**
 * The values of one facet for consecutive posts. Posts with the same values share a list, so that counting looks at
 * each post once, however many values it has.
 */
export interface ValueColumn {
  /** Ordinal of the first post. */
  start: number
  /** The values, each once; other fields name them by their place here. */
  values: readonly string[]
  /** Values that none of these posts has in its front matter, only on its page. */
  derived: ReadonlySet<number>
  /** Values that say what an author says: one of the same name has the same posts of the whole archive. */
  twins: ReadonlySet<number>
  /** The number of each post's list. */
  listOf: Uint16Array | Uint32Array
  /** Where each list begins in `members`, and one more: where the last one ends. */
  starts: Uint32Array
  /** The values of all lists, one list after the other. */
  members: Uint32Array
}
