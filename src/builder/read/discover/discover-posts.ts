import { realpath } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { PostProblem } from '#core/post/post.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { decodeName, toDiskPath, toReadableName } from '#builder/ground/disk/disk-name.ts'
import { choosePosts } from './choose-posts.ts'
import { postFolders } from './post-name.ts'
import { FoundFile, type PostFolder } from './post-file.ts'
import { toSiteFacts } from '../template/site/site-facts.ts'
import { addPictureFiles, type CollectionPictures } from './picture-files.ts'
import type { ParseConfig, SiteConfig } from '../config/site-config.ts'
import { completeConfig } from './complete-config.ts'
import { readCollectionConfig } from './site-folder.ts'
import { findPostPlaces, type PostPlace } from './post-place.ts'
import { findRoots, type Root } from './find-roots.ts'
import { toWalkedPath, walkFolder, type WalkedPath } from './walk-folder.ts'

/** One source repository or folder of posts. */
export interface Collection {
  /** Base name of its folder, with a number if the name is taken: `news`, `news-2`. */
  name: string
  /** Absolute path. */
  root: string
  /** Number of discovered files that belong to it. */
  files: number
  config: SiteConfig
  /** Folder above it whose settings count; absent when they are its own. */
  settings?: string
}

/** A path that was skipped, and why. */
export interface SkippedPath {
  /** Path as in `PostFile.file`. */
  file: string
  /** Part of a sentence: `it is a symbolic link, which is not followed`. */
  reason: string
}

/** Everything found below the given folders. */
export interface Discovery {
  /** In the order of the given folders; within one folder sorted by name. */
  collections: Collection[]
  /** Sorted by `file`, by code units. */
  files: FoundFile[]
  skipped: SkippedPath[]
  /** What folders say about their posts, by their path as in `PostFile.file`, without those that say nothing. */
  places: Map<string, PostPlace>
  /** The pictures in the folder of each collection. */
  pictures: CollectionPictures[]
  /** Problems in settings files (`_config.yml`); never in posts. */
  problems: PostProblem[]
}

/**
 * Lists the posts below the given folders. A folder may be a repository (it has `_posts`, `archived` or `_config.yml`),
 * contain several repositories side by side, be a `_posts` folder itself, or just contain posts.
 * @param parseConfig parses settings files; defaults to `parseConfig` of `read-site-config.ts`.
 * @param takesWithheld whether drafts and other posts that their writers kept from readers are wanted too.
 * @throws BuildError when a folder does not exist, is not a folder, cannot be read, or contains no post.
 */
export async function discoverPosts(
  folders: readonly string[],
  parseConfig?: ParseConfig,
  takesWithheld = false,
): Promise<Discovery> {
  const discovery: Discovery = {
    collections: [],
    files: [],
    skipped: [],
    places: new Map(),
    pictures: [],
    problems: [],
  }
  const seen = (await haveCommonGround(folders)) ? new Set<string>() : undefined
  const taken = new Set<string>()
  for (const folder of folders) {
    let count = 0
    for (const root of await findRoots(folder)) {
      count += await addRoot(root, { discovery, seen, taken, parseConfig, takesWithheld })
    }
    if (count === 0) {
      throw new BuildError(
        `There are no posts in the folder "${folder}".`,
        'Give a folder that holds files such as _posts/2020-03-09-title.md.',
      )
    }
  }
  discovery.files.sort(compareFiles)
  discovery.skipped.sort((a, b) => compare(a.file, b.file))
  return discovery
}

