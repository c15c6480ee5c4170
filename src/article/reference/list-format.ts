import type { Reference, ReferenceContext } from './reference.ts'

/** How a list is written in one format: a head, the entries with a separator between them, a tail. */
export interface ListFormat {
  /** Name of the file's kind, without a dot. */
  extension: string
  contentType: string
  head?: (context: ReferenceContext) => string
  /** One post. */
  entry: (reference: Reference, context: ReferenceContext) => string
  /** Between two entries. */
  separator: string
  tail: string
}
