import { gzipSync } from 'node:zlib'
import { loadLifeboatMessages } from '#article/lifeboat/load-lifeboat-messages.ts'
import { chooseInterfaceLanguage } from '#article/languages/choose-interface-language.ts'
import { makeWords } from '#article/words.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { LifeboatMaker } from '#shape/lifeboat/lifeboat-maker.ts'
import { packGzip } from '#shape/lifeboat/pack-gzip.ts'
import { saveNewFile } from '#builder/ground/disk/save-new-file.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { explainTooLarge } from '../built-site/explain-too-large.ts'
import { sayQueryNotes } from '../built-site/query-notes.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { openLifeboatProgram } from './lifeboat-program.ts'
import { listPosts, packList, type ListedPosts } from './pack-list.ts'
import { packSite } from './pack-site.ts'
import { PieceFile } from './piece-file.ts'

/** What goes into the file, and where it is written. */
export interface LifeboatFlags {
  out: string
  /** Query of the posts; absent = the whole site. */
  query?: string
  pictures: 'none' | 'keep'
}

/**
 * Writes a site, or a list of its posts, with its reader into one HTML file. The same site gives the same bytes. Returns
 * the exit code: failure for a query without a term or a match.
 * @throws BuildError when a file of the site is missing or damaged, or the file exists or would be too large.
 */
export async function runLifeboat(
  folder: string,
  { flags, io }: { flags: LifeboatFlags; io: ConsoleIo },
): Promise<number> {
  const site = await SiteFiles.open(folder)
  const { query, pictures } = flags
  if (query !== undefined && query.trim() !== '' && sayQueryNotes(parseQuery(query), io)) return 1
  const isWhole = query === undefined && pictures === 'keep'
  const chosen = isWhole ? undefined : await listPosts(site, query)
  if (chosen?.ordinals.length === 0) {
    io.err('No post matches: nothing was written.')
    return 1
  }
  const written = { posts: 0 }
  const pieces = writePieces(site, { flags, chosen }, written)
  await saveNewFile(pieces, flags.out).catch((error: unknown) => {
    throw explainTooLarge(error)
  })
  io.err(`${toCountText(written.posts, 'post')} written to ${flags.out}`)
  return 0
}

/** The pieces of the file, in their order, and how many posts are in it. */
async function* writePieces(
  site: SiteFiles,
  { flags, chosen }: { flags: LifeboatFlags; chosen: ListedPosts | undefined },
  written: { posts: number },
): AsyncGenerator<string | Uint8Array> {
  const { title, languages, counts } = site.manifest
  const language = chooseInterfaceLanguage(languages)
  const words = makeWords(await loadLifeboatMessages(language), language)
  const pieces = await PieceFile.create(`${flags.out}.pieces`)
  try {
    const maker = new LifeboatMaker({
      face: { title, language, words },
      program: await openLifeboatProgram(),
      // Node's own packer is quicker; where browsers make the same file, the same packer makes it here.
      pack: (bytes) =>
        chosen === undefined
          ? Promise.resolve(gzipSync(bytes, { level: 9 }))
          : packGzip(bytes, () => Promise.resolve()),
      keep: pieces.keep,
    })
    written.posts =
      chosen === undefined
        ? (await packSite(site, maker), counts.posts)
        : await packList(site, { ...chosen, pictures: flags.pictures }, maker)
    for (const piece of await maker.finish()) {
      if (typeof piece === 'string') yield piece
      else yield* pieces.read(piece)
    }
  } finally {
    await pieces.remove()
  }
}
