import type { PostProblem } from '#core/post/post.ts'
import type { PreparedPost, PreparedFile } from '../prepare/prepare-file.ts'
import type { RecordSlot } from '../post/cached-post.ts'
import { splitHalves } from '../post/number-halves.ts'
import type { SettledPictures } from '../post/settled-pictures.ts'
import type { Stamp } from '#builder/ground/disk/file-stamp.ts'
import { BlobColumn } from '#builder/ground/columns/blob-column.ts'
import type { ScratchFiles } from '#builder/ground/columns/scratch-files.ts'
import { withheldKinds, type WithheldKind } from '#builder/read/front-matter/publication-state.ts'
import type { NewSource } from './new-source.ts'
import { toOptionalJson } from './optional-json.ts'
import { flag } from './source-flags.ts'
import type { TextTable } from './text-table.ts'

/** A number of rows to allocate, or the bytes of a column. */
type ColumnSource = number | ArrayBufferLike

const wholes = (from: ColumnSource): NumberColumn =>
  typeof from === 'number' ? new Uint32Array(from) : new Uint32Array(from)
const floats = (from: ColumnSource): NumberColumn =>
  typeof from === 'number' ? new Float64Array(from) : new Float64Array(from)
const bits = (from: ColumnSource): NumberColumn =>
  typeof from === 'number' ? new Uint8Array(from) : new Uint8Array(from)

/** Number columns. Texts that many rows share are numbers in the text table here; 0 = none. */
const numberKinds = {
  /** Time zone that was assumed for dates without an offset. */
  zone: wholes,
  /** What it was read with, see `FoundFile.settingsKey`. */
  site: wholes,
  /** The stamp, see `file-stamp.ts`; NaN when it cannot be trusted. */
  size: floats,
  mtimeMs: floats,
  ctimeMs: floats,
  inode: floats,
  /** See `source-flags.ts`. */
  flags: bits,
  nameHash: floats,
  addressHash: floats,
  /** NaN when there is none. */
  urlHash: floats,
  /** The fingerprint of the text, see `text-fingerprint.ts`; NaN when there is none. */
  fingerprintExact: floats,
  fingerprintLow: wholes,
  fingerprintHigh: wholes,
  collection: wholes,
  /** Milliseconds; NaN when absent. */
  publishedMs: floats,
  publishedOn: wholes,
  /** How many letters of `publishedOn` are known where these are not all, as of `2019`; 0 = all. */
  knownLetters: bits,
  /** The day of the source's own clock, see `firstSourceDay`; 0 = none. */
  sourceDay: wholes,
  author: wholes,
  derivedAuthor: wholes,
  sourceHost: wholes,
  kind: wholes,
  language: wholes,
  lengthCount: wholes,
  recordStart: floats,
  rowBytes: wholes,
  bodyBytes: wholes,
  openingBytes: wholes,
  /** Why its post is left out: the place of the kind in `withheldKinds`, plus 1; 0 = it is not. */
  withheld: bits,
} as const

type NumberName = keyof typeof numberKinds
type NumberColumn = Uint8Array | Uint32Array | Float64Array
type NumberColumns = Record<NumberName, NumberColumn>

/** Number columns in the order in which they are written. */
export const numberNames = Object.keys(numberKinds) as NumberName[]

/** Blob columns: texts as UTF-8, hashes as raw bytes, lists of texts (and their counts) as text numbers, others as they are. */
export const blobNames = [
  'file',
  'contentHash',
  'sourceUrl',
  'title',
  'addressFields',
  'declared',
  'tags',
  'categories',
  'coauthors',
  'derivedTags',
  'derivedCategories',
  'pictureHosts',
  'changes',
  'ownPictures',
  'sentences',
  'terms',
  'links',
  'linkHosts',
  'namedPosts',
  'recordHash',
] as const
export type BlobName = (typeof blobNames)[number]
type BlobColumns = Record<BlobName, BlobColumn>

/** The day before the earliest one that a source's clock can show, in days since 1970: days are counted from it. */
export const firstSourceDay = -800_000

/**
 * Column store of source files, one a row. Long blob columns lie on the disk, so a million rows take a fifth of a
 * gigabyte.
 */
