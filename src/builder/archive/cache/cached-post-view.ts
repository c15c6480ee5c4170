import { toInstantText } from '#core/time/date-text.ts'
import type { AddressFields, DeclaredLanguage, PostKind, TextLength } from '#core/post/post.ts'
import type { CachedFacts, CachedPost, RecordSlot } from '../post/cached-post.ts'
import { changeKinds } from '#contract/build-report.ts'
import type { ChangeCounts } from '#builder/read/clean/settle/change-counts.ts'
import type { OwnPicture } from '#builder/read/clean/rules/own-picture.ts'
import type { SettledPictures } from '../post/settled-pictures.ts'
import type { PictureHost } from '../post/picture-hosts.ts'
import type { TextFingerprint } from '../post/text-fingerprint.ts'
import { joinHalves } from '../post/number-halves.ts'
import { toPostNameOfFile } from '#builder/read/discover/post-name.ts'
import type { BlobColumn } from '#builder/ground/columns/blob-column.ts'
import { flag } from './source-flags.ts'
import { firstSourceDay, type SourceTable } from './source-table.ts'

/** The cached post of a row; `undefined` when its file held no post. */
export function toCachedPost(table: SourceTable, row: number): CachedPost | undefined {
  return table.has(flag.hasPost, row) ? new CachedPostView(table, row) : undefined
}

/** A cached post and its facts, read lazily from the columns: a million of these views take next to no memory. */
class CachedPostView implements CachedPost, CachedFacts {
  readonly #table: SourceTable
  readonly #row: number

  constructor(table: SourceTable, row: number) {
    this.#table = table
    this.#row = row
  }

  get row(): CachedFacts {
    return this
  }

  get file(): string {
    return this.#table.file(this.#row)
  }

  get fileName(): string {
    return toPostNameOfFile(this.file)
  }

  get contentHash(): string {
    return this.#table.contentHash(this.#row)
  }

  get nameHash(): number {
    return this.#table.numbers.nameHash[this.#row] ?? 0
  }

  get addressHash(): number {
    return this.#table.numbers.addressHash[this.#row] ?? 0
  }

  get isPlainAddress(): boolean {
    return this.#has(flag.isPlainAddress)
  }

  get urlHash(): number | undefined {
    const hash = this.#table.numbers.urlHash[this.#row]
    return Number.isNaN(hash) ? undefined : hash
  }

