import {
  picturePath,
  toPictureMediaType,
  toPictureType,
  type PictureFile,
} from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { BookContext } from './book-context.ts'
import { mostChapters } from './book-limits.ts'
import { listBookPictures, type BookNode } from './book-tree.ts'
import { toChapter, toChapterFile, toChapterParts, type BookPost } from './chapter.ts'
import {
  bookStyle,
  containerFile,
  fallbackPicture,
  toContents,
  toPackage,
  type PackedPicture,
} from './package-files.ts'
import type { BookPicture } from './xhtml-place.ts'
import { ZipFile } from './zip-file.ts'

/** Kind of an EPUB file. */
export const bookType = 'application/epub+zip'

/** What a book is made of. */
export interface BookSource {
  /** The posts, in the order of the list. */
  rows: readonly PostSummary[]
  /** The same posts with their bodies, read as they are asked for. */
  posts: AsyncIterable<BookPost>
  /** Parses and sanitizes the HTML of an article. */
  parse: (html: string) => BookNode[]
  /** Bytes of a picture that the archive keeps; `undefined` when it is missing or damaged. Absent: a book without pictures. */
  readPicture?: (file: PictureFile) => Promise<Uint8Array | undefined>
}

/** What became of a list in a book. */
export interface BookCounts {
  chapters: number
  pictures: number
  /** Kept pictures that are missing or damaged. A link stands for each. */
  missing: number
}

/** A piece of the file, and what it holds so far. */
export interface BookPiece {
  bytes: Uint8Array
  counts: Readonly<BookCounts>
}

/**
 * Writes posts as an EPUB 3.3 book, piece by piece: a chapter a post, contents by day. The same source and context give the same bytes in
 * Node and in a browser. A book holds no script and nothing that is loaded from elsewhere.
 * @throws RangeError with more than `mostChapters` posts; TooLargeError when the file would be larger than ZIP allows.
 */
export async function* writeBook(
  source: BookSource,
  context: BookContext,
): AsyncGenerator<BookPiece> {
  const { rows, posts, parse } = source
  if (rows.length > mostChapters) throw new RangeError(`a book has at most ${mostChapters} posts`)
  const file = new BookFile(source)
  yield* file.text('mimetype', bookType, true)
  yield* file.text('META-INF/container.xml', containerFile)
  const chapters = new Map<string, string>()
  for (const [at, { id, formerId }] of rows.entries()) {
    chapters.set(id, toChapterFile(at))
    if (formerId !== undefined && !chapters.has(formerId)) chapters.set(formerId, toChapterFile(at))
  }
  for await (const post of posts) {
    const parts = toChapterParts(post, parse, context)
    const pictures = yield* file.pictures(post, parts)
    const place = {
      at: file.counts.chapters,
      toChapter: (id: string) => chapters.get(id),
      toPicture: (url: string) => pictures.get(url),
    }
    file.counts.chapters++
    yield* file.text(
      `EPUB/chapters/${toChapterFile(place.at)}`,
      toChapter(post, parts, { context, place }),
    )
  }
  if (file.packed.some(({ isOld }) => !isOld)) {
    yield* file.add(`EPUB/${fallbackPicture.path}`, clearPixel, true)
  }
  yield* file.text('EPUB/style.css', bookStyle)
  yield* file.text('EPUB/nav.xhtml', toContents(rows, context))
  yield* file.text('EPUB/package.opf', toPackage(rows, file.packed, context))
  yield* file.end()
}

const text = new TextEncoder()

class BookFile {
  readonly counts: BookCounts = { chapters: 0, pictures: 0, missing: 0 }
  readonly packed: PackedPicture[] = []
  readonly #zip = new ZipFile()
  readonly #readPicture: BookSource['readPicture']
  /** Whether a file could be read. */
  readonly #known = new Map<PictureFile, boolean>()

  constructor({ readPicture }: BookSource) {
    this.#readPicture = readPicture
  }

  *text(path: string, content: string, isStored = false): Generator<BookPiece> {
    yield* this.add(path, text.encode(content), isStored)
  }

  *add(path: string, content: Uint8Array, isStored: boolean): Generator<BookPiece> {
    for (const bytes of this.#zip.add(path, content, isStored)) {
      yield { bytes, counts: this.counts }
    }
  }

  *end(): Generator<BookPiece> {
    yield { bytes: this.#zip.end(), counts: this.counts }
  }

  /** Packs the kept pictures of a chapter and returns them by their addresses. */
  async *pictures(
    { body }: BookPost,
    parts: readonly (readonly BookNode[])[],
  ): AsyncGenerator<BookPiece, ReadonlyMap<string, BookPicture>> {
    const found = new Map<string, BookPicture>()
    if (this.#readPicture === undefined) return found
    const shown = new Set(parts.flatMap((part) => [...listBookPictures(part)]))
    for (const { url, file, width, height } of body.localPictures ?? []) {
      // Without a size the file is damaged.
      if (!shown.has(url) || width === 0 || height === 0) continue
      const name = file
      if (!this.#known.has(name)) yield* this.#pack(name, await this.#readPicture(name))
      if (this.#known.get(name) !== true) continue
      found.set(url, { href: `../${toPath(name)}`, width, height })
    }
    return found
  }

  *#pack(file: PictureFile, bytes: Uint8Array | undefined): Generator<BookPiece> {
    this.#known.set(file, bytes !== undefined)
    if (bytes === undefined) {
      this.counts.missing++
      return
    }
    this.counts.pictures++
    this.packed.push({
      path: toPath(file),
      form: toPictureMediaType(file),
      isOld: ['jpg', 'png', 'gif'].includes(toPictureType(file)),
    })
    yield* this.add(`EPUB/${toPath(file)}`, bytes, true)
  }
}

function toPath(file: PictureFile): string {
  return `images/${picturePath(file).replace(/^.*\//, '')}`
}

/** A PNG of one clear pixel. */
const clearPixel = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  ),
  (sign) => sign.charCodeAt(0),
)
