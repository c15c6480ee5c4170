import { resolve } from 'node:path'
import type { KeptFacts } from '#builder/archive/pictures/check-picture.ts'
import { CheckedMemory, folderMemoryName } from '#builder/archive/pictures/checked-memory.ts'
import type { LocalPictures } from '#builder/archive/pictures/local-pictures.ts'
import { openKeptPictures } from '#builder/archive/pictures/open-kept-pictures.ts'
import type { FolderFacts } from '#builder/archive/own-pictures/read-folder-file.ts'
import { stampPictures } from '#builder/archive/own-pictures/stamp-pictures.ts'
import { ConfigMemo } from '#builder/archive/cache/config-memo.ts'
import type { SourceMatch } from '#builder/archive/cache/match-sources.ts'
import { PostStore } from '#builder/archive/cache/post-store.ts'
import { CacheDamage } from '#builder/ground/disk/cache-damage.ts'
import { openDisk, type Disk } from '#builder/ground/disk/disk.ts'
import { holdingLocks } from '#builder/ground/locks/folder-lock.ts'
import { readProgramKey } from '#builder/ground/program/program-key.ts'
import { boundGarbage } from '#builder/ground/threads/bound-garbage.ts'
import { compileLess } from '#builder/ground/threads/compile-less.ts'
import { parseWords } from '#builder/read/about/parse-words.ts'
import type { Discovery } from '#builder/read/discover/discover-posts.ts'
import { scanFolders, type SeenFolders } from '#builder/read/discover/scan-folders.ts'
import type { BuildOptions } from '#builder/site/plan/build-options.ts'
import type { ReaderApp } from '#builder/site/plan/reader-app.ts'
import {
  openCacheFolder,
  openOutputFolder,
  toUnwritable,
} from '#builder/site/write/output-folder.ts'
import type { BuildTools } from './build-tools.ts'

/** A build that holds the locks of its folders and has opened its cache. */
export interface OpenBuild {
  options: BuildOptions
  tools: BuildTools
  /** Cache key of the running program: entries of another version are ignored. */
  program: string
  cacheFolder: string
  disk: Disk
  store: PostStore
  discovery: Discovery
  stamps: SeenFolders['stamps']
  /** Which files have a current cache entry. */
  match: SourceMatch
  /** Pictures that are kept beside the posts. */
  keptPictures: LocalPictures
  /** Identifies the pictures in the folders; absent when a change of them could go unnoticed. */
  folderStamps: string | undefined
  /** What earlier builds know of the pictures in the folders. */
  folderMemory: CheckedMemory<FolderFacts>
  /** Awaited after the posts are read. */
  readerApp: Promise<ReaderApp>
  /** Whether the previous build was killed or failed, and may have left unrecorded files. */
  wasAbandoned: boolean
}

/**
 * Finds the posts, checks and locks the folders of site and cache, opens the cache, and runs `build`. When the cache
 * proves damaged, it clears the cache and runs the build again.
 * @throws BuildError when a folder cannot be used; the published site stays intact.
 */
export async function openBuild<Result>(
  options: BuildOptions,
  tools: BuildTools,
  build: (opened: OpenBuild) => Promise<Result>,
): Promise<Result> {
  const { out, folders } = options
  const cacheFolder = options.cache ?? `${resolve(out)}.cache`
  const program = await readProgramKey()
  const configs = await ConfigMemo.open(cacheFolder, { program, parseAnew: parseWords })
  const lookAnew = (all: readonly string[]) =>
    scanFolders(all, (bytes, file) => configs.parse(bytes, file), options.drafts === true)
  const look = tools.look ?? lookAnew
  const seen = await look(folders)
  boundGarbage(seen.discovery.files.length)
  compileLess()
  await openOutputFolder(out, folders)
  await openCacheFolder(cacheFolder, [out, ...folders])
  const home = { options, tools, program, cacheFolder }
  const run = async (found: SeenFolders, wasAbandoned: boolean) => {
    await configs.save()
    return withStore({ ...home, wasAbandoned }, found, build)
  }
  return holdingLocks([out, cacheFolder], async (wasAbandoned) => {
    try {
      return await run(seen, wasAbandoned)
    } catch (error) {
      if (!(error instanceof CacheDamage)) throw error
      await PostStore.clear(cacheFolder)
      return await run(await look(folders), wasAbandoned)
    }
  }).catch((error: unknown) => {
    throw isFromDisk(error) ? toUnwritable(out, error) : error
  })
}

type BuildHome = Pick<OpenBuild, 'options' | 'tools' | 'program' | 'cacheFolder' | 'wasAbandoned'>

async function withStore<Result>(
  home: BuildHome,
  seen: SeenFolders,
  build: (opened: OpenBuild) => Promise<Result>,
): Promise<Result> {
  const { options, tools, program, cacheFolder } = home
  const readerApp = tools.openReaderApp()
  // Awaited after the posts; until then a failure must not count as an unhandled rejection.
  readerApp.catch(() => {})
  const memory = await CheckedMemory.read<KeptFacts>({ cache: cacheFolder, program }, Date.now())
  const { pictures: keptPictures, discovery } = await openKeptPictures(seen.discovery, memory)
  await memory.write({ cache: cacheFolder, program })
  const folderStamps = stampPictures(discovery.pictures, Date.now())
  const folderMemory = await CheckedMemory.read<FolderFacts>(
    { cache: cacheFolder, program, name: folderMemoryName },
    Date.now(),
  )
  const pictures = { keptPictures, folderStamps, folderMemory }
  const disk = tools.disk ?? openDisk(options.out)
  const store = await PostStore.open(cacheFolder, program)
  const { stamps } = seen
  try {
    const match = store.match(discovery.files, stamps)
    return await build({ ...home, ...pictures, disk, store, discovery, stamps, match, readerApp })
  } finally {
    await store.close()
  }
}

function isFromDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
