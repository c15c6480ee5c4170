import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import * as v from 'valibot'
import { compareText } from '#builder/ground/text/compare.ts'
import { isOwnPath } from '#builder/site/write/generations.ts'
import { formVersion } from './object-form.ts'

/** Name of the object that remembers what was published. */
export const recordPath = '.broadsheet-published.gz'

/** An object that this program put, or was about to put. */
export interface PublishedObject {
  /** Whether the newest build has it. */
  isNewest: boolean
  /** Whether the build before has it. */
  isBefore: boolean
  /** Hash of the file it was made of; empty while nobody knows. */
  source: string
  /** Its ETag after it was put; empty while nobody knows. */
  etag: string
}

/**
 * What was published. It saves work and says what may be removed; what really lies in the store only a listing tells, so nothing in it is
 * believed that the listing does not bear out.
 */
export interface PublishRecord {
  /** The newest build, which may not be published yet, then the one before. */
  builds: string[]
  /** Whether the objects were put in the form that this program gives them. */
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

/** Reads a record; `undefined` when it is not one of ours from end to end. */
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
    // Cut, foreign or of another version: whatever is wrong with it, it is of no use.
    return undefined
  }
}

/** The text of a record: a line of JSON, then a line for each object. */
export async function toRecordBytes({ builds, objects }: PublishRecord): Promise<Uint8Array> {
  const lines = [...objects]
    .toSorted(([one], [other]) => compareText(one, other))
    .map(([path, { isNewest, isBefore, source, etag }]) =>
      [path, (isNewest ? 1 : 0) + (isBefore ? 2 : 0), source, etag].join('\t'),
    )
  const head = JSON.stringify({ broadsheetPublished: 1, form: formVersion, builds })
  return pack(`${[head, ...lines].join('\n')}\n`)
}
