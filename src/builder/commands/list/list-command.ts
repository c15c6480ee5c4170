import type { ListFormat } from '#article/reference/list-format.ts'
import { listFormats, type TakenFormatName } from '#article/reference/list-formats.ts'
import { toReference, type ReferenceContext } from '#article/reference/reference.ts'
import { toManifestPrint } from '#contract/signing/public-key.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { saveNewFile } from '#builder/ground/disk/save-new-file.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { sayQueryNotes } from '../built-site/query-notes.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import { SitePosts, type SitePost } from '../built-site/site-posts.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import type { ListOrderName } from './list-order-name.ts'
import { listOrdinals } from './list-ordinals.ts'

/** Output options. */
export interface ListFlags {
  format: TakenFormatName
  order: ListOrderName
  versions?: true
  /** File to write; absent = the console, which shows no book. */
  out?: string
  /** Whether a book holds the pictures that the archive keeps. */
  pictures: 'none' | 'keep'
  /** Full address of the site, with a trailing slash; absent = what the build was told. */
  address?: string
}

/**
 * Writes the posts that match a query, or all, to a file or the console. Returns the exit code: success even without a
 * match, failure for a query without a term.
 */
export async function runList(
  folder: string,
  text: string,
  { flags, io }: { flags: ListFlags; io: ConsoleIo },
): Promise<number> {
  const site = await SiteFiles.open(folder)
  const query = text.trim() === '' ? undefined : parseQuery(text)
  if (query !== undefined && sayQueryNotes(query, io)) return 1
  const address = flags.address ?? site.manifest.address
  if (address === undefined) {
    io.err(
      'The address of the site is not known: posts are named by their place in it. Give it with --address.',
    )
  }
  const ordinals = await listOrdinals(site, query, flags.order)
  const isWithVersions = flags.versions === true
  if (flags.format === 'epub') {
    const { writeListBook } = await import('./write-list-book.ts')
    const posts = { ordinals, isWithVersions, query: text.trim() }
    return writeListBook(site, posts, { flags, address, io })
  }
  const context: ReferenceContext = {
    archiveTitle: site.manifest.title,
    accessed: io.today(),
    keyPrint: toManifestPrint(site.manifest),
    toAddress: (id) => `${address ?? ''}posts/${id}/`,
  }
  const list: ListWriter = { format: listFormats[flags.format], context, posts: 0 }
  const pieces = writePieces(list, readRows(site, ordinals, isWithVersions))
  if (flags.out === undefined) await print(pieces, io)
  else await saveNewFile(pieces, flags.out)
  io.err(
    `${toCountText(list.posts, 'post')}${flags.out === undefined ? '' : ` written to ${flags.out}`}`,
  )
  return 0
}

interface ListWriter {
  format: ListFormat
  context: ReferenceContext
  /** Posts written so far. */
  posts: number
}

async function* readRows(
  site: SiteFiles,
  ordinals: Iterable<number>,
  isWithVersions: boolean,
): AsyncGenerator<SitePost> {
  const posts = new SitePosts(site)
  for (const ordinal of ordinals) {
    const { row } = await posts.row(ordinal)
    if (isWithVersions || row.supersededBy === undefined) yield posts.read(ordinal)
  }
}

async function* writePieces(
  list: ListWriter,
  posts: AsyncIterable<SitePost>,
): AsyncGenerator<string> {
  const { format, context } = list
  yield format.head?.(context) ?? ''
  for await (const { row, body } of posts) {
    if (list.posts > 0) yield format.separator
    yield format.entry(toReference(row, body, context), context)
    list.posts++
  }
  yield format.tail
}

/** Prints whole lines: every format ends with one. */
async function print(pieces: AsyncIterable<string>, io: ConsoleIo): Promise<void> {
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) io.lines(lines.join('\n'))
  }
  if (rest !== '') io.lines(rest)
}
