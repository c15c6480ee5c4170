import { loadBookMessages } from '#article/book/load-book-messages.ts'
import { toLocale } from '#article/date-words.ts'
import { chooseInterfaceLanguage } from '#article/languages/choose-interface-language.ts'
import { makeWords } from '#article/words.ts'
import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { BookContext } from '#shape/book/book-context.ts'
import { mostChapters } from '#shape/book/book-limits.ts'
import { writeBook, type BookCounts } from '#shape/book/write-book.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { saveNewFile } from '#builder/ground/disk/save-new-file.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { explainTooLarge } from '../built-site/explain-too-large.ts'
import type { SiteFiles } from '../built-site/site-files.ts'
import { SitePosts } from '../built-site/site-posts.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { parseBookHtml } from './parse-book-html.ts'

interface BookPosts {
  ordinals: Iterable<number>
  isWithVersions: boolean
  /** What the list was asked for with; empty for every post. */
  query: string
}

interface BookOptions {
  flags: { out?: string; pictures: 'none' | 'keep' }
  /** Full address of the site, with a trailing slash. */
  address: string | undefined
  io: ConsoleIo
}

/**
 * Writes posts of a built site as a book. Returns the exit code.
 * @throws BuildError without a file to write to, with too many posts or bytes, or when a file of the site is missing or damaged.
 */
export async function writeListBook(
  site: SiteFiles,
  { ordinals, isWithVersions, query }: BookPosts,
  { flags: { out, pictures }, address, io }: BookOptions,
): Promise<number> {
  if (out === undefined) throw new BuildError('A book is no text.', 'Give a file with --out.')
  const posts = new SitePosts(site)
  const chosen: { ordinal: number; row: PostSummary }[] = []
  for (const ordinal of ordinals) {
    const { row } = await posts.row(ordinal)
    if (isWithVersions || row.supersededBy === undefined) chosen.push({ ordinal, row })
    if (chosen.length > mostChapters) {
      throw new BuildError(
        `A book holds at most ${mostChapters} posts.`,
        'Give a query that fewer match.',
      )
    }
  }
  if (chosen.length === 0) throw new BuildError('No post matches.', 'Give another query.')
  const source = {
    rows: chosen.map(({ row }) => row),
    posts: readBookPosts(posts, chosen),
    parse: parseBookHtml,
    ...(pictures === 'keep' ? { readPicture: (file: PictureFile) => readPicture(site, file) } : {}),
  }
  const counts: BookCounts = { chapters: 0, pictures: 0, missing: 0 }
  const context = await makeContext(site, { query, address, accessed: io.today() })
  const pieces = countPieces(writeBook(source, context), counts)
  await saveNewFile(pieces, out).catch((error: unknown) => {
    throw explainTooLarge(error)
  })
  const { chapters, missing } = counts
  const kept = pictures === 'keep' ? ` and ${toCountText(counts.pictures, 'picture')}` : ''
  io.err(`${toCountText(chapters, 'post')}${kept} written to ${out}`)
  if (missing > 0) {
    io.err(`${toCountText(missing, 'kept picture')} missing or damaged: links stand for them.`)
  }
  return 0
}

async function makeContext(
  { manifest }: SiteFiles,
  { query, address, accessed }: { query: string; address: string | undefined; accessed: string },
): Promise<BookContext> {
  const language = chooseInterfaceLanguage(manifest.languages)
  return {
    title: query === '' ? manifest.title : `${query} · ${manifest.title}`,
    archiveTitle: manifest.title,
    accessed,
    toAddress: (id) => (address === undefined ? undefined : `${address}posts/${id}/`),
    timeZone: manifest.timeZone,
    words: makeWords(await loadBookMessages(language), language),
    language,
    locale: toLocale(language),
  }
}

async function* readBookPosts(posts: SitePosts, chosen: readonly { ordinal: number }[]) {
  for (const { ordinal } of chosen) {
    const { row, body } = await posts.read(ordinal)
    yield { summary: row, body }
  }
}

async function* countPieces(
  pieces: ReturnType<typeof writeBook>,
  total: BookCounts,
): AsyncGenerator<Uint8Array> {
  for await (const { bytes, counts } of pieces) {
    Object.assign(total, counts)
    yield bytes
  }
}

/** Bytes of a kept picture, if they are those that its name promises. */
async function readPicture(site: SiteFiles, file: PictureFile): Promise<Uint8Array | undefined> {
  try {
    return await site.proven(picturePath(file))
  } catch (error) {
    if (error instanceof BuildError) return undefined
    throw error
  }
}
