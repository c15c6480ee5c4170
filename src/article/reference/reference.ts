import { toInstant } from '../time-text.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { listAuthors } from '#core/post/authors.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { toNameKey } from '#core/text/name-key.ts'
import { isSameInstant } from '#core/time/source-clock.ts'
import { toKnownDay } from '#core/time/known-day.ts'

/** One post in an exported list: what is needed to cite it and to find it again. Unknown parts are absent. */
export interface Reference {
  /** Post id, unique in the archive: `2020-08-30-abcdefgh`. */
  id: string
  /** The whole title; the beginning of the text, or the file name, where the post has none. */
  title: string
  /** In the order of the source. */
  authors: readonly string[]
  /** Who publishes there: the source's name, else its host; absent where that is an author. */
  source?: string | undefined
  /** UTC instant (ISO 8601 with `Z`), or as much of a day as is known: `2020-08-30`, `2020-08`, `2020`. */
  published?: string | undefined
  /** The source's own date and time, verbatim; what a mirror noted, where it is another instant, in UTC. */
  sourceTime?: string | undefined
  /** Original address, http or https. */
  original?: string | undefined
  /** Address of the post in this archive. */
  archive: string
  tags: readonly string[]
  /** Empty where they are the tags. */
  categories: readonly string[]
  /** BCP 47. */
  language?: string | undefined
  kind: PostSummary['kind']
  /** SHA-256 of the post's source file, 64 hexadecimal digits; absent where the body was not read. */
  sha256?: string | undefined
}

/** What all references of a list share. */
export interface ReferenceContext {
  /** Title of the archive. */
  archiveTitle: string
  /** Day of the export, `YYYY-MM-DD` in UTC. */
  accessed: string
  /** Print of the key that signs the archive, `abcd-efgh`; absent where nobody signs it. */
  keyPrint?: string | undefined
  /** Address of a post in the archive. */
  toAddress: (id: PostSummary['id']) => string
}

/** The reference of a post, from its row and what of its body it needs. */
export function toReference(
  row: PostSummary,
  body: Pick<ArticleBody, 'title' | 'sourceUrl' | 'source'>,
  { toAddress }: Pick<ReferenceContext, 'toAddress'>,
): Reference {
  const { id, tags, categories = [], language, kind } = row
  const title = body.title ?? row.title
  return {
    id,
    title: toSingleLine(title ?? '') || toSingleLine(toDisplayTitle({ ...row, title: undefined })),
    authors: listAuthors(row).map(toSingleLine),
    source: toPart(toPublisher(row)),
    published: row.publishedAt ?? toKnownDay(row),
    sourceTime: toSourceTime(row),
    original: body.sourceUrl,
    archive: toAddress(id),
    tags: tags.map(toSingleLine),
    categories: categories.map(toSingleLine),
    language,
    kind,
    sha256: body.source?.sha256,
  }
}

/** What the source file and the archive can be told by, as a note for formats without a field for it. */
export function listProofNotes(
  { sha256 }: Reference,
  { keyPrint }: Pick<ReferenceContext, 'keyPrint'>,
): string[] {
  return [
    sha256 === undefined ? [] : `SHA-256 of the source file: ${sha256}`,
    keyPrint === undefined ? [] : `Print of the archive's key: ${keyPrint}`,
  ].flat()
}

/** What a mirror noted beside a post is milliseconds since 1970, and says nothing where it is the time of publication. */
function toSourceTime({ sourceTimestamp, publishedAt }: PostSummary): string | undefined {
  if (sourceTimestamp?.origin !== 'epochComment') return toPart(sourceTimestamp?.text)
  if (isSameInstant(sourceTimestamp, { publishedAt })) return undefined
  return toInstant(sourceTimestamp.text) ?? toPart(sourceTimestamp.text)
}

/** Who published the post: the source's name, else its host; `undefined` where that is an author. */
export function toPublisher(row: PostSummary): string | undefined {
  const name = row.sourceName ?? row.sourceHost
  const key = toNameKey(name ?? '')
  return listAuthors(row).some((author) => toNameKey(author) === key) ? undefined : name
}

/** A text in one line: no format holds line breaks or control characters in a title or a name. */
export function toSingleLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function toPart(text: string | undefined): string | undefined {
  return text === undefined ? undefined : toSingleLine(text) || undefined
}

/** Year, month and day of a time of publication, as far as they are known, with their leading zeros. */
export function toDateParts(published: string | undefined): string[] {
  return published?.slice(0, 10).split('-') ?? []
}
