import { toReadableName } from '#builder/ground/disk/disk-name.ts'
import type { OwnPicture } from '#builder/read/clean/rules/own-picture.ts'
import { toPicturePath, type CollectionPictures } from '#builder/read/discover/picture-files.ts'
import { toWalkedPath } from '#builder/read/discover/walk-folder.ts'
import { listPicturePlaces, outside } from './picture-places.ts'

/** Two files of one name in different case: neither is meant. */
const several = Symbol('several')

/**
 * Finds pictures of posts among the files that discovery listed. Nothing else can be found, so no path of a post leads
 * out of the folders.
 */
export class PictureIndex {
  readonly #pictures: CollectionPictures
  /** Absolute paths by their path below the root, NFC, readable. */
  readonly #byPath = new Map<string, string>()
  /** The same in lower case, as file systems that fold case find them. */
  readonly #byFolded = new Map<string, string | typeof several>()
  /** Paths below the root by base name in lower case, the shortest first. */
  #byName: ReadonlyMap<string, string[]> | undefined

  constructor(pictures: CollectionPictures) {
    this.#pictures = pictures
    for (const file of pictures.files) {
      const path = toReadableName(toWalkedPath(file)).normalize('NFC')
      this.#byPath.set(path, toPicturePath(pictures, file))
      const folded = path.toLowerCase()
      this.#byFolded.set(folded, this.#byFolded.has(folded) ? several : path)
    }
  }

  /**
   * The absolute path of a post's picture; `missing` or `outside` when there is none.
   * @param file the post's name in reports, see `PostFile.file`.
   */
  find(file: string, picture: OwnPicture): string | { fault: 'missing' | 'outside' } {
    const { baseurl, sites, prefix, isVault } = this.#pictures
    const post = file.startsWith(prefix) ? file.slice(prefix.length) : file
    const places = listPicturePlaces(picture, { post, baseurl, sites })
    const inside = places.filter((place) => place !== outside)
    const isLoose = picture.reach === 'anywhere' || (isVault && picture.reach === 'site')
    const found =
      this.#findPath(inside) ?? (isLoose ? this.#findName(picture.path, post) : undefined)
    if (found !== undefined) return found
    return { fault: places[0] === outside ? 'outside' : 'missing' }
  }

  #findPath(places: readonly string[]): string | undefined {
    for (const place of places) {
      const found = this.#byPath.get(place)
      if (found !== undefined) return found
    }
    for (const place of places) {
      const path = this.#byFolded.get(place.toLowerCase())
      if (typeof path === 'string') return this.#byPath.get(path)
    }
    return undefined
  }

  /** The file whose path ends with the name, as a note program chooses it: beside the note, else the shortest path. */
  #findName(name: string, post: string): string | undefined {
    this.#byName ??= groupByName(this.#byPath.keys())
    const wanted = name.toLowerCase().replace(/^(?:\.{0,2}\/)+/, '')
    const candidates = this.#byName.get(wanted.slice(wanted.lastIndexOf('/') + 1)) ?? []
    const fitting = candidates.filter((path) => `/${path.toLowerCase()}`.endsWith(`/${wanted}`))
    const folder = post.slice(0, post.lastIndexOf('/') + 1)
    const path = fitting.find((one) => folder !== '' && one.startsWith(folder)) ?? fitting[0]
    return path === undefined ? undefined : this.#byPath.get(path)
  }
}

function groupByName(paths: Iterable<string>): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [path])
    else group.push(path)
  }
  for (const group of groups.values()) group.sort(compareDepth)
  return groups
}

function compareDepth(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || (a < b ? -1 : a > b ? 1 : 0)
}
