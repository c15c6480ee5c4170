// Runs in worker threads and, for small archives, on the main one.
import { toBodyText } from '#core/text/body-text.ts'
import type { SearchText } from '#search/segment/build-run.ts'
import type { CachedBody, CachedRow } from '#builder/archive/post/cached-post.ts'

/** Rows and bodies of some posts as JSON, concatenated. */
export interface RecordBatch {
  bytes: Uint8Array<ArrayBuffer>
  /** Sizes in bytes: first row, first body, second row, and so on. */
  sizes: Uint32Array
}

/** The searchable texts of posts, in order. */
export function toSearchTexts({ bytes, sizes }: RecordBatch): SearchText[] {
  const decoder = new TextDecoder()
  const texts: SearchText[] = []
  let start = 0
  const readNext = (size: number | undefined): unknown => {
    const end = start + (size ?? 0)
    const json = decoder.decode(bytes.subarray(start, end))
    start = end
    return JSON.parse(json)
  }
  for (let at = 0; at < sizes.length; at += 2) {
    // Needs no parser: the store has checked that this version of the program wrote it.
    const row = readNext(sizes[at]) as CachedRow
    const body = readNext(sizes[at + 1]) as CachedBody
    texts.push({ title: body.title ?? row.title ?? '', body: toBodyText(body.parts) })
  }
  return texts
}