export class SourceTable {
  readonly texts: TextTable
  readonly numbers: NumberColumns
  readonly blobs: BlobColumns
  readonly problems: Map<number, PostProblem[]>
  /** What became of own pictures in this build; never written. */
  readonly settled = new Map<number, SettledPictures>()

  constructor(texts: TextTable, parts = makeParts(0)) {
    this.texts = texts
    this.numbers = parts.numbers
    this.blobs = parts.blobs
    this.problems = parts.problems
  }

  /** An empty table with room for `rows`; without scratch files all of it stays in memory. */
  static withRoom(texts: TextTable, rows: number, scratch?: ScratchFiles): SourceTable {
    return new SourceTable(texts, makeParts(rows, scratch))
  }

  get rows(): number {
    return this.blobs.file.rows
  }

  file(row: number): string {
    return this.blobs.file.textAt(row)
  }

  /** SHA-256 of the file's bytes, hexadecimal. */
  contentHash(row: number): string {
    return this.blobs.contentHash.at(row).toString('hex')
  }

  timeZone(row: number): string | undefined {
    return this.texts.at(this.number('zone', row))
  }

  siteKey(row: number): string | undefined {
    return this.texts.at(this.number('site', row))
  }

  /** Why the post of a file is left out; `undefined` when it is not. */
  withheld(row: number): WithheldKind | undefined {
    return withheldKinds[this.number('withheld', row) - 1]
  }

  number(name: NumberName, row: number): number {
    return this.numbers[name][row] ?? 0
  }

  has(bit: number, row: number): boolean {
    return (this.number('flags', row) & bit) !== 0
  }

  hasStamp(row: number, [size, mtimeMs, ctimeMs, inode]: Stamp): boolean {
    return (
      this.number('size', row) === size &&
      this.number('mtimeMs', row) === mtimeMs &&
      this.number('ctimeMs', row) === ctimeMs &&
      this.number('inode', row) === inode
    )
  }

  /** Adds a file that was read; returns its row. */
  add({ file, timeZone, siteKey, stamp, prepared, slot }: NewSource): number {
    const row = this.#takeRoom()
    const { numbers, blobs, texts } = this
    const { post, contentHash, problems } = prepared
    blobs.file.addText(file)
    blobs.contentHash.addText(contentHash, 'hex')
    numbers.zone[row] = texts.add(timeZone)
    numbers.site[row] = texts.add(siteKey)
    this.#setStamp(row, stamp)
    if (prepared.withheld !== undefined) {
      numbers.withheld[row] = withheldKinds.indexOf(prepared.withheld) + 1
    }
    if (problems.length > 0) this.problems.set(row, problems)
    this.#addPostBlobs(post, slot)
    if (post !== undefined && slot !== undefined) this.#setPostNumbers(row, post, slot)
    return row
  }

  /** Copies a row from a table that shares the same texts, with another stamp; returns its row here. */
  addCopy(from: SourceTable, row: number, stamp: Stamp): number {
    const to = this.#takeRoom()
    for (const name of blobNames) this.blobs[name].add(from.blobs[name].at(row))
    for (const name of numberNames) this.numbers[name][to] = from.number(name, row)
    this.#setStamp(to, stamp)
    const problems = from.problems.get(row)
    if (problems !== undefined) this.problems.set(to, problems)
    return to
  }

