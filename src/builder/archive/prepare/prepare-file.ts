// Runs in worker threads and, for small archives, on the main one.
import type { PostProblem } from '#core/post/post.ts'
import { toDayNumber } from '#core/time/day.ts'
import { toKnownDay } from '#core/time/known-day.ts'
import { readSourceClock } from '#core/time/source-clock.ts'
import { countText, dropAddresses, excerptCharacters } from '#core/text/plain-text.ts'
import { toAddressName } from '../post/address-name.ts'
import { cleanArticle, type CleanArticle } from '#builder/read/clean/clean-article.ts'
import { toLooseAddresses } from '#builder/read/address/site-addresses.ts'
import { listLinks } from '../links/list-links.ts'
import { toTextFingerprint } from '../post/text-fingerprint.ts'
import { toNameHash, toUrlHash } from '../post/post-hashes.ts'
import {
  detectSpokenLanguage,
  type DetectByLibrary,
} from '#builder/read/language/detect-spoken-language.ts'
import type { WithheldKind } from '#builder/read/front-matter/publication-state.ts'
import type { PostFile } from '#builder/read/discover/post-file.ts'
import { parsePostBytes, readPostBytes } from '#builder/read/post/read-post.ts'
import type {
  CachedBody,
  CachedFacts,
  CachedPost,
  CachedRow,
  OpeningSentences,
} from '../post/cached-post.ts'
import { toArticleSource } from '#builder/read/clean/article-source.ts'
import { countPictureHosts } from '../post/picture-hosts.ts'
import { packSentences } from '../post/sentence-fingerprints.ts'
import { listPostTerms } from '../terms/list-terms.ts'
import { packTerms } from '../terms/packed-terms.ts'
import { toRecordHash } from '../post/record-hash.ts'
import { toRowAndBody } from './to-row-and-body.ts'

/** A post with its row and body as JSON, not yet in the store. */
export interface PreparedPost extends Omit<CachedPost, 'record' | 'contentHash' | 'publishedMs'> {
  rowJson: Uint8Array
  bodyJson: Uint8Array
  /** `OpeningSentences` as JSON; empty without any. */
  openingJson: Uint8Array
  /** Hash of all three, see `RecordSlot`. */
  hash: string
}

/** What a file held: a post, or the reason why there is none. */
export interface PreparedFile {
  contentHash: string
  post?: PreparedPost
  problems: PostProblem[]
  /** Why its post is left out; then there is none, and no problem. */
  withheld?: WithheldKind
  /** The bytes have the known hash, so the file was not parsed. */
  isKnown?: true
  /** The bytes could not be read; a later build may succeed. */
  isUnread?: true
}

/** Reads and cleans one post, unless its bytes have the known hash. `byLibrary` as for `detectSpokenLanguage`. */
export async function prepareFile(
  file: PostFile,
  knownHash?: string,
  byLibrary?: DetectByLibrary,
): Promise<PreparedFile> {
  const read = readPostBytes(file)
  const isUnread = 'problem' in read
  if (!isUnread && read.contentHash === knownHash) {
    return { contentHash: knownHash, problems: [], isKnown: true }
  }
  const { post, contentHash, problems, withheld } = parsePostBytes(read, file)
  if (withheld !== undefined) return { contentHash, problems, withheld }
  if (post === undefined) return { contentHash, problems, ...(isUnread ? { isUnread } : {}) }
  const article = cleanArticle(toArticleSource(post))
  const warnings = article.warnings.map((warning) => ({
    file: post.file,
    ...warning,
    severity: 'warning' as const,
  }))
  const { collection, fileName, sourceUrl, title } = post
  const detected =
    post.language === undefined ? detectSpokenLanguage(article.spoken, byLibrary) : undefined
  // Hardly any post waits: all of a batch that do stay in memory with their pages until the last one is read.
  const spokenLanguage = detected instanceof Promise ? await detected : detected
  const { row, body, ownPictures } = toRowAndBody(post, article, {
    contentHash,
    spokenLanguage,
  })
  const { root } = file.site?.addresses ?? toLooseAddresses(collection, post.file)
  const rowJson = Buffer.from(JSON.stringify(row))
  const bodyJson = Buffer.from(JSON.stringify(body))
  const openingJson = toOpeningJson(article)
  const prepared: PreparedPost = {
    collection,
    file: post.file,
    fileName,
    nameHash: toNameHash(collection, fileName),
    ...toAddressName(post),
    sourceUrl,
    urlHash: toUrlHash(sourceUrl),
    // Descriptions of one channel's videos are near-duplicates; only the player's id tells the videos apart.
    fingerprint: post.kind === 'video' ? undefined : toTextFingerprint(article.text),
    title,
    addressFields: post.addressFields,
    ...(post.declared === undefined ? {} : { declared: post.declared }),
    ...listLinks(article, { file: post.file, root }, post),
    sourceDay: toSourceDay(row),
    sentences: packSentences(article.sentences),
    terms: packTerms(listPostTerms(title, article)),
    pictureHosts: countPictureHosts(body.parts),
    changes: article.changes,
    ...(ownPictures.length === 0 ? {} : { ownPictures }),
    row: toFacts(row, body),
    rowJson,
    bodyJson,
    openingJson,
    hash: toRecordHash([rowJson, bodyJson, openingJson]),
  }
  return { contentHash, post: prepared, problems: [...problems, ...warnings] }
}

// A cut excerpt must know that there is more.
const mostOpeningText = excerptCharacters + 40

function toOpeningJson({ sentences, length }: CleanArticle): Uint8Array {
  if (sentences.ends.length === 0) return Buffer.alloc(0)
  const opening: OpeningSentences = {
    ends: sentences.ends.map(({ text, isSaying }) => {
      const said = dropAddresses(text).slice(0, mostOpeningText)
      return [/\p{L}/u.test(said) ? said : '', isSaying ? 1 : 0, countText(text, length.unit)]
    }),
    middle: sentences.middle,
  }
  return Buffer.from(JSON.stringify(opening))
}

function toFacts(row: CachedRow, { derived }: CachedBody): CachedFacts {
  const { publishedAt, publishedOn, tags, categories, author, coauthors } = row
  const { sourceHost, collection, kind, language, length } = row
  const known = toKnownDay(row)
  return {
    publishedAt,
    publishedOn,
    knownPart: known === publishedOn ? undefined : known,
    tags,
    categories,
    author,
    coauthors,
    sourceHost,
    collection,
    kind,
    language,
    length,
    derived,
  }
}

function toSourceDay({ publishedAt, sourceTimestamp }: CachedRow): number | undefined {
  if (publishedAt === undefined) return undefined
  const day = readSourceClock(sourceTimestamp, { publishedAt })?.day
  return day === undefined ? undefined : toDayNumber(day)
}
