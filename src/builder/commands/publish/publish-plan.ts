import { dataKinds, manifestPath } from '#contract/file-names.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { isImmutable, readBuildId } from '#builder/site/write/generations.ts'
import type { ListedObject, ObjectStore } from './object-store.ts'
import { unpackObject } from './object-form.ts'
import { parseRecord, recordPath, type PublishRecord } from './publish-record.ts'
import type { PublishedFolder } from './published-folder.ts'

/** What a store has of a site before it is published to. */
export interface StoredSite {
  /** Objects of ours, and others that lie where files of the site belong. By path. */
  listed: Map<string, ListedObject>
  /** Absent when there is none, or not of ours from end to end. */
  record: PublishRecord | undefined
  /** ETag of the record's object, whatever is in it; absent when there is none. */
  recordEtag: string | undefined
  /** The manifest that readers see; absent when there is none. */
  manifest: { etag: string; buildId: string | undefined } | undefined
}

/** Files of no meaning to others: their names are hashes in folders of ours. */
const ownName = new RegExp(
  `^(?:data/(?:${[...dataKinds, 'images'].join('|')})/[a-z2-7]{16}(?:/\\d+)?\\.[a-z]+|posts/(?:\\d{4}-\\d\\d-\\d\\d|undated)-[a-z2-7]{8}/index\\.html)$`,
)

/** Looks at what a store has. */
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

/** @throws BuildError when files that this program did not put lie where the site's pages belong. */
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
 * The record to begin with: the new build, and of the builds before the one that readers see. Objects that it did not know but that can
 * only be ours are taken in.
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
    // Nobody knows what the build needs that readers see: all of it stays until it is the one before the last.
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
