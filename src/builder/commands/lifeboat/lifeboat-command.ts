import { open, rm, type FileHandle } from 'node:fs/promises'
import { loadLifeboatMessages } from '#article/lifeboat/load-lifeboat-messages.ts'
import { toNumberText } from '#article/number-text.ts'
import { makeWords, type Words } from '#article/words.ts'
import { toUtcDay } from '#core/post/post-id.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { escapeHtml } from '#builder/ground/text/escape-html.ts'
import { chooseInterfaceLanguage } from '#builder/site/plan/page-language.ts'
import { SiteFiles, toDamaged } from '../built-site/site-files.ts'
import { SitePosts, type SitePost } from '../built-site/site-posts.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import {
  lifeboatEnd,
  listEnd,
  toLifeboatHead,
  toListStart,
  toProgramElements,
} from './lifeboat-page.ts'
import { openLifeboatProgram } from './lifeboat-program.ts'
import { listSiteData, readPacks } from './list-site-data.ts'
import { isNamedRight } from './named-right.ts'
import { VolumeFile } from './volume-file.ts'
import { VolumeWriter, type PackedFile } from './volume-writer.ts'

/**
 * Writes a site, with its reader, into one HTML file. The same site gives the same bytes.
 * @throws BuildError when a file of the site is missing or damaged, or the file exists.
 */
export async function runLifeboat(
  folder: string,
  { flags, io }: { flags: { out: string }; io: ConsoleIo },
): Promise<number> {
  const site = await SiteFiles.open(folder)
  const program = await openLifeboatProgram()
  const posts = new SitePosts(site)
  const language = chooseInterfaceLanguage([...site.manifest.languages])
  const words = makeWords(await loadLifeboatMessages(language), language)
  const out = await create(flags.out)
  try {
    const { title, counts, timeline } = site.manifest
    const volumes = await VolumeFile.create(`${flags.out}.volumes`)
    try {
      const writer = new VolumeWriter(volumes.add)
      const directory = writer.toDirectory(await packSite(site, posts, writer))
      const number = toNumberText(counts.posts)
      await out.write(toLifeboatHead({ title, language, words, directory, program }))
      await out.write(toListStart({ title, words, posts: counts.posts, number }))
      await writeRows(out, posts, timeline.rows, words)
      await out.write(listEnd)
      for await (const piece of volumes.first()) await out.write(piece)
      await out.write(toProgramElements(program))
      for await (const piece of volumes.rest()) await out.write(piece)
      await out.write(lifeboatEnd)
    } finally {
      await volumes.remove()
    }
    io.err(`${toCountText(counts.posts, 'post')} written to ${flags.out}`)
  } catch (error) {
    await rm(flags.out, { force: true })
    throw error
  } finally {
    await out.close()
  }
  return 0
}

/** Packs all files of a site; returns how many articles they hold. */
async function packSite(site: SiteFiles, posts: SitePosts, writer: VolumeWriter): Promise<number> {
  const { first, rest, pictures } = await listSiteData(site)
  for (const path of first) writer.add(await readFile(site, path), 'gzip')
  // What the first view needs is a volume of its own, which is unpacked while the others are still being read.
  writer.close()
  for (const path of rest) writer.add(await readFile(site, path), 'gzip')
  writer.close()
  let count = 0
  for await (const file of readPacks(site, posts)) {
    writer.add(file, 'gzip')
    count += file.bodies
  }
  for (const path of pictures) writer.add(await readFile(site, path), 'none')
  writer.close()
  return count
}

/** @throws BuildError when it is missing, or its bytes do not match its name. */
async function readFile(site: SiteFiles, path: string): Promise<PackedFile> {
  const bytes = await site.bytes(path)
  if (!isNamedRight(path, bytes)) throw toDamaged(path)
  return { path, bytes, bodies: 0 }
}

async function writeRows(
  out: FileHandle,
  posts: SitePosts,
  rows: number,
  words: Words,
): Promise<void> {
  let text = ''
  for (let ordinal = rows - 1; ordinal >= 0; ordinal--) {
    const post = await posts.read(ordinal)
    if (post.row.supersededBy === undefined) text += toRow(post, words)
    if (text.length < 1 << 16 && ordinal > 0) continue
    await out.write(text)
    text = ''
  }
}

function toRow({ row, body }: SitePost, words: Words): string {
  const title = toDisplayTitle({ ...row, title: body.title ?? row.title })
  const day = toUtcDay(row.id)
  const parts = [
    ...(day === undefined ? [] : [`<time datetime="${day}">${day}</time>`]),
    escapeHtml(title),
    ...(body.sourceUrl === undefined
      ? []
      : [`<a href="${escapeHtml(body.sourceUrl)}">${escapeHtml(words('lifeboat.original'))}</a>`]),
  ]
  return `<li>${parts.join(' ')}</li>\n`
}

async function create(path: string): Promise<FileHandle> {
  return open(path, 'wx').catch((cause: unknown) => {
    throw isCode(cause, ['EEXIST'])
      ? new BuildError(`"${path}" exists.`, 'Give the name of a new file.', { cause })
      : new BuildError(`"${path}" cannot be written.`, 'Give a file in a folder that exists.', {
          cause,
        })
  })
}
