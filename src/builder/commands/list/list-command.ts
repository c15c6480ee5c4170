import { open } from 'node:fs/promises'
import type { ListFormat } from '#article/reference/list-format.ts'
import { listFormats, type ListFormatName } from '#article/reference/list-formats.ts'
import { toReference, type ReferenceContext } from '#article/reference/reference.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { sayQueryNotes } from '../built-site/query-notes.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import { SitePosts, type SitePost } from '../built-site/site-posts.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import type { ListOrderName } from './list-order-name.ts'
import { listOrdinals } from './list-ordinals.ts'

/** Output options. */
export interface ListFlags {
  format: ListFormatName
  order: ListOrderName
  versions?: true
  /** File to write; absent = the console. */
  out?: string
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
  const context: ReferenceContext = {
    archiveTitle: site.manifest.title,
    accessed: new Date().toISOString().slice(0, 10),
    toAddress: (id) => `${address ?? ''}posts/${id}/`,
  }
  const list: ListWriter = { format: listFormats[flags.format], context, posts: 0 }
  const ordinals = await listOrdinals(site, query, flags.order)
  const pieces = writePieces(list, readRows(site, ordinals, flags.versions === true))
  if (flags.out === undefined) await print(pieces, io)
  else await save(pieces, flags.out)
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
    for (const line of lines) io.out(line)
  }
  if (rest !== '') io.out(rest)
}

/** @throws BuildError when the file exists or cannot be written. */
async function save(pieces: AsyncIterable<string>, path: string): Promise<void> {
  const file = await open(path, 'wx').catch((cause: unknown) => {
    throw isCode(cause, ['EEXIST'])
      ? new BuildError(`"${path}" exists.`, 'Give the name of a new file.', { cause })
      : new BuildError(`"${path}" cannot be written.`, 'Give a file in a folder that exists.', {
          cause,
        })
  })
  try {
    for await (const piece of pieces) await file.write(piece)
  } finally {
    await file.close()
  }
}
