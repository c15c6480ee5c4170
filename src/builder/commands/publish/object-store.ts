import type { ObjectForm, ObjectHeaders } from './object-form.ts'

/** An entry of a listing. */
export interface ListedObject {
  /** Path below the target's prefix. */
  path: string
  bytes: number
  /** The ETag, without quotes. */
  etag: string
}

/** Options of an upload. */
export interface PutChoice {
  /**
   * Precondition, for stores that support conditional writes: replace only the object with this ETag, or `none` =
   * only create. Absent = no precondition.
   */
  replaces?: string
}

/** The objects of a store below the target's prefix, to which paths are relative. Every failure is a `BuildError`. */
export interface ObjectStore {
  /** Lists all objects below the prefix in batches, whoever uploaded them. */
  list(): AsyncIterable<ListedObject[]>
  /** Bytes and ETag of an object; `undefined` when there is none. */
  read(path: string): Promise<{ bytes: Uint8Array; etag: string } | undefined>
  /** ETag and headers of an object; `undefined` when there is none. */
  look(path: string): Promise<{ etag: string; headers: ObjectHeaders } | undefined>
  /** Uploads an object atomically; returns its ETag. */
  put(path: string, form: ObjectForm, choice?: PutChoice): Promise<string>
  /** Removes an object; a no-op when it is missing. */
  remove(path: string): Promise<void>
  /** Aborts all pending requests. */
  close(): void
}
