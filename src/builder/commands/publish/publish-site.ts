import { manifestPath } from '#contract/file-names.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import { sumsPath } from '#contract/sums-file.ts'
import type { Progress } from '#builder/ground/progress.ts'
import { isImmutable } from '#builder/site/write/generations.ts'
import type { ObjectStore } from './object-store.ts'
import { listObsolete, removeObsolete } from './obsolete-objects.ts'
import { readStoredSite, refuseForeign, toNextRecord } from './publish-plan.ts'
import type { PublishedFolder } from './published-folder.ts'
import { RecordKeeper } from './record-keeper.ts'
import { Uploader } from './uploader.ts'

/** Options of a run. */
export interface PublishChoice {
  /** Whether to remove objects that neither this build nor the previous one needs. */
  prunes: boolean
  /** Whether to count only and change nothing. */
  isDry: boolean
}

/** What a run did or, when dry, would do. */
export interface PublishAccount {
  /** Number of objects uploaded, and their size as sent. */
  sent: number
  sentBytes: number
  /** Number of files that were up to date. */
  kept: number
  /** Number of objects of older builds that were removed, and that remain. */
  removed: number
  left: number
}

/** Pages that start the reader; they are uploaded after everything they refer to. */
const startPages = new Set(['index.html', '404.html'])

/** What leads to the hashes of all files; uploaded when those files are there. */
const hashFiles = new Set([sumsPath, signaturePath])

/**
 * Publishes a site: immutable files, pages, the pages that start the reader, the hashes, and last the manifest. Each step begins
 * when the one before is complete, so readers find a complete site, old or new, during the run and after a killed
 * one.
 */
export async function publishSite(
  { site, store }: { site: PublishedFolder; store: ObjectStore },
  choice: PublishChoice,
  progress: Progress,
): Promise<PublishAccount> {
  progress.start('Listing uploaded files')
  const stored = await readStoredSite(store, site.files, (count) => progress.step(count))
  progress.end()
  refuseForeign(stored, site.files)
  const record = toNextRecord(stored, site)
  const keeper = new RecordKeeper(store, stored, record)
  const uploader = new Uploader({ site, store, stored, record, keeper, isDry: choice.isDry })
  for (const [phase, files] of toSteps(site.files)) {
    const open = uploader.toOpen(files)
    if (open.length === 0) continue
    progress.start(phase, open.length)
    await uploader.upload(open, () => progress.step())
    progress.end()
    await keeper.assertOwn()
  }
  await uploader.uploadManifest()
  if (!choice.isDry) await keeper.save()
  const obsolete = listObsolete(stored.listed, record)
  if (choice.prunes && !choice.isDry && obsolete.length > 0) {
    await removeObsolete(obsolete, { store, record, keeper, progress })
    await keeper.save()
  }
  const { sent, sentBytes } = uploader
  const removed = choice.prunes ? obsolete.length : 0
  const kept = site.files.length - sent
  return { sent, sentBytes, kept, removed, left: obsolete.length - removed }
}

const isPage = (path: string) => !startPages.has(path) && !hashFiles.has(path)

/** Everything but the manifest, in the order of upload. */
function toSteps(files: string[]): [phase: string, files: string[]][] {
  const mutable = files.filter((path) => !isImmutable(path) && path !== manifestPath)
  return [
    ['Uploading immutable files', files.filter(isImmutable)],
    ['Uploading pages', mutable.filter(isPage)],
    ['Uploading start pages', mutable.filter((path) => startPages.has(path))],
    ['Uploading hashes', mutable.filter((path) => hashFiles.has(path))],
  ]
}
