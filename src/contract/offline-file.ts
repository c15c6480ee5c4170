import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { count } from './shapes.ts'

/** Path of the service worker below the site's root: what it may answer for is the folder it lies in. */
export const serviceWorkerPath = 'sw.js'

const offlinePath = v.pipe(v.string(), v.regex(/^(?:assets|data)(?:\/[\w-][\w.-]*)+$/))

const offlineShape = v.object({
  /**
   * What pages of the reader may need beside rows and articles: its own code, and the files of lists, counts and numbers.
   * Paths below the site's root, sorted, each with its size in bytes.
   */
  files: v.array(v.tuple([offlinePath, count])),
})

/** What is kept on a device with any list: docs/formats/site.md. */
export type OfflineFile = v.InferOutput<typeof offlineShape>

/** @throws ContractError when the shape is wrong. */
export function parseOffline(value: unknown): OfflineFile {
  return parseShape(offlineShape, 'offline files', value)
}
