import { readBuildId } from '#contract/build-id.ts'
import { dataKinds, manifestPath } from '#contract/file-names.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { isImmutable } from '#builder/site/write/generations.ts'
import type { ListedObject, ObjectStore } from './object-store.ts'
import { unpackObject } from './object-form.ts'
import { parseRecord, recordPath, type PublishRecord } from './publish-record.ts'
import type { PublishedFolder } from './published-folder.ts'

/** What a store contains of a site before a run. */
export interface StoredSite {
  /** Our objects, and foreign ones at paths of the site, by path. */
  listed: Map<string, ListedObject>
  /** Absent when there is none or it is invalid. */
  record: PublishRecord | undefined
  /** ETag of the record's object, valid or not; absent when there is none. */
  recordEtag: string | undefined
  /** The manifest that readers see; absent when there is none. */
  manifest: { etag: string; buildId: string | undefined } | undefined
}

/** Paths that can only be ours: hashed names in our folders, which had 16 characters before schema version 5. */
const ownName = new RegExp(
  `^(?:data/(?:${[...dataKinds, 'images'].join('|')})/[a-z2-7]{16}(?:[a-z2-7]{10})?(?:/\\d+)?\\.[a-z]+|posts/(?:\\d{4}-\\d\\d-\\d\\d|undated)-[a-z2-7]{8}/index\\.html)$`,
)

/** Reads record, manifest and listing of a store. */
export async function readStoredSite(
  store: ObjectStore,
  files: string[],
  onListed: (count: number) => void,
): Promise<StoredSite> {
  const [stored, manifest] = await Promise.all([store.read(recordPath), store.read(manifestPath)])
  const record = stored && (await parseRecord(stored.bytes))
  const wanted = new Set(files)
  const listed = new Map<string, ListedObject>()
  for await (const page of store.list()) {
    for (const object of page) {
      const { path } = object
      if (wanted.has(path) || record?.objects.has(path) === true || ownName.test(path)) {
        listed.set(path, object)
      }
    }
    onListed(page.length)
  }
  return {
    listed,
    record,
    recordEtag: stored?.etag,
    manifest: manifest && {
      etag: manifest.etag,
      buildId: readBuildId(await unpackObject(manifest.bytes)),
    },
  }
}

/** @throws BuildError when there are files at the paths of the site's pages that this program did not publish. */
export function refuseForeign({ listed, record, manifest }: StoredSite, files: string[]): void {
  if (record !== undefined || manifest?.buildId !== undefined) return
  const foreign = files.filter((path) => listed.has(path) && !isImmutable(path))
  const [first] = foreign
  if (first === undefined) return
  throw new BuildError(
    `The target already holds files that Broadsheet did not publish (${foreign.length}, such as "${first}"), so nothing was uploaded.`,
    'Give the site a prefix of its own, or delete these files yourself.',
  )
}

/**
 * The record at the start of a run: the new build and the one that readers see now. Adds objects that the old record
 * did not know but that can only be ours.
 */
export function toNextRecord(
  { listed, record, manifest }: StoredSite,
  { buildId, files }: Pick<PublishedFolder, 'buildId' | 'files'>,
): PublishRecord {
  const published = record?.builds.indexOf(manifest?.buildId ?? '') ?? -1
  const before = record?.builds.slice(Math.max(published, 0)).find((build) => build !== buildId)
  const isKnown = published >= 0
  const shown = manifest === undefined ? undefined : (manifest.buildId ?? '')
  const next: PublishRecord = {
    builds: [buildId, ...[isKnown ? before : shown].filter((build) => build !== buildId)].filter(
      (build) => build !== undefined,
    ),
    isOfThisForm: true,
    objects: new Map(),
  }
  const isBefore = (path: string): boolean => {
    const known = record?.objects.get(path)
    // What the visible build needs is unknown: everything counts as part of it, and stays while it is one of the last
    // two.
    if (!isKnown) return shown !== undefined
    if (known === undefined) return false
    return before === record?.builds[0] ? known.isNewest : known.isBefore
  }
  const add = (path: string, isNewest: boolean): void => {
    const { source, etag } = record?.objects.get(path) ?? { source: '', etag: '' }
    next.objects.set(path, { isNewest, isBefore: isBefore(path), source, etag })
  }
  for (const path of record?.objects.keys() ?? []) if (listed.has(path)) add(path, false)
  for (const path of listed.keys()) if (ownName.test(path)) add(path, false)
  for (const path of files) add(path, true)
  return next
}
