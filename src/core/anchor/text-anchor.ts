/**
 * A range of an article's text, so that it is found again after the text has changed: quote and position, as the selectors
 * of W3C Web Annotation have them, and what else was known of its text.
 */
export interface TextAnchor {
  /** The text of the range, as written, its white space collapsed. */
  exact: string
  /** The text before and behind it; empty at the ends of a text. */
  prefix: string
  suffix: string
  /** Offsets in the text that it was made in, UTF-16 units. */
  start: number
  end: number
  /** Absent in what another program has made: only what has not changed is found by it. */
  proof?: AnchorProof | undefined
}

/** What tells a range from every other place of the text it was made in. Counts units of the bare text. */
export interface AnchorProof extends Surroundings {
  /** Units that were compared before and after the start, and before and after the end. */
  sizes: readonly [number, number, number, number]
  /** `SideWords.apart` of each, and of the quote itself. */
  apart: readonly [number, number, number, number, number]
}

/** The whole text around something. */
export interface Surroundings {
  before: RestOfText
  after: RestOfText
}

/** Length and digest of the rest of a bare text. */
export interface RestOfText {
  length: number
  digest: number
}

/** A place in an article's text: where somebody stopped reading. */
export interface PlaceAnchor extends Surroundings {
  /** The text before and after it; empty at the ends of a text. */
  prefix: string
  suffix: string
  /** `SideWords.apart` before and after. */
  apart: readonly [number, number]
}
