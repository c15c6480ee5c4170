import type { PostProblem } from '#core/post.ts'
import type { DraftPost } from '../ingest/draft-post.ts'

/** What is remembered of one source file. */
export interface SourceRecord {
  /** Path below the given folder's parent, as in `PostFile.file`. */
  file: string
  /** Zone of dates without an offset that it was read with; absent when there was none. */
  timeZone?: string | undefined
  /** Size, times and place on the disk when it was read; absent when they must not be relied on. */
  stamp?: string | undefined
  /** SHA-256 of its bytes, hexadecimal. */
  contentHash: string
  problems: PostProblem[]
  /** Absent when the file gave no post. */
  draft?: DraftPost | undefined
}

/** One record as it lies in the index: a list, because a million repeated field names would be most of the file. */
export type IndexLine = [
  file: string,
  timeZone: string | 0,
  stamp: string | 0,
  contentHash: string,
  problems: PostProblem[] | 0,
  draft?: DraftLine,
]

type DraftLine = [
  sourceUrl: string | 0,
  title: string | 0,
  publishedAt: string | 0,
  publishedOn: string | 0,
  tags: string[],
  categories: string[] | 0,
  author: string | 0,
  sourceHost: string | 0,
  collection: string,
  kind: DraftPost['row']['kind'],
  language: string | 0,
  lengthCount: number,
  lengthUnit: DraftPost['row']['length']['unit'],
  start: number,
  rowBytes: number,
  bodyBytes: number,
  hash: string,
]

/** The line of a record. */
export function toIndexLine(record: SourceRecord): IndexLine {
  const { file, timeZone, stamp, contentHash, problems, draft } = record
  const line: IndexLine = [
    file,
    timeZone ?? 0,
    stamp ?? 0,
    contentHash,
    problems.length === 0 ? 0 : problems,
  ]
  if (draft !== undefined) line.push(toDraftLine(draft))
  return line
}

function toDraftLine({ sourceUrl, title, row, record }: DraftPost): DraftLine {
  return [
    sourceUrl ?? 0,
    title ?? 0,
    row.publishedAt ?? 0,
    row.publishedOn ?? 0,
    row.tags,
    row.categories ?? 0,
    row.author ?? 0,
    row.sourceHost ?? 0,
    row.collection,
    row.kind,
    row.language ?? 0,
    row.length.count,
    row.length.unit,
    record.start,
    record.rowBytes,
    record.bodyBytes,
    record.hash,
  ]
}

/** The record of a line. `share` gives one string for equal ones: few values are carried by many posts. */
export function toSourceRecord(
  [file, timeZone, stamp, contentHash, problems, draft]: IndexLine,
  share: (text: string) => string,
): SourceRecord {
  return {
    file,
    timeZone: timeZone === 0 ? undefined : share(timeZone),
    stamp: stamp === 0 ? undefined : stamp,
    contentHash,
    problems: problems === 0 ? [] : problems,
    draft: draft === undefined ? undefined : toDraftPost(draft, { file, contentHash, share }),
  }
}

function toDraftPost(
  line: DraftLine,
  rest: { file: string; contentHash: string; share: (text: string) => string },
): DraftPost {
  const { file, contentHash, share } = rest
  const [sourceUrl, title, publishedAt, publishedOn, tags, categories, author, ...more] = line
  const [sourceHost, collection, kind, language, lengthCount, lengthUnit, ...slot] = more
  const [start, rowBytes, bodyBytes, hash] = slot
  return {
    collection: share(collection),
    file,
    fileName: file.slice(file.lastIndexOf('/') + 1),
    contentHash,
    sourceUrl: sourceUrl === 0 ? undefined : sourceUrl,
    title: title === 0 ? undefined : title,
    row: {
      publishedAt: publishedAt === 0 ? undefined : publishedAt,
      publishedOn: publishedOn === 0 ? undefined : publishedOn,
      tags: tags.map(share),
      categories: categories === 0 ? undefined : categories.map(share),
      author: author === 0 ? undefined : share(author),
      sourceHost: sourceHost === 0 ? undefined : share(sourceHost),
      collection: share(collection),
      kind,
      language: language === 0 ? undefined : share(language),
      length: { count: lengthCount, unit: lengthUnit },
    },
    record: { start, rowBytes, bodyBytes, hash },
  }
}
