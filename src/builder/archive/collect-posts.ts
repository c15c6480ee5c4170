import type { PostProblem } from '#core/post/post.ts'
import type { Progress } from '#builder/ground/progress.ts'
import { noStamp, type FileStamps } from '#builder/ground/disk/file-stamp.ts'
import { releasedFile, type FoundFile, type PostFile } from '#builder/read/discover/post-file.ts'
import type { WithheldKind } from '#builder/read/front-matter/publication-state.ts'
import type { SourceMatch } from './cache/match-sources.ts'
import type { PostStore } from './cache/post-store.ts'
import type { CachedPost } from './post/cached-post.ts'
import { mapInOrder } from '#builder/ground/threads/map-in-order.ts'
import { filesPerBatch, openPostPreparer } from './prepare/post-preparer.ts'

/** All posts of an archive, read and cleaned. */
export interface CollectedPosts {
  posts: CachedPost[]
  problems: PostProblem[]
  /** Number of files that held no post. */
  unreadable: number
  /** Files whose posts are left out, by path. */
  leftOut: { file: string; kind: WithheldKind }[]
}

/** What collecting posts needs besides their files. */
export interface CollectingTools {
  store: PostStore
  stamps: FileStamps
  /** What the store knows of the files. */
  match: SourceMatch
  progress: Progress
  /** Releases each entry of `files` once it is read, to save memory: the caller no longer needs the list. */
  releasesFiles?: boolean | undefined
}

/**
 * Reads and cleans posts in the given order and stores their rows and bodies. Posts that the store knows are taken from
 * it.
 */
export async function collectPosts(
  files: FoundFile[],
  tools: CollectingTools,
): Promise<CollectedPosts> {
  const { match, progress, store } = tools
  progress.start('Reading posts', files.length)
  progress.step(files.length - match.fresh.length)
  const places = match.rows.slice()
  await prepareFiles(files, tools, (at, place) => {
    places[at] = place
    progress.step()
  })
  const sources = await store.save(places)
  progress.end()
  const posts = sources.posts()
  const leftOut = sources.leftOut()
  return {
    posts,
    problems: sources.problems(),
    unreadable: files.length - posts.length - leftOut.length,
    leftOut,
  }
}

async function prepareFiles(
  files: FoundFile[],
  { store, stamps, match, releasesFiles = false }: CollectingTools,
  onPlace: (at: number, place: number) => void,
): Promise<void> {
  if (match.fresh.length === 0) return
  const preparer = await openPostPreparer(match.fresh.length)
  const rowOf = (at: number): number => match.rows[at] ?? -1
  const prepare = async (batch: PlacedFile[]) => ({
    batch,
    prepared: await preparer.prepare(
      batch.map(({ at, file }) => ({ file, knownHash: store.knownHash(rowOf(at)) })),
    ),
  })
  try {
    const batches = toBatches(match.fresh, files, releasesFiles)
    for await (const { batch, prepared } of mapInOrder(batches, preparer.batchesAtOnce, prepare)) {
      for (const [turn, { at, file, settingsKey: siteKey }] of batch.entries()) {
        const post = prepared[turn]
        if (post === undefined) continue
        const stamp = post.isUnread === true ? noStamp : stamps.at(at)
        const { timeZone } = file
        onPlace(
          at,
          post.isKnown === true
            ? store.addKnown(rowOf(at), stamp)
            : await store.add({ file: file.file, timeZone, siteKey, stamp, prepared: post }),
        )
      }
    }
  } finally {
    await preparer.close()
  }
}

interface PlacedFile {
  at: number
  file: PostFile
  settingsKey: string | undefined
}

function* toBatches(
  places: number[],
  files: FoundFile[],
  releases: boolean,
): Generator<PlacedFile[]> {
  for (let first = 0; first < places.length; first += filesPerBatch) {
    const batch = places.slice(first, first + filesPerBatch).flatMap((at) => {
      const file = files[at]
      return file === undefined
        ? []
        : [{ at, file: file.toPostFile(), settingsKey: file.settingsKey }]
    })
    if (releases) for (const { at } of batch) files[at] = releasedFile
    yield batch
  }
}
