/** A file that is to be read as a post. Plain data: it travels to worker threads. */
export interface PostFile {
  /** Name of its collection. */
  collection: string
  /** Absolute path. */
  path: string
  /** `<collection>/<path below the root>`, NFC, with `/`: how reports call it. */
  file: string
  /** Base name, NFC. */
  fileName: string
  /** Zone of dates without an offset, from the collection's `_config.yml`; absent when that tells none. */
  timeZone?: string
}
