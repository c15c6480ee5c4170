import type { ObjectForm, ObjectHeaders } from './object-form.ts'

/** An object as a listing shows it. */
export interface ListedObject {
  /** Path below the target's prefix. */
  path: string
  bytes: number
  /** The store's mark of these bytes, without quotes. */
  etag: string
}

/** How an object is put. */
export interface PutChoice {
  /**
   * What must be there for the object to be put, where the store knows such conditions: the object with this ETag, or `none`.
   * Absent: whatever is there.
   */
  replaces?: string
}

/** The part of a store that a site is published to. Paths are relative to the target's prefix. Every failure is a `BuildError`. */
export interface ObjectStore {
  /** All objects below the prefix, some at a time, whoever put them there. */
  list(): AsyncIterable<ListedObject[]>
  /** Bytes of an object and their ETag; `undefined` when there is none. */
  read(path: string): Promise<{ bytes: Uint8Array; etag: string } | undefined>
  /** ETag and headers of an object; `undefined` when there is none. */
  look(path: string): Promise<{ etag: string; headers: ObjectHeaders } | undefined>
  /** Puts an object, whole or not at all; gives its ETag. */
  put(path: string, form: ObjectForm, choice?: PutChoice): Promise<string>
  /** Removes an object; a missing one is fine. */
  remove(path: string): Promise<void>
  /** Breaks off whatever is under way. */
  close(): void
}