  get fingerprint(): TextFingerprint | undefined {
    const { fingerprintExact, fingerprintLow, fingerprintHigh } = this.#table.numbers
    const exact = fingerprintExact[this.#row] ?? NaN
    if (Number.isNaN(exact)) return undefined
    return { exact, low: fingerprintLow[this.#row] ?? 0, high: fingerprintHigh[this.#row] ?? 0 }
  }

  get sourceUrl(): string | undefined {
    return this.#has(flag.hasUrl) ? this.#table.blobs.sourceUrl.textAt(this.#row) : undefined
  }

  get title(): string | undefined {
    return this.#has(flag.hasTitle) ? this.#table.blobs.title.textAt(this.#row) : undefined
  }

  get addressFields(): AddressFields | undefined {
    const json = this.#table.blobs.addressFields.textAt(this.#row)
    // Needs no parser: the checksums of the cache prove that this version of the program wrote it.
    return json === '' ? undefined : (JSON.parse(json) as AddressFields)
  }

  get declared(): DeclaredLanguage | undefined {
    const json = this.#table.blobs.declared.textAt(this.#row)
    // As `addressFields`.
    return json === '' ? undefined : (JSON.parse(json) as DeclaredLanguage)
  }

  get collection(): string {
    return this.#text(this.#table.numbers.collection) ?? ''
  }

  get publishedMs(): number | undefined {
    const ms = this.#table.numbers.publishedMs[this.#row]
    return Number.isNaN(ms) ? undefined : ms
  }

  get sourceDay(): number | undefined {
    const after = this.#table.numbers.sourceDay[this.#row] ?? 0
    return after === 0 ? undefined : after + firstSourceDay
  }

  get publishedAt(): string | undefined {
    const { publishedMs } = this
    return publishedMs === undefined ? undefined : toInstantText(publishedMs)
  }

  get publishedOn(): string | undefined {
    return this.#text(this.#table.numbers.publishedOn)
  }

  get knownPart(): string | undefined {
    const letters = this.#table.numbers.knownLetters[this.#row] ?? 0
    return letters === 0 ? undefined : this.publishedOn?.slice(0, letters)
  }

  get tags(): string[] {
    return this.#list(this.#table.blobs.tags)
  }

  get categories(): string[] | undefined {
    return this.#has(flag.hasCategories) ? this.#list(this.#table.blobs.categories) : undefined
  }

  get pictureHosts(): PictureHost[] | undefined {
    const numbers = this.#table.blobs.pictureHosts.numbersAt(this.#row)
    if (numbers.length === 0) return undefined
    const hosts: PictureHost[] = []
    for (let at = 0; at < numbers.length; at += 2) {
      const host = this.#table.texts.at(numbers[at] ?? 0)
      if (host !== undefined) hosts.push({ host, pictures: numbers[at + 1] ?? 0 })
    }
    return hosts
  }

  get changes(): ChangeCounts | undefined {
    const numbers = this.#table.blobs.changes.numbersAt(this.#row)
    if (numbers.length === 0) return undefined
    const changes: ChangeCounts = {}
    for (let at = 0; at < numbers.length; at += 2) {
      const kind = changeKinds.find((name) => name === this.#table.texts.at(numbers[at] ?? 0))
      if (kind !== undefined) changes[kind] = numbers[at + 1] ?? 0
    }
    return changes
  }

  get ownPictures(): readonly OwnPicture[] | undefined {
    const json = this.#table.blobs.ownPictures.textAt(this.#row)
    // Needs no parser, as above.
    return json === '' ? undefined : (JSON.parse(json) as OwnPicture[])
  }

  get settled(): SettledPictures | undefined {
    return this.#table.settled.get(this.#row)
  }

  set settled(settled: SettledPictures | undefined) {
    if (settled === undefined) this.#table.settled.delete(this.#row)
    else this.#table.settled.set(this.#row, settled)
  }

  get sentences(): number[] {
    return this.#table.blobs.sentences.numbersAt(this.#row)
  }

  get terms(): Uint8Array {
    return this.#table.blobs.terms.at(this.#row)
  }

  get links(): number[] {
    return joinHalves(this.#table.blobs.links.numbersAt(this.#row))
  }

  get linksWithin(): boolean {
    return this.#has(flag.linksWithin)
  }

  get linkHosts(): string[] | undefined {
    const hosts = this.#list(this.#table.blobs.linkHosts)
    return hosts.length === 0 ? undefined : hosts
  }

  get namedPosts(): CachedPost['namedPosts'] {
    const json = this.#table.blobs.namedPosts.textAt(this.#row)
    // As `addressFields`.
    return json === '' ? undefined : (JSON.parse(json) as CachedPost['namedPosts'])
  }

  get author(): string | undefined {
    return this.#text(this.#table.numbers.author)
  }

  get coauthors(): string[] | undefined {
    const coauthors = this.#list(this.#table.blobs.coauthors)
    return coauthors.length === 0 ? undefined : coauthors
  }

  get derived(): CachedFacts['derived'] {
    // Every facet asks this of every post, and most posts have none.
    if (!this.#has(flag.hasDerived)) return undefined
    const { blobs, numbers } = this.#table
    const author = this.#text(numbers.derivedAuthor)
    const tags = this.#list(blobs.derivedTags)
    const categories = this.#list(blobs.derivedCategories)
    return {
      ...(author === undefined ? {} : { author }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(categories.length === 0 ? {} : { categories }),
    }
  }

  get sourceHost(): string | undefined {
    return this.#text(this.#table.numbers.sourceHost)
  }

  get kind(): PostKind {
    return this.#text(this.#table.numbers.kind) === 'video' ? 'video' : 'article'
  }

  get language(): string | undefined {
    return this.#text(this.#table.numbers.language)
  }

  get length(): TextLength {
    const count = this.#table.numbers.lengthCount[this.#row] ?? 0
    return { count, unit: this.#has(flag.inWords) ? 'words' : 'characters' }
  }

  get record(): RecordSlot {
    const { numbers, blobs } = this.#table
    const slot = {
      start: numbers.recordStart[this.#row] ?? 0,
      rowBytes: numbers.rowBytes[this.#row] ?? 0,
      bodyBytes: numbers.bodyBytes[this.#row] ?? 0,
      openingBytes: numbers.openingBytes[this.#row] ?? 0,
      hash: blobs.recordHash.textAt(this.#row),
    }
    const { settled } = this
    if (settled === undefined) return slot
    return {
      ...slot,
      hash: `${slot.hash} ${settled.key}`,
      checksum: slot.hash,
      pictures: settled,
    }
  }

  #has(bit: number): boolean {
    return this.#table.has(bit, this.#row)
  }

  #text(column: ArrayLike<number>): string | undefined {
    return this.#table.texts.at(column[this.#row] ?? 0)
  }

  #list(column: BlobColumn): string[] {
    const list: string[] = []
    for (const number of column.numbersAt(this.#row)) {
      const text = this.#table.texts.at(number)
      if (text !== undefined) list.push(text)
    }
    return list
  }
}