// Nearly all comparisons are within one folder: these need not build the full paths.
function compareFiles(a: FoundFile, b: FoundFile): number {
  if (a.folder === b.folder) return compare(a.baseName, b.baseName) || compare(a.name, b.name)
  return compare(a.file, b.file) || compare(a.path, b.path)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface DiscoveryState {
  discovery: Discovery
  /** Real paths of the files found so far; absent when the folders cannot overlap. */
  seen: Set<string> | undefined
  /** Names of the collections so far. */
  taken: Set<string>
  parseConfig: ParseConfig | undefined
  takesWithheld: boolean
}

/** Folder of a collection's settings and pictures: its root, or the parent if the root is itself a `_posts` folder. */
export function toCollectionFolder({ root }: Pick<Collection, 'root'>): string {
  return postFolders.has(basename(root)) ? dirname(root) : root
}

/** Adds one collection. Returns the number of its posts, including those already found below another folder. */
async function addRoot(root: Root, state: DiscoveryState): Promise<number> {
  const { discovery, seen, taken } = state
  const walked = walkFolder(root.path, root.without)
  const { posts, skipped } = choosePosts(walked, root.kind)
  const fresh = await leaveOutSeen(root, posts, seen)
  if (fresh.length === 0 && posts.length > 0) return posts.length
  const name = toFreeName(toReadableName(basename(root.home)).normalize('NFC') || 'posts', taken)
  const prefix = root.kind === 'postFolder' ? `${name}/${basename(root.path)}` : name
  const toFile = (path: string) => toReadableName(`${prefix}/${path}`).normalize('NFC')
  for (const { path, reason } of skipped) discovery.skipped.push({ file: toFile(path), reason })
  if (fresh.length === 0) return 0
  taken.add(name)
  const read = await readCollectionConfig({ ...root, name }, state.parseConfig)
  const { problems, values, settings } = read
  const home = settings ?? root.home
  const config = await completeConfig(read.config, { root: root.path, home, walked, posts: fresh })
  discovery.collections.push({
    name,
    root: root.path,
    files: fresh.length,
    config,
    ...(settings === undefined ? {} : { settings }),
  })
  discovery.problems.push(...problems)
  const { timeZone, language, defaults, baseurl } = config
  const site = toSiteFacts(name, config, values)
  const places = findPostPlaces(fresh, root.edition)
  addFiles(discovery.files, fresh, (folder) => {
    const below = folder === '' ? '' : `${folder}/`
    const known = { collection: name, path: `${root.path}/${below}`, file: toFile(below) }
    const place = places.get(folder)
    return {
      ...known,
      ...(place?.hasLanguageNames === undefined ? {} : { hasLanguageNames: true as const }),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(site === undefined ? {} : { site }),
      ...toSpoken(place?.language ?? root.edition?.language ?? language),
      ...(defaults === undefined ? {} : { defaults }),
      ...(state.takesWithheld ? { takesWithheld: true as const } : {}),
    }
  })
  for (const [folder, place] of places) {
    discovery.places.set(folder === '' ? prefix : toFile(folder), place)
  }
  addPictureFiles(discovery, walked, {
    collection: name,
    root: root.path,
    prefix: toFile(''),
    baseurl,
  })
  return posts.length
}

function toSpoken(language: string | undefined): { language?: string } {
  return language === undefined ? {} : { language }
}

/**
 * Whether a file may lie below two of the folders, that is, one folder equals or contains another. Links are not
 * followed, so there is no other way.
 */
async function haveCommonGround(folders: readonly string[]): Promise<boolean> {
  const places = await Promise.all(folders.map(toRealPlace))
  const sorted = places.toSorted(compare)
  return sorted.some((place, at) => at > 0 && place.startsWith(sorted[at - 1] ?? ''))
}

/** Real path of a folder, with a trailing slash. A missing folder is reported later, when it is read. */
async function toRealPlace(folder: string): Promise<string> {
  const path = resolve(folder)
  const real = await realpath(path).catch(() => path)
  return real.endsWith('/') ? real : `${real}/`
}

/** Filters out posts already found below another given folder, and records the rest as seen. */
async function leaveOutSeen(
  root: Root,
  posts: WalkedPath[],
  seen: Set<string> | undefined,
): Promise<WalkedPath[]> {
  if (seen === undefined) return posts
  const real = decodeName(await realpath(toDiskPath(root.path), 'buffer'))
  return posts.filter((path) => {
    const place = `${real}/${toWalkedPath(path)}`
    const isFresh = !seen.has(place)
    seen.add(place)
    return isFresh
  })
}

function addFiles(
  files: FoundFile[],
  paths: readonly WalkedPath[],
  toFolder: (folder: string) => PostFolder,
): void {
  const folders = new Map<string, PostFolder>()
  for (const { folder, name } of paths) {
    const known = folders.get(folder)
    const place = known ?? toFolder(folder)
    if (known === undefined) folders.set(folder, place)
    files.push(new FoundFile(place, name))
  }
}

function toFreeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
