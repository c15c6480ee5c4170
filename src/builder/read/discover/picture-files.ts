import type { PostProblem } from '#core/post/post.ts'
import { isSettingsName } from '../config/settings-files.ts'
import { toWalkedPath, type WalkedPath } from './walk-folder.ts'

/** Pictures that lie in the folder of a collection, where its posts may ask for them. */
export interface CollectionPictures {
  /** Name of the collection. */
  collection: string
  /** Absolute path of the folder. */
  root: string
  /** What the names of its files begin with in reports, with a trailing `/`: see `PostFile.file`. */
  prefix: string
  /** Path prefix of the collection's site, such as `/news`; absent when its settings give none. */
  baseurl?: string | undefined
  /** Below the root, sorted by path. Neither links nor anything behind one. */
  files: readonly WalkedPath[]
  /** Paths of folders below the root that look like those of a site; with the root itself, which is empty. */
  sites: ReadonlySet<string>
  /** Whether a note program keeps the folder, in which a bare name means a file anywhere. */
  isVault: boolean
}

/** Files by whose names somebody means a picture, also in formats that are not shown. */
const pictureName = /\.(?:apng|avif|bmp|gif|heic|ico|jfif|jpe|jpe?g|jxl|png|svg|tiff?|webp)$/i

/** Folders that only the folder of a site holds. */
const siteParts = new Set('_drafts _posts archived content source static'.split(' '))

/** Most pictures of all folders together: their names are held in memory. */
const mostPictureFiles = 500_000

export function hasPictureName(name: string): boolean {
  return pictureName.test(name)
}

/** Adds the pictures among the files of a collection's root, unless there are too many of all collections together. */
export function addPictureFiles(
  { pictures, problems }: { pictures: CollectionPictures[]; problems: PostProblem[] },
  paths: readonly WalkedPath[],
  place: Pick<CollectionPictures, 'collection' | 'root' | 'prefix' | 'baseurl'>,
): void {
  const room = mostPictureFiles - pictures.reduce((sum, { files }) => sum + files.length, 0)
  const { areAll, ...found } = findPictureFiles(paths, room)
  pictures.push({ ...place, ...found })
  if (areAll) return
  problems.push({
    file: place.prefix,
    severity: 'warning',
    reason: `There are more than ${mostPictureFiles} pictures in the folders; the rest are not looked at.`,
    hint: 'Give the program fewer folders at once.',
  })
}

/** Finds the pictures among the files of a root, the first `most` of them. */
function findPictureFiles(
  paths: readonly WalkedPath[],
  most: number,
): Pick<CollectionPictures, 'files' | 'sites' | 'isVault'> & { areAll: boolean } {
  const files: WalkedPath[] = []
  const sites = new Set([''])
  const folders = new Set<string>()
  let isVault = false
  let areAll = true
  for (const path of paths) {
    if (path.skipped !== undefined) {
      isVault ||= path.name === '.obsidian'
      continue
    }
    if (isSettingsName(path.name)) sites.add(path.folder)
    folders.add(path.folder)
    if (!hasPictureName(path.name)) continue
    if (files.length < most) files.push(path)
    else areAll = false
  }
  for (const folder of folders) {
    const parts = folder.split('/')
    for (const [at, part] of parts.entries()) {
      if (siteParts.has(part)) sites.add(parts.slice(0, at).join('/'))
    }
  }
  return { files, sites, isVault, areAll }
}

/** Absolute path of a picture. */
export function toPicturePath(
  { root }: Pick<CollectionPictures, 'root'>,
  file: WalkedPath,
): string {
  return `${root}/${toWalkedPath(file)}`
}