  // A typed array silently ignores writes past its end.
  #takeRoom(): number {
    if (this.rows >= this.numbers.flags.length) throw new RangeError('the table is full')
    return this.rows
  }

  #setStamp(row: number, [size, mtimeMs, ctimeMs, inode]: Stamp): void {
    this.numbers.size[row] = size
    this.numbers.mtimeMs[row] = mtimeMs
    this.numbers.ctimeMs[row] = ctimeMs
    this.numbers.inode[row] = inode
  }

  #addPostBlobs(post: PreparedFile['post'], slot: RecordSlot | undefined): void {
    const { blobs } = this
    blobs.sourceUrl.addText(post?.sourceUrl ?? '')
    blobs.title.addText(post?.title ?? '')
    blobs.addressFields.addText(toOptionalJson(post?.addressFields))
    blobs.declared.addText(toOptionalJson(post?.declared))
    blobs.tags.addNumbers(this.#toNumbers(post?.row.tags ?? []))
    blobs.categories.addNumbers(this.#toNumbers(post?.row.categories ?? []))
    blobs.pictureHosts.addNumbers(
      (post?.pictureHosts ?? []).flatMap(({ host, pictures }) => [this.texts.add(host), pictures]),
    )
    blobs.changes.addNumbers(
      Object.entries(post?.changes ?? {}).flatMap(([kind, count]) => [this.texts.add(kind), count]),
    )
    blobs.ownPictures.addText(toOptionalJson(post?.ownPictures))
    blobs.sentences.addNumbers(post?.sentences ?? [])
    blobs.terms.add(post?.terms ?? new Uint8Array(0))
    blobs.links.addNumbers(splitHalves(post?.links ?? []))
    blobs.linkHosts.addNumbers(this.#toNumbers(post?.linkHosts ?? []))
    blobs.namedPosts.addText(toOptionalJson(post?.namedPosts))
    blobs.coauthors.addNumbers(this.#toNumbers(post?.row.coauthors ?? []))
    blobs.derivedTags.addNumbers(this.#toNumbers(post?.row.derived?.tags ?? []))
    blobs.derivedCategories.addNumbers(this.#toNumbers(post?.row.derived?.categories ?? []))
    blobs.recordHash.addText(slot?.hash ?? '')
  }

  #toNumbers(list: string[]): number[] {
    return list.map((text) => this.texts.add(text))
  }

  #setPostNumbers(row: number, post: PreparedPost, slot: RecordSlot): void {
    const { numbers, texts } = this
    const { publishedAt, publishedOn, knownPart, categories, length } = post.row
    numbers.flags[row] =
      flag.hasPost |
      (post.sourceUrl === undefined ? 0 : flag.hasUrl) |
      (post.title === undefined ? 0 : flag.hasTitle) |
      (categories === undefined ? 0 : flag.hasCategories) |
      (length.unit === 'words' ? flag.inWords : 0) |
      (post.row.derived === undefined ? 0 : flag.hasDerived) |
      (post.isPlainAddress ? flag.isPlainAddress : 0) |
      (post.linksWithin ? flag.linksWithin : 0)
    numbers.nameHash[row] = post.nameHash
    numbers.addressHash[row] = post.addressHash
    numbers.urlHash[row] = post.urlHash ?? NaN
    numbers.fingerprintExact[row] = post.fingerprint?.exact ?? NaN
    numbers.fingerprintLow[row] = post.fingerprint?.low ?? 0
    numbers.fingerprintHigh[row] = post.fingerprint?.high ?? 0
    numbers.collection[row] = texts.add(post.collection)
    numbers.publishedMs[row] = publishedAt === undefined ? NaN : Date.parse(publishedAt)
    numbers.publishedOn[row] = texts.add(publishedOn)
    numbers.knownLetters[row] = knownPart?.length ?? 0
    numbers.sourceDay[row] = post.sourceDay === undefined ? 0 : post.sourceDay - firstSourceDay
    numbers.author[row] = texts.add(post.row.author)
    numbers.derivedAuthor[row] = texts.add(post.row.derived?.author)
    numbers.sourceHost[row] = texts.add(post.row.sourceHost)
    numbers.kind[row] = texts.add(post.row.kind)
    numbers.language[row] = texts.add(post.row.language)
    numbers.lengthCount[row] = length.count
    numbers.recordStart[row] = slot.start
    numbers.rowBytes[row] = slot.rowBytes
    numbers.bodyBytes[row] = slot.bodyBytes
    numbers.openingBytes[row] = slot.openingBytes
  }
}

/** A number column: zeroed with room for some rows, or over given bytes. */
export function makeNumbers(from: ColumnSource, name: NumberName): NumberColumn {
  return numberKinds[name](from)
}

function makeParts(
  rows: number,
  scratch?: ScratchFiles,
): Pick<SourceTable, 'numbers' | 'blobs' | 'problems'> {
  const numbers = numberNames.map((name) => [name, makeNumbers(rows, name)])
  const blobs = blobNames.map((name) => [name, BlobColumn.withRoom(rows, scratch)])
  return {
    numbers: Object.fromEntries(numbers) as NumberColumns,
    blobs: Object.fromEntries(blobs) as BlobColumns,
    problems: new Map(),
  }
}
