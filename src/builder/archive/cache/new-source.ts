import type { Stamp } from '#builder/ground/disk/file-stamp.ts'
import type { RecordSlot } from '../post/cached-post.ts'
import type { PreparedFile } from '../prepare/prepare-file.ts'

/** A source file that was read just now. */
export interface NewSource {
  file: string
  timeZone: string | undefined
  /** See `FoundFile.settingsKey`. */
  siteKey: string | undefined
  stamp: Stamp
  prepared: PreparedFile
  /** Where row and body of its post lie; `undefined` when it held no post. */
  slot: RecordSlot | undefined
}
