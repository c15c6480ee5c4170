import type { PostProblem } from '#core/post.ts'
import type { Progress } from '../progress.ts'
import type { StampedFile } from '../read/file-stamp.ts'
import type { PostFile } from '../read/post-file.ts'
import type { PostStore } from '../store/post-store.ts'
import type { SourceRecord } from '../store/source-record.ts'
import type { DraftPost } from './draft-post.ts'
import { mapInOrder } from './map-in-order.ts'
import { filesPerBatch, openPostPreparer } from './post-preparer.ts'

/** All files of an archive, read and cleaned. */
export interface CollectedPosts {
  drafts: DraftPost[]
  problems: PostProblem[]
  /** Files that gave no post. */
  unreadable: number
  /** Every file was read: the same files will give the same again. */
  isSettled: boolean
}

/** Reads and cleans posts, in the given order; rows and bodies go to the store. What the store knows already is taken from it. */
export async function collectPosts(
  files: StampedFile[],
  { store, progress }: { store: PostStore; progress: Progress },
): Promise<CollectedPosts> {
  progress.start('Reading posts', files.length)
  const sources: SourceRecord[] = []
  const fresh: number[] = []
  for (const [at, file] of files.entries()) {
    const known = store.find(file)
    if (known?.stamp === undefined || known.stamp !== file.stamp) {
      fresh.push(at)
      continue
    }
    sources[at] = known
    progress.step()
  }
  await prepareFiles(fresh, files, {
    store,
    onSource: (at, source) => {
      sources[at] = source
      progress.step()
    },
  })
  await store.save(sources)
  progress.end()
  const drafts = sources.flatMap(({ draft }) => (draft === undefined ? [] : [draft]))
  const problems = sources.flatMap(({ problems }) => problems)
  const isSettled = sources.every(({ stamp }) => stamp !== undefined)
  return { drafts, problems, unreadable: files.length - drafts.length, isSettled }
}

async function prepareFiles(
  places: number[],
  files: StampedFile[],
  { store, onSource }: { store: PostStore; onSource: (at: number, source: SourceRecord) => void },
): Promise<void> {
  if (places.length === 0) return
  const preparer = await openPostPreparer(places.length)
  try {
    const batches = toBatches(places, files)
    const prepare = async (batch: PlacedFile[]) => ({
      batch,
      prepared: await preparer.prepare(
        batch.map(({ file }) => ({
          file,
          knownHash: toKnownHash(store, file),
        })),
      ),
    })
    for await (const { batch, prepared } of mapInOrder(batches, preparer.batchesAtOnce, prepare)) {
      for (const [turn, { at, file }] of batch.entries()) {
        const post = prepared[turn]
        if (post === undefined) continue
        const known = post.isKnown === true ? store.find(file) : undefined
        const stamp = post.isUnread === true ? undefined : file.stamp
        onSource(at, known ? { ...known, stamp } : await store.add(file, post, stamp))
      }
    }
  } finally {
    await preparer.close()
  }
}

interface PlacedFile {
  at: number
  file: StampedFile
}

function* toBatches(places: number[], files: StampedFile[]): Generator<PlacedFile[]> {
  for (let first = 0; first < places.length; first += filesPerBatch) {
    yield places.slice(first, first + filesPerBatch).flatMap((at) => {
      const file = files[at]
      return file === undefined ? [] : [{ at, file }]
    })
  }
}

/** A file that gave no post is always tried again. */
function toKnownHash(store: PostStore, file: PostFile): string | undefined {
  const known = store.find(file)
  return known?.draft === undefined ? undefined : known.contentHash
}
