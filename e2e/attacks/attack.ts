/** What a string does to an undefended page. */
export type Bite =
  /** Code runs: it calls `bite()`, which the harness listens to in every frame. */
  | 'script'
  /** The page fetches something from another host that nobody asked for. */
  | 'request'
  /** The page navigates away, or another one opens with a handle on it. */
  | 'navigate'
  /** A property of `document`, `window` or `Object.prototype` is no longer what it was. */
  | 'clobber'
  /** Part of the article covers the interface, or the interface is gone. */
  | 'overlay'

/** Where a string enters: a part of a post, the reader's search box, or the address. */
export type AttackField =
  | 'body'
  | 'title'
  | 'author'
  | 'tag'
  | 'category'
  | 'sourceUrl'
  | 'extra'
  | 'search'
  | 'parameter'
  | 'postId'

/**
 * How the careless page of the control run writes the string. `inserted`: `innerHTML`. `parsed`: pasted into the
 * document the server sends. `serialized`: parsed, serialized and parsed again, as a string-based sanitizer does.
 * `decoded`: entities decoded, then `innerHTML`. `attribute`: inside a quoted attribute. `link`: as `href`. `json`:
 * inside a string of an inline script. `template`: expressions in braces are evaluated. `props`: JSON spread into an
 * element. `counter`: a key of a plain object.
 */
export type Carelessness =
  | 'inserted'
  | 'parsed'
  | 'serialized'
  | 'decoded'
  | 'attribute'
  | 'link'
  | 'json'
  | 'template'
  | 'props'
  | 'counter'

/** One hostile string. */
export interface Attack {
  /** What the attack tries; unique across all families. */
  name: string
  family: string
  field: AttackField
  text: string
  bites: Bite
  /** The mistake that lets it bite. */
  written: Carelessness
}

/** What the strings of a table share. `field` defaults to `body`, `written` to `inserted`. */
export interface AttackTraits {
  family: string
  bites: Bite
  field?: AttackField
  written?: Carelessness
}

/** Turns a table of names and texts into attacks. */
export function toAttacks(traits: AttackTraits, texts: Record<string, string>): Attack[] {
  const { family, bites, field = 'body', written = 'inserted' } = traits
  return Object.entries(texts).map(([name, text]) => ({
    name,
    family,
    field,
    text,
    bites,
    written,
  }))
}
