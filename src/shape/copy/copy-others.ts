import { parseBuildReport } from '#contract/build-report.ts'
import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import { parseTopics } from '#contract/topics-file.ts'
import type { DataWriter } from '../data-writer.ts'
import { shardsPerDirectory } from '../timeline/shard.ts'
import type { TakeFile } from './copy-files.ts'
import type { CopyOptions, CopySource } from './copy-source.ts'
import type { PostFacts } from './post-facts.ts'

/** Pictures that are read at the same time. */
const picturesAtOnce = 6

/** The account of the copied posts: what the archive's own report says of their files. */
export async function copyReport(
  source: CopySource,
  { facts, versions, files }: { facts: readonly PostFacts[]; versions: number; files: DataWriter },
): Promise<{ report: FileHash; problems: number }> {
  const report = await source.json('report', source.manifest.report, parseBuildReport)
  const names = new Set(facts.map(({ file }) => file))
  const counts = new Map<string, number>()
  for (const { collection } of facts) counts.set(collection, (counts.get(collection) ?? 0) + 1)
  const problems = report.problems.filter(({ file }) => names.has(file))
  const hash = await files.writeJson('report', {
    files: facts.length,
    posts: facts.length - versions,
    copies: 0,
    versions,
    unreadable: 0,
    skipped: [],
    copyOf: [],
    collections: report.collections.flatMap(({ collection }) => {
      const posts = counts.get(collection)
      return posts === undefined ? [] : [{ collection, files: posts, posts }]
    }),
    problems,
  })
  return { report: hash, problems: problems.length }
}

/** Writes the full directories of a copy; the rest of its shards is the tail. */
export async function writeDirectories(
  shards: readonly FileHash[],
  files: DataWriter,
): Promise<Pick<Manifest['timeline'], 'directories' | 'tail'>> {
  const directories: FileHash[] = []
  let first = 0
  for (; first + shardsPerDirectory <= shards.length; first += shardsPerDirectory) {
    const members = shards.slice(first, first + shardsPerDirectory)
    directories.push(await files.writeJson('directories', { shards: members }))
  }
  return { directories, tail: shards.slice(first) }
}

/** Copies the terms of months; `undefined` where the archive has none. */
export async function copyTopics(
  source: CopySource,
  files: DataWriter,
): Promise<FileHash | undefined> {
  const { topics } = source.manifest
  return topics === undefined
    ? undefined
    : files.writeJson('topics', await source.json('topics', topics, parseTopics))
}

/** Copies pictures, in their order. */
export async function copyPictures(
  source: CopySource,
  pictures: Iterable<PictureFile>,
  { take, rest }: { take: TakeFile; rest: CopyOptions['rest'] },
): Promise<void> {
  const files = [...pictures]
  for (let first = 0; first < files.length; first += picturesAtOnce) {
    const members = files.slice(first, first + picturesAtOnce)
    const read = await Promise.all(
      members.map(async (file) => ({ file, bytes: await source.picture(file) })),
    )
    for (const { file, bytes } of read) {
      await take('pictures', { path: picturePath(file), bytes, bodies: 0 })
    }
    await rest()
  }
}
