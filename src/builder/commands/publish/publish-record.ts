import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import * as v from 'valibot'
import { compareText } from '#builder/ground/text/compare.ts'
import { isOwnPath } from '#builder/site/write/generations.ts'
import { formVersion } from './object-form.ts'

/** Name of the object that records what was published. */
export const recordPath = '.broadsheet-published.gz'

/** An object that this program uploaded or was about to upload. */
export interface PublishedObject {
  /** Whether the newest build has it. */
  isNewest: boolean
  /** Whether the previous build has it. */
  isBefore: boolean
  /** Hash of its source file; empty = unknown. */
  source: string
  /** ETag after the upload; empty = unknown. */
  etag: string
}

/**
 * What was published. The record saves uploads and tells which objects may be removed. Only a listing shows what the
 * store really contains, so nothing in the record counts that the listing does not confirm.
 */
export interface PublishRecord {
  /** Ids of the newest build, which may not be published yet, and the previous one. */
  builds: string[]
  /** Whether the objects were uploaded in the current form, see `formVersion`. */
  isOfThisForm: boolean
  /** By path. */
  objects: Map<string, PublishedObject>
}

const headShape = v.object({
  broadsheetPublished: v.literal(1),
  form: v.number(),
  builds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(2)),
})

const linePattern = /^([^\t]+)\t([0-3])\t([\w-]{0,22})\t([\w-]{0,80})$/
const mostBytes = 400_000_000

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Parses a record; `undefined` when any part of it is invalid. */
export async function parseRecord(bytes: Uint8Array): Promise<PublishRecord | undefined> {
  try {
    const text = (await unpack(bytes, { maxOutputLength: mostBytes })).toString()
    const [head = '', ...lines] = text.trimEnd().split('\n')
    const { form, builds } = v.parse(headShape, JSON.parse(head))
    const objects = new Map<string, PublishedObject>()
    for (const line of lines) {
      const [, path = '', bits, source = '', etag = ''] = linePattern.exec(line) ?? []
      if (!isOwnPath(path)) return undefined
      const flags = Number(bits)
      objects.set(path, { isNewest: flags % 2 === 1, isBefore: flags > 1, source, etag })
    }
    return { builds, isOfThisForm: form === formVersion, objects }
  } catch {
    // Truncated, foreign or of another version: unusable in any case.
    return undefined
  }
}

/** Serializes a record: a line of JSON, then one line per object; gzipped. */
export async function toRecordBytes({ builds, objects }: PublishRecord): Promise<Uint8Array> {
  const lines = [...objects]
    .toSorted(([one], [other]) => compareText(one, other))
    .map(([path, { isNewest, isBefore, source, etag }]) =>
      [path, (isNewest ? 1 : 0) + (isBefore ? 2 : 0), source, etag].join('\t'),
    )
  const head = JSON.stringify({ broadsheetPublished: 1, form: formVersion, builds })
  return pack(`${[head, ...lines].join('\n')}\n`)
}
